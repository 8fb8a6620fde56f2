import { sql } from 'kysely'
import { listReportChanges, type ReportChange } from '../../../book/index.ts'
import { readData, type YearReport } from '../../../bookfile/index.ts'
import { withTenant, type Database } from '../connect.ts'
import type { ClassPlace } from '../gradebook/class-results.ts'
import type { SchoolTransaction } from '../school/enter-school.ts'
import { readCurrentBooks, type CurrentBook } from './book-standings.ts'
import { hiding, nothing, type BookReader } from './list-books.ts'
import type { DraftKey } from './stored-turns.ts'

/** One draft that was made of a pupil's cover (version 0) or report. */
export interface BookDraft {
  readonly version: number
  readonly draft: number
  readonly isCurrent: boolean
  readonly madeAt: string
  readonly madeBy: string
  readonly issuedAt: string | null
  readonly signatures: number
}

/** What is another now than when somebody signed, as far as their signatures covered it. */
export interface ChangesSinceSigned {
  readonly version: number
  readonly draft: number
  readonly signedAt: string
  readonly changes: readonly ReportChange[]
}

/** One pupil's book of the year (học bạ năm học) on its way. */
export interface BookView extends CurrentBook {
  readonly studentCode: string
  readonly fullName: string
  readonly birthDate: string
  readonly className: string
  /** Latest first. */
  readonly drafts: readonly BookDraft[]
  /** For whoever asks: what changed since they signed; null where their signatures stand or they never signed. */
  readonly changesSinceSigned: ChangesSinceSigned | null
}

interface Reader extends BookReader {
  readonly staffCode?: string
}

/** A pupil's book; undefined where the class has no such pupil. A fixed number of statements. */
export const readBook = (
  database: Database<'school'>,
  place: ClassPlace,
  studentCode: string,
  reader: Reader,
): Promise<BookView | undefined> =>
  withTenant(database, place.tenant, async (transaction) => {
    const pupil = await findPupil(transaction, place, studentCode)
    if (pupil === undefined) return undefined
    const current = (await readCurrentBooks(transaction, place, studentCode)).get(studentCode) ?? nothing
    return {
      ...pupil,
      studentCode,
      ...hiding(current, reader),
      drafts: await listDrafts(transaction, place, studentCode),
      changesSinceSigned: await findChanges(transaction, place, studentCode, current, reader),
    }
  })

type Pupil = Pick<BookView, 'fullName' | 'birthDate' | 'className'>

const findPupil = async (
  transaction: SchoolTransaction,
  { tenant, schoolYear, level, classId }: ClassPlace,
  studentCode: string,
): Promise<Pupil | undefined> => {
  const { rows } = await sql<Pupil>`
    select e.full_name as "fullName", e.birth_date as "birthDate", c.name as "className"
    from school.enrolment e
    join school.class c on c.tenant_id = ${tenant} and c.school_year = ${schoolYear} and c.class_id = e.class_id
    where e.tenant_id = ${tenant} and e.school_year = ${schoolYear} and e.level = ${level}
      and e.class_id = ${classId} and e.student_code = ${studentCode}`.execute(transaction)
  return rows[0]
}

const listDrafts = async (
  transaction: SchoolTransaction,
  { tenant, schoolYear }: ClassPlace,
  studentCode: string,
): Promise<readonly BookDraft[]> => {
  const { rows } = await sql<
    Omit<BookDraft, 'madeAt' | 'issuedAt'> & { readonly madeAt: Date; readonly issuedAt: Date | null }
  >`
    select r.version, r.draft, r.is_current as "isCurrent", a.acted_at as "madeAt", a.acted_by as "madeBy",
      r.issued_at as "issuedAt", (select count(*)::integer from school.signature_slot s where s.tenant_id = ${tenant}
        and s.school_year = ${schoolYear} and s.student_code = r.student_code and s.version = r.version
        and s.draft = r.draft and s.signature is not null) as signatures
    from school.report r
    join school.act a on a.tenant_id = ${tenant} and a.act_id = r.act_id
    where r.tenant_id = ${tenant} and r.school_year = ${schoolYear} and r.student_code = ${studentCode}
    order by a.acted_at desc, r.version desc, r.draft desc`.execute(transaction)
  return rows.map((row) => ({
    ...row,
    madeAt: row.madeAt.toISOString(),
    issuedAt: row.issuedAt?.toISOString() ?? null,
  }))
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

const findChanges = async (
  transaction: SchoolTransaction,
  place: ClassPlace,
  studentCode: string,
  { report }: CurrentBook,
  { staffCode }: Reader,
): Promise<ChangesSinceSigned | null> => {
  if (staffCode === undefined || report === null) return null
  const fallen = await findFallen(transaction, place, studentCode, staffCode)
  if (fallen === undefined) return null
  const { version, draft, slotIds, signedAt } = fallen
  const changes = listReportChanges(reportOf(fallen.before), reportOf(fallen.after)).filter(({ slots }) =>
    slots.some((id) => slotIds.includes(id)),
  )
  return { version, draft, signedAt: signedAt.toISOString(), changes }
}

const reportOf = (text: string): YearReport => {
  const reading = readData(text)
  if ('fault' in reading) throw new Error('a stored report must be readable', { cause: reading.fault })
  return reading.data.report
}
