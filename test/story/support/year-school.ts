import type { SchoolYearRecords } from '../../../src/records/index.ts'
import { colleagues, plannedClass } from '../../database/support/planned-class.ts'
import type { Grade } from '../../../src/shared/education-level.ts'

/** Somebody with an account at the school of the story. */
export interface YearPerson {
  readonly username: string
  readonly fullName: string
  readonly staffCode?: string
  readonly isAdministrator?: boolean
}

type Role = keyof typeof colleagues

/** One account for each role at the school: the lower-case name of the role. */
export const people = Object.fromEntries(
  Object.entries(colleagues).map(([role, { staffCode, fullName }]) => [
    role,
    { username: role.toLowerCase(), staffCode, fullName },
  ]),
) as Readonly<Record<Role, YearPerson>>

export const office: YearPerson = { username: 'quan.giang', fullName: 'Giàng A Quản', isAdministrator: true }

/** A school with one class of a grade and nothing written in its gradebook; its pupils have their numbers. */
export const schoolOf = (grade: Grade, pupils: number): SchoolYearRecords => {
  const records = plannedClass(grade, pupils)
  return {
    ...records,
    students: records.students.map((student, index) => ({
      ...student,
      profile: { ...student.profile, citizenId: `0402140000${String(index + 11)}` },
    })),
  }
}

/** Which role fills a sheet: the teacher of the assignment. */
export const teacherOf = ({ assignments, classes }: SchoolYearRecords, sheet: string): YearPerson => {
  const code =
    assignments.find(({ subject }) => subject === sheet)?.teacher ?? classes[0]?.homeroomTeacher ?? ''
  const found = Object.values(people).find(({ staffCode }) => staffCode === code)
  if (found === undefined) throw new Error(`nobody answers for ${sheet}`)
  return found
}
