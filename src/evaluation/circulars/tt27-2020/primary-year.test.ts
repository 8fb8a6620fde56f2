import { describe, expect, it } from 'vitest'
import { competencesOfGrade } from '../../../shared/traits.ts'
import { evaluate } from '../../evaluate.ts'
import { findingsOf, primaryCase, reasonsUnder, withSubject } from '../../testing.ts'

const yearOf = (input: unknown): object => {
  const { status, yearResult, completion, decision, award } = evaluate(input)
  return { status, yearResult, completion, decision, award }
}

/** Every tested subject of grade 4 with this score. */
const scored = (finalScore: number, level = 'T'): object => ({
  ...primaryCase(),
  subjects: primaryCase().subjects.map((subject) =>
    'finalScore' in subject ? { ...subject, finalScore, level } : subject,
  ),
})

const promoted = { status: 'complete', completion: true, decision: 'promoted' }
const failed = {
  status: 'complete',
  yearResult: 'not-completed',
  completion: false,
  decision: 'supplementary',
  award: null,
}

describe('the result of a primary year (Điều 9, khoản 2)', () => {
  it.each([
    [9, { ...promoted, yearResult: 'excellent', award: 'excellent-student' }],
    [8, { ...promoted, yearResult: 'well-completed', award: null }],
    [7, { ...promoted, yearResult: 'well-completed', award: null }],
    [6, { ...promoted, yearResult: 'completed', award: null }],
    [5, { ...promoted, yearResult: 'completed', award: null }],
    [4, failed],
    [0, failed],
  ])('with every score at %i and every level the best', (score, result) => {
    expect(yearOf(scored(score))).toEqual(result)
  })

  it('a subject at H bars both better results, one at C completion', () => {
    expect(yearOf(withSubject('AM_NHAC', { level: 'H' }))).toMatchObject({
      yearResult: 'completed',
      award: null,
    })
    expect(yearOf(withSubject('AM_NHAC', { level: 'C' }))).toEqual(failed)
  })

  it('a quality or competence at Đ bars both better results, one at C completion', () => {
    const { qualities, competences } = primaryCase()
    expect(yearOf(primaryCase({ qualities: { ...qualities, NHAN_AI: 'Đ' } }))).toMatchObject({
      yearResult: 'completed',
    })
    expect(yearOf(primaryCase({ competences: { ...competences, TIN_HOC: 'C' } }))).toEqual(failed)
  })

  it('a score that Tiếng dân tộc has counts, but it need not have one', () => {
    const { subjects } = primaryCase()
    const language = { code: 'TIENG_DAN_TOC', level: 'T' } as const
    expect(yearOf(primaryCase({ subjects: [...subjects, language] }))).toMatchObject({
      yearResult: 'excellent',
    })
    const weak = { ...language, finalScore: 4 }
    expect(yearOf(primaryCase({ subjects: [...subjects, weak] }))).toEqual(failed)
  })
})

describe('completion and the decision (Điều 11)', () => {
  it.each(['promoted', 'retained'] as const)(
    'after supplementary assessment the principal decides: %s',
    (decision) => {
      const input = { ...scored(4), principalDecision: decision }
      expect(yearOf(input)).toEqual({ ...failed, decision })
      expect(reasonsUnder(input, '11.1')[0]).toContain(
        'Chưa hoàn thành chương trình lớp 4: sau đánh giá bổ sung',
      )
    },
  )

  it('the principal is not asked where the year is completed', () => {
    expect(yearOf({ ...scored(5), principalDecision: 'retained' })).toMatchObject({ decision: 'promoted' })
  })

  it('grade 5 completes primary school (khoản 2)', () => {
    expect(reasonsUnder(primaryCase({ grade: 5 }), '11.2')).toEqual([
      'Hoàn thành chương trình lớp 5, hoàn thành chương trình tiểu học.',
    ])
  })
})

