import { describe, expect, it } from 'vitest'
import type { YearReport } from '../../../bookfile/index.ts'
import {
  amendedReport,
  primaryReport,
  secondaryReport,
  withPart,
  withSubject,
} from '../../../../test/builders/reports.ts'
import { recordSection } from './record.ts'
import { english } from './words-en.ts'
import { vietnamese } from './words-vi.ts'

const show = (report: YearReport, words = vietnamese): string => recordSection(words, report).markup

/** A pupil of the last grade, in an upper secondary school. */
const upperReport = (): YearReport => {
  const lower = secondaryReport()
  return {
    ...withPart(lower, 'cover', { level: 'upper-secondary' }),
    identity: { ...lower.identity, grade: 12, className: '12A1' },
  }
}

const reports: readonly (readonly [string, () => YearReport])[] = [
  ['primary', primaryReport],
  ['lower secondary', secondaryReport],
  ['upper secondary', upperReport],
  ['amended', () => amendedReport(secondaryReport(), 'TOAN', { term2: '9.0', year: '8.8' })],
]

describe.each(reports)('the record of a %s year', (_, make) => {
  it.each([
    ['vi', vietnamese],
    ['en', english],
  ] as const)('is written whole in %s', (_language, words) => {
    expect(show(make(), words)).not.toMatch(/undefined|null|NaN|\[object/)
  })

  it('says every subject with its comment and teacher', () => {
    const report = make()
    const markup = show(report)
    for (const { name, teacher } of report.subjects) {
      expect(markup).toContain(`<th scope="row" lang="vi">${name}</th>`)
      expect(markup).toContain(teacher.fullName)
    }
  })

  it('tells nothing that it need not: no personal number, no address, no parents', () => {
    const report = make()
    const markup = show(report)
    const { student } = report.cover
    for (const secret of [
      report.identity.citizenId,
      student.address,
      student.father?.fullName,
      report.identity.yearLookupCode,
      report.summary.homeroomTeacher.identityDigest,
    ])
      expect(markup).not.toContain(secret)
  })
})

describe('the record', () => {
  it('shows marks with a comma and results in words', () => {
    const markup = show(secondaryReport())
    expect(markup).toContain('>8,5<')
    expect(markup).not.toContain('>8.5<')
    expect(markup).toContain('Được lên lớp 9')
  })

  it('shows levels of a primary pupil', () => {
    const markup = show(primaryReport())
    expect(markup).toContain('Hoàn thành tốt')
    expect(markup).toContain('Được lên lớp 3')
    expect(markup).toContain('Phẩm chất')
  })

  it('names the end of a level', () => {
    expect(show(upperReport())).toContain('Hoàn thành lớp 12')
  })

  it('says that a pupil stays down', () => {
    expect(show(withPart(secondaryReport(), 'summary', { decision: 'retained' }))).toContain('Học lại lớp 8')
  })

  it('has a column for the reassessment only where there was one', () => {
    expect(show(secondaryReport())).not.toContain('Đánh giá lại')
    expect(show(withSubject(secondaryReport(), 'TOAN', { reassessed: '5.5' }))).toContain('>5,5<')
  })

  it('says an exemption in place of marks', () => {
    expect(show(withSubject(secondaryReport(), 'GDTC', { exemption: 'subject' }))).toContain(
      '<td class="mark-cell" colspan="3">Miễn học</td>',
    )
  })

  it('keeps names and comments as letters, whatever they hold', () => {
    const hostile = `<img src=x onerror="alert('1')">\u202e&amp;`
    const markup = show(
      withSubject(
        withPart(withPart(secondaryReport(), 'identity', { fullName: hostile }), 'summary', {
          comment: hostile,
          commendations: [hostile],
        }),
        'TOAN',
        { comment: hostile, name: hostile },
      ),
    )
    expect(markup).not.toMatch(/<img|\u202e/)
    expect(
      markup.match(/&lt;img src=x onerror=&quot;alert\(&#39;1&#39;\)&quot;&gt;\[U\+202E\]&amp;amp;/g),
    ).toHaveLength(5)
  })
})
