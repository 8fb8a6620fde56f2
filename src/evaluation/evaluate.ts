import { isSchoolYear } from '../shared/school-year.ts'
import { readCaseHead, readId } from './case-head.ts'
import { addFault, startFindings, type Findings } from './findings.ts'
import { isJsonObject, type JsonObject } from './json.ts'
import type { EvaluationResult } from './result.ts'
import type { RuleSet } from './rule-set.ts'
import { findRuleSet, ruleSets } from './rule-sets.ts'
import { writeResult } from './write-result.ts'

/**
 * Concludes from one student-year what its circular concludes, with reasons (TT 27/2020, TT 22/2021). Takes any
 * parsed JSON value (evaluation-format.md) and never throws: what is wrong with it is in the findings.
 */
export const evaluate = (input: unknown): EvaluationResult => {
  if (!isJsonObject(input)) return notJson
  const findings = startFindings(input['individualPlan'] === true)
  const ruleSet = chooseRuleSet(input, findings)
  if (ruleSet === undefined) return inconclusive(readId(input['id'], findings), findings)
  return ruleSet.evaluate(readCaseHead(input, ruleSet, findings), findings)
}

/** One line of NDJSON in, one out, without line breaks; a line that is no JSON object says so. */
export const evaluateLine = (line: string): string => {
  const input = parseJson(line)
  return isJsonObject(input) ? writeResult(evaluate(input)) : notJsonLine
}

const parseJson = (line: string): unknown => {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

const chooseRuleSet = (input: JsonObject, findings: Findings): RuleSet | undefined => {
  const { circular, schoolYear } = input
  const ruleSet = isSchoolYear(schoolYear) ? findRuleSet(circular, schoolYear) : undefined
  return ruleSet ?? withoutGoverningText(circular, isSchoolYear(schoolYear), findings)
}

// A bad year makes the case invalid; where the circular has one text only, the rest can still be computed.
const withoutGoverningText = (
  circular: unknown,
  isYear: boolean,
  findings: Findings,
): RuleSet | undefined => {
  const ofCircular = ruleSets.filter((ruleSet) => ruleSet.circular === circular)
  if (ofCircular.length === 0) addFault(findings, 'unknown-circular', 'circular')
  if (!isYear || ofCircular.length > 0) addFault(findings, 'bad-value', 'schoolYear')
  return ofCircular.length === 1 ? ofCircular[0] : undefined
}

const inconclusive = (id: string | null, findings: Findings): EvaluationResult => ({
  id,
  status: 'invalid',
  findings: findings.list,
  decision: null,
  completion: null,
  award: null,
  reasons: [],
})

const notJsonFindings = [{ code: 'not-json', at: '' }] as const
const notJson = inconclusive(null, { list: [...notJsonFindings], toleratesMissing: false, hasFault: true })
const notJsonLine = JSON.stringify({ id: null, status: 'invalid', findings: notJsonFindings })
