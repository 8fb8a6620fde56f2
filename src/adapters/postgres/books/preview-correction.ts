import { listReportChanges, type ReportChange } from '../../../book/index.ts'
import { writeData, type SignatureSlot, type SignerRole, type YearReport } from '../../../bookfile/index.ts'
import { makeReport, type IssuedYearBefore, type MadeReport } from '../../../issuing/index.ts'
import type { MarkAmendment } from '../../../records/index.ts'
import { dayInVietnam } from '../../../shared/dates.ts'
import { keepSignatures, openSheet } from '../../../signing/index.ts'
import { withTenant, type Database } from '../connect.ts'
import type { ClassPlace } from '../gradebook/class-results.ts'
import type { Acting } from './acting.ts'
import { getCorrectableYear, type CorrectableYear, type IssuedVersion } from './correctable-year.ts'
import {
  deadlineOf,
  readChange,
  requireRequester,
  requireUnlocked,
  type CorrectionDeadline,
  type WantedChange,
} from './wanted-corrections.ts'

/** A signature that a correction would bring down: it must be made anew. */
export interface FallingSignature {
  readonly slotId: string
  readonly role: SignerRole
  /** Whose; null for the school's seal. */
  readonly fullName: string | null
}

/** What a correction would do, before anybody asks for it. */
export interface CorrectionPreview {
  /** The version it would make. */
  readonly version: number
  readonly changes: readonly ReportChange[]
  readonly falling: readonly FallingSignature[]
  readonly deadline: CorrectionDeadline
  /** Why the corrected report could not be made. */
  readonly notMade: string | null
}

/**
 * What would change in the report, which signatures fall, and how long there is time; nothing is written. Refused as
 * the request would be.
 */
export const previewCorrection = (
  database: Database<'school'>,
  place: ClassPlace,
  wanted: WantedChange,
  { actor, now }: Acting,
): Promise<CorrectionPreview> =>
  withTenant(database, place.tenant, async (transaction) => {
    requireRequester(place, wanted, actor)
    const year = await getCorrectableYear(transaction, place, wanted.studentCode)
    requireUnlocked(year, now)
    const change = readChange(place.schoolYear, year, wanted)
    const corrected = makeCorrected(year, {
      ...change,
      reason: 'Xem trước',
      decisionNumber: pendingDecisionOf(year) ?? 'Chưa có quyết định',
      decidedOn: dayInVietnam(now),
    })
    const deadline = deadlineOf(year, now)
    const version = year.issued.number + 1
    if ('notIssued' in corrected)
      return { version, changes: [], falling: [], deadline, notMade: corrected.notIssued }
    return {
      version,
      changes: listShownChanges(year.issued.data.report, corrected.report),
      falling: listFalling(year.issued, corrected.report),
      deadline,
      notMade: null,
    }
  })

/** What a reader of the book would see; the version's own number, reason and decision are told apart, once decided. */
const listShownChanges = (before: YearReport, after: YearReport): readonly ReportChange[] =>
  listReportChanges(before, { ...after, version: before.version })

/** The decision whose version has not gone out yet: what is granted with its number joins it. */
export const pendingDecisionOf = ({ sets, issued }: CorrectableYear): string | undefined =>
  sets.length + 1 > issued.number ? sets.at(-1)?.decisionNumber : undefined

/** The report as it would be with one more correction; its lookup codes and links are those of the issued version. */
export const makeCorrected = (
  { classRecords, written, issued }: CorrectableYear,
  amendment: MarkAmendment,
): MadeReport => {
  const { cover, identity, version } = issued.data.report
  const { records } = classRecords
  const amended = { ...classRecords, records: { ...records, amendments: [...records.amendments, amendment] } }
  const { bookLookupCode, demonstration } = cover
  const student = { ...written, bookLookupCode, yearLookupCode: identity.yearLookupCode }
  const { yearBefore } = version
  const before = 'digest' in yearBefore ? yearBefore : undefined
  return makeReport(amended, student, {
    isIssued: true,
    findYearBefore: () => before as IssuedYearBefore | undefined,
    ...(demonstration === undefined ? {} : { demonstration }),
  })
}

/** The signatures of the issued version that do not cover what the corrected report shows. */
const listFalling = ({ slots }: IssuedVersion, corrected: YearReport): readonly FallingSignature[] => {
  const earlier = new Map(slots.map(({ slotId, signature }) => [slotId, signature]))
  const opened = openSheet(writeData(corrected), { coverSignedSeparately: earlier.has('s-bia-truong') })
  const { made } = keepSignatures(opened, earlier)
  return opened.slots.filter(({ id }) => earlier.has(id) && !made.has(id)).map(toFalling)
}

const toFalling = ({ id, role, signatory }: SignatureSlot): FallingSignature => ({
  slotId: id,
  role,
  fullName: signatory?.fullName ?? null,
})
