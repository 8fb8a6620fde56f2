import { describe, expect, it } from 'vitest'
import type { YearReport } from '../../bookfile/index.ts'
import { special, withSubjects } from '../testing/cases.ts'
import { sampleReport, type SampleLevel } from '../testing/reports.ts'
import { sealedYear } from '../testing/years.ts'
import { annexContent } from './annex.ts'
import { coverContent, historyContent, profileContent } from './front.ts'
import { primaryYearContent } from './primary-year.ts'
import { secondaryYearContent } from './secondary-year.ts'

const primary = (change: (report: YearReport) => YearReport = (report) => report) =>
  primaryYearContent(sealedYear(change(sampleReport('primary'))))

const secondary = (
  change: (report: YearReport) => YearReport = (report) => report,
  level: SampleLevel = 'lower-secondary',
) => secondaryYearContent(sealedYear(change(sampleReport(level))))

const withSummary =
  (changes: Partial<YearReport['summary']>) =>
  (report: YearReport): YearReport => ({
    ...report,
    summary: { ...report.summary, ...changes },
  })

const inGrade =
  (grade: YearReport['identity']['grade']) =>
  (report: YearReport): YearReport => ({
    ...report,
    identity: { ...report.identity, grade },
  })

describe('the cover', () => {
  it('says where the school was by the names of the day of signing', () => {
    expect(coverContent(sealedYear(special(sampleReport('primary'))))).toMatchObject({
      ward: 'Xã Cũ',
      district: 'Huyện Vọng Giang',
      province: 'Tỉnh Sông Lam Hạ',
    })
  })

  it('does not write "Trường" twice', () => {
    expect(coverContent(sealedYear(sampleReport('lower-secondary')))).toMatchObject({
      school: 'THCS Bến Nứa',
      schoolInCapitals: 'TRƯỜNG THCS BẾN NỨA',
    })
  })

  it('is signed by a vice-principal on behalf with the order that allows it', () => {
    expect(profileContent(sealedYear(special(sampleReport('primary'))))).toMatchObject({
      block: { onBehalf: true, name: 'Ngô Văn Tỉnh', order: expect.stringContaining('12/QĐ-TBN') as string },
    })
  })
})

describe('the schooling history', () => {
  it('ends with the current year and keeps the empty rows of the form', () => {
    const { rows, empty } = historyContent(sealedYear(sampleReport('primary'))) as {
      rows: unknown[]
      empty: number
    }
    expect(rows).toHaveLength(3)
    expect(rows.at(-1)).toMatchObject({ schoolYear: '2025 - 2026', className: '4A', entryDate: '05/09/2025' })
    expect(empty).toBe(4)
  })
})

describe('a primary year', () => {
  it('writes decimals with a comma and units after height and weight', () => {
    expect(primary()).toMatchObject({ height: '133 cm', weight: '28,5 kg' })
  })

  it('leaves one empty score cell for the subjects after the last tested one', () => {
    expect(primary()).toMatchObject({ unscoredTail: 5 })
  })

  it('prints Miễn for a subject left out', () => {
    expect(primary(special)).toMatchObject({
      subjects: expect.arrayContaining([expect.objectContaining({ level: 'Miễn' })]) as unknown,
    })
  })

  it.each<[string, Partial<YearReport['summary']>, YearReport['identity']['grade'], string]>([
    ['completion and promotion', {}, 4, 'Hoàn thành chương trình lớp 4; được lên lớp 5'],
    [
      'promotion without completion',
      { completion: false },
      4,
      'Chưa hoàn thành chương trình lớp 4; được lên lớp 5',
    ],
    [
      'staying down',
      { completion: false, decision: 'retained' },
      2,
      'Chưa hoàn thành chương trình lớp 2; chưa được lên lớp, học lại lớp 2',
    ],
    ['the end of the level', { levelCompletion: true }, 5, 'Hoàn thành chương trình tiểu học'],
    [
      'the level not completed',
      { levelCompletion: false, completion: false, decision: 'retained' },
      5,
      'Chưa hoàn thành chương trình tiểu học; chưa được lên lớp, học lại lớp 5',
    ],
  ])('says %s (TT 27/2020, Điều 11)', (_, changes, grade, text) => {
    expect(primary((report) => inGrade(grade)(withSummary(changes)(report)))).toMatchObject({
      completion: text,
    })
  })
})

