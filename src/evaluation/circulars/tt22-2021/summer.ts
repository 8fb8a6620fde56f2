import { ratingNames, type Rating } from '../../../shared/ratings.ts'
import { addFault, type Findings } from '../../findings.ts'
import { averageText } from '../../marks.ts'
import type { Reason } from '../../result.ts'
import type { Conduct } from './conduct.ts'
import { wholeYear, type SecondarySubjects, type SubjectYear } from './periods.ts'
import type { SecondaryRules } from './rules.ts'

/** Whether the summer gave any subject a new result (kiểm tra, đánh giá lại). */
export const isReassessed = ({ marked, commented }: SecondarySubjects): boolean =>
  marked.some(isGivenAnew) || commented.some(isGivenAnew)

const isGivenAnew = ({ reassessed }: SubjectYear<unknown>): boolean => reassessed !== undefined

/**
 * Leaves aside, with a finding, every re-assessment that Điều 14 does not allow: of a subject that did not fail,
 * of a year whose learning is at least Đạt, or whose conduct is Chưa đạt.
 */
export const allowedReassessments = (
  rules: SecondaryRules,
  subjects: SecondarySubjects,
  learning: Rating | null,
  conduct: Rating | null,
  findings: Findings,
): SecondarySubjects => {
  const isYearAllowed = !isAtLeastPass(learning) && conduct !== 'not-pass'
  const isFailedMark = (average: number): boolean => average < rules.reassessedBelow
  const isFailedResult = (result: string): boolean => result === 'not-pass'
  return {
    marked: subjects.marked.map((year) =>
      allowed(year, isYearAllowed, isFailedMark, 'reassessedMark', findings),
    ),
    commented: subjects.commented.map((year) =>
      allowed(year, isYearAllowed, isFailedResult, 'reassessedResult', findings),
    ),
  }
}

/** A known rating of at least Đạt. */
export const isAtLeastPass = (rating: Rating | null): boolean => rating !== null && rating !== 'not-pass'

const allowed = <Result>(
  year: SubjectYear<Result>,
  isYearAllowed: boolean,
  isFailed: (result: Result) => boolean,
  field: string,
  findings: Findings,
): SubjectYear<Result> => {
  const result = year.results[wholeYear]
  if (year.reassessed === undefined) return year
  if (isYearAllowed && (result === null || isFailed(result))) return year
  addFault(findings, 'summer-not-allowed', `${year.path}.${field}`)
  const [first, second] = year.results
  return { ...year, reassessed: undefined, results: [first, second, result, result] }
}

/**
 * Leaves aside, with a finding, a conduct rating after the summer that Điều 13 does not allow: where the year's
 * conduct is at least Đạt, or both conduct and learning are Chưa đạt.
 */
export const allowedSummerConduct = (
  conduct: Conduct,
  learning: Rating | null,
  findings: Findings,
): Conduct => {
  if (conduct.afterSummer === undefined) return conduct
  const isBothFailed = conduct.year === 'not-pass' && learning === 'not-pass'
  if (!isAtLeastPass(conduct.year) && !isBothFailed) return conduct
  addFault(findings, 'summer-not-allowed', 'conduct.afterSummer')
  return { ...conduct, afterSummer: undefined }
}

/** Which subjects were assessed anew, from what to what (Điều 14). */
export const reassessmentReason = (rules: SecondaryRules, subjects: SecondarySubjects): Reason => ({
  rule: rules.articles.reassessment,
  text: `Kiểm tra, đánh giá lại trong hè, kết quả mới thay kết quả cả năm: ${[
    ...subjects.marked.filter(isGivenAnew).map((year) => anewText(year, averageText)),
    ...subjects.commented.filter(isGivenAnew).map((year) => anewText(year, (result) => ratingNames[result])),
  ].join('; ')}.`,
})

const anewText = <Result>(
  { subject, results, reassessed }: SubjectYear<Result>,
  format: (result: Result) => string,
): string => {
  const text = (result: Result | null | undefined): string =>
    result === null || result === undefined ? 'chưa có' : format(result)
  return `${subject.name} ${text(results[wholeYear])} thay bằng ${text(reassessed)}`
}

/** What the training in summer led to (Điều 13). */
export const summerConductReason = (rules: SecondaryRules, afterSummer: Rating): Reason => ({
  rule: rules.articles.summerConduct,
  text: `Rèn luyện trong hè, kết quả mới thay kết quả rèn luyện cả năm: ${ratingNames[afterSummer]}.`,
})
