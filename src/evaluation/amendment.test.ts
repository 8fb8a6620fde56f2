import { describe, expect, it } from 'vitest'
import { readCaseHead } from './case-head.ts'
import { secondaryRuleSet } from './circulars/tt22-2021/rule-set.ts'
import { tt22Thresholds } from './circulars/tt22-2021.ts'
import { primaryRuleSet } from './circulars/tt27-2020/rule-set.ts'
import { tt27Thresholds } from './circulars/tt27-2020.ts'
import { startFindings } from './findings.ts'
import type { JsonObject } from './json.ts'
import type { EvaluationResult } from './result.ts'
import type { RuleSet } from './rule-set.ts'
import { averages, primaryCase, secondaryCase, withMath } from './testing.ts'

const evaluateBy = (ruleSet: RuleSet, input: object): EvaluationResult => {
  const findings = startFindings(false)
  return ruleSet.evaluate(readCaseHead(input as JsonObject, ruleSet, findings), findings)
}

describe('an amendment with other numbers', () => {
  const amended = secondaryRuleSet({
    ...tt22Thresholds,
    version: '2030-01-01',
    fromSchoolYear: '2030-2031',
    toSchoolYear: '2034-2035',
    weights: { midterm: 1, final: 2, secondTerm: 1 },
    mostAbsences: 30,
    enoughSubjects: 5,
  })

  it('says from when to when it holds', () => {
    expect(amended).toMatchObject({
      version: '2030-01-01',
      fromSchoolYear: '2030-2031',
      toSchoolYear: '2034-2035',
    })
  })

  it('reuses the formulas, the decision and their proof', () => {
    const marks = { regularMarks: ['8', '8', '8', '8'], midtermMark: '5', finalMark: '5' }
    const input = withMath(
      { terms: { 1: marks, 2: { average: '8.0' } } },
      { absences: { excused: 31, unexcused: 0 } },
    )
    const result = evaluateBy(amended, input)
    // (32 + 5 + 10) / 7 = 6.71, then (6.7 + 8.0) / 2 = 7.35, which goes up.
    expect(result.subjects?.TOAN).toEqual({ terms: { 1: '6.7', 2: '8.0' }, year: '7.4' })
    expect(result).toMatchObject({ decision: 'retained' })
    const texts = result.reasons.map(({ text }) => text)
    expect(texts).toContain(
      'Toán: HK I (8 + 8 + 8 + 8 + 1 × 5 + 2 × 5) : 7 = 6,7; HK II 8,0; cả năm (6,7 + 1 × 8,0) : 2 = 7,4',
    )
    expect(texts).toContain('Không được lên lớp: nghỉ 31 buổi, quá 30 buổi.')
  })

  it('may ask for fewer subjects', () => {
    const input = secondaryCase({ subjects: averages('8', '8', '8', '8', '8') })
    expect(evaluateBy(amended, input)).toMatchObject({ status: 'complete', learning: { year: 'good' } })
  })

  it('of the primary circular reuses its steps too', () => {
    const { standards } = tt27Thresholds
    const stricter = primaryRuleSet({
      ...tt27Thresholds,
      toSchoolYear: '2034-2035',
      standards: standards.map((standard) => ({ ...standard, lowestScore: standard.lowestScore + 1 })),
    })
    const nines = primaryCase({
      subjects: primaryCase().subjects.map((one) => ('finalScore' in one ? { ...one, finalScore: 9 } : one)),
    })
    expect(evaluateBy(stricter, nines)).toMatchObject({ yearResult: 'well-completed' })
    expect(stricter.toSchoolYear).toBe('2034-2035')
  })
})
