import { describe, expect, it } from 'vitest'
import { evaluate } from '../../evaluate.ts'
import type { MarkedSubjectInput, SecondaryInput } from '../../input.ts'
import {
  averages,
  commented,
  comments,
  findingsOf,
  marked,
  reasonsUnder,
  secondaryCase,
} from '../../testing.ts'

const failed = ['5.0', '5.0', '5.0', '5.0', '5.0', '4.9', '4.5', '4.0']

/** Five at 5.0 and three that failed, with these marks of the summer for the failed ones. */
const summer = (marks: readonly (string | null)[], changes: Partial<SecondaryInput> = {}): SecondaryInput =>
  secondaryCase({
    subjects: [
      ...averages(...failed).map((subject, index) => again(subject, marks[index - 5] ?? null)),
      ...comments(),
    ],
    ...changes,
  })

const again = (subject: MarkedSubjectInput, reassessedMark: string | null): MarkedSubjectInput =>
  reassessedMark === null ? subject : { ...subject, reassessedMark }

describe('re-assessment in summer (Điều 14)', () => {
  it('is awaited while no failed subject has its new mark', () => {
    expect(evaluate(summer([]))).toMatchObject({ decision: 'reassessment', completion: false })
    expect(evaluate(summer([])).learning).not.toHaveProperty('afterReassessment')
  })

  it('replaces the result of the subject and decides anew', () => {
    const result = evaluate(summer(['5.5', '6']))
    expect(result.subjects?.KHTN).toEqual({
      terms: { 1: '4.9', 2: '4.9' },
      year: '4.9',
      afterReassessment: '5.5',
    })
    expect(result.learning).toMatchObject({ year: 'not-pass', afterReassessment: 'pass' })
    expect(result).toMatchObject({ decision: 'promoted', completion: true, award: null })
  })

  it('replaces it even when it is lower', () => {
    expect(evaluate(summer(['5.5', '3.4']))).toMatchObject({
      learning: { afterReassessment: 'not-pass' },
      decision: 'retained',
      completion: false,
    })
  })

  it('takes comment subjects that failed', () => {
    const subjects = [...averages('7', '7', '7', '7', '7', '7'), ...comments(2)]
    const passedAnew = { ...commented('HDTN_HN', 'not-pass'), reassessedResult: 'pass' as const }
    const year = secondaryCase({ subjects: [...subjects.slice(0, -1), passedAnew] })
    expect(evaluate(year)).toMatchObject({
      subjects: { HDTN_HN: { year: 'not-pass', afterReassessment: 'pass' } },
      learning: { year: 'not-pass', afterReassessment: 'pass' },
      decision: 'promoted',
    })
  })

  it('may be adjusted by Điều 9.3 as the year may', () => {
    const averagesAnew = averages('8.5', '8.5', '8.5', '8.5', '8.5', '8.5', '3.0', '3.0')
    const subjects = averagesAnew.map((subject) =>
      subject.code === 'CONG_NGHE' ? again(subject, '8.5') : subject,
    )
    expect(evaluate(secondaryCase({ subjects })).learning).toEqual({
      1: 'not-pass',
      2: 'not-pass',
      year: 'not-pass',
      afterReassessment: 'pass',
    })
  })

  it.each([
    [
      'a subject that did not fail',
      secondaryCase({ subjects: averages(...failed).map((one) => again(one, '6')) }),
      5,
    ],
    [
      'a year that is at least Đạt',
      secondaryCase({ subjects: averages('7', '7', '7', '7', '7', '7', '4').map((one) => again(one, '6')) }),
      7,
    ],
    ['conduct that is Chưa đạt', summer(['5.5', '6', '6'], { conduct: { 1: 'pass', 2: 'not-pass' } }), 3],
  ])('is not allowed for %s', (_, input, count) => {
    expect(evaluate(input)).toMatchObject({ status: 'invalid', decision: null })
    const found = findingsOf(input)
    expect(found).toHaveLength(count)
    expect(new Set(found.map((one) => one.split(' ')[0]))).toEqual(new Set(['summer-not-allowed']))
  })

  it('where it is not allowed it is not used, the others are', () => {
    const subjects = summer(['5.5', '6']).subjects.map((one) =>
      one.code === 'TOAN' ? again(marked('TOAN', '5.0'), '0') : one,
    )
    const result = evaluate(secondaryCase({ subjects }))
    expect(result.findings).toEqual([{ code: 'summer-not-allowed', at: 'subjects.TOAN.reassessedMark' }])
    expect(result.subjects?.TOAN).toEqual({ terms: { 1: '5.0', 2: '5.0' }, year: '5.0' })
    expect(result.learning).toMatchObject({ year: 'not-pass', afterReassessment: 'pass' })
  })

  it.each([
    [{ reassessedMark: '11' }, 'mark-out-of-range subjects.NGU_VAN.reassessedMark'],
    [{ reassessedMark: 'absent' }, 'not-a-mark subjects.NGU_VAN.reassessedMark'],
  ])('with %j has no result', (given, finding) => {
    const [first, ...others] = averages('4.0', '4.0', '5', '5', '5', '5')
    const input = { ...secondaryCase(), subjects: [{ ...first, ...given }, ...others] }
    expect(findingsOf(input)).toEqual([finding])
    expect(evaluate(input)).toMatchObject({
      subjects: { NGU_VAN: { afterReassessment: null } },
      learning: { year: 'not-pass', afterReassessment: null },
    })
  })

  it('an unknown comment result has none either', () => {
    const sports = { ...commented('GDTC', 'not-pass'), reassessedResult: 'good' }
    const input = {
      ...secondaryCase(),
      subjects: [...averages('7', '7', '7', '7', '7', '7'), sports, commented('GDDP', 'not-pass')],
    }
    expect(findingsOf(input)).toEqual(['unknown-level subjects.GDTC.reassessedResult'])
  })

  it.each(['NGU_VAN', 'TOAN'])(
    'waits for the year: while it has no rating there is none after it (%s)',
    (again) => {
      const unfinished = (code: string): object =>
        code === 'TOAN' ? { terms: { 1: { average: '4.0' } } } : {}
      const anew = (code: string): object => (code === again ? { reassessedMark: '6' } : {})
      const subjects = averages('4.0', '4.0', '5', '5', '5', '5').map((subject) => ({
        ...subject,
        ...unfinished(subject.code),
        ...anew(subject.code),
      }))
      expect(evaluate({ ...secondaryCase(), subjects })).toMatchObject({
        status: 'incomplete',
        learning: { year: null, afterReassessment: null },
      })
    },
  )

  it('is in the proof', () => {
    const [text] = reasonsUnder(summer(['5.5', '6']), '14')
    expect(text).toContain('Khoa học tự nhiên 4,9 thay bằng 5,5; Công nghệ 4,5 thay bằng 6,0.')
    expect(reasonsUnder(summer([]), '14')).toEqual([
      'Chưa quyết định lên lớp: học tập cả năm Chưa đạt, được kiểm tra, đánh giá lại trong hè các môn: ' +
        'Khoa học tự nhiên, Công nghệ, Tin học.',
    ])
  })
})