describe('the award (Điều 13, khoản 1, điểm a)', () => {
  it('for a well completed year needs the recognition of the class', () => {
    expect(yearOf({ ...scored(8), outstanding: true })).toMatchObject({ award: 'exemplary-student' })
    expect(yearOf({ ...scored(8), outstanding: false })).toMatchObject({ award: null })
    expect(yearOf({ ...scored(5), outstanding: true })).toMatchObject({ award: null })
    expect(findingsOf({ ...scored(8), outstanding: 'yes' })).toEqual(['bad-value outstanding'])
  })
})

describe('the proof of a primary year', () => {
  it('says what is met and what keeps it from the next better result', () => {
    const { qualities } = primaryCase()
    const input = {
      ...withSubject('TOAN', { level: 'H', finalScore: 6 }),
      qualities: { ...qualities, NHAN_AI: 'Đ' },
    }
    expect(evaluate(input).reasons).toEqual([
      {
        rule: 'TT27/2020 Điều 9.2.c',
        text:
          'Kết quả giáo dục cả năm Hoàn thành: mọi môn học, hoạt động giáo dục ở mức Hoàn thành trở lên, mọi phẩm ' +
          'chất, năng lực ở mức Đạt trở lên, mọi bài kiểm tra cuối năm từ 5 điểm trở lên. Chưa Hoàn thành tốt vì: ' +
          'Toán mức Hoàn thành; Toán 6 điểm, dưới 7; Nhân ái mức Đạt.',
      },
      { rule: 'TT27/2020 Điều 11.1', text: 'Hoàn thành chương trình lớp 4, được lên lớp.' },
      {
        rule: 'TT27/2020 Điều 13.1.a',
        text: 'Không có danh hiệu: cần kết quả giáo dục Hoàn thành tốt trở lên.',
      },
    ])
  })

  it('of the best result needs no more than what is met', () => {
    expect(reasonsUnder(primaryCase(), '9.2.a')[0]).not.toContain('Chưa')
    expect(reasonsUnder(scored(4), '9.2.d')[0]).toContain(
      'Chưa hoàn thành. Chưa Hoàn thành vì: Tiếng Việt 4 điểm, dưới 5;',
    )
  })
})

describe('what a primary year lacks', () => {
  it.each(
    [
      [withSubject('GDTC', {}), 'missing-result subjects.GDTC.level'],
      [withSubject('GDTC', { level: null }), 'missing-result subjects.GDTC.level'],
      [withSubject('TOAN', { level: 'T' }), 'missing-score subjects.TOAN.finalScore'],
      [primaryCase({ subjects: primaryCase().subjects.slice(0, -1) }), 'missing-subject subjects.HDTN'],
      [
        { ...primaryCase(), qualities: { ...primaryCase().qualities, NHAN_AI: null } },
        'missing-quality qualities.NHAN_AI',
      ],
      [
        { ...primaryCase(), competences: { ...primaryCase().competences, TIN_HOC: null } },
        'missing-competence competences.TIN_HOC',
      ],
    ].map(([input, finding]) => ({ input, finding })),
  )('$finding leaves it undetermined', ({ input, finding }) => {
    expect(findingsOf(input)).toEqual([finding])
    expect(yearOf(input)).toEqual({
      status: 'incomplete',
      yearResult: null,
      completion: null,
      decision: null,
      award: null,
    })
    expect(evaluate(input).reasons).toEqual([])
  })

  it('asks grades 1 and 2 for neither a foreign language nor technology nor informatics', () => {
    const codes = ['DAO_DUC', 'TNXH', 'GDTC', 'AM_NHAC', 'MI_THUAT', 'HDTN'] as const
    const subjects = [
      { code: 'TIENG_VIET', level: 'T', finalScore: 9 },
      { code: 'TOAN', level: 'T', finalScore: 9 },
      ...codes.map((code) => ({ code, level: 'T' }) as const),
    ] as const
    const competences = Object.fromEntries(competencesOfGrade(2).map(({ code }) => [code, 'T']))
    const input = { ...primaryCase(), grade: 2, subjects, competences }
    expect(yearOf(input)).toMatchObject({ status: 'complete', yearResult: 'excellent' })
    expect(findingsOf({ ...input, competences: { ...competences, TIN_HOC: 'T' } })).toEqual([
      'bad-value competences.TIN_HOC',
    ])
    expect(findingsOf({ ...input, subjects: [...subjects, { code: 'NGOAI_NGU_1', level: 'T' }] })).toEqual([])
  })

  it('asks for everything where nothing is entered', () => {
    const { subjects, qualities, competences, ...bare } = primaryCase()
    expect(findingsOf(bare)).toHaveLength(subjects.length + 5 + 10)
    expect([qualities, competences]).not.toContain(undefined)
  })
})

