import type { Award, Decision } from '../../../shared/ratings.ts'
import { commonKeys } from '../../case-head.ts'
import { addFault, statusOf, type Findings } from '../../findings.ts'
import { unknownKeys } from '../../json.ts'
import type { ConductResult, EvaluationResult, LearningResult } from '../../result.ts'
import type { CaseHead, RuleSet } from '../../rule-set.ts'
import { secondaryAssessments } from './assessments.ts'
import { awardOf } from './award.ts'
import type { Conduct } from './conduct.ts'
import { decide, decideByPrincipal, type Decided } from './decision.ts'
import { prepareRules, type SecondaryRules, type SecondaryThresholds } from './rules.ts'
import { subjectResults } from './subjects.ts'
import { reasonsOf } from './year-reasons.ts'
import { readYear, type SecondaryYear, type YearLearning } from './year.ts'

/** Turns what a text of the secondary circular sets into a rule set; an amendment calls it with its own. */
export const secondaryRuleSet = (thresholds: SecondaryThresholds): RuleSet => {
  const rules = prepareRules(thresholds)
  return {
    circular: rules.circular,
    version: rules.version,
    fromSchoolYear: rules.fromSchoolYear,
    ...(rules.toSchoolYear === undefined ? {} : { toSchoolYear: rules.toSchoolYear }),
    levels: ['lower-secondary', 'upper-secondary'],
    assessments: secondaryAssessments(rules),
    evaluate: (head, findings) => evaluateSecondary(rules, head, findings),
  }
}

const caseKeys: readonly string[] = [...commonKeys, 'absences', 'conduct']

const evaluateSecondary = (rules: SecondaryRules, head: CaseHead, findings: Findings): EvaluationResult => {
  for (const key of unknownKeys(head.input, caseKeys)) addFault(findings, 'bad-value', key)
  const year = readYear(rules, head, findings)
  const status = statusOf(findings)
  const decided = status === 'complete' ? decideYear(rules, year) : null
  const award = status === 'complete' ? awardOfYear(rules, year) : null
  return {
    id: head.id,
    status,
    findings: findings.list,
    subjects: subjectResults(year.subjects),
    learning: learningResult(year.learning),
    conduct: conductResult(year.conduct),
    decision: decided?.decision ?? null,
    completion: isCompleted(decided?.decision),
    award,
    reasons: reasonsOf(rules, year, decided, award),
  }
}

// Điều 12: the class programme is completed exactly by who moves up.
const isCompleted = (decision: Decision | undefined): boolean | null =>
  decision === undefined ? null : decision === 'promoted'

const decideYear = (rules: SecondaryRules, year: SecondaryYear): Decided | null => {
  const { head, subjects, absences, conduct, learning } = year
  if (head.individualPlan) return decideByPrincipal(rules, head.principalDecision)
  if (absences === null || conduct.year === null || learning.year === null) return null
  return decide(rules, {
    head,
    subjects,
    absences,
    learning: learning.year.rating,
    learningAfterReassessment: learning.anew?.rating,
    conduct: conduct.year,
    conductAfterSummer: conduct.afterSummer ?? undefined,
  })
}

const awardOfYear = (
  rules: SecondaryRules,
  { head, subjects, conduct, learning }: SecondaryYear,
): Award | null =>
  head.individualPlan || conduct.year === null || learning.year === null
    ? null
    : awardOf(rules, subjects, learning.year.rating, conduct.year)

const learningResult = ({ first, second, year, anew }: YearLearning): LearningResult => ({
  1: first?.rating ?? null,
  2: second?.rating ?? null,
  year: year?.rating ?? null,
  ...(year?.culprit === undefined
    ? undefined
    : { yearBeforeArticle9_3: year.beforeArticle9_3, articleCulprit: year.culprit.code }),
  ...(anew === undefined ? undefined : { afterReassessment: anew?.rating ?? null }),
})

const conductResult = ({ first, second, year, afterSummer }: Conduct): ConductResult =>
  afterSummer === undefined ? { 1: first, 2: second, year } : { 1: first, 2: second, year, afterSummer }
