import { describe, expect, it } from 'vitest'
import { evaluate } from '../../evaluate.ts'
import type { SubjectResult } from '../../result.ts'
import { findingsOf, reasonsUnder, withSports } from '../../testing.ts'

const whole = { regularResults: ['pass', 'pass'], midtermResult: 'pass', finalResult: 'pass' }
const sportsOf = (input: unknown): SubjectResult | undefined => evaluate(input).subjects?.GDTC
const withTerm = (term: unknown): object => withSports({ terms: { 1: term, 2: { result: 'pass' } } })
const at = 'subjects.GDTC.terms.1'

describe('a term of a subject assessed by comment (Điều 9, khoản 1, điểm a)', () => {
  it.each([
    [whole, 'pass'],
    [{ ...whole, finalResult: 'not-pass' }, 'not-pass'],
    [{ ...whole, regularResults: ['pass', 'not-pass'] }, 'not-pass'],
    [{ ...whole, midtermResult: 'absent' }, 'not-pass'],
    [{ result: 'not-pass' }, 'not-pass'],
  ])('%j is %s', (term, result) => {
    expect(evaluate(withTerm(term)).status).toBe('complete')
    expect(sportsOf(withTerm(term))?.terms[1]).toBe(result)
  })

  it('the year is the second term alone', () => {
    const terms = { 1: { result: 'not-pass' }, 2: { result: 'pass' } }
    expect(sportsOf(withSports({ terms }))?.year).toBe('pass')
    expect(sportsOf(withSports({ terms: { 1: { result: 'pass' }, 2: { result: 'not-pass' } } }))?.year).toBe(
      'not-pass',
    )
    expect(sportsOf(withSports({ terms: { 2: { result: 'pass' } } }))).toEqual({
      terms: { 1: null, 2: 'pass' },
      year: 'pass',
    })
  })

  it.each([
    [null, [`missing-result ${at}`]],
    [{}, [`missing-result ${at}`]],
    [{ result: null }, [`missing-result ${at}`]],
    [{ ...whole, finalResult: null }, [`missing-result ${at}.finalResult`]],
    [{ ...whole, regularResults: null }, [`missing-result ${at}.regularResults`]],
    [{ ...whole, regularResults: ['not-pass'] }, [`missing-result ${at}.regularResults`]],
    [{ ...whole, regularResults: [null, 'not-pass'] }, [`missing-result ${at}.regularResults.0`]],
  ])('%j is not known yet, and never Chưa đạt by default', (term, findings) => {
    expect(findingsOf(withTerm(term))).toEqual(findings)
    expect(evaluate(withTerm(term)).status).toBe('incomplete')
    expect(sportsOf(withTerm(term))?.terms[1]).toBeNull()
  })

  it.each([
    ['pass', [`bad-value ${at}`]],
    [{ ...whole, result: 'pass' }, [`bad-value ${at}.result`]],
    [{ ...whole, extra: 1 }, [`bad-value ${at}.extra`]],
    [{ ...whole, regularResults: ['pass', 'pass', 'pass'] }, [`bad-value ${at}.regularResults`]],
    [{ ...whole, regularResults: ['pass', 'absent'] }, [`unknown-level ${at}.regularResults.1`]],
    [{ ...whole, finalResult: 'good' }, [`unknown-level ${at}.finalResult`]],
    [{ result: 'Đ' }, [`unknown-level ${at}.result`]],
  ])('%j is impossible', (term, findings) => {
    expect(findingsOf(withTerm(term))).toEqual(findings)
    expect(evaluate(withTerm(term)).status).toBe('invalid')
  })

  it.each([
    [{ terms: 5 }, ['bad-value subjects.GDTC.terms']],
    [{ terms: { 1: whole, 2: whole }, periodsPerYear: -1 }, ['bad-value subjects.GDTC.periodsPerYear']],
    [{ terms: { 1: whole, 2: whole }, reassessedMark: '5' }, ['bad-value subjects.GDTC.reassessedMark']],
    [{ terms: { 1: whole, 2: whole }, periodsPerYear: 70 }, []],
  ])('subject %j', (sports, findings) => {
    expect(findingsOf(withSports(sports))).toEqual(findings)
  })

  it('the proof names what failed', () => {
    const failed = { regularResults: ['not-pass', 'pass'], midtermResult: 'absent', finalResult: 'pass' }
    expect(reasonsUnder(withTerm(failed), '9.1.a').join(' ')).toContain(
      'Giáo dục thể chất HK I Chưa đạt (thường xuyên, giữa kì vắng, không làm bù), HK II Đạt',
    )
  })
})
