import { describe, expect, it } from 'vitest'
import type { SchoolYearRecords, SubjectRecord } from '../../../records/index.ts'
import {
  listedPupils as pupils,
  readRebuilt as read,
  refuseRebuilt as refuse,
} from '../testing/read-rebuilt.ts'
import { addSheet } from '../testing/rebuild.ts'
import { smallSchool } from '../testing/small-school.ts'

const pattern1 = [
  'STT',
  'Lớp',
  'Mã định danh Bộ GD&ĐT',
  'Họ và tên',
  'Ngày sinh',
  'ĐĐGtx1',
  'ĐĐGtx2',
  'ĐĐGtx3',
  'ĐĐGtx4',
  'ĐĐGtx5',
  'ĐĐGgk',
  'ĐĐGck',
  'Nhận xét',
]
const pattern2 = [
  'STT',
  'Mã định danh Bộ GD&ĐT',
  'Họ và tên',
  'Ngày sinh',
  'ĐĐGtx',
  'ĐĐGgk',
  'ĐĐGck',
  'ĐTBmhk',
  'Mã nhận xét',
  'Nội dung nhận xét',
]
const commentHeader = [
  'STT',
  'Mã định danh Bộ GD&ĐT',
  'Họ và tên',
  'Ngày sinh',
  'Đánh giá',
  'Nội dung nhận xét',
]

const withoutMarks: SchoolYearRecords = {
  ...smallSchool,
  students: smallSchool.students.map((student) => ({ ...student, subjects: [] })),
}
const subjectsOf = (records: SchoolYearRecords, at = 0): readonly SubjectRecord[] =>
  records.students[at]?.subjects ?? []
const [first, second] = pupils

describe('mark files exported from CSDL ngành', () => {
  it('pattern 1 has a column for every mark; class, subject and term stand in the tab', async () => {
    const { records, notes } = await read((drafts) => {
      drafts.delete('Điểm 6A1')
      addSheet(drafts, '6A1 - Ngữ văn - HK1', [
        pattern1,
        [1, '6A1', first[0], first[1], '05/09/2014', 8, '7,5', 9, 'v', null, 8, '7.5', 'Khá'],
      ])
      addSheet(drafts, '6A1 - Văn - HK2', [
        pattern1,
        [1, '6A1', first[0], first[1], '05/09/2014', 9, 9, 9, 9, null, 9, 9, 'Tiến bộ'],
      ])
    }, withoutMarks)
    expect(subjectsOf(records)).toStrictEqual([
      {
        kind: 'marked',
        subject: 'NGU_VAN',
        comment: 'Tiến bộ',
        terms: {
          1: { regularMarks: ['8', '7.5', '9', 'absent'], midtermMark: '8', finalMark: '7.5' },
          2: { regularMarks: ['9', '9', '9', '9'], midtermMark: '9', finalMark: '9' },
        },
      },
    ])
    expect(notes.map(({ message }) => message)).toContain(
      'nhận xét học kì I không vào học bạ khi đã có nhận xét học kì II',
    )
  })

  it('pattern 2 has all regular marks in one cell; titles above the header say what it is about', async () => {
    const { records, notes } = await read((drafts) => {
      drafts.delete('Điểm 6A1')
      addSheet(drafts, 'Sheet1', [
        ['TRƯỜNG THCS ĐỒNG VỌNG'],
        ['BẢNG ĐIỂM MÔN NGỮ VĂN LỚP 6A1 HỌC KỲ I NĂM HỌC 2025-2026'],
        pattern2,
        [1, first[0], first[1], '05/09/2014', '8 7,5 9 8', 8, '7,5', '7,9', 'A1', 'Khá'],
        [2, second[0], second[1], '05/09/2014', null, null, null, '6,5', null, null],
      ])
    }, withoutMarks)
    expect(subjectsOf(records)).toMatchObject([
      {
        comment: 'Khá',
        terms: { 1: { regularMarks: ['8', '7.5', '9', '8'], midtermMark: '8', finalMark: '7.5' } },
      },
    ])
    expect(subjectsOf(records, 1)).toMatchObject([{ terms: { 1: { average: '6.5' } } }])
    expect(notes.map(({ message }) => message)).toContain(
      'điểm trung bình được tính lại từ các điểm thành phần, không đọc',
    )
  })

  it('a comment subject has one result a term', async () => {
    const { records } = await read((drafts) => {
      drafts.delete('Điểm 6A1')
      addSheet(drafts, 'GDTC kì 1', [
        ['Môn: Giáo dục thể chất', null, 'Lớp: 6A1'],
        ['Học kì:', 'I'],
        commentHeader,
        [1, first[0], first[1], '05/09/2014', 'Đạt', 'Nhanh nhẹn'],
        [2, second[0], second[1], '05/09/2014', 'Chưa đạt', null],
      ])
    }, withoutMarks)
    expect(subjectsOf(records)).toStrictEqual([
      { kind: 'commented', subject: 'GDTC', comment: 'Nhanh nhẹn', terms: { 1: { result: 'pass' } } },
    ])
    expect(subjectsOf(records, 1)).toMatchObject([{ terms: { 1: { result: 'not-pass' } } }])
  })

  it.each([
    ['Sheet1', 'môn học, học kì, lớp'],
    ['6A1 - Ngữ văn', 'học kì'],
    ['Ngữ văn - HK2', 'lớp'],
    ['6A1 - HK1', 'môn học'],
  ])('the tab %j leaves unknown: %s', async (tab, unknown) => {
    const [problem] = await refuse((drafts) => {
      drafts.delete('Điểm 6A1')
      addSheet(drafts, tab, [pattern2, [1, first[0], first[1], '05/09/2014', '8 9', 8, 8, 8, null, null]])
    })
    expect(problem).toMatchObject({ sheet: tab, message: `không xác định được ${unknown} của bảng điểm` })
    expect(problem?.remedy).toContain('6A1 - Toán - HK1')
  })

  it('a tab and a title that contradict each other leave the sheet unknown', async () => {
    const [problem] = await refuse((drafts) => {
      drafts.delete('Điểm 6A1')
      addSheet(drafts, '6A1 - Ngữ văn - HK1', [
        ['Học kì II'],
        pattern2,
        [1, first[0], first[1], '', '8', 8, 8, 8, '', ''],
      ])
    })
    expect(problem?.message).toBe('không xác định được học kì của bảng điểm')
  })

  it('a bad mark among several in one cell is named', async () => {
    const problems = await refuse((drafts) => {
      drafts.delete('Điểm 6A1')
      addSheet(drafts, '6A1 - Ngữ văn - HK1', [
        pattern2,
        [1, first[0], first[1], '', '8 85 9', 8, 8, 8, '', ''],
      ])
    })
    expect(problems[0]).toMatchObject({ sheet: '6A1 - Ngữ văn - HK1', cell: 'E2', value: '8 85 9' })
    expect(problems[0]?.message).toContain('“85”')
  })

  it('marks of one subject and term on two sheets are refused, not merged', async () => {
    const problems = await refuse((drafts) => {
      addSheet(drafts, '6A1 - Ngữ văn - HK1', [pattern2, [1, first[0], first[1], '', '8 9', 8, 8, 8, '', '']])
    })
    expect(problems[0]?.message).toMatch(/đã có ở trang khác/)
  })

  it('a pupil of another class, or unknown, is refused', async () => {
    const problems = await refuse((drafts) => {
      drafts.delete('Điểm 6A1')
      addSheet(drafts, 'Văn - HK1', [
        pattern1,
        [1, '6A2', first[0], first[1], '', 8, 8, 8, 8, null, 8, 8, ''],
        [2, '6A1', '0199999999', 'Ai Đó', '', 8, 8, 8, 8, null, 8, 8, ''],
      ])
    })
    expect(problems.slice(0, 2).map(({ cell }) => cell)).toEqual(['C2', 'C3'])
  })
})

