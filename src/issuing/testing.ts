import { drawCode } from '../demo/demo-issuing.ts'
import {
  createDemoAuthority,
  demoCalendar,
  demonstrationMark,
  inventProvince,
  setUpOffice,
} from '../demo/index.ts'
import { certificatesFrom } from '../demo/key-choice.ts'
import type { SchoolYearRecords } from '../records/index.ts'
import { openMemoryRegistry, type MemoryRegistry } from '../registry/testing.ts'
import type { SchoolYear } from '../shared/school-year.ts'
import { verifyBook } from '../verification/index.ts'
import { createStopwatch } from './stopwatch.ts'
import type { YearIssuing } from './issue-year.ts'

const now = new Date('2026-09-01T00:00:00+07:00')

const province = inventProvince({ students: 60, seed: 3 })

/** An invented lower-secondary school's year, every pupil with its lookup codes; one pupil has a correction. */
export const codedYear = (schoolYear: SchoolYear): SchoolYearRecords => {
  const records = province.find(
    (one) => one.school.level === 'lower-secondary' && one.schoolYear === schoolYear,
  )
  if (records === undefined) throw new Error(`the province has no year ${schoolYear}`)
  return {
    ...records,
    students: records.students.map((student) => ({
      ...student,
      bookLookupCode: student.bookLookupCode ?? drawCode(),
      yearLookupCode: student.yearLookupCode ?? drawCode(),
    })),
  }
}

/** A registry in memory and what a school issues into it with: data only, no pages. */
export interface IssuingBench {
  readonly registry: MemoryRegistry
  issuingOf(records: SchoolYearRecords): Promise<YearIssuing>
}

export const openIssuingBench = async (): Promise<IssuingBench> => {
  const registry = openMemoryRegistry()
  const authority = await createDemoAuthority({
    now: certificatesFrom,
    validUntil: new Date('2040-01-01T00:00:00+07:00'),
  })
  const { keys, trust, timestamps, turnClockTo } = await setUpOffice(authority, {
    now,
    algorithmOf: () => 'ecdsa-p256-sha256',
  })
  const issuingOf = async (records: SchoolYearRecords): Promise<YearIssuing> => {
    await keys.prepare(records)
    return {
      signers: keys.signersOf(records),
      seal: { signer: keys.sealOf(records.school), timestamps },
      inspect: (book) => verifyBook(book, { trust, now }),
      turnClockTo,
      stopwatch: createStopwatch(() => 0),
      calendar: demoCalendar,
      drawCode,
      demonstration: demonstrationMark,
      registry,
      inspectReport: ({ book, notes }) => verifyBook(book, { trust, now, notes }),
      now: () => now,
      by: records.school.name,
    }
  }
  return { registry, issuingOf }
}
