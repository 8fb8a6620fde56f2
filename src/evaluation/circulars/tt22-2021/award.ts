import { awardNames, ratingNames, type Award, type Rating } from '../../../shared/ratings.ts'
import { averageText } from '../../marks.ts'
import type { Reason } from '../../result.ts'
import { wholeYear, type SecondarySubjects } from './periods.ts'
import type { SecondaryRules } from './rules.ts'

/** Danh hiệu of the year (Điều 15, khoản 1, điểm a); looks at the year's results, not at the summer's. */
export const awardOf = (
  rules: SecondaryRules,
  subjects: SecondarySubjects,
  learning: Rating,
  conduct: Rating,
): Award | null => {
  if (learning !== 'good' || conduct !== 'good') return null
  return countExcellent(rules, subjects) >= rules.enoughSubjects
    ? 'excellent-student'
    : 'distinguished-student'
}

const countExcellent = ({ excellentFrom }: SecondaryRules, { marked }: SecondarySubjects): number =>
  marked.filter(({ results }) => (results[wholeYear] ?? -1) >= excellentFrom).length

/** Why this award and not the higher one, or why none. */
export const awardReason = (
  rules: SecondaryRules,
  subjects: SecondarySubjects,
  learning: Rating,
  conduct: Rating,
  award: Award | null,
): Reason => ({
  rule: rules.articles.award,
  text:
    award === null
      ? `Không có danh hiệu: cần rèn luyện và học tập cả năm đều Tốt (rèn luyện ${ratingNames[conduct]}, ` +
        `học tập ${ratingNames[learning]}).`
      : `${awardNames[award]}: rèn luyện và học tập cả năm đều Tốt, ${excellentText(rules, subjects)}.`,
})

const excellentText = (rules: SecondaryRules, subjects: SecondarySubjects): string => {
  const count = countExcellent(rules, subjects)
  const from = averageText(rules.excellentFrom)
  return count >= rules.enoughSubjects
    ? `${count} môn từ ${from} trở lên (cần ${rules.enoughSubjects})`
    : `có ${count} môn từ ${from} trở lên (${awardNames['excellent-student']} cần ${rules.enoughSubjects})`
}