describe('what is impossible in a primary year', () => {
  it.each(
    [
      [withSubject('TOAN', { level: 'T', finalScore: 8.5 }), 'score-not-integer subjects.TOAN.finalScore'],
      [withSubject('TOAN', { level: 'T', finalScore: 11 }), 'mark-out-of-range subjects.TOAN.finalScore'],
      [withSubject('TOAN', { level: 'T', finalScore: -1 }), 'mark-out-of-range subjects.TOAN.finalScore'],
      [withSubject('TOAN', { level: 'T', finalScore: '9' }), 'not-a-mark subjects.TOAN.finalScore'],
      [
        withSubject('DAO_DUC', { level: 'T', finalScore: 9 }),
        'score-not-allowed subjects.DAO_DUC.finalScore',
      ],
      [withSubject('DAO_DUC', { level: 'Đ' }), 'unknown-level subjects.DAO_DUC.level'],
      [withSubject('DAO_DUC', { level: 'T', terms: {} }), 'bad-value subjects.DAO_DUC.terms'],
      [
        { ...primaryCase(), qualities: { ...primaryCase().qualities, NHAN_AI: 'H' } },
        'unknown-level qualities.NHAN_AI',
      ],
      [
        { ...primaryCase(), qualities: { ...primaryCase().qualities, LE_PHEP: 'T' } },
        'bad-value qualities.LE_PHEP',
      ],
      [{ ...primaryCase(), competences: 'T' }, 'bad-value competences'],
      [{ ...primaryCase(), subjects: 'all' }, 'bad-value subjects'],
      [
        { ...primaryCase(), subjects: [...primaryCase().subjects, { code: 'HDTN', level: 'T' }] },
        'duplicate-subject subjects.HDTN',
      ],
      [
        { ...primaryCase(), subjects: [...primaryCase().subjects, { code: 'TNXH', level: 'T' }] },
        'subject-not-in-grade subjects.TNXH',
      ],
    ].map(([input, finding]) => ({ input, finding })),
  )('$finding decides nothing', ({ input, finding }) => {
    expect(findingsOf(input)).toEqual([finding])
    expect(yearOf(input)).toEqual({
      status: 'invalid',
      yearResult: null,
      completion: null,
      decision: null,
      award: null,
    })
  })
})

describe('pupils with disabilities (Điều 8)', () => {
  it('an exempt subject counts nowhere', () => {
    expect(yearOf(withSubject('NGOAI_NGU_1', { exempt: true }))).toMatchObject({ yearResult: 'excellent' })
  })

  it('with an individual plan the principal decides, the rest is formed where it can be', () => {
    const plan = { ...primaryCase(), individualPlan: true, principalDecision: 'promoted' }
    expect(yearOf(plan)).toEqual({ ...promoted, yearResult: 'excellent', award: null })
    expect(yearOf({ ...plan, subjects: [] })).toEqual({
      ...promoted,
      yearResult: null,
      completion: null,
      award: null,
    })
    expect(findingsOf({ ...plan, subjects: [], principalDecision: null })).toEqual([
      'missing-decision principalDecision',
    ])
    expect(reasonsUnder({ ...plan, principalDecision: 'retained' }, '8')[0]).toContain('chưa được lên lớp')
  })
})
