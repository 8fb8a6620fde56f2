import {
  amendRecords,
  assembleCover,
  assembleReport,
  listAmendments,
  listAmendmentSets,
  listExceptions,
  type Assembly,
  type ClassRecords,
  type CoverAssembly,
  type Edition,
  type ReportException,
} from '../book/index.ts'
import type { YearBefore, YearReport } from '../bookfile/index.ts'
import type { StudentYear } from '../records/index.ts'
import type { LookupCode } from '../shared/ids.ts'
import { yearBeforeOf } from './editions.ts'

/** The year before in the version now in force. */
export type IssuedYearBefore = Required<Pick<YearBefore, 'digest' | 'version'>>

/** What the making of reports follows from besides the records. */
export interface ReportMaking {
  /** Of a book, by its lookup code, the school year before. */
  readonly findYearBefore: (bookLookupCode: LookupCode) => IssuedYearBefore | undefined
  /** What every book says that is made with demonstration keys. */
  readonly demonstration?: string
}

/** A report to be signed, with what a principal should look at; or why there is none yet. */
export type MadeReport =
  | { readonly report: YearReport; readonly exceptions: readonly ReportException[] }
  | { readonly notIssued: string }

const codesOf = ({
  bookLookupCode,
  yearLookupCode,
}: StudentYear): Pick<Edition, 'bookLookupCode' | 'yearLookupCode'> => {
  if (bookLookupCode === undefined || yearLookupCode === undefined)
    throw new Error('lookup codes are kept before a report is made')
  return { bookLookupCode, yearLookupCode }
}

const markOf = ({ demonstration }: Pick<ReportMaking, 'demonstration'>): Pick<Edition, 'demonstration'> =>
  demonstration === undefined ? {} : { demonstration }

/** Which version of a pupil's year is to be made: the first, or once that is issued the one of its last correction. */
export const versionToMake = (
  { records }: ClassRecords,
  { profile }: StudentYear,
  isIssued: boolean,
): number => 1 + (isIssued ? listAmendmentSets(records.amendments, profile.studentCode).length : 0)

/**
 * Makes one pupil's report from the records as they are now: the first version, or once one is issued the version that
 * all corrections so far lead to. The pupil's lookup codes were kept before.
 */
export const makeReport = (
  classRecords: ClassRecords,
  student: StudentYear,
  { isIssued, ...making }: ReportMaking & { readonly isIssued: boolean },
): MadeReport => {
  const codes = codesOf(student)
  const before = making.findYearBefore(codes.bookLookupCode)
  const common = { ...codes, ...markOf(making), yearBefore: before ?? yearBeforeOf(classRecords, student) }
  const assembly = isIssued
    ? assembleAmended(classRecords, student, common)
    : assembleReport(classRecords, student, { ...common, number: 1, amendments: [] })
  if ('notIssued' in assembly) return assembly
  const { report, result } = assembly
  return { report, exceptions: listExceptions(report, result) }
}

const assembleAmended = (
  classRecords: ClassRecords,
  student: StudentYear,
  common: Pick<Edition, 'bookLookupCode' | 'yearLookupCode' | 'yearBefore' | 'demonstration'>,
): Assembly => {
  const sets = listAmendmentSets(classRecords.records.amendments, student.profile.studentCode)
  const last = sets.at(-1)
  if (last === undefined) throw new Error('an issued year is made again only after a correction')
  return assembleReport(classRecords, sets.reduce(amendRecords, student), {
    ...common,
    number: sets.length + 1,
    reason: last.amendments[0]?.reason ?? '',
    amendments: listAmendments(sets),
  })
}

/** Makes one pupil's cover as it will stand in the year's report; codes were kept before. */
export const makeCover = (
  classRecords: ClassRecords,
  student: StudentYear,
  making: Pick<ReportMaking, 'demonstration'>,
): CoverAssembly => assembleCover(classRecords, student, { ...codesOf(student), ...markOf(making) })
