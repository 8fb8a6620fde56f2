import { sql } from 'kysely'
import {
  isSheetOfGrade,
  listDueColumns,
  sheetTitle,
  type ClassSheet,
  type SheetName,
} from '../../../gradebook/index.ts'
import type { PlainDate } from '../../../shared/dates.ts'
import type { EducationLevel, Grade } from '../../../shared/education-level.ts'
import type { SchoolYear } from '../../../shared/school-year.ts'
import { isSubjectCode } from '../../../shared/subjects.ts'
import { withTenant, type Database } from '../connect.ts'
import type { SchoolTransaction } from '../school/enter-school.ts'
import { assessmentPath } from './assessment-paths.ts'
import { homeroomPath } from './homeroom-paths.ts'

/** A sheet somebody has to do with; without a class, that sheet of every class of the level. */
export interface WorkPlace {
  readonly classId?: string
  readonly sheet: SheetName
}

/** How far a sheet is: of the cells asked for by today, how many are filled. */
export interface Progress {
  readonly classId: string
  readonly className: string
  readonly grade: Grade
  readonly sheet: SheetName
  readonly title: string
  readonly filled: number
  readonly needed: number
}

/** One level of a school in one year. */
export interface LevelPlace {
  readonly tenant: number
  readonly schoolYear: SchoolYear
  readonly level: EducationLevel
}

interface ClassRow {
  readonly class_id: string
  readonly name: string
  readonly grade: Grade
  readonly pupils: number
  readonly periods: Readonly<Record<string, number>> | null
}

/** How many pupils of a class have a value in one kind of cell. */
interface Filled {
  readonly class_id: string
  readonly sheet: string
  readonly path: string
  readonly count: number
}

/** The progress of sheets, in the order of the classes and as they are named. A fixed number of statements for any number of sheets. */
export const listProgress = (
  database: Database<'school'>,
  place: LevelPlace,
  wanted: readonly WorkPlace[],
  today: PlainDate,
): Promise<readonly Progress[]> =>
  withTenant(database, place.tenant, async (transaction) => {
    if (wanted.length === 0) return []
    const classIds = wanted.some(({ classId }) => classId === undefined)
      ? null
      : [...new Set(wanted.flatMap(({ classId }) => classId ?? []))]
    const classes = await readClasses(transaction, place, classIds)
    const entries = await countEntries(transaction, place, classIds, wanted)
    const assessments = await countAssessments(transaction, place, classIds, wanted)
    const filled = [...assessments, ...entries]
    const byClass = Map.groupBy(filled, ({ class_id }) => class_id)
    return classes.flatMap((one) =>
      wanted
        .filter(({ classId }) => classId === undefined || classId === one.class_id)
        .flatMap(({ sheet }) => toProgress(place, one, sheet, byClass.get(one.class_id) ?? [], today)),
    )
  })

const among = (column: string, list: readonly string[] | null) =>
  list === null ? sql`true` : sql`${sql.ref(column)} = any(${list}::text[])`

const readClasses = async (
  transaction: SchoolTransaction,
  { tenant, schoolYear, level }: LevelPlace,
  classIds: readonly string[] | null,
): Promise<readonly ClassRow[]> => {
  const { rows } = await sql<ClassRow>`
    select c.class_id, c.name, c.grade, coalesce(e.pupils, 0)::int as pupils, a.periods
    from school.class c
    left join (
      select class_id, count(*) as pupils from school.enrolment
      where tenant_id = ${tenant} and school_year = ${schoolYear} group by class_id
    ) e using (class_id)
    left join (
      select class_id, jsonb_object_agg(subject, periods_per_year) as periods from school.assignment
      where tenant_id = ${tenant} and school_year = ${schoolYear} group by class_id
    ) a using (class_id)
    where c.tenant_id = ${tenant} and c.school_year = ${schoolYear} and c.level = ${level}
      and ${among('c.class_id', classIds)}
    order by c.grade, c.position`.execute(transaction)
  return rows
}

const isFilled = sql`t.value is not null and (t.kind <> 'exempt' or t.value = 'true')`

/** Pupil by pupil: what the other classes have is not looked at. */
const cellsOfClasses = (
  { tenant, schoolYear, level }: LevelPlace,
  subjects: readonly string[],
  classIds: readonly string[],
) => sql`
  select e.class_id, t.* from school.enrolment e
  cross join lateral (
    select t.subject, t.kind, t.term, t.number from school.assessment t
    where t.tenant_id = ${tenant} and t.school_year = ${schoolYear} and t.student_code = e.student_code
      and t.subject = any(${subjects}::text[]) and ${isFilled}
    offset 0
  ) t
  where e.tenant_id = ${tenant} and e.school_year = ${schoolYear} and e.level = ${level}
    and e.class_id = any(${classIds}::text[])`

