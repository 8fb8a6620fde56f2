import { isGrade, levelOfGrade, type Grade } from '../shared/education-level.ts'
import { addFault, type Findings } from './findings.ts'
import { isGiven, isJsonObject, unknownKeys, type JsonObject } from './json.ts'
import type { CaseHead, RuleSet } from './rule-set.ts'

/** The keys of a case that both circulars know. */
export const commonKeys = [
  'id',
  'circular',
  'schoolYear',
  'grade',
  'options',
  'subjects',
  'individualPlan',
  'principalDecision',
] as const

/** Reads what every case says before its marks, and notes what is impossible in it. */
export const readCaseHead = (input: JsonObject, ruleSet: RuleSet, findings: Findings): CaseHead => {
  const individualPlan = readFlag(input, 'individualPlan', findings)
  const principalDecision = readDecision(input['principalDecision'], findings)
  if (individualPlan && principalDecision === undefined) addMissingDecision(findings)
  return {
    id: readId(input['id'], findings),
    input,
    grade: readGrade(input['grade'], ruleSet, findings),
    individualPlan,
    principalDecision,
    article9_3: readArticle9_3(input['options'], findings),
  }
}

/** The id as it was given, or null; anything but a string is a bad value. */
export const readId = (id: unknown, findings: Findings): string | null => {
  if (typeof id === 'string') return id
  if (isGiven(id)) addFault(findings, 'bad-value', 'id')
  return null
}

const readGrade = (grade: unknown, ruleSet: RuleSet, findings: Findings): Grade | undefined => {
  if (isGrade(grade) && ruleSet.levels.includes(levelOfGrade(grade))) return grade
  addFault(findings, 'grade-not-in-circular', 'grade')
  return undefined
}

/** A yes or no at the top of a case; false when it is not given. */
export const readFlag = (input: JsonObject, key: string, findings: Findings): boolean => {
  const flag = input[key]
  if (isGiven(flag) && typeof flag !== 'boolean') addFault(findings, 'bad-value', key)
  return flag === true
}

const readDecision = (decision: unknown, findings: Findings): CaseHead['principalDecision'] => {
  if (decision === 'promoted' || decision === 'retained') return decision
  if (isGiven(decision)) addFault(findings, 'bad-value', 'principalDecision')
  return undefined
}

// TT22/2021, Điều 12.4: with an individual plan the principal decides; until then the case waits. This is the
// one thing that an individual plan does require, so it is noted although nothing else is missing.
const addMissingDecision = (findings: Findings): void => {
  findings.list.push({ code: 'missing-decision', at: 'principalDecision' })
}

const optionKeys: readonly string[] = ['article9_3']

const readArticle9_3 = (options: unknown, findings: Findings): CaseHead['article9_3'] => {
  if (!isGiven(options)) return 'mask'
  if (!isJsonObject(options)) {
    addFault(findings, 'bad-value', 'options')
    return 'mask'
  }
  for (const key of unknownKeys(options, optionKeys)) addFault(findings, 'bad-value', `options.${key}`)
  const reading = options['article9_3']
  if (reading === 'replace') return 'replace'
  if (isGiven(reading) && reading !== 'mask') addFault(findings, 'bad-value', 'options.article9_3')
  return 'mask'
}
