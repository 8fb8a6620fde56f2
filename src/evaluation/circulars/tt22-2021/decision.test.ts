import { describe, expect, it } from 'vitest'
import { evaluate } from '../../evaluate.ts'
import { averages, comments, marked, reasonsUnder, secondaryCase, yearWith } from '../../testing.ts'

const weak = ['4', '4', '4', '4', '4', '4', '4', '4']
const notPass = { 1: 'not-pass', 2: 'not-pass' } as const

describe('the decision at the end of the year (Điều 12, khoản 1)', () => {
  it('is promotion with conduct and learning from Đạt and at most 45 absences, both kinds added', () => {
    expect(evaluate(secondaryCase({ absences: { excused: 40, unexcused: 5 } }))).toMatchObject({
      decision: 'promoted',
      completion: true,
    })
  })

  it('is retention with 46 absences, which no summer cures', () => {
    const absences = { excused: 0, unexcused: 46 }
    expect(evaluate(secondaryCase({ absences }))).toMatchObject({ decision: 'retained', completion: false })
    expect(evaluate({ ...yearWith(weak), absences })).toMatchObject({ decision: 'retained' })
    const conduct = { 1: 'good', 2: 'not-pass', afterSummer: 'good' } as const
    expect(evaluate(secondaryCase({ absences, conduct }))).toMatchObject({ decision: 'retained' })
    expect(reasonsUnder(secondaryCase({ absences }), '12.1.c')).toEqual([
      'Nghỉ 46 buổi (0 có phép, 46 không phép), quá 45 buổi.',
      'Không được lên lớp: nghỉ 46 buổi, quá 45 buổi.',
    ])
  })

  it('is retention where conduct and learning both failed', () => {
    const input = { ...yearWith(weak), conduct: notPass }
    expect(evaluate(input)).toMatchObject({ decision: 'retained', completion: false, award: null })
    expect(reasonsUnder(input, '12.1')[0]).toContain('đều Chưa đạt')
  })

  it.each([
    [8, 'Được lên lớp'],
    [9, 'Hoàn thành chương trình trung học cơ sở'],
  ] as const)('in grade %i says "%s"', (grade, text) => {
    expect(reasonsUnder(secondaryCase({ grade }), '12.1')[0]).toContain(text)
  })

  it('in grade 12 says that the level is completed', () => {
    const codes = ['NGU_VAN', 'TOAN', 'NGOAI_NGU_1', 'LICH_SU', 'GDQPAN', 'DIA_LI'] as const
    const input = secondaryCase({ grade: 12, subjects: codes.map((code) => marked(code, '7.0')) })
    expect(reasonsUnder(input, '12.1')[0]).toContain('Hoàn thành chương trình trung học phổ thông')
  })
})

describe('the award (Điều 15, khoản 1, điểm a)', () => {
  const excellent = ['9.0', '9.0', '9.0', '9.0', '9.0', '9.0', '6.5', '7.0']

  it.each([
    ['six averages from 9.0', excellent, 'excellent-student'],
    ['five averages from 9.0', ['8.9', ...excellent.slice(1)], 'distinguished-student'],
    ['learning below Tốt', ['6.4', ...excellent.slice(1)], null],
  ])('goes by the averages: %s', (_, values, award) => {
    expect(evaluate(yearWith(values)).award).toBe(award)
  })

  it('needs conduct Tốt too', () => {
    const input = { ...yearWith(excellent), conduct: { 1: 'good', 2: 'fair' } }
    expect(evaluate(input).award).toBeNull()
    expect(reasonsUnder(input, '15.1.a')).toEqual([
      'Không có danh hiệu: cần rèn luyện và học tập cả năm đều Tốt (rèn luyện Khá, học tập Tốt).',
    ])
  })

  it('has its proof', () => {
    expect(reasonsUnder(yearWith(excellent), '15.1.a')).toEqual([
      'Học sinh Xuất sắc: rèn luyện và học tập cả năm đều Tốt, 6 môn từ 9,0 trở lên (cần 6).',
    ])
    expect(reasonsUnder(yearWith(['8.9', ...excellent.slice(1)]), '15.1.a')).toEqual([
      'Học sinh Giỏi: rèn luyện và học tập cả năm đều Tốt, có 5 môn từ 9,0 trở lên (Học sinh Xuất sắc cần 6).',
    ])
  })
})

