import { describe, expect, it } from 'vitest'
import { evaluate } from '../../evaluate.ts'
import { allRatings, findingsOf, reasonsUnder, secondaryCase } from '../../testing.ts'

/** TT22/2021, Điều 8, khoản 2, điểm b: rows are term II, columns term I. */
const table = {
  good: ['good', 'good', 'fair', 'fair'],
  fair: ['fair', 'fair', 'fair', 'pass'],
  pass: ['fair', 'pass', 'pass', 'pass'],
  'not-pass': ['not-pass', 'not-pass', 'not-pass', 'not-pass'],
} as const

const combinations = allRatings.flatMap((second) =>
  allRatings.map((first, column) => [first, second, table[second][column]] as const),
)

describe('kết quả rèn luyện (Điều 8, khoản 2, điểm b)', () => {
  it.each(combinations)('%s, then %s, makes the year %s', (first, second, year) => {
    const result = evaluate(secondaryCase({ conduct: { 1: first, 2: second } }))
    expect(result.conduct).toEqual({ 1: first, 2: second, year })
  })

  it.each([
    [null, ['missing-conduct conduct.1', 'missing-conduct conduct.2']],
    [{ 1: 'good' }, ['missing-conduct conduct.2']],
    [{ 1: 'good', 2: 'T' }, ['unknown-level conduct.2']],
    [{ 1: 'good', 2: 'not-pass', afterSummer: 'ok' }, ['unknown-level conduct.afterSummer']],
    [{ 1: 'good', 2: 'good', 3: 'good' }, ['bad-value conduct.3']],
    ['good', ['bad-value conduct']],
  ])('%j gives %j', (conduct, findings) => {
    expect(findingsOf({ ...secondaryCase(), conduct })).toEqual(findings)
  })

  it('is not known for the year while one term is not, even where the other would decide', () => {
    expect(evaluate({ ...secondaryCase(), conduct: { 2: 'not-pass' } }).conduct).toEqual({
      1: null,
      2: 'not-pass',
      year: null,
    })
  })

  it('has its proof', () => {
    expect(reasonsUnder(secondaryCase({ conduct: { 1: 'not-pass', 2: 'good' } }), '8.2.b')).toEqual([
      'Rèn luyện học kì I Chưa đạt, học kì II Tốt: cả năm Khá.',
    ])
  })
})

describe('absences', () => {
  it.each([
    [null, ['missing-absences absences.excused', 'missing-absences absences.unexcused']],
    [{ excused: 0 }, ['missing-absences absences.unexcused']],
    [{ excused: -1, unexcused: 0 }, ['bad-value absences.excused']],
    [{ excused: 0, unexcused: 1.5 }, ['bad-value absences.unexcused']],
    [{ excused: '3', unexcused: 0 }, ['bad-value absences.excused']],
    [{ excused: 3, unexcused: 0, late: 2 }, ['bad-value absences.late']],
    [5, ['bad-value absences']],
  ])('%j gives %j', (absences, findings) => {
    expect(findingsOf({ ...secondaryCase(), absences })).toEqual(findings)
  })
})