/** Of every subject: it is looked up by its pupil, so that to leave one out saves nothing. */
const cellsOfLevel = ({ tenant, schoolYear, level }: LevelPlace) => sql`
  select e.class_id, t.subject, t.kind, t.term, t.number from school.assessment t
  join school.enrolment e using (tenant_id, school_year, student_code)
  where t.tenant_id = ${tenant} and t.school_year = ${schoolYear} and e.level = ${level} and ${isFilled}`

/**
 * Everything of a year is read once and counted in a table by key. A planner that knows nothing yet of a new school
 * year would look up each cell's pupil, and sort what it counts: twice the time. Holds until the transaction ends.
 */
const readOnce = (transaction: SchoolTransaction): Promise<unknown> =>
  sql`set local enable_nestloop = off; set local enable_sort = off;
    set local enable_incremental_sort = off`.execute(transaction)

const countAssessments = async (
  transaction: SchoolTransaction,
  place: LevelPlace,
  classIds: readonly string[] | null,
  wanted: readonly WorkPlace[],
): Promise<readonly Filled[]> => {
  const subjects = [...new Set(wanted.map(({ sheet }) => sheet))].filter(isSubjectCode)
  if (subjects.length === 0) return []
  if (classIds === null) await readOnce(transaction)
  const { rows } = await sql<{
    readonly class_id: string
    readonly subject: (typeof subjects)[number]
    readonly kind: string
    readonly term: number
    readonly number: number
    readonly count: number
  }>`
    select class_id, subject, kind::text as kind, term, number, count(*)::int as count
    from (${classIds === null ? cellsOfLevel(place) : cellsOfClasses(place, subjects, classIds)}) t
    group by class_id, subject, kind, term, number`.execute(transaction)
  return rows.map((row) => ({
    class_id: row.class_id,
    sheet: row.subject,
    path: assessmentPath(place.level, row.subject, row),
    count: row.count,
  }))
}

const countEntries = async (
  transaction: SchoolTransaction,
  { tenant, schoolYear, level }: LevelPlace,
  classIds: readonly string[] | null,
  wanted: readonly WorkPlace[],
): Promise<readonly Filled[]> => {
  if (wanted.every(({ sheet }) => isSubjectCode(sheet))) return []
  const { rows } = await sql<{
    readonly class_id: string
    readonly field: string
    readonly item: string
    readonly count: number
  }>`
    with entry as materialized (
      select e.class_id, t.* from school.enrolment e
      cross join lateral (
        select t.student_code, t.field, t.item from school.homeroom_entry t
        where t.tenant_id = ${tenant} and t.school_year = ${schoolYear} and t.student_code = e.student_code
          and t.value is not null
        offset 0
      ) t
      where e.tenant_id = ${tenant} and e.school_year = ${schoolYear} and e.level = ${level}
        and ${among('e.class_id', classIds)}
    )
    select class_id, field, item, count(*)::int as count from entry
    where field not in ('absentOn', 'absences') group by class_id, field, item
    union all
    -- A total is there where it was written, and where single days make it.
    select t.class_id, 'absences', kind.item, count(distinct t.student_code)::int
    from entry t
    join (values ('excused'), ('unexcused')) kind(item)
      on t.field = 'absentOn' or t.field = 'absences' and t.item = kind.item
    group by t.class_id, kind.item`.execute(transaction)
  return rows.map(({ class_id, field, item, count }) => ({
    class_id,
    sheet: sheetOf(field),
    path: homeroomPath({ field, item }),
    count,
  }))
}

const sheetOf = (field: string): ClassSheet => (field === 'principalDecision' ? 'decisions' : 'homeroom')

const toProgress = (
  { schoolYear, level }: LevelPlace,
  { class_id, name, grade, pupils, periods }: ClassRow,
  sheet: SheetName,
  filled: readonly Filled[],
  today: PlainDate,
): readonly Progress[] => {
  const periodsPerYear = periods?.[sheet] ?? null
  if (!isSheetOfGrade(grade, sheet) || (isSubjectCode(sheet) && periodsPerYear === null)) return []
  const own = filled.filter((one) => one.sheet === sheet)
  const due = new Set(
    listDueColumns({ sheet, schoolYear, grade, periodsPerYear }, today).map(({ path }) => path),
  )
  const exempt = own.find(({ path }) => path === 'exempt')?.count ?? 0
  const needed = due.size * Math.max(0, pupils - exempt)
  const done = own.filter(({ path }) => due.has(path)).reduce((sum, { count }) => sum + count, 0)
  return [
    {
      classId: class_id,
      className: name,
      grade,
      sheet,
      title: sheetTitle(level, sheet),
      filled: Math.min(done, needed),
      needed,
    },
  ]
}