describe('a year by an individual education plan (Điều 11, Điều 12, khoản 4)', () => {
  const plan = (changes: object): object => ({ ...secondaryCase(), individualPlan: true, ...changes })
  const bare = { subjects: averages('7.0'), conduct: {}, absences: {} }

  it('lacks nothing but the decision of the principal', () => {
    expect(evaluate(plan(bare))).toMatchObject({
      status: 'incomplete',
      findings: [{ code: 'missing-decision', at: 'principalDecision' }],
      decision: null,
      completion: null,
    })
  })

  it.each([
    ['promoted', true],
    ['retained', false],
  ])('is %s as the principal decides, without an award', (principalDecision, completion) => {
    expect(evaluate(plan({ ...bare, principalDecision }))).toMatchObject({
      status: 'complete',
      findings: [],
      subjects: { NGU_VAN: { year: '7.0' } },
      learning: { year: null },
      conduct: { year: null },
      decision: principalDecision,
      completion,
      award: null,
    })
    expect(evaluate(plan({ principalDecision }))).toMatchObject({ learning: { year: 'fair' }, award: null })
    expect(reasonsUnder(plan({ principalDecision }), '12.4')).toHaveLength(1)
  })

  it('has no award even where every other year would have one', () => {
    const best = yearWith(['9', '9', '9', '9', '9', '9', '9', '9'])
    expect(evaluate(best).award).toBe('excellent-student')
    expect(evaluate(plan({ ...best, principalDecision: 'promoted' })).award).toBeNull()
  })

  it('still takes nothing that is impossible', () => {
    expect(evaluate(plan({ principalDecision: 'promoted', conduct: { 1: 'T' } })).status).toBe('invalid')
  })

  it('a principal decides nothing in any other secondary year', () => {
    expect(evaluate(secondaryCase({ principalDecision: 'retained' })).decision).toBe('promoted')
  })
})

describe('the subjects of a year', () => {
  it('an exempt one counts nowhere and is not in the output (Điều 11)', () => {
    const subjects = [
      ...averages('7', '7', '7', '7', '7', '7'),
      { code: 'TIN_HOC' as const, exempt: true as const },
    ]
    const result = evaluate(secondaryCase({ subjects }))
    expect(result).toMatchObject({ status: 'complete', learning: { year: 'fair' } })
    expect(result.subjects).not.toHaveProperty('TIN_HOC')
  })

  it('with five marked ones the rating cannot be applied', () => {
    expect(
      evaluate(secondaryCase({ subjects: [...averages('9', '9', '9', '9', '9'), ...comments()] })),
    ).toMatchObject({
      status: 'incomplete',
      findings: [{ code: 'too-few-marked-subjects', at: 'subjects' }],
      learning: { 1: null, 2: null, year: null },
    })
  })

  it.each([[null], [undefined], [[]]])('%j are too few', (subjects) => {
    expect(evaluate({ ...secondaryCase(), subjects })).toMatchObject({
      findings: [{ code: 'too-few-marked-subjects', at: 'subjects' }],
      subjects: {},
    })
  })

  it.each([
    [7, 'bad-value', 'subjects.0'],
    [{}, 'bad-value', 'subjects.0.code'],
    [{ code: 'MON_LA' }, 'unknown-subject', 'subjects.MON_LA'],
    [{ code: 'TIENG_VIET' }, 'subject-not-in-grade', 'subjects.TIENG_VIET'],
    [{ code: 'VAT_LI' }, 'subject-not-in-grade', 'subjects.VAT_LI'],
  ])('%j is left aside', (subject, code, at) => {
    const { subjects } = secondaryCase()
    const result = evaluate({ ...secondaryCase(), subjects: [subject, ...subjects] })
    expect(result).toMatchObject({ status: 'invalid', findings: [{ code, at }], learning: { year: 'fair' } })
    expect(Object.keys(result.subjects ?? {})).toHaveLength(subjects.length)
  })

  it('one given twice or more has no results, and is noted once', () => {
    const { subjects } = secondaryCase()
    const result = evaluate({
      ...secondaryCase(),
      subjects: [...subjects, marked('TOAN', '9'), marked('TOAN', 'x')],
    })
    expect(result.findings).toEqual([{ code: 'duplicate-subject', at: 'subjects.TOAN' }])
    expect(result).toMatchObject({ subjects: { TOAN: { terms: { 1: null, 2: null }, year: null } } })
    expect(result.learning).toEqual({ 1: null, 2: null, year: null })
  })

  it('a comment subject given twice has none either', () => {
    const { subjects } = secondaryCase()
    const result = evaluate({ ...secondaryCase(), subjects: [...subjects, ...comments().slice(0, 1)] })
    expect(result.subjects?.GDTC).toEqual({ terms: { 1: null, 2: null }, year: null })
  })
})
