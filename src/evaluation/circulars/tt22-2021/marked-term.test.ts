import { describe, expect, it } from 'vitest'
import { evaluate } from '../../evaluate.ts'
import type { SubjectResult } from '../../result.ts'
import { findingsOf, marked, reasonsUnder, secondaryCase, withMath } from '../../testing.ts'

const known = { average: '7.0' }
const whole = { regularMarks: ['8', '7', '9', '8'], midtermMark: '8', finalMark: '7.5' }
const mathOf = (input: unknown): SubjectResult | undefined => evaluate(input).subjects?.TOAN
const withTerm = (term: unknown): object => withMath({ terms: { 1: term, 2: known } })
const at = 'subjects.TOAN.terms.1'

/** A subject of three regular marks. */
const threeMarks = (regularMarks: string[], midtermMark: string, finalMark: string): object =>
  withMath({ periodsPerYear: 70, terms: { 1: { regularMarks, midtermMark, finalMark }, 2: known } })

describe('a term average (Điều 9, khoản 1, điểm b)', () => {
  it('weighs the midterm twice, the final three times, over one sum of all marks', () => {
    expect(mathOf(withTerm(whole))?.terms[1]).toBe('7.8')
  })

  it.each([
    [['6', '7', '6'], '7', '6.2', '6.5'],
    [['9', '9', '8.9'], '9', '8.9', '9.0'],
    [['0', '0', '0'], '0', '0', '0.0'],
    [['10', '10', '10'], '10', '10', '10.0'],
    [['1', '0', '0'], '0', '0', '0.1'],
    [['5', '5', '5'], 'absent', '5', '3.8'],
    [['8', '8', '8'], '8', 'absent', '5.0'],
  ])('of %j, midterm %s and final %s is %s', (regular, midterm, final, average) => {
    expect(mathOf(threeMarks(regular, midterm, final))?.terms[1]).toBe(average)
  })

  it.each([
    [1, 2],
    [35, 2],
    [36, 3],
    [70, 3],
    [71, 4],
    [140, 4],
  ])('%i periods a year need %i regular marks (Điều 6, khoản 2, điểm b)', (periodsPerYear, count) => {
    const term = (length: number): object => ({ ...whole, regularMarks: Array<string>(length).fill('8') })
    const year = (length: number): object =>
      withMath({ periodsPerYear, terms: { 1: term(length), 2: known } })
    expect(evaluate(year(count)).status).toBe('complete')
    expect(evaluate(year(count - 1)).status).toBe('incomplete')
    expect(evaluate(year(count + 1)).status).toBe('invalid')
    expect(findingsOf(year(count - 1))).toEqual([`wrong-number-of-regular-marks ${at}.regularMarks`])
    expect(mathOf(year(count + 1))).toMatchObject({ terms: { 1: null }, year: null })
  })

  it('takes a topic mark as one more regular mark in grades 10 to 12 only (Điều 6, khoản 3)', () => {
    const term = { regularMarks: ['7', '8', '8'], midtermMark: '7.5', finalMark: '8', topicMark: '9' }
    const terms = { 1: term, 2: known }
    const physics = { code: 'VAT_LI', assessedBy: 'mark', periodsPerYear: 70, terms }
    const codes = ['NGU_VAN', 'TOAN', 'NGOAI_NGU_1', 'LICH_SU', 'GDQPAN'] as const
    const others = codes.map((code) => marked(code, '7.0'))
    const upper = { ...secondaryCase(), grade: 10, subjects: [physics, ...others] }
    expect(evaluate(upper).subjects?.VAT_LI?.terms[1]).toBe('7.9')
    expect(findingsOf(withMath({ periodsPerYear: 70, terms }))).toEqual([`bad-value ${at}.topicMark`])
    expect(findingsOf(withTerm({ ...whole, topicMark: null }))).toEqual([])
  })

  it('of both terms, rounded, makes the year: (I + 2·II) / 3', () => {
    const terms = { 1: { average: '6.4' }, 2: { average: '6.5' } }
    expect(mathOf(withMath({ terms }))?.year).toBe('6.5')
    expect(mathOf(withMath({ terms: { ...terms, 1: { average: '6.3' } } }))?.year).toBe('6.4')
  })

  it('reads a comma and writes a dot', () => {
    expect(mathOf(withTerm({ average: '8,1' }))?.terms[1]).toBe('8.1')
  })
})

