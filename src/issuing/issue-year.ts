import { listClassRecords, type ClassRecords } from '../book/index.ts'
import type { SchoolYearRecords } from '../records/index.ts'
import { register, type InspectReport, type Receipt, type RegistryPorts } from '../registry/index.ts'
import { createIssuedYears } from './editions.ts'
import { issueClass, type IssuingContext, type IssuedYear } from './issue-class.ts'
import type { NotIssued } from './plan-class.ts'
import { readYearsOnRecord } from './year-on-record.ts'

/** With what a school issues a year and reports it. */
export interface YearIssuing extends Omit<IssuingContext, 'issued' | 'findOnRecord'> {
  readonly registry: RegistryPorts
  /** How the registry verifies what is reported: as it does for any stranger. */
  readonly inspectReport: InspectReport
  readonly now: () => Date
  /** Who reports, as the registry's acts name it. */
  readonly by: string
  /** Told of each version once it is on record for good. */
  readonly onReceipt?: (receipt: Receipt, year: IssuedYear) => void
  readonly onProgress?: (done: number, total: number) => void
}

/** What was done for a school's year. */
export interface YearOutcome {
  /** Versions issued and put on record now. */
  readonly issued: number
  /** Pupils whose newest version was on record already. */
  readonly onRecord: number
  readonly notIssued: readonly NotIssued[]
}

const issueAndReport = async (classRecords: ClassRecords, context: YearIssuing): Promise<YearOutcome> => {
  const { registry, inspectReport, now, by, onReceipt } = context
  const before = await readYearsOnRecord(classRecords, registry)
  const issued = createIssuedYears()
  for (const book of before.books) issued.keep(book)
  const { years, notIssued } = await issueClass(classRecords, {
    ...context,
    issued,
    findOnRecord: before.findThisYear,
  })
  for (const year of years) {
    const receipt = await register(registry, year, { inspect: inspectReport, now: now(), by })
    onReceipt?.(receipt, year)
  }
  const pupils = new Set(years.map(({ report }) => report.identity.studentCode))
  const onRecord = before.books.filter(
    ({ data: { report } }) =>
      report.identity.schoolYear === classRecords.records.schoolYear &&
      !pupils.has(report.identity.studentCode),
  )
  return { issued: years.length, onRecord: onRecord.length, notIssued }
}

/**
 * Issues (phát hành) what of a school's year is not on record yet, class by class, and reports every version to the
 * registry. May be cut off at any moment and called again: a version is either on record with its files, or not made.
 * Every pupil has lookup codes that were kept beforehand, so that a repetition finds what the first run did.
 */
export const issueYear = async (records: SchoolYearRecords, context: YearIssuing): Promise<YearOutcome> => {
  if (records.students.some(({ bookLookupCode, yearLookupCode }) => !bookLookupCode || !yearLookupCode))
    throw new Error('lookup codes are kept before a year is issued')
  const outcomes: YearOutcome[] = []
  let done = 0
  for (const classRecords of listClassRecords(records)) {
    outcomes.push(await issueAndReport(classRecords, context))
    done += classRecords.students.length
    context.onProgress?.(done, records.students.length)
  }
  return {
    issued: outcomes.reduce((sum, { issued }) => sum + issued, 0),
    onRecord: outcomes.reduce((sum, { onRecord }) => sum + onRecord, 0),
    notIssued: outcomes.flatMap(({ notIssued }) => notIssued),
  }
}
