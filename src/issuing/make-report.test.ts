import { describe, expect, it } from 'vitest'
import { listClassRecords, type ClassRecords } from '../book/index.ts'
import { writeData } from '../bookfile/index.ts'
import { createIssuedYears, listEditions } from './editions.ts'
import { makeCover, makeReport, versionToMake, type ReportMaking } from './make-report.ts'
import { codedYear } from './testing.ts'
import type { StudentYear } from '../records/index.ts'

const records = codedYear('2025-2026')
const [amendment] = records.amendments
if (amendment === undefined) throw new Error('one pupil of every school has a correction')

const findPupil = (studentCode: string): { classRecords: ClassRecords; student: StudentYear } => {
  for (const classRecords of listClassRecords(records)) {
    const student = classRecords.students.find(({ profile }) => profile.studentCode === studentCode)
    if (student !== undefined) return { classRecords, student }
  }
  throw new Error(`no pupil ${studentCode}`)
}
const { classRecords, student } = findPupil(amendment.studentCode)
const making: ReportMaking = { findYearBefore: () => undefined, demonstration: 'Minh họa' }

const made = (isIssued: boolean, more: Partial<ReportMaking> = {}) => {
  const result = makeReport(classRecords, student, { ...making, ...more, isIssued })
  if ('notIssued' in result) throw new Error(result.notIssued)
  return result
}

describe('the report that is to be made of a pupil’s year', () => {
  it('is the first version until that is issued, whatever corrections are written down', () => {
    expect(versionToMake(classRecords, student, false)).toBe(1)
    expect(made(false).report.version).toMatchObject({ number: 1, amendments: [] })
  })

  it('is the one of the last correction once it is issued', () => {
    expect(versionToMake(classRecords, student, true)).toBe(2)
    const { report, exceptions } = made(true)
    expect(report.version).toMatchObject({ number: 2, reason: amendment.reason })
    expect(exceptions.map(({ kind }) => kind)).toContain('amendment')
  })

  it('has no later version where nothing was corrected', () => {
    const uncorrected = { ...classRecords, records: { ...records, amendments: [] } }
    expect(versionToMake(uncorrected, student, true)).toBe(1)
    expect(() => makeReport(uncorrected, student, { ...making, isIssued: true })).toThrow(
      'after a correction',
    )
  })

  it('is to the byte what the command issues from the same records', () => {
    const issued = createIssuedYears()
    const drawCode = (): string => '0'.repeat(32)
    const editions = listEditions(classRecords, student, { issued, drawCode, demonstration: 'Minh họa' })
    const texts = editions.map((one) => ('report' in one ? writeData(one.report).text : one.notIssued))
    expect([writeData(made(false).report).text, writeData(made(true).report).text]).toEqual(texts)
  })

  it('links to the year before where that was issued', () => {
    const before = { digest: `${'A'.repeat(43)}=`, version: 2 }
    const findYearBefore = (code: string) => (code === student.bookLookupCode ? before : undefined)
    expect(made(false, { findYearBefore }).report.version.yearBefore).toEqual(before)
    expect(made(false).report.version.yearBefore).toHaveProperty('absent')
  })

  it('says that it is a demonstration only where it is one', () => {
    const { findYearBefore } = making
    const plain = makeReport(classRecords, student, { findYearBefore, isIssued: false })
    expect('report' in plain && plain.report.cover.demonstration).toBeUndefined()
    expect(made(false).report.cover.demonstration).toBe('Minh họa')
  })

  it('needs lookup codes that were kept beforehand', () => {
    const { yearLookupCode, ...uncoded } = student
    expect(yearLookupCode).toBeDefined()
    const make = (): unknown => makeReport(classRecords, uncoded, { ...making, isIssued: false })
    expect(make).toThrow('lookup codes are kept')
    expect(() => makeCover(classRecords, uncoded, making)).toThrow('lookup codes are kept')
  })

  it('has the cover that was made at the start of the year', () => {
    const cover = makeCover(classRecords, student, making)
    expect('cover' in cover && cover.cover).toEqual(made(false).report.cover)
  })
})
