import { listClassRecords } from '../../../book/index.ts'
import type { SchoolYearRecords } from '../../../records/index.ts'
import { createIssuedYears, listEditions } from './editions.ts'
import type { NotIssued } from './issue-class.ts'

/** What issuing would do with one school's year. */
export interface YearCheck {
  readonly school: string
  readonly schoolYear: string
  readonly students: number
  readonly books: number
  readonly notIssued: readonly NotIssued[]
}

/** Evaluates and assembles everything, signs nothing. */
export const checkYears = (years: readonly SchoolYearRecords[]): readonly YearCheck[] => years.map(checkYear)

const checkYear = (records: SchoolYearRecords): YearCheck => {
  const issued = createIssuedYears()
  const notIssued: NotIssued[] = []
  let books = 0
  for (const classRecords of listClassRecords(records))
    for (const student of classRecords.students)
      for (const edition of listEditions(classRecords, student, issued, 'check'))
        if ('report' in edition) books++
        else
          notIssued.push({
            student: `${student.profile.fullName} (${student.profile.studentCode}, lớp ${classRecords.schoolClass.name})`,
            reason: edition.notIssued,
          })
  return {
    school: records.school.name,
    schoolYear: records.schoolYear,
    students: records.students.length,
    books,
    notIssued,
  }
}

/** The check in a clerk's words. */
export const describeCheck = (checks: readonly YearCheck[]): string =>
  checks
    .map(({ school, schoolYear, students, books, notIssued }) =>
      [
        `${school}, năm học ${schoolYear}: ${students} học sinh, ${books} học bạ có thể phát hành, ${notIssued.length} chưa thể`,
        ...notIssued.map(({ student, reason }) => `  • ${student}: ${reason}`),
        '',
      ].join('\n'),
    )
    .join('\n')
