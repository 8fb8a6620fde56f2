import { sql } from 'kysely'
import type { SchoolTransaction } from '../school/enter-school.ts'
import type { YearScope } from '../school/load-rows.ts'
import { readySlots, unsignedSlots } from './ready-slots.ts'

/** How many books of a class have come how far; each number contains those that follow it. */
export interface ClassBooks {
  readonly covers: number
  readonly coversSigned: number
  readonly made: number
  readonly subjectsSigned: number
  readonly homeroomSigned: number
  readonly approved: number
  readonly issued: number
  /** Signatures that the reports on their way still lack, the school's seal among them. */
  readonly signaturesLeft: number
}

/** Nothing of a class has been made yet. */
export const noBooks: ClassBooks = {
  covers: 0,
  coversSigned: 0,
  made: 0,
  subjectsSigned: 0,
  homeroomSigned: 0,
  approved: 0,
  issued: 0,
  signaturesLeft: 0,
}

const subjectRoles = ['subject-teacher', 'principal-for-absent-teacher']
const homeroomRoles = ['homeroom-teacher']

/** How far the books of each class are, by class. A pupil whose book was issued once counts as issued. */
export const readClassBooks = async (
  transaction: SchoolTransaction,
  { tenant, schoolYear, level }: YearScope,
): Promise<ReadonlyMap<string, ClassBooks>> => {
  const { rows } = await sql<ClassBooks & { readonly class_id: string }>`
    with report as (
      select r.class_id, r.version, r.version > 1 or r.issued_at is not null as issued, s.*
      from school.report r cross join lateral (
        select coalesce(bool_and(s.signature is not null) filter (where s.role = any(${subjectRoles}::text[])), true)
            as subjects,
          coalesce(bool_and(s.signature is not null) filter (where s.role = any(${homeroomRoles}::text[])), true)
            as homeroom,
          coalesce(bool_and(s.signature is not null) filter (where s.role <> 'school-seal'), false) as everyone,
          coalesce(bool_and(s.signature is not null), false) as whole,
          count(*) filter (where s.signature is null) as left
        from school.signature_slot s
        where s.tenant_id = ${tenant} and s.school_year = ${schoolYear} and s.student_code = r.student_code
          and s.version = r.version and s.draft = r.draft
        offset 0
      ) s
      where r.tenant_id = ${tenant} and r.school_year = ${schoolYear} and r.level = ${level} and r.is_current
    )
    select class_id, count(*) filter (where version = 0)::int as covers,
      count(*) filter (where version = 0 and whole)::int as "coversSigned",
      count(*) filter (where version > 0)::int as made,
      count(*) filter (where version > 0 and (issued or subjects))::int as "subjectsSigned",
      count(*) filter (where version > 0 and (issued or subjects and homeroom))::int as "homeroomSigned",
      count(*) filter (where version > 0 and (issued or everyone))::int as approved,
      count(*) filter (where version > 0 and issued)::int as issued,
      coalesce(sum(report.left) filter (where version > 0), 0)::int as "signaturesLeft"
    from report group by class_id`.execute(transaction)
  return new Map(rows.map(({ class_id, ...books }) => [class_id, books]))
}

/** Reports of one class that wait for one person now; for the school's seal where the code is null. */
export interface WaitingReports {
  readonly staffCode: string | null
  readonly classId: string
  readonly reports: number
}

/** What waits for whom, by class. */
export const listWaitingReports = async (
  transaction: SchoolTransaction,
  { tenant, schoolYear, level }: YearScope,
): Promise<readonly WaitingReports[]> => {
  const { rows } = await sql<WaitingReports>`
    select staff_code as "staffCode", class_id as "classId", count(distinct student_code)::int as reports
    from (${readySlots(tenant, unsignedSlots({ tenant, schoolYears: [schoolYear] }))}) s
    where level = ${level} group by staff_code, class_id order by class_id`.execute(transaction)
  return rows
}
