import { sql } from 'kysely'
import { gradesOfLevel, type EducationLevel, type Grade } from '../../../shared/education-level.ts'
import { findSubject, subjectsOfLevel, type SubjectCode } from '../../../shared/subjects.ts'
import { withTenant, type Database } from '../connect.ts'
import type { Row } from '../school/columns.ts'
import type { YearPlace } from './lists.ts'
import { settingUp, type OpenYear, type SetUpBy, type SetUpPlace } from './set-up-act.ts'
import { changesOf, findRows, refuseAny } from './set-up-rows.ts'

/** A subject of a grade as the school teaches it this year, with its periods. */
export interface PlannedSubject {
  readonly grade: number
  readonly subject: SubjectCode
  readonly name: string
  readonly periodsPerYear: number
  readonly isElective: boolean
  /** 0 where the school has not decided: then it is the programme's (CT GDPT 2018). */
  readonly version: number
}

/** A row of the plan as it is stored. */
export interface StoredPlan {
  readonly grade: number
  readonly subject: string
  readonly periods_per_year: number
  readonly version: number
}

/** The compulsory subjects of a grade as the programme has them. */
const programmeOf = (level: EducationLevel, grade: Grade): readonly StoredPlan[] =>
  subjectsOfLevel[level]
    .filter(({ grades, optionalInGrades }) => grades.includes(grade) && !optionalInGrades.includes(grade))
    .map(({ code, periodsPerYear }) => ({
      grade,
      subject: code,
      periods_per_year: periodsPerYear[grade] ?? 35,
      version: 0,
    }))

const toPlanned = (level: EducationLevel, row: StoredPlan): PlannedSubject | undefined => {
  const subject = findSubject(level, row.subject)
  return (
    subject && {
      grade: row.grade,
      subject: subject.code,
      name: subject.name,
      periodsPerYear: row.periods_per_year,
      isElective: (subject.optionalInGrades as readonly number[]).includes(row.grade),
      version: row.version,
    }
  )
}

/** The plan that stored rows make: a grade without any has the programme's. In the order of the form. */
export const planOf = (level: EducationLevel, stored: readonly StoredPlan[]): readonly PlannedSubject[] => {
  const byGrade = Map.groupBy(stored, ({ grade }) => grade)
  const order = new Map(subjectsOfLevel[level].map(({ code }, index) => [code as string, index]))
  return gradesOfLevel[level].flatMap((grade) =>
    (byGrade.get(grade) ?? programmeOf(level, grade))
      .toSorted((one, other) => (order.get(one.subject) ?? 0) - (order.get(other.subject) ?? 0))
      .flatMap((row) => toPlanned(level, row) ?? []),
  )
}

/** The plan of subjects (chương trình, số tiết) of a year by grade: one statement. */
export const listSubjectPlan = (
  database: Database<'school'>,
  { tenant, schoolYear, level }: YearPlace,
): Promise<readonly PlannedSubject[]> =>
  withTenant(database, tenant, async (transaction) => {
    const rows = await transaction
      .selectFrom('school.subject_plan')
      .select(['grade', 'subject', 'periods_per_year', 'version'])
      .where('tenant_id', '=', tenant)
      .where('school_year', '=', schoolYear)
      .where('level', '=', level)
      .execute()
    return planOf(level, rows)
  })

/** One grade's subjects as somebody typed them. */
export interface TypedPlan {
  readonly grade: number
  readonly subjects: readonly { readonly subject: string; readonly periodsPerYear: number }[]
}

const listFaults = (level: EducationLevel, { grade, subjects }: TypedPlan): readonly string[] => {
  const ofGrade = subjectsOfLevel[level].filter(({ grades }) => (grades as readonly number[]).includes(grade))
  const wanted = subjects.map(({ subject }) => subject)
  const unknown = wanted.filter((code) => !ofGrade.some((one) => one.code === code))
  const twice = wanted.filter((code, at) => wanted.indexOf(code) !== at)
  const missing = ofGrade.filter(
    ({ code, optionalInGrades }) =>
      !(optionalInGrades as readonly number[]).includes(grade) && !wanted.includes(code),
  )
  return [
    ...(ofGrade.length === 0 ? [`Cấp này không có khối ${grade} → chọn khối khác.`] : []),
    ...unknown.map((code) => `Khối ${grade} không có môn ${code} (CT GDPT 2018) → bỏ môn này.`),
    ...twice.map((code) => `Môn ${findSubject(level, code)?.name ?? code} ghi hai lần → giữ một.`),
    ...missing.map(
      ({ name }) => `Khối ${grade} thiếu môn bắt buộc ${name} (CT GDPT 2018) → thêm lại môn này.`,
    ),
  ]
}

/** Sets the plan of one grade as a whole. A subject that some class is taught is not taken out. */
export const saveSubjectPlan = (
  database: Database<'school'>,
  place: SetUpPlace,
  typed: TypedPlan,
  by: SetUpBy,
): Promise<void> =>
  settingUp(database, place, by, async (year) => {
    refuseAny(listFaults(place.level, typed))
    refuseAny(await listStillTaught(year, typed))
    const before = await findRows(year, 'subject_plan', { grade: typed.grade })
    const wanted = typed.subjects.map(({ subject, periodsPerYear }): Row => ({
      grade: typed.grade,
      subject,
      periods_per_year: periodsPerYear,
    }))
    await year.write([changesOf('subject_plan', before, wanted)])
  })

const listStillTaught = async (
  { transaction, tenant, schoolYear, level }: OpenYear,
  { grade, subjects }: TypedPlan,
): Promise<readonly string[]> => {
  const { rows } = await sql<{ readonly subject: string; readonly classes: string }>`
    select a.subject, string_agg(c.name, ', ' order by c.position) as classes
    from school.assignment a join school.class c using (tenant_id, school_year, class_id)
    where a.tenant_id = ${tenant} and a.school_year = ${schoolYear} and a.level = ${level} and c.grade = ${grade}
      and a.subject <> all(${subjects.map(({ subject }) => subject)}::text[])
    group by a.subject`.execute(transaction)
  return rows.map(
    ({ subject, classes }) =>
      `Môn ${findSubject(level, subject)?.name ?? subject} đang được phân công ở lớp ${classes} → bỏ phân công trước.`,
  )
}
