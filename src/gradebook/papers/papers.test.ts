import { describe, expect, it } from 'vitest'
import type { SheetName } from '../sheet.ts'
import {
  sheetPage,
  trackingBook,
  secondarySummary,
  primarySummary,
  type ClassBook,
  type PaperTable,
} from './index.ts'

const cells = (...own: readonly (readonly [SheetName, Readonly<Record<string, string>>])[]) =>
  new Map(own.map(([sheet, values]) => [sheet, new Map(Object.entries(values))]))

const profile = {
  gender: 'female',
  birthDate: '2014-09-05',
  ethnicity: 'Thái',
  nationality: 'Việt Nam',
  birthPlace: 'Xã Mường Lống',
  address: 'Bản Pả',
} as const

const bookOf = (grade: 7 | 4): ClassBook => ({
  school: {
    name: 'Trường Liên cấp Mường Lống',
    wardName: 'Xã Mường Lống',
    districtName: null,
    provinceName: 'Tỉnh Sông Lam',
    signingPlace: 'Mường Lống',
    article9_3: 'mask',
    principal: 'Quàng Thị Thời',
    onBehalf: false,
  },
  schoolYear: '2026-2027',
  level: grade === 7 ? 'lower-secondary' : 'primary',
  schoolClass: {
    classId: `${grade}A`,
    name: `${grade}A`,
    grade,
    homeroomTeacher: 'Kha Văn Tiến',
    foreignLanguage: 'Tiếng Anh',
  },
  subjects: [{ code: 'TOAN', periodsPerYear: 140, teachers: ['Kha Văn Tiến', 'Ngân Thị Lụa'] }],
  students: [
    {
      profile: { ...profile, studentCode: '01', fullName: 'Lương Thị Bưởi' },
      individualPlan: false,
      cells:
        grade === 7
          ? cells(
              [
                'TOAN',
                {
                  'terms.1.regularMarks.0': '8.5',
                  'terms.1.midtermMark': 'absent',
                  'terms.2.comment': 'Tốt',
                },
              ],
              ['attendance', { 'absentOn.2026-09-15': 'excused', 'absentOn.2026-09-16': 'unexcused' }],
            )
          : cells(
              [
                'TOAN',
                { 'moments.midterm1.level': 'T', 'moments.midterm1.score': '9', level: 'H', finalScore: '7' },
              ],
              ['homeroom', { 'moments.midterm1.qualities.YEU_NUOC': 'T', 'qualities.YEU_NUOC': 'Đ' }],
            ),
    },
    {
      profile: { ...profile, studentCode: '02', fullName: 'Cầm Văn Ấm', gender: 'male' },
      individualPlan: false,
      cells: cells(['TOAN', { exempt: 'true' }]),
    },
  ],
})

const tables = (sections: readonly { readonly kind: string }[]): readonly PaperTable[] =>
  sections.filter((section): section is PaperTable => section.kind === 'table')
const textsOf = (table: PaperTable | undefined, row: number): readonly string[] =>
  (table?.rows[row] ?? []).map((cell) => (typeof cell === 'string' ? cell : cell.text))
const under = (
  table: PaperTable | undefined,
  row: number,
  ...captions: readonly string[]
): string | undefined => {
  const at =
    table?.columns.findIndex((column) => captions.every((caption) => column.captions.includes(caption))) ?? -1
  return textsOf(table, row)[at]
}

