import { lastGradeOfLevel, levelNames, levelOfGrade } from '../../../shared/education-level.ts'
import { ratingNames, type Decision, type Rating } from '../../../shared/ratings.ts'
import type { Reason } from '../../result.ts'
import type { CaseHead } from '../../rule-set.ts'
import { isAbsentTooOften, type Absences } from './absences.ts'
import { wholeYear, type SecondarySubjects } from './periods.ts'
import type { SecondaryRules } from './rules.ts'
import { isAtLeastPass } from './summer.ts'

/** All that the decision of a complete year rests on. */
export interface YearFacts {
  readonly head: CaseHead
  readonly subjects: SecondarySubjects
  readonly absences: Absences
  readonly learning: Rating
  /** Undefined while no subject has been assessed again. */
  readonly learningAfterReassessment: Rating | undefined
  readonly conduct: Rating
  readonly conductAfterSummer: Rating | undefined
}

/** What becomes of the student, with its proof. */
export interface Decided {
  readonly decision: Decision
  readonly reason: Reason
}

/** Lên lớp, đánh giá lại or không được lên lớp (Điều 12, khoản 1, with Điều 13 and 14). */
export const decide = (rules: SecondaryRules, facts: YearFacts): Decided => {
  const isLearned = isAtLeastPass(facts.learning)
  const isConductGood = isAtLeastPass(facts.conduct)
  if (!isLearned && !isConductGood) return bothFailed(rules)
  if (isAbsentTooOften(rules, facts.absences)) return absentTooOften(rules, facts.absences)
  if (!isLearned) return afterReassessment(rules, facts, facts.learningAfterReassessment)
  if (!isConductGood) return afterSummer(rules, facts, facts.conductAfterSummer)
  return promoted(rules, facts, facts.learning, facts.conduct)
}

/** With an individual plan the principal decides (Điều 12, khoản 4). */
export const decideByPrincipal = (
  rules: SecondaryRules,
  decision: 'promoted' | 'retained' | undefined,
): Decided | null =>
  decision === undefined
    ? null
    : decided(
        decision,
        rules.articles.principal,
        `Học sinh được đánh giá theo kế hoạch giáo dục cá nhân; hiệu trưởng quyết định ${
          decision === 'promoted' ? 'được lên lớp' : 'không được lên lớp'
        }.`,
      )

const decided = (decision: Decision, rule: string, text: string): Decided => ({
  decision,
  reason: { rule, text },
})

const bothFailed = (rules: SecondaryRules): Decided =>
  decided(
    'retained',
    rules.articles.promotion,
    'Không được lên lớp: rèn luyện và học tập cả năm đều Chưa đạt nên không được đánh giá lại trong hè.',
  )

const absentTooOften = (rules: SecondaryRules, { excused, unexcused }: Absences): Decided =>
  decided(
    'retained',
    rules.articles.absences,
    `Không được lên lớp: nghỉ ${excused + unexcused} buổi, quá ${rules.mostAbsences} buổi.`,
  )

const afterReassessment = (
  rules: SecondaryRules,
  facts: YearFacts,
  learning: Rating | undefined,
): Decided => {
  const { reassessment } = rules.articles
  if (learning === undefined) return decided('reassessment', reassessment, reassessmentText(rules, facts))
  return isAtLeastPass(learning)
    ? promoted(rules, facts, learning, facts.conduct)
    : decided('retained', reassessment, 'Không được lên lớp: học tập sau đánh giá lại vẫn Chưa đạt.')
}

const afterSummer = (rules: SecondaryRules, facts: YearFacts, conduct: Rating | undefined): Decided => {
  const { summerConduct } = rules.articles
  if (conduct === undefined)
    return decided(
      'reassessment',
      summerConduct,
      'Chưa quyết định lên lớp: rèn luyện cả năm Chưa đạt, học sinh rèn luyện trong hè rồi được đánh giá lại.',
    )
  return isAtLeastPass(conduct)
    ? promoted(rules, facts, facts.learning, conduct)
    : decided('retained', summerConduct, 'Không được lên lớp: sau rèn luyện trong hè vẫn Chưa đạt.')
}

const reassessmentText = (rules: SecondaryRules, { subjects }: YearFacts): string => {
  const failed = [
    ...subjects.marked.filter(({ results }) => (results[wholeYear] ?? Infinity) < rules.reassessedBelow),
    ...subjects.commented.filter(({ results }) => results[wholeYear] === 'not-pass'),
  ]
  const names = failed.map(({ subject }) => subject.name).join(', ')
  return `Chưa quyết định lên lớp: học tập cả năm Chưa đạt, được kiểm tra, đánh giá lại trong hè các môn: ${names}.`
}

const promoted = (rules: SecondaryRules, facts: YearFacts, learning: Rating, conduct: Rating): Decided =>
  decided(
    'promoted',
    rules.articles.promotion,
    `${promotionText(facts.head)}: rèn luyện ${ratingNames[conduct]}, học tập ${ratingNames[learning]} ` +
      `(đều từ Đạt trở lên), nghỉ không quá ${rules.mostAbsences} buổi.`,
  )

const promotionText = ({ grade }: CaseHead): string => {
  if (grade === undefined) return 'Được lên lớp'
  const level = levelOfGrade(grade)
  return lastGradeOfLevel[level] === grade
    ? `Hoàn thành chương trình ${levelNames[level].toLowerCase()}`
    : 'Được lên lớp'
}
