import { describe, expect, it } from 'vitest'
import { evaluate, type PrimaryInput, type SecondaryInput } from '../../evaluation/index.ts'
import { competencesOfGrade, qualities } from '../../shared/traits.ts'
import { subjectsOfLevel } from '../../shared/subjects.ts'
import { listBorderline, type MissingCondition } from './borderline.ts'

const marked = [
  'NGU_VAN',
  'TOAN',
  'NGOAI_NGU_1',
  'GDCD',
  'LICH_SU_DIA_LI',
  'KHTN',
  'CONG_NGHE',
  'TIN_HOC',
] as const
const commented = ['GDTC', 'NGHE_THUAT', 'HDTN_HN', 'GDDP'] as const

/** A complete year of grade 7 with these averages, in the order of the form. */
const year = (averages: readonly string[], more: Partial<SecondaryInput> = {}): SecondaryInput => ({
  circular: 'TT22/2021',
  id: 'HS1',
  schoolYear: '2026-2027',
  grade: 7,
  conduct: { 1: 'good', 2: 'good' },
  absences: { excused: 2, unexcused: 0 },
  subjects: [
    ...marked.map((code, index) => {
      const average = averages[index] ?? '8.0'
      return { code, assessedBy: 'mark' as const, terms: { 1: { average }, 2: { average } } }
    }),
    ...commented.map((code) => ({
      code,
      assessedBy: 'comment' as const,
      terms: { 1: { result: 'pass' as const }, 2: { result: 'pass' as const } },
    })),
  ],
  ...more,
})

const missing = (input: SecondaryInput | PrimaryInput): readonly MissingCondition[] =>
  listBorderline([input])[0]?.missing ?? []
const told = (input: SecondaryInput | PrimaryInput, kind: MissingCondition['goalKind']): readonly unknown[] =>
  missing(input)
    .filter(({ goalKind }) => goalKind === kind)
    .map(({ goal, what, article, distance }) => [goal, what, article, distance])

describe('the borderline list of a secondary class', () => {
  it('names the one average that keeps from the next rating, and how far it is', () => {
    const one = year(['8.0', '8.0', '8.0', '8.0', '8.0', '7.9', '6.5', '6.5'])
    expect(told(one, 'learning')[0]).toEqual([
      'Học tập cả năm: Tốt',
      'Khoa học tự nhiên: điểm trung bình cả năm 7,9, cần 8,0',
      'TT22/2021 Điều 9.2.a',
      0.1,
    ])
  })

  it('names no condition where two are missing', () => {
    const two = year(['7.9', '7.9', '8.0', '8.0', '8.0', '8.0', '6.4', '6.4'])
    expect(told(two, 'learning')).toEqual([])
  })

  it('names the session too many, with the article that sets the number', () => {
    const absent = year([], { absences: { excused: 40, unexcused: 6 } })
    expect(told(absent, 'decision')).toEqual([
      ['Được lên lớp', 'Nghỉ 46 buổi, chỉ được nghỉ nhiều nhất 45 buổi', 'TT22/2021 Điều 12.1.c', 1],
    ])
  })

  it('names the conduct of one term that keeps from an award', () => {
    const fair = year([], { conduct: { 1: 'good', 2: 'fair' } })
    expect(told(fair, 'award')).toEqual([
      ['Học sinh Giỏi', 'Rèn luyện học kì II: Khá, cần Tốt', 'TT22/2021 Điều 15.1.a', 1],
    ])
  })

  it('promises nothing that the circular would not give: each named condition, once met, reaches its goal', () => {
    const one = year(['5.0', '4.9', '5.0', '5.0', '5.0', '5.0', '3.4', '3.6'])
    const promised = missing(one).filter(({ goalKind, unit }) => goalKind === 'learning' && unit === 'mark')
    expect(promised.length).toBeGreaterThan(0)
    for (const { path, distance } of promised) {
      const index = marked.findIndex((code) => path === `subjects.${code}`)
      const averages = ['5.0', '4.9', '5.0', '5.0', '5.0', '5.0', '3.4', '3.6']
      const raised = (by: number): unknown =>
        evaluate(year(averages.with(index, (Number(averages[index]) + by).toFixed(1)))).learning?.year
      const before = evaluate(one).learning?.year
      expect(raised(distance)).not.toBe(before)
      expect(raised(distance - 0.1)).toBe(before)
    }
  })

  it('leaves out who has nothing better to reach, and whose year is not complete', () => {
    const best = year(marked.map(() => '9.5'))
    const incomplete = year([], { conduct: { 1: 'good' } })
    expect(listBorderline([best, incomplete])).toEqual([])
  })

  it('keeps the order of the class and compares nobody', () => {
    const [near, far] = [
      year(['7.0', '8.0', '8.0', '8.0', '8.0', '8.0', '6.0'], { id: 'HS2' }),
      year(['8.0', '8.0', '8.0', '8.0', '8.0', '7.9', '6.5', '6.5'], { id: 'HS1' }),
    ]
    expect(listBorderline([near, far]).map(({ studentCode }) => studentCode)).toEqual(['HS2', 'HS1'])
  })
})

describe('the borderline list of a primary class', () => {
  const grade = 4
  const levels = (level: 'T' | 'Đ', codes: readonly { readonly code: string }[]) =>
    Object.fromEntries(codes.map(({ code }) => [code, level]))
  const input = (
    scores: Readonly<Record<string, number>> = {},
    more: Partial<PrimaryInput> = {},
  ): PrimaryInput => ({
    circular: 'TT27/2020',
    id: 'HS1',
    schoolYear: '2026-2027',
    grade,
    qualities: levels('T', qualities),
    competences: levels('T', competencesOfGrade(grade)),
    subjects: subjectsOfLevel.primary
      .filter(({ grades, optionalInGrades }) => grades.includes(grade) && !optionalInGrades.includes(grade))
      .map(({ code, testedInGrades }) => ({
        code,
        level: 'T' as const,
        ...(testedInGrades?.includes(grade) === true ? { finalScore: scores[code] ?? 9 } : {}),
      })),
    ...more,
  })

  it('names the score, the level or the trait that alone is missing', () => {
    expect(told(input({ TOAN: 8 }), 'year-result')).toEqual([
      [
        'Kết quả giáo dục: Hoàn thành xuất sắc',
        'Toán: điểm kiểm tra cuối năm 8, cần 9',
        'TT27/2020 Điều 9.2.a',
        1,
      ],
    ])
    const trait = input({}, { qualities: { ...levels('T', qualities), CHAM_CHI: 'Đ' } })
    expect(told(trait, 'year-result')[0]).toContain('Chăm chỉ: Đ, cần T')
  })

  it('names the recognition of the class where only that is missing for the second award', () => {
    expect(told(input({ TOAN: 8, KHOA_HOC: 8 }), 'award')).toEqual([
      [
        'Học sinh Tiêu biểu hoàn thành tốt trong học tập và rèn luyện',
        'Chưa được tập thể lớp công nhận tiêu biểu',
        'TT27/2020 Điều 13.1.a',
        1,
      ],
    ])
  })
})
