import type { Award } from '../../../shared/ratings.ts'
import type { Reason } from '../../result.ts'
import { absenceReason } from './absences.ts'
import { awardReason } from './award.ts'
import type { Decided } from './decision.ts'
import { addLearningReasons } from './learning-reasons.ts'
import { afterReassessment, firstTerm, secondTerm, wholeYear } from './periods.ts'
import type { SecondaryRules } from './rules.ts'
import { addSubjectReasons } from './subject-reasons.ts'
import { reassessmentReason, summerConductReason } from './summer.ts'
import type { SecondaryYear } from './year.ts'

/** The whole proof in the order in which it is made: averages, ratings, summer, absences, decision, award. */
export const reasonsOf = (
  rules: SecondaryRules,
  year: SecondaryYear,
  decided: Decided | null,
  award: Award | null,
): Reason[] => {
  const { head, subjects, absences, conduct, learning } = year
  const reasons: Reason[] = []
  addSubjectReasons(reasons, rules, subjects)
  addLearningReasons(reasons, rules, subjects, firstTerm, head.article9_3, learning.first)
  addLearningReasons(reasons, rules, subjects, secondTerm, head.article9_3, learning.second)
  addLearningReasons(reasons, rules, subjects, wholeYear, head.article9_3, learning.year)
  if (conduct.first !== null && conduct.second !== null)
    reasons.push(rules.conductReasons[conduct.first][conduct.second])
  addSummerReasons(reasons, rules, year)
  if (absences !== null) reasons.push(absenceReason(rules, absences))
  if (decided === null) return reasons
  reasons.push(decided.reason)
  if (!head.individualPlan) addAwardReason(reasons, rules, year, award)
  return reasons
}

const addSummerReasons = (reasons: Reason[], rules: SecondaryRules, year: SecondaryYear): void => {
  const { head, subjects, conduct, learning } = year
  if (learning.anew !== undefined) {
    reasons.push(reassessmentReason(rules, subjects))
    addLearningReasons(reasons, rules, subjects, afterReassessment, head.article9_3, learning.anew)
  }
  const { afterSummer } = conduct
  if (afterSummer !== undefined && afterSummer !== null) reasons.push(summerConductReason(rules, afterSummer))
}

const addAwardReason = (
  reasons: Reason[],
  rules: SecondaryRules,
  { subjects, conduct, learning }: SecondaryYear,
  award: Award | null,
): void => {
  if (conduct.year === null || learning.year === null) return
  reasons.push(awardReason(rules, subjects, learning.year.rating, conduct.year, award))
}