describe('a secondary year', () => {
  it('prints averages with a comma and comment results in words', () => {
    const { subjects } = secondary() as { subjects: { name: string[]; results: object }[] }
    expect(subjects[0]?.results).toMatchObject({ term1: '7,0', year: '8,0' })
    expect(subjects.find(({ name }) => name[0]?.startsWith('Nghệ'))?.results).toMatchObject({ term1: 'Đạt' })
  })

  it('prints Miễn where the results would stand, and the practical part as a note', () => {
    const { subjects } = secondary(special) as { subjects: { results: object; note?: string }[] }
    expect(subjects[2]?.results).toEqual({
      term1: 'Miễn',
      term2: 'Miễn',
      year: 'Miễn',
      reassessed: undefined,
    })
    expect(subjects.some(({ note }) => note?.includes('Điều 10') === true)).toBe(true)
  })

  it('names who signs for a departed teacher, and by which order', () => {
    const { subjects } = secondary(special) as { subjects: { signer: object }[] }
    expect(subjects[1]?.signer).toMatchObject({
      name: 'Đỗ Thị Hạnh',
      substitution: { teacher: 'Lê Thị Ngọc Ánh', decisionNumber: '47/QĐ-TBN' },
    })
  })

  it('counts the corrections since version 1, and writes "không" for none', () => {
    expect(secondary()).toMatchObject({ amendments: { count: 'không', subjects: 'không' } })
    expect(secondary(special)).toMatchObject({ amendments: { count: '1', subjects: 'Toán' } })
  })

  it('fills exactly one of the three lines of promotion', () => {
    expect(secondary()).toMatchObject({ promotion: { promoted: 'Lớp 9' } })
    expect(secondary(special)).toMatchObject({ promotion: { afterSummer: 'Lớp 9' } })
    expect(secondary(withSummary({ decision: 'retained' }))).toMatchObject({
      promotion: { retained: 'Ở lại lớp 8' },
    })
  })

  it('says completion of the level in its last grade only', () => {
    expect(secondary()).toMatchObject({ completion: undefined })
    expect(secondary((report) => report, 'upper-secondary')).toMatchObject({
      completion: 'Hoàn thành chương trình trung học phổ thông',
    })
  })

  it('tells of the adjustment of article 9.3 and its subject', () => {
    const { notes } = secondary(special) as { notes: string[] }
    expect(notes[0]).toContain('từ mức Đạt lên mức liền kề do kết quả của duy nhất môn Toán')
  })
})

describe('the annex', () => {
  it('says of each signature what it answers for', () => {
    const { signatures } = annexContent(sealedYear(sampleReport('primary'))) as {
      signatures: { covers: string }[]
    }
    expect(signatures[0]?.covers).toBe('Bìa và trang thông tin')
    expect(signatures[2]?.covers).toContain('Tiếng Việt')
    expect(signatures.at(-1)?.covers).toBe('Toàn bộ học bạ năm học')
  })

  it('lists the corrections with their decisions', () => {
    const { facts } = annexContent(sealedYear(special(sampleReport('lower-secondary')))) as {
      facts: { label: string; value: string }[]
    }
    expect(facts.find(({ label }) => label === 'Sửa đổi')?.value).toBe(
      'Toán, lần 1: Nhập nhầm điểm (văn bản số 58/QĐ-TBN, ngày 10/06/2026)',
    )
  })

  it('leaves out what the record does not have', () => {
    const plain = withSubjects((subject) => subject)(sampleReport('primary'))
    const { facts } = annexContent(sealedYear(plain)) as { facts: { label: string }[] }
    expect(facts.map(({ label }) => label)).not.toContain('Giấy tờ xuất nhập cảnh')
  })
})
