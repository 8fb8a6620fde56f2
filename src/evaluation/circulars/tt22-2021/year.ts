import type { Findings } from '../../findings.ts'
import type { CaseHead } from '../../rule-set.ts'
import { readAbsences, type Absences } from './absences.ts'
import { readConduct, type Conduct } from './conduct.ts'
import { rateLearning, type Learning } from './learning.ts'
import { afterReassessment, firstTerm, secondTerm, wholeYear, type SecondarySubjects } from './periods.ts'
import type { SecondaryRules } from './rules.ts'
import { readSecondarySubjects } from './subjects.ts'
import { allowedReassessments, allowedSummerConduct, isReassessed } from './summer.ts'

/** All that is known of a secondary year before anything is decided; null where it cannot be formed. */
export interface SecondaryYear {
  readonly head: CaseHead
  readonly subjects: SecondarySubjects
  readonly absences: Absences | null
  readonly conduct: Conduct
  readonly learning: YearLearning
}

/** Kết quả học tập of each period. */
export interface YearLearning {
  readonly first: Learning | null
  readonly second: Learning | null
  readonly year: Learning | null
  /** After re-assessment; undefined when nothing was assessed anew. */
  readonly anew: Learning | null | undefined
}

/** Reads a case and forms its averages and ratings; the summer's results count only where they are allowed. */
export const readYear = (rules: SecondaryRules, head: CaseHead, findings: Findings): SecondaryYear => {
  const given = readSecondarySubjects(rules, head, findings)
  const absences = readAbsences(head.input['absences'], findings)
  const givenConduct = readConduct(rules, head.input['conduct'], findings)
  const first = rateLearning(rules, given, firstTerm, head.article9_3)
  const second = rateLearning(rules, given, secondTerm, head.article9_3)
  const year = rateLearning(rules, given, wholeYear, head.article9_3)
  const ofYear = year?.rating ?? null
  const subjects = isReassessed(given)
    ? allowedReassessments(rules, given, ofYear, givenConduct.year, findings)
    : given
  const conduct = allowedSummerConduct(givenConduct, ofYear, findings)
  const anew = isReassessed(subjects) ? rateAnew(rules, head, subjects, year) : undefined
  return { head, subjects, absences, conduct, learning: { first, second, year, anew } }
}

// Điều 14: only who is known to have failed is assessed anew, so without the year's rating there is none.
const rateAnew = (
  rules: SecondaryRules,
  head: CaseHead,
  subjects: SecondarySubjects,
  year: Learning | null,
): Learning | null =>
  year === null ? null : rateLearning(rules, subjects, afterReassessment, head.article9_3)
