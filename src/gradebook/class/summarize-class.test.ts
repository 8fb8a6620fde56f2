import { describe, expect, it } from 'vitest'
import type { SecondaryInput } from '../../evaluation/index.ts'
import { toMomentRecords } from './moment-record.ts'
import { summarizeClass, type SummarizedStudent } from './summarize-class.ts'

const marked = ['NGU_VAN', 'TOAN', 'NGOAI_NGU_1', 'GDCD', 'LICH_SU_DIA_LI', 'KHTN'] as const

const student = (
  studentCode: string,
  average: string,
  more: Partial<SecondaryInput> = {},
): SummarizedStudent => ({
  studentCode,
  fullName: `Học sinh ${studentCode}`,
  birthDate: '2014-01-01',
  gender: studentCode === 'HS1' ? 'female' : 'male',
  input: {
    circular: 'TT22/2021',
    id: studentCode,
    schoolYear: '2026-2027',
    grade: 7,
    conduct: { 1: 'good', 2: 'good' },
    absences: { excused: 3, unexcused: 1 },
    subjects: [
      ...marked.map((code) => ({
        code,
        assessedBy: 'mark' as const,
        terms: { 1: { average: '6.5' }, 2: { average } },
      })),
      { code: 'GDTC', assessedBy: 'comment', terms: { 1: { result: 'pass' }, 2: { result: 'pass' } } },
      { code: 'NGHE_THUAT', exempt: true },
    ],
    ...more,
  },
})

const students = [student('HS1', '9.0'), student('HS2', '5.0', { conduct: { 1: 'good' } })]

describe('the summary of a secondary class', () => {
  it('has each pupil’s results of the year, in the order of the class', () => {
    const { rows } = summarizeClass(7, students, 'year')
    expect(
      rows.map(({ studentCode, subjects, learning, conduct, decision, award }) => [
        studentCode,
        subjects.TOAN?.value,
        subjects.NGHE_THUAT?.isExempt,
        learning,
        conduct,
        decision,
        award,
      ]),
    ).toEqual([
      ['HS1', '8.2', true, 'good', 'good', 'promoted', 'distinguished-student'],
      ['HS2', '5.5', true, 'pass', null, null, null],
    ])
    expect(rows[0]?.absences).toEqual({ excused: 3, unexcused: 1 })
  })

  it('of a term has that term’s results and no decision', () => {
    const [row] = summarizeClass(7, students, 'term-1').rows
    expect(row).toMatchObject({
      learning: 'fair',
      conduct: 'good',
      decision: null,
      award: null,
      absences: null,
    })
    expect(row?.subjects.TOAN?.value).toBe('6.5')
  })

  it('counts the class, and shows nobody’s place in it', () => {
    const { counts, rows } = summarizeClass(7, students, 'year')
    expect(counts).toMatchObject({
      students: 2,
      girls: 1,
      complete: 1,
      learning: { good: 1, pass: 1 },
      conduct: { good: 1 },
      decision: { promoted: 1 },
      award: { 'distinguished-student': 1 },
    })
    expect(counts.subjects.TOAN?.values).toEqual({ 'from-8': 1, 'from-5': 1 })
    expect(Object.keys(rows[0] ?? {}).filter((key) => /rank|place|order/i.test(key))).toEqual([])
  })

  it('lists the subjects in the order of the form', () => {
    expect(summarizeClass(7, students, 'year').subjects.map(({ code }) => code)).toEqual([
      ...marked,
      'GDTC',
      'NGHE_THUAT',
    ])
  })
})

describe('the summary of a primary class', () => {
  const moments = toMomentRecords(
    new Map([
      [
        'TOAN',
        new Map([
          ['moments.midterm1.level', 'H'],
          ['moments.midterm1.score', '4'],
          ['level', 'T'],
        ]),
      ],
      [
        'homeroom',
        new Map([
          ['moments.midterm1.qualities.CHAM_CHI', 'Đ'],
          ['qualities.CHAM_CHI', 'T'],
        ]),
      ],
    ]),
  )
  const pupil: SummarizedStudent = {
    studentCode: 'HS1',
    fullName: 'Vi Thị Na',
    birthDate: '2016-01-01',
    input: {
      circular: 'TT27/2020',
      schoolYear: '2026-2027',
      grade: 4,
      subjects: [{ code: 'TOAN', level: 'T', finalScore: 9 }],
      qualities: { CHAM_CHI: 'T' },
    },
    moments,
  }

  it('of a moment has what stood then', () => {
    const { rows, counts } = summarizeClass(4, [pupil], 'midterm1')
    expect(rows[0]?.subjects.TOAN).toEqual({ value: 'H', score: 4, isExempt: false })
    expect(rows[0]?.qualities).toEqual({ CHAM_CHI: 'Đ' })
    expect(counts.subjects.TOAN).toEqual({ values: { H: 1 }, scoresBelow5: 1, scoresFrom5: 0 })
  })

  it('of the year has what stands at its end', () => {
    const [row] = summarizeClass(4, [pupil], 'year').rows
    expect(row?.subjects.TOAN).toEqual({ value: 'T', score: 9, isExempt: false })
    expect(row?.qualities).toEqual({ CHAM_CHI: 'T' })
  })
})