describe('a primary mark file', () => {
  const primary: SchoolYearRecords = {
    ...smallSchool,
    school: { ...smallSchool.school, level: 'primary' },
    classes: [{ classId: '4A', name: '4A', grade: 4, homeroomTeacher: '0100000002' }],
    assignments: [{ classId: '4A', subject: 'TOAN', teacher: '0100000002', periodsPerYear: 175 }],
    students: smallSchool.students
      .slice(0, 1)
      .map((student) => ({ ...student, classId: '4A', subjects: [], homeroom: {} })),
  }
  const header = [
    'STT',
    'Lớp',
    'Mã định danh Bộ GD&ĐT',
    'Họ và tên',
    'Ngày sinh',
    'Mức đạt được GK',
    'Nhận xét GK',
    'Mức đạt được CK',
    'Điểm KTĐK',
    'Nhận xét CK',
  ]

  it('gives the level, the score and the comment of the year’s end; the first term is left aside', async () => {
    const { records, notes } = await read((drafts) => {
      drafts.delete('Đánh giá 4A')
      addSheet(drafts, '4A - Toán - HK1', [header, [1, '4A', first[0], first[1], '', 'H', '', 'H', 7, '']])
      addSheet(drafts, '4A - Toán - HK2', [
        header,
        [1, '4A', first[0], first[1], '', 'H', 'Khá', 'T', 9, 'Giỏi'],
      ])
    }, primary)
    expect(subjectsOf(records)).toStrictEqual([
      { kind: 'leveled', subject: 'TOAN', comment: 'Giỏi', level: 'T', finalScore: 9 },
    ])
    expect(
      notes.some(({ sheet, message }) => sheet === '4A - Toán - HK1' && message.includes('không đọc')),
    ).toBe(true)
  })
})
