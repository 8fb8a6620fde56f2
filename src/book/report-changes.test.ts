import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryReport } from '../../test/builders/arbitrary-report.ts'
import { primaryReport, secondaryReport, withPart, withSubject } from '../../test/builders/reports.ts'
import { writeData, type YearReport } from '../bookfile/index.ts'
import { changeLabel } from './change-labels.ts'
import { listReportChanges } from './report-changes.ts'

const before = secondaryReport()
const told = (after: YearReport, was: YearReport = before): readonly string[] =>
  listReportChanges(was, after).map(
    ({ part, place, what, before: old, after: now }) =>
      `${part}|${place}|${what}: ${old ?? '∅'} → ${now ?? '∅'}`,
  )

describe('what changed between two drafts', () => {
  it('is nothing between the same', () => {
    expect(listReportChanges(before, secondaryReport())).toEqual([])
  })

  it.each([
    [
      'a mark, with a comma',
      withSubject(before, 'TOAN', { year: '8.6' }),
      ['mon-TOAN|Toán|Cả năm: 8,5 → 8,6'],
    ],
    [
      'a comment that came, as it was typed',
      withPart(before, 'summary', { summerComment: 'Đã tiến bộ 1.5 lần.' }),
      ['tk|Tổng kết|Nhận xét sau hè: ∅ → Đã tiến bộ 1.5 lần.'],
    ],
    [
      'a rating, by its name',
      withPart(before, 'summary', { conduct: { term1: 'good', term2: 'fair', year: 'good' } }),
      ['tk|Tổng kết|Kết quả rèn luyện, học kì II: Tốt → Khá'],
    ],
    [
      'a date, the Vietnamese way',
      withPart(before, 'version', { expectedEffectiveDate: '2026-08-20' }),
      ['pb|Phiên bản|Ngày hiệu lực dự kiến: 30/06/2026 → 20/08/2026'],
    ],
    [
      'one that is gone',
      withPart(before, 'summary', { commendations: [] }),
      ['tk|Tổng kết|Khen thưởng khác, 1: Giấy khen phong trào kế hoạch nhỏ → ∅'],
    ],
    [
      'the profile on the cover',
      withPart(before, 'cover', { student: { ...before.cover.student, ethnicity: 'Thái' } }),
      ['bia|Bìa|Sơ yếu lí lịch, dân tộc: Kinh → Thái'],
    ],
  ] as const)('is %s', (_what, after, lines) => {
    expect(told(after)).toEqual(lines)
  })

  it('names a quality, not its place in a list', () => {
    const primary = primaryReport()
    const [first, ...rest] = primary.summary.qualities
    if (first === undefined) throw new Error('a primary report has qualities')
    const after = withPart(primary, 'summary', { qualities: [{ ...first, level: 'Đ' }, ...rest] })
    expect(told(after, primary)).toEqual(['tk|Tổng kết|Phẩm chất, Yêu nước: T → Đ'])
  })

  it('names subjects that came or went', () => {
    const after = { ...before, subjects: before.subjects.filter(({ code }) => code !== 'TOAN') }
    expect(new Set(listReportChanges(before, after).map(({ part }) => part))).toEqual(new Set(['mon-TOAN']))
    expect(listReportChanges(before, after).every((change) => change.after === null)).toBe(true)
  })

  it('says which signatures cover each', () => {
    const [change] = listReportChanges(before, withSubject(before, 'TOAN', { year: '8.6' }))
    expect(change?.slots).toEqual(['s-gv-CB003', 's-gvcn', 's-hieutruong', 's-truong'])
    const [ofSummary] = listReportChanges(before, withPart(before, 'summary', { excusedAbsences: 3 }))
    expect(ofSummary?.slots).toEqual(['s-gvcn', 's-hieutruong', 's-truong'])
  })

  it('is told of every part that differs by a byte, and of no other', () => {
    fc.assert(
      fc.property(arbitraryReport, arbitraryReport, (one, other) => {
        const [was, is] = [writeData(one), writeData(other)]
        const ids = [
          'bia',
          'dd',
          'pb',
          'tk',
          ...[...one.subjects, ...other.subjects].map(({ code }) => `mon-${code}`),
        ]
        const differing = new Set(ids.filter((id) => was.digestOf(id) !== is.digestOf(id)))
        expect(new Set(listReportChanges(one, other).map(({ part }) => part))).toEqual(differing)
      }),
      { numRuns: 60 },
    )
  })

  it('has Vietnamese words for every value that a report may hold', () => {
    fc.assert(
      fc.property(arbitraryReport, arbitraryReport, (one, other) => {
        for (const { what } of listReportChanges(one, other)) expect(what).not.toMatch(/[a-z][A-Z]|_/)
      }),
      { numRuns: 60 },
    )
    expect(changeLabel(['father', 'fullName'])).toBe('Cha, họ và tên')
  })
})
