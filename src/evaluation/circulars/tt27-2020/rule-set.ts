import type { Award, Decision, YearResult } from '../../../shared/ratings.ts'
import { commonKeys, readFlag } from '../../case-head.ts'
import { addFault, statusOf, type Findings } from '../../findings.ts'
import { unknownKeys } from '../../json.ts'
import type { EvaluationResult, Reason } from '../../result.ts'
import type { CaseHead, RuleSet } from '../../rule-set.ts'
import { awardReason, decisionReason, prepareRules, resultReason } from './reasons.ts'
import { primaryAssessments } from './assessments.ts'
import type { PrimaryRules, PrimaryThresholds } from './standards.ts'
import { readLeveledSubjects } from './subjects.ts'
import { readTraits } from './traits.ts'
import { rateYear } from './year-result.ts'

/** Turns what a text of the primary circular sets into a rule set; an amendment calls it with its own. */
export const primaryRuleSet = (thresholds: PrimaryThresholds): RuleSet => {
  const rules = prepareRules(thresholds)
  return {
    circular: rules.circular,
    version: rules.version,
    fromSchoolYear: rules.fromSchoolYear,
    ...(rules.toSchoolYear === undefined ? {} : { toSchoolYear: rules.toSchoolYear }),
    levels: ['primary'],
    assessments: primaryAssessments(rules),
    evaluate: (head, findings) => evaluatePrimary(rules, head, findings),
  }
}

const caseKeys: readonly string[] = [...commonKeys, 'qualities', 'competences', 'outstanding']

const evaluatePrimary = (rules: PrimaryRules, head: CaseHead, findings: Findings): EvaluationResult => {
  for (const key of unknownKeys(head.input, caseKeys)) addFault(findings, 'bad-value', key)
  const isOutstanding = readFlag(head.input, 'outstanding', findings)
  const subjects = readLeveledSubjects(rules, head, findings)
  const year = { subjects, traits: readTraits(head, findings) }
  const status = statusOf(findings)
  const yearResult = status === 'complete' ? rateYear(rules, year) : null
  const decision = status === 'complete' ? decide(head, yearResult) : null
  const award = head.individualPlan ? null : awardOf(yearResult, isOutstanding)
  const reasons: Reason[] = []
  if (yearResult !== null) reasons.push(resultReason(rules, year, yearResult))
  if (decision !== null) reasons.push(decisionReason(rules, head, yearResult !== 'not-completed', decision))
  if (yearResult !== null && !head.individualPlan) reasons.push(awardReason(rules, yearResult, award))
  return {
    id: head.id,
    status,
    findings: findings.list,
    decision,
    // Điều 11.1: the programme's completion follows from the year's result, never from the principal's decision.
    completion: yearResult === null ? null : yearResult !== 'not-completed',
    yearResult,
    award,
    reasons,
  }
}

// Điều 11.1: who has not completed is assessed again; if still not, the principal decides.
const decide = (head: CaseHead, yearResult: YearResult | null): Decision | null => {
  if (head.individualPlan) return head.principalDecision ?? null
  if (yearResult !== 'not-completed') return 'promoted'
  return head.principalDecision ?? 'supplementary'
}

// Điều 13, khoản 1, điểm a: the second award also needs the recognition of the class, a human's word.
const awardOf = (yearResult: YearResult | null, isOutstanding: boolean): Award | null => {
  if (yearResult === 'excellent') return 'excellent-student'
  return yearResult === 'well-completed' && isOutstanding ? 'exemplary-student' : null
}
