import { describe, expect, it } from 'vitest'
import { listClassRecords, type ClassRecords } from '../book/index.ts'
import { writeData, type BookFile, type YearReport } from '../bookfile/index.ts'
import { drawCode } from '../demo/demo-issuing.ts'
import { inventProvince } from '../demo/province/index.ts'
import type { MarkAmendment, StudentYear } from '../records/index.ts'
import type { SchoolYear } from '../shared/school-year.ts'
import { createIssuedYears, listEditions, type IssuedYears } from './editions.ts'

const records = inventProvince({ students: 60, seed: 3 }).find(
  ({ school, schoolYear }) => school.level === 'lower-secondary' && schoolYear === '2025-2026',
)
if (records === undefined) throw new Error('the province has a lower-secondary school')
const [amendment] = records.amendments
if (amendment === undefined) throw new Error('one pupil of every school has a correction')

const findPupil = (studentCode: string): { classRecords: ClassRecords; student: StudentYear } => {
  for (const classRecords of listClassRecords(records)) {
    const student = classRecords.students.find(({ profile }) => profile.studentCode === studentCode)
    if (student !== undefined) return { classRecords, student }
  }
  throw new Error(`no pupil ${studentCode}`)
}
const corrected = findPupil(amendment.studentCode)

const contextOf = (issued: IssuedYears) => ({ issued, drawCode, demonstration: 'Minh họa' })

const editionsOf = (
  { classRecords, student }: typeof corrected,
  issued: IssuedYears = createIssuedYears(),
): readonly YearReport[] =>
  listEditions(classRecords, student, contextOf(issued)).map((assembly) => {
    if ('notIssued' in assembly) throw new Error(assembly.notIssued)
    return assembly.report
  })

const withAmendments = (amendments: readonly MarkAmendment[]): typeof corrected => ({
  ...corrected,
  classRecords: { ...corrected.classRecords, records: { ...records, amendments } },
})

const withoutCodes = (student: StudentYear): StudentYear =>
  Object.fromEntries(
    Object.entries(student).filter(([key]) => !key.endsWith('LookupCode')),
  ) as unknown as StudentYear

describe('the versions of one pupil’s year', () => {
  it('are one without a correction', () => {
    expect(editionsOf(withAmendments([])).map(({ version }) => version.number)).toEqual([1])
  })

  it('are one more for each decision, each counting all corrections so far', () => {
    const later = {
      ...amendment,
      decisionNumber: '99/QĐ',
      field: 'comment',
      oldValue: commentOf(corrected.student),
      newValue: 'Em tiến bộ.',
    }
    const [first, second, third] = editionsOf(withAmendments([amendment, later]))
    expect([first, second, third].map((report) => report?.version.number)).toEqual([1, 2, 3])
    expect([first, second, third].map((report) => report?.version.amendments.length)).toEqual([0, 1, 2])
    const revisions = [first, second, third].map(
      (report) => report?.subjects.find(({ code }) => code === amendment.subject)?.revision,
    )
    expect(revisions).toEqual([0, 1, 2])
    expect(third?.subjects.find(({ code }) => code === amendment.subject)?.comment).toBe('Em tiến bộ.')
  })

  it('have the same codes, cover and year before', () => {
    const [first, second] = editionsOf(corrected)
    expect(second?.cover).toEqual(first?.cover)
    expect(second?.identity).toEqual(first?.identity)
    expect(second?.version.yearBefore).toEqual(first?.version.yearBefore)
  })

  it('whose first one cannot be issued are that one, with its reason', () => {
    const subjects = corrected.student.subjects.map((record) =>
      record.kind === 'marked' && record.subject !== amendment.subject ? { ...record, terms: {} } : record,
    )
    const waiting = { ...corrected, student: { ...corrected.student, subjects } }
    const editions = listEditions(waiting.classRecords, waiting.student, contextOf(createIssuedYears()))
    expect(editions).toHaveLength(1)
    expect(editions[0]).toHaveProperty('notIssued')
  })
})

function commentOf({ subjects }: StudentYear): string {
  return subjects.find(({ subject }) => subject === amendment?.subject)?.comment ?? ''
}

describe('the codes and links of a pupil', () => {
  const digest = `${'A'.repeat(43)}=`
  const [first] = editionsOf(corrected)
  if (first === undefined) throw new Error('the corrected pupil has a first version')
  const { studentCode } = corrected.student.profile

  /** An issued book of the pupil, of this level, code, year and version. */
  const issuedBook = (
    level: YearReport['cover']['level'],
    bookLookupCode: string,
    schoolYear: SchoolYear,
    number: number,
  ): BookFile => {
    const { cover, identity, version } = first
    const report = {
      ...first,
      cover: { ...cover, level, bookLookupCode },
      identity: { ...identity, bookLookupCode, schoolYear, studentCode },
      version: { ...version, number },
    }
    return {
      data: { ...writeData(first), report, digestOf: () => digest },
      signatures: [],
      signatureTexts: [],
    }
  }

  it('are drawn at random where the workbook has none, one for the book and one for the year', () => {
    const bare = { ...corrected, student: withoutCodes(corrected.student) }
    const codes = [editionsOf(bare), editionsOf(bare)].flatMap(([report]) => [
      report?.identity.bookLookupCode,
      report?.identity.yearLookupCode,
    ])
    expect(new Set(codes).size).toBe(4)
    for (const code of codes) expect(code).toMatch(/^[0-9a-f]{32}$/)
  })

  it('keep the book’s code and link to the year before where it was issued in this run', () => {
    const issued = createIssuedYears()
    const bookLookupCode = 'b'.repeat(32)
    issued.keep(issuedBook('lower-secondary', bookLookupCode, '2024-2025', 2))
    const [report] = editionsOf({ ...corrected, student: withoutCodes(corrected.student) }, issued)
    expect(report?.identity.bookLookupCode).toBe(bookLookupCode)
    expect(report?.version.yearBefore).toEqual({ digest, version: 2 })
  })

  it('of another level or a year further back link to nothing', () => {
    const issued = createIssuedYears()
    issued.keep(issuedBook('primary', 'b'.repeat(32), '2024-2025', 1))
    issued.keep(issuedBook('lower-secondary', 'c'.repeat(32), '2023-2024', 1))
    const [report] = editionsOf({ ...corrected, student: withoutCodes(corrected.student) }, issued)
    expect(report?.identity.bookLookupCode).toBe('c'.repeat(32))
    expect(report?.version.yearBefore.digest).toBeUndefined()
    expect(report?.version.yearBefore.absent).toBeDefined()
  })
})