describe('training in summer (Điều 13)', () => {
  const conduct = (afterSummer?: 'good' | 'not-pass'): SecondaryInput =>
    secondaryCase({
      conduct: { 1: 'pass', 2: 'not-pass', ...(afterSummer === undefined ? {} : { afterSummer }) },
    })

  it('is awaited where conduct alone failed', () => {
    expect(evaluate(conduct())).toMatchObject({ decision: 'reassessment', completion: false })
    expect(evaluate(conduct()).conduct).not.toHaveProperty('afterSummer')
  })

  it('replaces the rating of the year and decides anew', () => {
    expect(evaluate(conduct('good'))).toMatchObject({
      conduct: { year: 'not-pass', afterSummer: 'good' },
      decision: 'promoted',
      completion: true,
      award: null,
    })
    expect(evaluate(conduct('not-pass'))).toMatchObject({ decision: 'retained', completion: false })
    expect(reasonsUnder(conduct('good'), '13')[0]).toContain('kết quả rèn luyện cả năm: Tốt')
  })

  it.each([
    [
      'conduct that is at least Đạt',
      secondaryCase({ conduct: { 1: 'good', 2: 'pass', afterSummer: 'good' } }),
    ],
    [
      'a year in which both failed',
      summer([], { conduct: { 1: 'good', 2: 'not-pass', afterSummer: 'good' } }),
    ],
  ])('is not allowed for %s', (_, input) => {
    expect(evaluate(input)).toMatchObject({ status: 'invalid', decision: null })
    expect(findingsOf(input)).toEqual(['summer-not-allowed conduct.afterSummer'])
    expect(evaluate(input).conduct).not.toHaveProperty('afterSummer')
  })
})
