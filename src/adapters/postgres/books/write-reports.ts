import { sql } from 'kysely'
import type { ReportException } from '../../../book/index.ts'
import type { SignedData } from '../../../bookfile/index.ts'
import type { SigningSheet } from '../../../signing/index.ts'
import type { ClassPlace } from '../gradebook/class-results.ts'
import type { SchoolTransaction } from '../school/enter-school.ts'
import type { DraftKey } from './stored-turns.ts'

/** A report, or with version 0 a cover, that becomes the current one of its pupil. */
export interface NewDraft {
  readonly studentCode: string
  readonly version: number
  /** SHA-256 (base64) of the part that is signed. */
  readonly digest: string
  readonly text: string
  readonly exceptions: readonly ReportException[]
  /** Its slots, with the signatures that are kept. */
  readonly sheet: SigningSheet<SignedData>
  /** In which draft each kept signature stands, by slot. */
  readonly keptFrom: ReadonlyMap<string, DraftKey>
}

/** Pupils whose current cover, or current report, is no longer to be signed. */
export interface Retirement {
  readonly studentCode: string
  readonly isCover: boolean
}

/** Takes drafts out of the current ones; they stay as they are. Two statements. */
export const retireDrafts = async (
  transaction: SchoolTransaction,
  { tenant, schoolYear }: Pick<ClassPlace, 'tenant' | 'schoolYear'>,
  retired: readonly Retirement[],
): Promise<void> => {
  if (retired.length === 0) return
  for (const table of ['school.report', 'school.signature_slot'])
    await sql`
      update ${sql.table(table)} t set is_current = false
      from unnest(${retired.map(({ studentCode }) => studentCode)}::text[],
        ${retired.map(({ isCover }) => isCover)}::boolean[]) as n(student_code, is_cover)
      where t.tenant_id = ${tenant} and t.school_year = ${schoolYear} and t.student_code = n.student_code
        and (t.version = 0) = n.is_cover and t.is_current`.execute(transaction)
}

/**
 * Writes drafts as the current ones of their pupils, each with its slots; what was current before gives way. Kept
 * signatures keep their time and their act. Four statements, however many there are.
 */
export const writeReports = async (
  transaction: SchoolTransaction,
  place: ClassPlace,
  drafts: readonly NewDraft[],
  actId: string,
): Promise<readonly DraftKey[]> => {
  if (drafts.length === 0) return []
  await retireDrafts(
    transaction,
    place,
    drafts.map(({ studentCode, version }) => ({ studentCode, isCover: version === 0 })),
  )
  const written = await insertReports(transaction, place, drafts, actId)
  await insertSlots(transaction, place, drafts, written)
  return written
}

const insertReports = async (
  transaction: SchoolTransaction,
  { tenant, schoolYear, level, classId }: ClassPlace,
  drafts: readonly NewDraft[],
  actId: string,
): Promise<readonly DraftKey[]> => {
  const { rows } = await sql<DraftKey>`
    insert into school.report (tenant_id, school_year, student_code, version, draft, level, class_id, digest, data,
      exceptions, act_id)
    select ${tenant}::integer, ${schoolYear}::text, n.student_code, n.version,
      1 + coalesce((select max(r.draft) from school.report r where r.tenant_id = ${tenant}
        and r.school_year = ${schoolYear} and r.student_code = n.student_code and r.version = n.version), 0),
      ${level}::school.education_level, ${classId}::text, decode(n.digest, 'base64'), n.data, n.exceptions,
      ${actId}::uuid
    from unnest(${drafts.map(({ studentCode }) => studentCode)}::text[],
      ${drafts.map(({ version }) => version)}::integer[], ${drafts.map(({ digest }) => digest)}::text[],
      ${drafts.map(({ text }) => text)}::text[],
      ${drafts.map(({ exceptions }) => JSON.stringify(exceptions))}::jsonb[])
      as n(student_code, version, digest, data, exceptions)
    returning student_code as "studentCode", version, draft`.execute(transaction)
  return rows
}

const slotRowsOf = ({ sheet, studentCode, version, keptFrom }: NewDraft, draft: number): readonly object[] =>
  sheet.slots.map(({ id, role, signatory, covers }, position) => {
    const kept = keptFrom.get(id)
    return {
      student_code: studentCode,
      version,
      draft,
      slot_id: id,
      position,
      role,
      staff_code: signatory?.staffCode ?? null,
      covers,
      after: covers.flatMap((target) => (target.startsWith('sv-') ? [target.slice('sv-'.length)] : [])),
      kept_version: kept?.version ?? null,
      kept_draft: kept?.draft ?? null,
    }
  })

const insertSlots = async (
  transaction: SchoolTransaction,
  { tenant, schoolYear, level, classId }: ClassPlace,
  drafts: readonly NewDraft[],
  written: readonly DraftKey[],
): Promise<void> => {
  const numbers = new Map(
    written.map(({ studentCode, version, draft }) => [`${studentCode}/${version}`, draft]),
  )
  const rows = drafts.flatMap((one) => slotRowsOf(one, numbers.get(`${one.studentCode}/${one.version}`) ?? 0))
  await sql`
    insert into school.signature_slot (tenant_id, school_year, level, class_id, student_code, version, draft, slot_id,
      position, role, staff_code, covers, after, signature, value_digest, signed_at, act_id)
    select ${tenant}::integer, ${schoolYear}::text, ${level}::school.education_level, ${classId}::text,
      n.student_code, n.version, n.draft, n.slot_id, n.position, n.role, n.staff_code, n.covers, n.after,
      k.signature, k.value_digest, k.signed_at, k.act_id
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(student_code text, version integer, draft integer,
      slot_id text, position integer, role text, staff_code text, covers text[], after text[],
      kept_version integer, kept_draft integer)
    left join school.signature_slot k on k.tenant_id = ${tenant} and k.school_year = ${schoolYear}
      and k.student_code = n.student_code and k.version = n.kept_version and k.draft = n.kept_draft
      and k.slot_id = n.slot_id`.execute(transaction)
}
