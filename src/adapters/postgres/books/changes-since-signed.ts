import { sql } from 'kysely'
import { listReportChanges, type ReportChange } from '../../../book/index.ts'
import { readData, type YearReport } from '../../../bookfile/index.ts'
import type { ClassPlace } from '../gradebook/class-results.ts'
import type { SchoolTransaction } from '../school/enter-school.ts'
import type { CurrentBook } from './book-standings.ts'
import type { DraftKey } from './stored-turns.ts'

/** What is another now than when somebody signed, as far as their signatures covered it. */
export interface ChangesSinceSigned {
  readonly version: number
  readonly draft: number
  readonly signedAt: string
  readonly changes: readonly ReportChange[]
}

interface FallenRow extends Omit<DraftKey, 'studentCode'> {
  readonly slotIds: readonly string[]
  readonly signedAt: Date
  readonly before: string
  readonly after: string
}

/** The latest draft on which somebody's signature stood that the current one lacks, beside the current one. */
const findFallen = async (
  transaction: SchoolTransaction,
  { tenant, schoolYear }: ClassPlace,
  studentCode: string,
  staffCode: string,
): Promise<FallenRow | undefined> => {
  const { rows } = await sql<FallenRow>`
    select o.version, o.draft, array_agg(o.slot_id) as "slotIds", max(o.signed_at) as "signedAt",
      r.data as before, c.data as after
    from school.report c
    join school.signature_slot n on n.tenant_id = ${tenant} and n.school_year = ${schoolYear}
      and n.student_code = c.student_code and n.version = c.version and n.draft = c.draft
      and n.staff_code = ${staffCode} and n.signature is null
    join school.signature_slot o on o.tenant_id = ${tenant} and o.school_year = ${schoolYear}
      and o.student_code = c.student_code and o.slot_id = n.slot_id and o.staff_code = ${staffCode}
      and not o.is_current and o.version > 0 and o.signature is not null
    join school.report r on r.tenant_id = ${tenant} and r.school_year = ${schoolYear}
      and r.student_code = o.student_code and r.version = o.version and r.draft = o.draft
    where c.tenant_id = ${tenant} and c.school_year = ${schoolYear} and c.student_code = ${studentCode}
      and c.is_current and c.version > 0
    group by o.version, o.draft, r.data, c.data
    order by o.version desc, o.draft desc limit 1`.execute(transaction)
  return rows[0]
}

/** What changed since a member of staff signed, where their signature has fallen; null where it stands or never was. */
export const findChanges = async (
  transaction: SchoolTransaction,
  place: ClassPlace,
  studentCode: string,
  { report }: CurrentBook,
  staffCode: string | undefined,
): Promise<ChangesSinceSigned | null> => {
  if (staffCode === undefined || report === null) return null
  const fallen = await findFallen(transaction, place, studentCode, staffCode)
  if (fallen === undefined) return null
  const { version, draft, slotIds, signedAt } = fallen
  const changes = listReportChanges(shownOf(fallen.before), shownOf(fallen.after)).filter(({ slots }) =>
    slots.some((id) => slotIds.includes(id)),
  )
  return { version, draft, signedAt: signedAt.toISOString(), changes }
}

/** A correction stands among what is to be noted of the book, in a sentence; here its fields would only repeat it. */
const shownOf = (text: string): YearReport => {
  const report = reportOf(text)
  return { ...report, version: { ...report.version, amendments: [] } }
}

const reportOf = (text: string): YearReport => {
  const reading = readData(text)
  if ('fault' in reading) throw new Error('a stored report must be readable', { cause: reading.fault })
  return reading.data.report
}
