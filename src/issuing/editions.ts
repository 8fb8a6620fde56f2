import {
  amendRecords,
  assembleReport,
  listAmendments,
  listAmendmentSets,
  type Assembly,
  type ClassRecords,
} from '../book/index.ts'
import type { BookFile, YearBefore } from '../bookfile/index.ts'
import type { StudentYear } from '../records/index.ts'
import { gradesOfLevel, type EducationLevel } from '../shared/education-level.ts'
import type { LookupCode } from '../shared/ids.ts'
import { schoolYearBefore, type SchoolYear } from '../shared/school-year.ts'

/** What has been issued before, in this run or on record, so that years and codes of the same pupil link up. */
export interface IssuedYears {
  /** The book's lookup code, kept from an earlier year; undefined when the pupil is new here. */
  findCode(studentCode: string, level: EducationLevel): LookupCode | undefined
  find(
    bookLookupCode: LookupCode,
    schoolYear: SchoolYear,
  ): Required<Pick<YearBefore, 'digest' | 'version'>> | undefined
  /** Takes an issued book in; of one year the version that comes last counts. */
  keep(book: BookFile): void
}

export const createIssuedYears = (): IssuedYears => {
  const codes = new Map<string, LookupCode>()
  const years = new Map<string, { digest: string; version: number }>()
  return {
    findCode: (studentCode, level) => codes.get(`${level}/${studentCode}`),
    find: (bookLookupCode, schoolYear) => years.get(`${bookLookupCode}/${schoolYear}`),
    keep: ({ data }) => {
      const { cover, identity, version } = data.report
      codes.set(`${cover.level}/${identity.studentCode}`, cover.bookLookupCode)
      years.set(`${cover.bookLookupCode}/${identity.schoolYear}`, {
        digest: data.digestOf('hb') ?? '',
        version: version.number,
      })
    },
  }
}

/** Why a year links to none before, where the digital book of that is not to be found. */
export const yearBeforeOf = ({ records, schoolClass }: ClassRecords, student: StudentYear): YearBefore => {
  const isFirstGrade = gradesOfLevel[records.school.level][0] === schoolClass.grade
  return { absent: student.yearBefore ?? (isFirstGrade ? 'first' : 'paper') }
}

/** What the editions of a run have in common. */
export interface EditionContext {
  readonly issued: IssuedYears
  /** Draws a lookup code for a pupil's book or year that has none: 128 random bits. */
  readonly drawCode: () => LookupCode
  readonly demonstration: string
}

/** Every version of one pupil's year: the first, and one more for each decision that corrected it. */
export const listEditions = (
  classRecords: ClassRecords,
  student: StudentYear,
  { issued, drawCode, demonstration }: EditionContext,
): readonly Assembly[] => {
  const { records } = classRecords
  const { studentCode } = student.profile
  const bookLookupCode =
    student.bookLookupCode ?? issued.findCode(studentCode, records.school.level) ?? drawCode()
  const common = {
    bookLookupCode,
    yearLookupCode: student.yearLookupCode ?? drawCode(),
    yearBefore:
      issued.find(bookLookupCode, schoolYearBefore(records.schoolYear)) ??
      yearBeforeOf(classRecords, student),
    demonstration,
  }
  const sets = listAmendmentSets(records.amendments, studentCode)
  const first = assembleReport(classRecords, student, { ...common, number: 1, amendments: [] })
  let current = student
  const later = sets.map((set, index) => {
    current = amendRecords(current, set)
    return assembleReport(classRecords, current, {
      ...common,
      number: index + 2,
      reason: set.amendments[0]?.reason ?? '',
      amendments: listAmendments(sets.slice(0, index + 1)),
    })
  })
  return 'notIssued' in first ? [first] : [first, ...later]
}
