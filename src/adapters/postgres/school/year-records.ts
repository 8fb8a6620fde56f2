import type { SchoolYearRecords, StudentYear, TeachingAssignment } from '../../../records/index.ts'
import type { EducationLevel } from '../../../shared/education-level.ts'
import type { SchoolYear } from '../../../shared/school-year.ts'
import { subjectRecordsOf } from './assessment-cells.ts'
import { recordOf, type Columns, type Row, type Value } from './columns.ts'
import { homeroomRecordOf } from './homeroom-entries.ts'
import {
  amendmentColumns,
  assignmentColumns,
  classColumns,
  enrolmentColumns,
  historyColumns,
  schoolColumns,
  staffColumns,
  type TableName,
  type YearRows,
} from './tables.ts'

/** Which year of which school the rows are of. */
export interface YearPlace {
  readonly schoolCode: string
  readonly schoolYear: SchoolYear
  readonly level: EducationLevel
}

const sortedBy = (rows: readonly Row[], column: string): readonly Row[] =>
  rows.toSorted((a, b) => Number(a[column]) - Number(b[column]))

/** The records that a school year's rows make up: what `rowsOfRecords` was given. */
export const recordsOfRows = (
  { schoolCode, schoolYear, level }: YearPlace,
  rows: YearRows<Row>,
): SchoolYearRecords => {
  const of = (name: TableName): readonly Row[] => rows.get(name) ?? []
  const listOf = <T>(name: TableName, columns: Columns<T>, order = 'position'): readonly T[] =>
    sortedBy(of(name), order).map((row) => recordOf(columns, row))
  const school = recordOf(schoolColumns, of('school_year')[0] ?? {})
  return {
    school: { code: schoolCode, level, ...school },
    schoolYear,
    staff: listOf('staff', staffColumns),
    classes: sortedBy(of('class'), 'position').map((row) =>
      recordOf(classColumns, { ...row, homeroom_teacher: row['homeroom_teacher'] ?? '' }),
    ),
    assignments: withCoTeachers(listOf('assignment', assignmentColumns), of('co_teacher')),
    students: studentsOf(level, rows),
    amendments: listOf('amendment', amendmentColumns, 'number'),
  }
}

const withCoTeachers = (
  assignments: readonly TeachingAssignment[],
  coTeachers: readonly Row[],
): readonly TeachingAssignment[] => {
  const keyOf = (classId: Value | undefined, subject: Value | undefined): string =>
    `${String(classId)}\n${String(subject)}`
  const byAssignment = Map.groupBy(coTeachers, (row) => keyOf(row['class_id'], row['subject']))
  return assignments.map((assignment) => {
    const own = byAssignment.get(keyOf(assignment.classId, assignment.subject))
    if (own === undefined) return assignment
    return { ...assignment, otherTeachers: sortedBy(own, 'position').map((row) => String(row['staff_code'])) }
  })
}

const studentsOf = (level: EducationLevel, rows: YearRows<Row>): readonly StudentYear[] => {
  const byPupil = (name: TableName): ReadonlyMap<Value | undefined, readonly Row[]> =>
    Map.groupBy(rows.get(name) ?? [], (row) => row['student_code'])
  const [histories, cells, entries] = [
    byPupil('schooling_history'),
    byPupil('assessment'),
    byPupil('homeroom_entry'),
  ]
  return sortedBy(rows.get('enrolment') ?? [], 'position').map((row) => {
    const code = row['student_code']
    const history = sortedBy(histories.get(code) ?? [], 'row_number')
    return {
      ...recordOf(enrolmentColumns, row),
      history: history.map((one) => recordOf(historyColumns, one)),
      subjects: subjectRecordsOf(level, cells.get(code) ?? []),
      homeroom: homeroomRecordOf(entries.get(code) ?? []),
    }
  })
}
