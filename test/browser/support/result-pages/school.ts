import { inventProvince } from '../../../../src/demo/province/index.ts'
import type { SchoolYearRecords } from '../../../../src/records/index.ts'
import { findSubject } from '../../../../src/shared/subjects.ts'
import type { EducationLevel } from '../../../../src/shared/education-level.ts'

/** The invented schools of 2025-2026, one of each level. */
export const schools: readonly SchoolYearRecords[] = inventProvince({ students: 180, seed: 1 }).filter(
  ({ schoolYear }) => schoolYear === '2025-2026',
)

export const schoolOf = (level: EducationLevel): SchoolYearRecords => {
  const found = schools.find(({ school }) => school.level === level)
  if (found === undefined) throw new Error(`no school of ${level}`)
  return found
}

/** Whom the pages are shown to: the school's principal, who sees every class. */
export const principalOf = ({ staff }: SchoolYearRecords): string =>
  staff.find(({ post }) => post === 'principal')?.staffCode ?? ''

/** Who writes the marks of mathematics in the first class. */
export const writerOf = ({ classes, assignments }: SchoolYearRecords): string =>
  assignments.find(({ classId, subject }) => classId === classes[0]?.classId && subject === 'TOAN')
    ?.teacher ?? ''

const staffOf = ({ staff }: SchoolYearRecords, code: string) => ({
  staffCode: code,
  fullName: nameOf(staff, code),
})

const nameOf = (staff: SchoolYearRecords['staff'], code: string): string =>
  staff.find(({ staffCode }) => staffCode === code)?.fullName ?? code

export const staffName = ({ staff }: SchoolYearRecords, code: string): string => nameOf(staff, code)

/** What the set-up of the year answers about its classes; the pages ask who leads and who teaches. */
export const answerSetUp = (path: string, records: SchoolYearRecords): object | undefined => {
  if (path.endsWith('/assignments')) return { assignments: assignmentsOf(records) }
  return path.endsWith('/classes') ? { classes: classesOf(records) } : undefined
}

const assignmentsOf = (records: SchoolYearRecords) =>
  records.assignments.map(({ classId, subject, teacher, periodsPerYear }) => ({
    classId,
    className: classId,
    subject,
    subjectName: findSubject(records.school.level, subject)?.name ?? subject,
    teacher: staffOf(records, teacher),
    otherTeachers: [],
    periodsPerYear,
    version: 1,
  }))

const classesOf = (records: SchoolYearRecords) =>
  records.classes.map(({ classId, name, grade, homeroomTeacher }) => ({
    classId,
    name,
    grade,
    homeroomTeacher: staffOf(records, homeroomTeacher),
    foreignLanguage: null,
    students: records.students.length,
    subjects: 12,
    version: 1,
  }))
