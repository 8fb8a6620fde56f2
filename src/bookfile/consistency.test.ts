import { describe, expect, it } from 'vitest'
import {
  amendedReport,
  primaryReport,
  secondaryReport,
  withPart,
  withSubject,
} from '../../test/builders/reports.ts'
import { listContradictions, listRevisionGaps, type SubjectResult, type YearReport } from './index.ts'

/* Each single contradiction is also forged, signed and verified in test/attack/colluders.test.ts. */

const placesOf = (report: YearReport): readonly string[] => listContradictions(report).map(({ at }) => at)

const results = new Set<string>(['term1', 'term2', 'year'] satisfies (keyof SubjectResult)[])

const withoutResults = (subject: SubjectResult): SubjectResult =>
  Object.fromEntries(Object.entries(subject).filter(([key]) => !results.has(key))) as unknown as SubjectResult

const exempt = (report: YearReport, code: SubjectResult['code']): YearReport => ({
  ...report,
  subjects: report.subjects.map((subject) =>
    subject.code === code ? { ...withoutResults(subject), exemption: 'subject' } : subject,
  ),
})

describe('a sound report', () => {
  it.each([
    ['primary', primaryReport()],
    ['secondary', secondaryReport()],
    ['corrected', amendedReport(secondaryReport(), 'TOAN', { year: '8.6' })],
    ['with an exempt subject', exempt(secondaryReport(), 'GDTC')],
    [
      'excused from practice only, with its results',
      withSubject(secondaryReport(), 'GDTC', { exemption: 'practice' }),
    ],
    [
      'with the language named after its subject',
      withSubject(secondaryReport(), 'NGOAI_NGU_1', { name: 'Ngoại ngữ 1 (Tiếng Anh)' }),
    ],
    [
      'of an individual plan that leaves subjects out',
      {
        ...withPart(secondaryReport(), 'summary', { individualPlan: true }),
        subjects: secondaryReport().subjects.slice(0, 5),
      },
    ],
  ])('(%s) contradicts itself nowhere', (_, report) => {
    expect(listContradictions(report)).toEqual([])
    expect(listRevisionGaps(report)).toEqual([])
  })
})

describe('a report', () => {
  it('names every contradiction it has, not only the first', () => {
    const report = withPart(secondaryReport(), 'identity', {
      fullName: 'Người khác',
      citizenId: '999212000099',
    })
    expect(placesOf(report)).toEqual(['dd.MaDinhDanh', 'dd.HoTen'])
  })

  it('needs each subject that every school teaches in the grade, by name', () => {
    const report = secondaryReport()
    const without = {
      ...report,
      subjects: report.subjects.filter(({ code }) => code !== 'GDDP' && code !== 'TOAN'),
    }
    expect(placesOf(without)).toEqual(['mon-TOAN', 'mon-GDDP'])
  })

  it('of the last grade of a level may say that the level is completed', () => {
    const grade9 = withPart(secondaryReport(), 'identity', { grade: 9, classId: '9A1', className: '9A1' })
    expect(placesOf(withPart(grade9, 'summary', { levelCompletion: true }))).toEqual([])
  })

  it('may be corrected more than once, each time counted', () => {
    const once = amendedReport(secondaryReport(), 'TOAN', {})
    const [first] = once.version.amendments
    if (first === undefined) throw new Error('a correction is listed')
    const twice = withPart(withSubject(once, 'TOAN', { revision: 2 }), 'version', {
      number: 3,
      amendments: [first, { ...first, revision: 2 }],
    })
    expect(listRevisionGaps(twice)).toEqual([])
    const swapped = withPart(twice, 'version', { amendments: [{ ...first, revision: 2 }, first] })
    expect(listRevisionGaps(swapped)).toHaveLength(2)
  })
})