describe('what is not entered yet', () => {
  it.each([
    [undefined, [`missing-mark ${at}`]],
    [null, [`missing-mark ${at}`]],
    [{}, [`missing-mark ${at}`]],
    [{ average: null }, [`missing-mark ${at}`]],
    [{ regularMarks: null, midtermMark: null, finalMark: null }, [`missing-mark ${at}`]],
    [{ ...whole, finalMark: null }, [`missing-mark ${at}.finalMark`]],
    [{ ...whole, regularMarks: null }, [`missing-mark ${at}.regularMarks`]],
    [{ ...whole, regularMarks: ['8', null, '9', '8'] }, [`missing-mark ${at}.regularMarks.1`]],
    [
      { regularMarks: whole.regularMarks },
      [`missing-mark ${at}.finalMark`, `missing-mark ${at}.midtermMark`],
    ],
  ])('term %j is incomplete and has no average', (term, findings) => {
    expect(findingsOf(withTerm(term))).toEqual(findings)
    expect(evaluate(withTerm(term))).toMatchObject({
      status: 'incomplete',
      learning: { 1: null, 2: 'fair', year: null },
    })
    expect(mathOf(withTerm(term))).toEqual({ terms: { 1: null, 2: '7.0' }, year: null })
  })

  it.each([undefined, null, {}])('without terms (%j) both are missing', (terms) => {
    expect(findingsOf(withMath({ terms }))).toEqual([
      'missing-mark subjects.TOAN.terms.1',
      'missing-mark subjects.TOAN.terms.2',
    ])
  })

  it('the periods are needed for single marks, not for known averages', () => {
    const periodsPerYear = null
    const known = { average: '7.0' }
    expect(findingsOf(withMath({ periodsPerYear, terms: { 1: known, 2: known } }))).toEqual([])
    const missing = withMath({ periodsPerYear, terms: { 1: whole, 2: known } })
    expect(findingsOf(missing)).toEqual(['missing-periods subjects.TOAN.periodsPerYear'])
    expect(mathOf(missing)?.terms[1]).toBeNull()
  })
})

describe('what is impossible', () => {
  it.each([
    ['x', [`bad-value ${at}`]],
    [[], [`bad-value ${at}`]],
    [{ ...whole, average: '8.0' }, [`bad-value ${at}.average`]],
    [{ ...whole, average: 'x' }, [`bad-value ${at}.average`]],
    [{ average: 'absent' }, [`not-a-mark ${at}.average`]],
    [{ ...whole, extra: 1 }, [`bad-value ${at}.extra`]],
    [{ ...whole, regularMarks: '8' }, [`bad-value ${at}.regularMarks`]],
    [{ ...whole, regularMarks: ['8', 'absent', '9', '8'] }, [`not-a-mark ${at}.regularMarks.1`]],
    [{ ...whole, finalMark: '10.5' }, [`mark-out-of-range ${at}.finalMark`]],
    [{ ...whole, midtermMark: '7.25' }, [`mark-too-precise ${at}.midtermMark`]],
    [{ ...whole, finalMark: 8 }, [`not-a-mark ${at}.finalMark`]],
  ])('term %j', (term, findings) => {
    expect(findingsOf(withTerm(term))).toEqual(findings)
    expect(evaluate(withTerm(term))).toMatchObject({ status: 'invalid', decision: null, award: null })
  })

  it.each([
    [{ terms: [] }, ['bad-value subjects.TOAN.terms']],
    [{ terms: { 1: known, 2: known, 3: known } }, ['bad-value subjects.TOAN.terms.3']],
    [{ terms: { 1: known, 2: known }, periodsPerYear: 0 }, ['bad-value subjects.TOAN.periodsPerYear']],
    [{ terms: { 1: known, 2: known }, periodsPerYear: 52.5 }, ['bad-value subjects.TOAN.periodsPerYear']],
    [
      { terms: { 1: known, 2: known }, reassessedResult: 'pass' },
      ['bad-value subjects.TOAN.reassessedResult'],
    ],
    [{ terms: { 1: known, 2: known }, assessedBy: 'comment' }, ['bad-value subjects.TOAN.assessedBy']],
    [{ terms: { 1: known, 2: known }, exempt: 1 }, ['bad-value subjects.TOAN.exempt']],
  ])('subject %j', (math, findings) => {
    expect(findingsOf(withMath(math))).toEqual(findings)
  })
})

describe('the proof of an average', () => {
  it('writes the formula out with decimal commas', () => {
    const absent = { ...whole, midtermMark: 'absent' }
    expect(reasonsUnder(withMath({ terms: { 1: whole, 2: absent } }), '9.1.b')).toContain(
      'Toán: HK I (8 + 7 + 9 + 8 + 2 × 8 + 3 × 7,5) : 9 = 7,8; ' +
        'HK II (8 + 7 + 9 + 8 + 2 × 0 (vắng, không làm bù) + 3 × 7,5) : 9 = 6,1; cả năm (7,8 + 2 × 6,1) : 3 = 6,7',
    )
  })

  it('says where it cannot be formed', () => {
    expect(reasonsUnder(withTerm(null), '9.1.b')).toContain(
      'Toán: HK I chưa tính được; HK II 7,0; cả năm chưa tính được',
    )
  })
})
