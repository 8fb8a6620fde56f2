import { sql } from 'kysely'
import type { Database } from '../connect.ts'
import { inYear, ofYear, type NamedStaff, type YearPlace } from './lists.ts'
import { planOf, type PlannedSubject, type StoredPlan } from './subject-plan.ts'

/** A lesson as lists show it: given out, or planned and still without a teacher. */
export interface ListedAssignment {
  readonly classId: string
  readonly className: string
  readonly subject: string
  readonly teacher: NamedStaff | null
  readonly otherTeachers: readonly NamedStaff[]
  readonly periodsPerYear: number
  /** Null of a lesson that nobody has been given. */
  readonly version: number | null
}

interface ClassWithLessons {
  readonly classId: string
  readonly className: string
  readonly grade: number
  readonly lessons: readonly Omit<ListedAssignment, 'classId' | 'className'>[]
}

/**
 * Who teaches what in a year, class by class; compulsory subjects of the plan that nobody teaches stand last, without a
 * teacher. Two statements.
 */
export const listAssignments = (
  database: Database<'school'>,
  place: YearPlace,
): Promise<readonly ListedAssignment[]> =>
  inYear(database, place, async (transaction) => {
    const { rows: classes } = await sql<ClassWithLessons>`
      select c.class_id as "classId", c.name as "className", c.grade, coalesce(l.lessons, '[]') as lessons
      from school.class c left join (
        select a.class_id, jsonb_agg(jsonb_build_object('subject', a.subject,
            'teacher', jsonb_build_object('staffCode', s.staff_code, 'fullName', s.full_name),
            'otherTeachers', coalesce(o.teachers, '[]'), 'periodsPerYear', a.periods_per_year, 'version', a.version)
          order by a.position) as lessons
        from school.assignment a
          join school.staff s on ${ofYear(place, 's')} and s.staff_code = a.teacher
          left join (select t.class_id, t.subject,
              jsonb_agg(jsonb_build_object('staffCode', p.staff_code, 'fullName', p.full_name) order by t.position)
                as teachers
            from school.co_teacher t join school.staff p on ${ofYear(place, 'p')} and p.staff_code = t.staff_code
            where ${ofYear(place, 't')} group by t.class_id, t.subject) o
            on o.class_id = a.class_id and o.subject = a.subject
        where ${ofYear(place, 'a')} group by a.class_id) l on l.class_id = c.class_id
      where ${ofYear(place, 'c')} order by c.grade, c.position`.execute(transaction)
    const { rows: stored } = await sql<StoredPlan>`
      select p.grade, p.subject, p.periods_per_year, p.version from school.subject_plan p
      where ${ofYear(place, 'p')}`.execute(transaction)
    const planned = Map.groupBy(planOf(place.level, stored), ({ grade }) => grade)
    return classes.flatMap((one) => lessonsOf(one, planned.get(one.grade) ?? []))
  })

const lessonsOf = (
  { classId, className, lessons }: ClassWithLessons,
  plan: readonly PlannedSubject[],
): readonly ListedAssignment[] => {
  const given = new Set(lessons.map(({ subject }) => subject))
  const missing = plan
    .filter(({ subject, isElective }) => !isElective && !given.has(subject))
    .map(({ subject, periodsPerYear }) => ({
      subject,
      teacher: null,
      otherTeachers: [],
      periodsPerYear,
      version: null,
    }))
  return [...lessons, ...missing].map((lesson) => ({ classId, className, ...lesson }))
}
