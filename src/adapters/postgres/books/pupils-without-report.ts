import { sql } from 'kysely'
import type { Grade } from '../../../shared/education-level.ts'
import type { SchoolTransaction } from '../school/enter-school.ts'
import type { YearScope } from '../school/load-rows.ts'

/** A pupil who has no report of the year yet, and why. */
export interface PupilWithoutReport {
  readonly classId: string
  readonly className: string
  readonly grade: Grade
  readonly studentCode: string
  readonly fullName: string
  /** Whether the class has been carried over since the year began. */
  readonly isCarriedOver: boolean
  /** What the carry-over said of the pupil. */
  readonly reason: string | null
}

/**
 * Pupils without a report, of the classes in which somebody has to sign: as the approver, as the homeroom teacher, as a
 * teacher. With null, of every class. One statement.
 */
export const listPupilsWithoutReport = async (
  transaction: SchoolTransaction,
  { tenant, schoolYear, level }: YearScope,
  staffCode: string | null,
): Promise<readonly PupilWithoutReport[]> => {
  const isConcerned =
    staffCode === null
      ? sql`true`
      : sql`(c.homeroom_teacher = ${staffCode} or y.approver = ${staffCode} or exists (select from school.assignment a
          where a.tenant_id = ${tenant} and a.school_year = ${schoolYear} and a.class_id = c.class_id
            and a.teacher = ${staffCode}))`
  const { rows } = await sql<PupilWithoutReport>`
    select c.class_id as "classId", c.name as "className", c.grade, e.student_code as "studentCode",
      e.full_name as "fullName", k.number is not null as "isCarriedOver",
      (select one ->> 'reason' from jsonb_array_elements(k.not_made) one
        where one ->> 'studentCode' = e.student_code limit 1) as reason
    from school.school_year y
    join school.class c on c.tenant_id = ${tenant} and c.school_year = ${schoolYear} and c.level = ${level}
    join school.enrolment e on e.tenant_id = ${tenant} and e.school_year = ${schoolYear} and e.class_id = c.class_id
    left join lateral (
      select o.number, o.not_made from school.carry_over o where o.tenant_id = ${tenant}
        and o.school_year = ${schoolYear} and o.class_id = c.class_id order by o.number desc limit 1
    ) k on true
    where y.tenant_id = ${tenant} and y.school_year = ${schoolYear} and y.level = ${level} and ${isConcerned}
      and not exists (select from school.report r where r.tenant_id = ${tenant} and r.school_year = ${schoolYear}
        and r.student_code = e.student_code and r.version > 0 and r.is_current)
    order by c.grade, c.position, e.given_name, e.full_name, e.student_code`.execute(transaction)
  return rows
}

/** Why a pupil has no report, in words. */
export const whyWithout = ({ isCarriedOver, reason }: PupilWithoutReport): string =>
  isCarriedOver
    ? (reason ?? 'Chưa có học bạ từ lần kết chuyển gần nhất; chủ nhiệm kết chuyển lại lớp')
    : 'Lớp chưa kết chuyển'
