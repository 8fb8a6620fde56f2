import { sql } from 'kysely'
import { withTenant, type Database } from '../connect.ts'
import type { ClassPlace } from '../gradebook/class-results.ts'
import type { SchoolTransaction } from '../school/enter-school.ts'
import { readCurrentBooks, type CurrentBook } from './book-standings.ts'
import { findChanges, type ChangesSinceSigned } from './changes-since-signed.ts'
import { hiding, nothing, type BookReader } from './list-books.ts'

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
      changesSinceSigned: await findChanges(transaction, place, studentCode, current, reader.staffCode),
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