describe('the tracking book of a secondary class', () => {
  const found = tables(trackingBook(bookOf(7)).sections)

  it('has as many cells in a row as columns, in every table', () => {
    for (const table of found)
      for (const row of table.rows) expect([table.tab, row.length]).toEqual([table.tab, table.columns.length])
  })

  it('shows a mark with a comma, a missed one as V, and four regular marks at least', () => {
    const math = found.find(({ tab }) => tab === 'Toán HK1')
    expect(under(math, 0, 'ĐĐGtx', '1')).toBe('8,5')
    expect(under(math, 0, 'ĐĐGgk')).toBe('V')
    expect(math?.columns.filter(({ captions }) => captions[0] === 'ĐĐGtx')).toHaveLength(4)
  })

  it('keeps the year’s average and the reassessment for the second term', () => {
    const captions = (tab: string) =>
      found.find((table) => table.tab === tab)?.columns.flatMap((one) => one.captions)
    expect(captions('Toán HK1')).not.toContain('ĐTBmcn')
    expect(captions('Toán HK2')).toEqual(expect.arrayContaining(['ĐTBmhkII', 'ĐTBmcn', 'Đánh giá lại']))
  })

  it('says of an exempt pupil so, in the subject and in the summary', () => {
    expect(
      under(
        found.find(({ tab }) => tab === 'Toán HK1'),
        1,
        'Ghi chú',
      ),
    ).toBe('Miễn học')
    expect(
      under(
        found.find(({ tab }) => tab === 'Tổng hợp HK1'),
        1,
        'Toán',
      ),
    ).toBe('Miễn')
  })

  it('has a place for the signature of each teacher of a subject', () => {
    expect(found.find(({ tab }) => tab === 'Toán HK2')?.signatures.map(({ name }) => name)).toEqual([
      'Kha Văn Tiến',
      'Ngân Thị Lụa',
    ])
  })

  it('prints a page for each month with an absence, and counts them', () => {
    expect(found.filter(({ tab }) => tab.startsWith('Điểm danh')).map(({ tab }) => tab)).toEqual([
      'Điểm danh 09-2026',
    ])
    const month = found.find(({ tab }) => tab === 'Điểm danh 09-2026')
    expect(under(month, 0, '15', 'T3')).toBe('P')
    expect(under(month, 0, '16', 'T4')).toBe('K')
    expect(textsOf(month, 0).slice(-3)).toEqual(['2', '1', '1'])
  })

  it('ranks nobody', () => {
    const captions = found.flatMap(({ columns }) => columns.flatMap((column) => column.captions))
    expect(captions.filter((caption) => /hạng|thứ tự|vị thứ/i.test(caption))).toEqual([])
  })
})

describe('a class summary', () => {
  it('leaves what is not known yet empty instead of guessing it', () => {
    const [pupils] = tables(secondarySummary(bookOf(7), 'year').sections)
    expect(under(pupils, 0, 'Kết quả học tập')).toBe('')
    expect(under(pupils, 0, 'Lên lớp')).toBe('')
  })

  it('of a primary moment shows that moment, and of the year’s end the year', () => {
    const [midterm] = tables(primarySummary(bookOf(4), 'midterm1').sections)
    const [year] = tables(primarySummary(bookOf(4), 'year').sections)
    expect([
      under(midterm, 0, 'Toán: mức'),
      under(midterm, 0, 'Toán: điểm'),
      under(midterm, 0, 'Yêu nước'),
    ]).toEqual(['T', '9', 'T'])
    expect([under(year, 0, 'Toán: mức'), under(year, 0, 'Toán: điểm'), under(year, 0, 'Yêu nước')]).toEqual([
      'H',
      '7',
      'Đ',
    ])
  })

  it('counts levels and scores with their shares of those assessed', () => {
    const counts = tables(primarySummary(bookOf(4), 'year').sections)[1]
    expect(textsOf(counts, 0)).toEqual([
      'Toán',
      '0',
      '0,0',
      '1',
      '100,0',
      '0',
      '0,0',
      '0',
      '0,0',
      '1',
      '100,0',
    ])
  })
})

describe('one sheet on paper', () => {
  it('of attendance is the month asked for', () => {
    const [page] = tables(sheetPage(bookOf(7), 'attendance', '2026-10').sections)
    expect(page?.left).toBe('Tháng 10 năm 2026')
    expect(page?.columns.filter(({ captions }) => captions[0] === 'Ngày / Thứ')).toHaveLength(31)
  })

  it.each(['homeroom', 'decisions', 'TOAN'] as const)('%s has a cell for every column', (sheet) => {
    for (const grade of [7, 4] as const)
      for (const { rows, columns } of tables(sheetPage(bookOf(grade), sheet).sections))
        for (const row of rows) expect(row).toHaveLength(columns.length)
  })
})
