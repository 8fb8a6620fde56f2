import type {
  SchoolClass,
  SchoolYearRecords,
  StaffMember,
  StudentYear,
  TeachingAssignment,
} from '../records/index.ts'
import type { SubjectCode } from '../shared/subjects.ts'

/** One class of a school's year with its pupils and, ready to look up, who teaches what and who is who. */
export interface ClassRecords {
  readonly records: SchoolYearRecords
  readonly schoolClass: SchoolClass
  readonly students: readonly StudentYear[]
  readonly assignments: ReadonlyMap<SubjectCode, TeachingAssignment>
  readonly staff: ReadonlyMap<string, StaffMember>
}

/** The classes of a school's year in the order of the workbook; each list is walked once. */
export const listClassRecords = (records: SchoolYearRecords): readonly ClassRecords[] => {
  const staff = new Map(records.staff.map((member) => [member.staffCode, member]))
  const students = Map.groupBy(records.students, ({ classId }) => classId)
  const assignments = Map.groupBy(records.assignments, ({ classId }) => classId)
  return records.classes.map((schoolClass) => ({
    records,
    schoolClass,
    students: students.get(schoolClass.classId) ?? [],
    assignments: new Map((assignments.get(schoolClass.classId) ?? []).map((one) => [one.subject, one])),
    staff,
  }))
}
