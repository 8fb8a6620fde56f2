import { sql } from 'kysely'
import { storySchool } from './story-school.ts'

/** The year that the school of the story sets up by hand: its upper-secondary classes. */
const isOfHand = sql`school_year = ${storySchool.schoolYear} and level = 'upper-secondary'`

export const staffWithGroup = sql`
  select staff_code, birth_date, subject_group from school.staff where ${isOfHand} order by staff_code`

export const groups = sql`select name, head from school.subject_group where ${isOfHand}`

export const plannedSubjects = sql<{ readonly subject: string }>`
  select subject from school.subject_plan where ${isOfHand} and grade = 10`

export const lessonsGiven = sql`
  select class_id, teacher, count(*)::int from school.assignment where ${isOfHand} group by class_id, teacher`

export const enrolled = sql`
  select full_name from school.enrolment where ${isOfHand} and class_id = '10A1' order by student_code`

/** A pupil who is exempt from something and has changed class: all that was written of it. */
export const fileOf = (studentCode: string) => sql`
  select e.class_id, e.father_name, e.father_occupation, e.mother_name, a.subject, a.kind::text, o.decision_number,
    m.from_class, m.moved_on, m.reason
  from school.enrolment e
    join school.assessment a using (tenant_id, school_year, student_code)
    join school.exemption_order o using (tenant_id, school_year, student_code, subject)
    join school.student_move m using (tenant_id, school_year, student_code)
  where ${isOfHand} and student_code = ${studentCode}`
