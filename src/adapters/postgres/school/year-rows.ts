import type {
  SchoolClass,
  SchoolYearRecords,
  StudentYear,
  TeachingAssignment,
} from '../../../records/index.ts'
import { cellsOf } from './assessment-cells.ts'
import { rowOf, type Row } from './columns.ts'
import { homeroomEntriesOf } from './homeroom-entries.ts'
import {
  amendmentColumns,
  assignmentColumns,
  classColumns,
  enrolmentColumns,
  historyColumns,
  schoolColumns,
  staffColumns,
  type YearRows,
} from './tables.ts'

const inOrder = <T>(list: readonly T[], toRow: (one: T) => Row): readonly Row[] =>
  list.map((one, position) => ({ ...toRow(one), position }))

const coTeachersOf = ({ classId, subject, otherTeachers = [] }: TeachingAssignment): readonly Row[] =>
  inOrder(otherTeachers, (staffCode) => ({ class_id: classId, subject, staff_code: staffCode }))

const historyOf = ({ profile, history }: StudentYear): readonly Row[] =>
  history.map((row, number) => ({
    student_code: profile.studentCode,
    row_number: number,
    ...rowOf(historyColumns, row),
  }))

/** A class that has no homeroom teacher yet has an empty code in the records, and nothing in the table. */
const classRowOf = (one: SchoolClass): Row => {
  const row = rowOf(classColumns, one)
  return row['homeroom_teacher'] === '' ? { ...row, homeroom_teacher: null } : row
}

/** The rows that a school year's records make, by table. */
export const rowsOfRecords = (records: SchoolYearRecords): YearRows<Row> => {
  const { school, staff, classes, assignments, students, amendments } = records
  return new Map([
    ['school_year', [rowOf(schoolColumns, school)]],
    ['staff', inOrder(staff, (one) => rowOf(staffColumns, one))],
    ['class', inOrder(classes, classRowOf)],
    ['assignment', inOrder(assignments, (one) => rowOf(assignmentColumns, one))],
    ['co_teacher', assignments.flatMap(coTeachersOf)],
    ['enrolment', inOrder(students, (one) => rowOf(enrolmentColumns, one))],
    ['schooling_history', students.flatMap(historyOf)],
    [
      'assessment',
      students.flatMap(({ profile, subjects }) =>
        subjects.flatMap((subject) => cellsOf(school.level, profile.studentCode, subject)),
      ),
    ],
    [
      'homeroom_entry',
      students.flatMap(({ profile, homeroom }) => homeroomEntriesOf(profile.studentCode, homeroom)),
    ],
    ['amendment', amendments.map((one, number) => ({ number, ...rowOf(amendmentColumns, one) }))],
  ])
}
