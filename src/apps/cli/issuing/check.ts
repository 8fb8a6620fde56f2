import { listClassRecords } from '../../../book/index.ts'
import { drawCode } from '../../../demo/index.ts'
import { createIssuedYears, planClass, type NotIssued } from '../../../issuing/index.ts'
import type { SchoolYearRecords } from '../../../records/index.ts'

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
  const context = { issued: createIssuedYears(), drawCode, demonstration: 'check' }
  const classes = listClassRecords(records).map((classRecords) => planClass(classRecords, context))
  return {
    school: records.school.name,
    schoolYear: records.schoolYear,
    students: records.students.length,
    books: classes.flatMap(({ plans }) => plans.flat()).length,
    notIssued: classes.flatMap(({ notIssued }) => notIssued),
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
