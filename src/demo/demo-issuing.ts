import { randomUUID } from 'node:crypto'
import { createInspection } from '../adapters/inspect-report.ts'
import { pageMakingOf, type PageMakingParts } from '../adapters/page-making.ts'
import { createPageRenderer } from '../adapters/page-renderer.ts'
import { createStopwatch, type SigningCalendar, type YearIssuing } from '../issuing/index.ts'
import type { SchoolYearRecords } from '../records/index.ts'
import type { RegistryPorts } from '../registry/index.ts'
import type { LookupCode } from '../shared/ids.ts'
import { verifyBook } from '../verification/index.ts'
import { demonstrationMark } from './authority/index.ts'
import type { DemoOffice } from './office.ts'

/** Draws a lookup code: 32 hexadecimal digits, 122 of their bits random. */
export const drawCode = (): LookupCode => randomUUID().replaceAll('-', '')

/** With what a demonstration school issues its year into a registry. */
export interface DemoIssuing extends PageMakingParts {
  readonly office: DemoOffice
  readonly registry: RegistryPorts
  readonly calendar: SigningCalendar
}

/** Joins the demonstration's keys, clock and trust to the issuing of one school's year. */
export const prepareIssuing = async (
  records: SchoolYearRecords,
  { office, registry, typesetter, verificationUrl, calendar, clock }: DemoIssuing,
): Promise<YearIssuing> => {
  const { keys, trust, timestamps, turnClockTo } = office
  await keys.prepare(records)
  return {
    signers: keys.signersOf(records),
    seal: { signer: keys.sealOf(records.school), timestamps },
    inspect: (book) => verifyBook(book, { trust, now: clock() }),
    pages: pageMakingOf({ typesetter, verificationUrl, clock }, trust),
    turnClockTo,
    stopwatch: createStopwatch(() => performance.now()),
    calendar,
    drawCode,
    demonstration: demonstrationMark,
    registry,
    inspectReport: createInspection(
      { trust, verificationUrl, renderer: createPageRenderer(typesetter) },
      clock,
    ),
    now: clock,
    by: records.school.name,
  }
}
