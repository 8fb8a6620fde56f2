import { createInspection } from '../adapters/inspect-report.ts'
import { deskPagesOf } from '../adapters/page-making.ts'
import type { SigningDesk } from '../issuing/index.ts'
import { verifyBook } from '../verification/index.ts'
import { demonstrationMark } from './authority/index.ts'
import type { DemoIssuing } from './demo-issuing.ts'
import type { DemoOffice } from './office.ts'

/** What a desk of the demonstration is joined to; without a typesetter no pages are made. */
export interface DemoDeskParts extends Pick<DemoIssuing, 'registry' | 'verificationUrl' | 'clock'> {
  readonly typesetter?: DemoIssuing['typesetter']
}

/**
 * Nơi kí minh họa: a desk at which everybody has a key of the demonstration, made when it is first asked for and gone
 * with the process; timestamps are by the real clock.
 */
export const createDemoDesk = (
  { keys, trust, timestampsBy }: Pick<DemoOffice, 'keys' | 'trust' | 'timestampsBy'>,
  { registry, verificationUrl, clock, typesetter }: DemoDeskParts,
): SigningDesk => {
  const timestamps = timestampsBy(clock)
  const { pages, ...checking } = deskPagesOf(
    { verificationUrl, clock, ...(typesetter && { typesetter }) },
    trust,
  )
  return {
    findSigner: ({ citizenId, fullName, schoolName }) =>
      keys.findSigner({ citizenId, fullName, organization: schoolName }),
    findSeal: async (school) => ({ signer: await keys.findSeal(school), timestamps }),
    inspect: (book) => verifyBook(book, { trust, now: clock() }),
    ...(pages && { pages }),
    registry,
    inspectReport: createInspection({ trust, verificationUrl, ...checking }, clock),
    demonstration: demonstrationMark,
  }
}
