import { sql } from 'kysely'
import { Refusal } from '../../../shared/refusal.ts'
import type { ClassPlace } from '../gradebook/class-results.ts'
import type { SchoolTransaction } from '../school/enter-school.ts'
import type { DraftKey } from './stored-turns.ts'

/** A draft with the signatures made on it. */
export interface SignedDraft extends DraftKey {
  /** Whether it is the one to be signed; else it was the last before there was none. */
  readonly isCurrent: boolean
  /** SHA-256 (base64) of the part that is signed. */
  readonly digest: string
  /** Texts by slot. */
  readonly signatures: ReadonlyMap<string, string>
}

/** What stands of one pupil: the current cover by itself, the current report, the newest version that was issued. */
export interface PupilDrafts {
  readonly cover?: SignedDraft
  readonly report?: SignedDraft
  readonly issuedVersion: number
  /** From which signatures may be kept, the report before the cover: current, or the last ones that were. */
  readonly earlier: readonly SignedDraft[]
}

interface DraftRow extends DraftKey {
  readonly digest: Buffer
  readonly isCurrent: boolean
}

/**
 * Reads and holds the drafts of pupils until the transaction ends: nobody signs them, and no sitting takes them in
 * meanwhile. Refused while one of them is being sealed. Four statements.
 */
export const holdDrafts = async (
  transaction: SchoolTransaction,
  place: ClassPlace,
  studentCodes: readonly string[],
): Promise<ReadonlyMap<string, PupilDrafts>> => {
  const drafts = await holdReports(transaction, place, studentCodes)
  await refuseWhileSealing(transaction, place, studentCodes)
  const signatures = await holdSignatures(transaction, place, drafts)
  const issued = await readIssued(transaction, place, studentCodes)
  const byPupil = Map.groupBy(drafts, ({ studentCode }) => studentCode)
  return new Map(
    studentCodes.map((studentCode) => {
      const earlier = (byPupil.get(studentCode) ?? []).map((row) => withSignatures(row, signatures))
      return [studentCode, toPupilDrafts(earlier, issued.get(studentCode) ?? 0)]
    }),
  )
}

const toPupilDrafts = (earlier: readonly SignedDraft[], issuedVersion: number): PupilDrafts => {
  const current = earlier.filter(({ isCurrent }) => isCurrent)
  const [cover, report] = [current.find(isCover), current.find((one) => !isCover(one))]
  return {
    ...(cover === undefined ? {} : { cover }),
    ...(report === undefined ? {} : { report }),
    issuedVersion,
    earlier,
  }
}

const isCover = ({ version }: DraftKey): boolean => version === 0

const keyOf = ({ studentCode, version, draft }: DraftKey): string => `${studentCode}/${version}/${draft}`

const withSignatures = (
  row: DraftRow,
  signatures: ReadonlyMap<string, readonly SignatureRow[]>,
): SignedDraft => ({
  ...row,
  digest: row.digest.toString('base64'),
  signatures: new Map((signatures.get(keyOf(row)) ?? []).map(({ slotId, signature }) => [slotId, signature])),
})

// For update, not less: a sitting that begins meanwhile refers to these rows and waits.
const holdReports = async (
  transaction: SchoolTransaction,
  { tenant, schoolYear }: ClassPlace,
  studentCodes: readonly string[],
): Promise<readonly DraftRow[]> => {
  const { rows } = await sql<DraftRow>`
    select r.student_code as "studentCode", r.version, r.draft, r.digest, r.is_current as "isCurrent"
    from school.report r
    where r.tenant_id = ${tenant} and r.school_year = ${schoolYear}
      and r.student_code = any(${studentCodes}::text[])
      and (r.is_current or not exists (select from school.report n where n.tenant_id = ${tenant}
        and n.school_year = ${schoolYear} and n.student_code = r.student_code
        and (n.version = 0) = (r.version = 0)
        and (n.is_current or (n.version, n.draft) > (r.version, r.draft))))
    order by r.student_code, r.version desc for update of r`.execute(transaction)
  return rows
}

interface SlotRow extends DraftKey {
  readonly slotId: string
  readonly signature: string | null
}

type SignatureRow = SlotRow & { readonly signature: string }

// Held too, so that a signature that is just being written is seen or waits.
const holdSignatures = async (
  transaction: SchoolTransaction,
  { tenant, schoolYear }: ClassPlace,
  drafts: readonly DraftKey[],
): Promise<ReadonlyMap<string, readonly SignatureRow[]>> => {
  const { rows } = await sql<SlotRow>`
    select s.student_code as "studentCode", s.version, s.draft, s.slot_id as "slotId", s.signature
    from unnest(${drafts.map(({ studentCode }) => studentCode)}::text[],
      ${drafts.map(({ version }) => version)}::integer[], ${drafts.map(({ draft }) => draft)}::integer[])
      as n(student_code, version, draft)
    join school.signature_slot s on s.tenant_id = ${tenant} and s.school_year = ${schoolYear}
      and s.student_code = n.student_code and s.version = n.version and s.draft = n.draft
    order by s.student_code, s.version, s.position for no key update of s`.execute(transaction)
  return Map.groupBy(
    rows.filter((row): row is SignatureRow => row.signature !== null),
    keyOf,
  )
}

const readIssued = async (
  transaction: SchoolTransaction,
  { tenant, schoolYear }: ClassPlace,
  studentCodes: readonly string[],
): Promise<ReadonlyMap<string, number>> => {
  const { rows } = await sql<{ readonly studentCode: string; readonly version: number }>`
    select student_code as "studentCode", max(version)::integer as version from school.report
    where tenant_id = ${tenant} and school_year = ${schoolYear} and student_code = any(${studentCodes}::text[])
      and issued_at is not null
    group by student_code`.execute(transaction)
  return new Map(rows.map(({ studentCode, version }) => [studentCode, version]))
}

/**
 * Refuses while a sealing is at work on the current draft of one of these pupils: it would go on record although
 * something else is now to be signed.
 */
export const refuseWhileSealing = async (
  transaction: SchoolTransaction,
  { tenant, schoolYear }: Pick<ClassPlace, 'tenant' | 'schoolYear'>,
  studentCodes: readonly string[],
): Promise<void> => {
  const { rows } = await sql<{ readonly fullName: string; readonly byName: string }>`
    select e.full_name as "fullName", s.by_name as "byName"
    from school.sitting_item i
    join school.sitting s on s.tenant_id = ${tenant} and s.sitting_id = i.sitting_id
    join school.report r on r.tenant_id = ${tenant} and r.school_year = ${schoolYear}
      and r.student_code = i.student_code and r.version = i.version and r.draft = i.draft
    join school.enrolment e on e.tenant_id = ${tenant} and e.school_year = ${schoolYear}
      and e.student_code = i.student_code
    where i.tenant_id = ${tenant} and i.school_year = ${schoolYear}
      and i.student_code = any(${studentCodes}::text[]) and i.outcome is null and r.is_current
      and s.kind = 'seal' and s.state <> 'ended'
    order by e.full_name limit 1`.execute(transaction)
  const [found] = rows
  if (found === undefined) return
  throw new Refusal(
    'act-not-available',
    `Học bạ của ${found.fullName} đang được đóng dấu trong phiên của ${found.byName}. ` +
      'Hãy chờ phiên ấy xong, rồi làm lại.',
  )
}
