import { sql } from 'kysely'
import {
  inputOf,
  toHomeroomRecord,
  toMomentRecords,
  toSubjectRecord,
  type CellValues,
  type EarlierMoment,
  type MomentRecord,
  type SheetName,
} from '../../../gradebook/index.ts'
import type { EvaluationInput } from '../../../evaluation/index.ts'
import type { Grade } from '../../../shared/education-level.ts'
import { subjectsOfLevel, type SubjectCode } from '../../../shared/subjects.ts'
import { withTenant, type Database } from '../connect.ts'
import type { SchoolTransaction } from '../school/enter-school.ts'
import { assessmentPath } from './assessment-paths.ts'
import { homeroomPath } from './homeroom-paths.ts'
import { findSheetFacts, type SheetPlace } from './sheet-facts.ts'
import { listSheetStudents, type SheetStudent } from './sheet-students.ts'

/** A class of one year of one school. */
export type ClassPlace = Omit<SheetPlace, 'sheet'>

/** One pupil's year as the circular judges it, and what stands at primary's earlier moments. */
export interface StudentResults extends Pick<
  SheetStudent,
  'studentCode' | 'fullName' | 'birthDate' | 'gender'
> {
  readonly input: EvaluationInput
  readonly moments?: Readonly<Record<EarlierMoment, MomentRecord>>
}

/** A class with its pupils' years. */
export interface ClassResults {
  readonly classId: string
  readonly name: string
  readonly grade: Grade
  readonly students: readonly StudentResults[]
}

/** All that the results of a class follow from; undefined where there is no such class. Five queries in all. */
export const readClassResults = (
  database: Database<'school'>,
  place: ClassPlace,
): Promise<ClassResults | undefined> =>
  withTenant(database, place.tenant, (transaction) => readClassResultsIn(transaction, place))

/** The same within a transaction. */
export const readClassResultsIn = async (
  transaction: SchoolTransaction,
  place: ClassPlace,
): Promise<ClassResults | undefined> => {
  const homeroom: SheetPlace = { ...place, sheet: 'homeroom' }
  const facts = await findSheetFacts(transaction, homeroom)
  if (facts === undefined) return undefined
  const students = await listSheetStudents(transaction, homeroom)
  const periods = await readPeriods(transaction, place)
  const cells = await readAllCells(transaction, place)
  return {
    classId: facts.class_id,
    name: facts.name,
    grade: facts.grade,
    students: students.map((student) =>
      toResults(
        { place, grade: facts.grade, article9_3: facts.article9_3 ?? 'mask', periods },
        student,
        cells.get(student.studentCode) ?? new Map(),
      ),
    ),
  }
}

const readPeriods = async (
  transaction: SchoolTransaction,
  { tenant, schoolYear, classId }: ClassPlace,
): Promise<ReadonlyMap<string, number>> => {
  const { rows } = await sql<{ readonly subject: string; readonly periods_per_year: number }>`
    select subject, periods_per_year from school.assignment
    where tenant_id = ${tenant} and school_year = ${schoolYear} and class_id = ${classId}`.execute(
    transaction,
  )
  return new Map(rows.map((row) => [row.subject, row.periods_per_year]))
}

/** Of each pupil the values of every sheet. */
export type StudentCells = ReadonlyMap<SheetName, CellValues>

interface AnyCell {
  readonly student_code: string
  readonly subject: SubjectCode | null
  readonly kind: string | null
  readonly term: number | null
  readonly number: number | null
  readonly field: string | null
  readonly item: string | null
  readonly value: string
}

/** Every written cell of the class, by pupil and sheet; all that belongs to no subject is under homeroom. */
export const readAllCells = async (
  transaction: SchoolTransaction,
  { tenant, schoolYear, level, classId }: ClassPlace,
): Promise<ReadonlyMap<string, StudentCells>> => {
  // Pupil by pupil through the primary keys, whatever the planner knows of the tables.
  const { rows } = await sql<AnyCell>`
    select c.* from school.enrolment e cross join lateral (
      select t.student_code, t.subject, t.kind::text, t.term, t.number, null as field, null as item, t.value
      from school.assessment t
      where t.tenant_id = ${tenant} and t.school_year = ${schoolYear} and t.student_code = e.student_code
        and t.value is not null
      union all
      select t.student_code, null, null, null, null, t.field, t.item, t.value from school.homeroom_entry t
      where t.tenant_id = ${tenant} and t.school_year = ${schoolYear} and t.student_code = e.student_code
        and t.value is not null
      offset 0
    ) c
    where e.tenant_id = ${tenant} and e.school_year = ${schoolYear} and e.class_id = ${classId}`.execute(
    transaction,
  )
  const students = new Map<string, Map<SheetName, Map<string, string | null>>>()
  for (const row of rows) {
    const sheets = getOrAdd(
      students,
      row.student_code,
      () => new Map<SheetName, Map<string, string | null>>(),
    )
    getOrAdd(sheets, row.subject ?? 'homeroom', () => new Map<string, string | null>()).set(
      pathOf(level, row),
      row.value,
    )
  }
  return students
}

const getOrAdd = <Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value => {
  const found = map.get(key)
  if (found !== undefined) return found
  const made = make()
  map.set(key, made)
  return made
}

const flags: Readonly<Record<string, string>> = { exempt: 'exempt', 'practice-exempt': 'practiceExempt' }

const pathOf = (level: ClassPlace['level'], row: AnyCell): string => {
  if (row.subject === null) return homeroomPath({ field: row.field ?? '', item: row.item ?? '' })
  const kind = row.kind ?? ''
  return (
    flags[kind] ?? assessmentPath(level, row.subject, { kind, term: row.term ?? 0, number: row.number ?? 0 })
  )
}

interface YearOfClass {
  readonly place: ClassPlace
  readonly grade: Grade
  readonly article9_3: 'mask' | 'replace'
  readonly periods: ReadonlyMap<string, number>
}

const toResults = (
  { place, grade, article9_3, periods }: YearOfClass,
  { studentCode, fullName, birthDate, gender, individualPlan }: SheetStudent,
  sheets: StudentCells,
): StudentResults => {
  // What is assigned is asked for, whether or not anything was written; what was written counts all the same.
  const subjects = subjectsOfLevel[place.level].flatMap(({ code }) => {
    const values = sheets.get(code)
    return values === undefined && !periods.has(code)
      ? []
      : [toSubjectRecord(place.level, code, values ?? new Map())]
  })
  const input = inputOf(
    { schoolYear: place.schoolYear, grade, article9_3, periodsOf: (subject) => periods.get(subject) },
    {
      studentCode,
      individualPlan,
      subjects,
      homeroom: toHomeroomRecord(sheets.get('homeroom') ?? new Map()),
    },
  )
  const results = { studentCode, fullName, birthDate, gender, input }
  return place.level === 'primary' ? { ...results, moments: toMomentRecords(sheets) } : results
}
