import { sql } from 'kysely'
import { isSubjectCode } from '../../../shared/subjects.ts'
import type { SchoolTransaction } from '../school/enter-school.ts'
import { issuedBecause } from '../../../workflow/index.ts'
import type { SheetPlace } from './sheet-facts.ts'

/** A cell that was sent back (trả lại) and waits for an answer: who sent it, and why. */
export interface WaitingCell {
  readonly path: string
  readonly byName: string
  readonly reason: string
}

/** A pupil of the class as a sheet shows them. */
export interface SheetStudent {
  readonly studentCode: string
  readonly fullName: string
  readonly givenName: string
  readonly birthDate: string
  readonly gender: 'male' | 'female'
  readonly isExempt: boolean
  readonly isPracticeExempt: boolean
  readonly individualPlan: boolean
  /** Sessions missed, counted from single days; null where no day is written down. */
  readonly excusedDays: number | null
  readonly unexcusedDays: number | null
  /** Why nothing about this pupil can be written any more. */
  readonly lockedBecause: string | null
  readonly sentBack: readonly WaitingCell[]
}

interface StudentRow extends Omit<SheetStudent, 'lockedBecause'> {
  readonly isIssued: boolean
}

/** The pupils of the class in the order of Vietnamese lists: by given name, then the whole name. */
export const listSheetStudents = async (
  transaction: SchoolTransaction,
  { tenant, schoolYear, level, classId, sheet }: SheetPlace,
): Promise<readonly SheetStudent[]> => {
  const subject = isSubjectCode(sheet) ? sheet : null
  const { rows } = await sql<StudentRow>`
    select e.student_code as "studentCode", e.full_name as "fullName", e.given_name as "givenName",
      e.birth_date as "birthDate", e.gender, coalesce(x.exempt, false) as "isExempt",
      coalesce(x.practice_exempt, false) as "isPracticeExempt", coalesce(e.individual_plan, false) as "individualPlan",
      d.excused as "excusedDays", d.unexcused as "unexcusedDays",
      exists (
        select from school.report i where i.tenant_id = ${tenant} and i.school_year = ${schoolYear}
          and i.student_code = e.student_code and i.issued_at is not null
      ) as "isIssued",
      coalesce((
        select jsonb_agg(jsonb_build_object('path', b.path, 'byName', b.by_name, 'reason', b.reason) order by b.path)
        from school.send_back b where b.tenant_id = ${tenant} and b.school_year = ${schoolYear}
          and b.student_code = e.student_code and b.sheet = ${sheet} and b.answer is null
      ), '[]') as "sentBack"
    from school.enrolment e
    left join lateral (
      select bool_or(a.kind = 'exempt') as exempt, bool_or(a.kind = 'practice-exempt') as practice_exempt
      from school.assessment a
      where a.tenant_id = ${tenant} and a.school_year = ${schoolYear} and a.student_code = e.student_code
        and a.subject = ${subject} and a.kind in ('exempt', 'practice-exempt') and a.value = 'true'
    ) x on true
    left join lateral (
      select count(*) filter (where h.value = 'excused')::int as excused,
        count(*) filter (where h.value = 'unexcused')::int as unexcused
      from school.homeroom_entry h
      where ${subject}::text is null and h.tenant_id = ${tenant} and h.school_year = ${schoolYear}
        and h.student_code = e.student_code and h.field = 'absentOn' and h.value is not null
      having count(*) > 0
    ) d on true
    where e.tenant_id = ${tenant} and e.school_year = ${schoolYear} and e.class_id = ${classId} and e.level = ${level}
    order by e.given_name, e.full_name, e.student_code`.execute(transaction)
  return rows.map(({ isIssued, ...student }) => ({
    ...student,
    lockedBecause: isIssued ? issuedBecause : null,
  }))
}
