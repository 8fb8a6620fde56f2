import { sql } from 'kysely'
import type { SheetPlace } from '../gradebook/sheet-facts.ts'
import type { SchoolTransaction } from '../school/enter-school.ts'

/** How far a pupil's year is on one sheet and part: what closes it, and whether it went out. */
export interface CellStanding {
  readonly fullName: string
  readonly isConfirmed: boolean
  readonly isCarriedOver: boolean
  readonly isIssued: boolean
}

/**
 * How far a pupil of the class is; undefined where the class has no such pupil. Attendance is confirmed with the
 * homeroom teacher's sheet, decisions with the carry-over.
 */
export const findCellStanding = async (
  transaction: SchoolTransaction,
  { tenant, schoolYear, classId, sheet }: SheetPlace,
  studentCode: string,
  part: 'year' | 'summer',
): Promise<CellStanding | undefined> => {
  const confirmedSheet = sheet === 'attendance' ? 'homeroom' : sheet
  const { rows } = await sql<CellStanding>`
    select e.full_name as "fullName",
      coalesce((select k.kind = 'confirm' from school.confirmation k where k.tenant_id = ${tenant}
        and k.school_year = ${schoolYear} and k.class_id = ${classId} and k.sheet = ${confirmedSheet}
        and k.part = ${part} order by k.number desc limit 1), false) as "isConfirmed",
      exists (select from school.carry_over o where o.tenant_id = ${tenant} and o.school_year = ${schoolYear}
        and o.class_id = ${classId} and o.part = ${part}) as "isCarriedOver",
      exists (select from school.report r where r.tenant_id = ${tenant} and r.school_year = ${schoolYear}
        and r.student_code = ${studentCode} and r.issued_at is not null) as "isIssued"
    from school.enrolment e
    where e.tenant_id = ${tenant} and e.school_year = ${schoolYear} and e.student_code = ${studentCode}
      and e.class_id = ${classId}`.execute(transaction)
  return rows[0]
}
