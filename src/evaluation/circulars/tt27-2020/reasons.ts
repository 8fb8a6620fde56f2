import {
  awardNames,
  yearResultNames,
  type Award,
  type Decision,
  type SubjectLevel,
  type TraitLevel,
  type YearResult,
} from '../../../shared/ratings.ts'
import { lastGradeOfLevel } from '../../../shared/education-level.ts'
import type { Reason } from '../../result.ts'
import type { CaseHead } from '../../rule-set.ts'
import type { PrimaryRules, PrimaryThresholds, PrimaryYear, ResultText, YearStandard } from './standards.ts'
import { isLevelShort, isScoreShort, isTraitShort } from './year-result.ts'

const levelNames: Record<SubjectLevel, string> = {
  T: 'Hoàn thành tốt',
  H: 'Hoàn thành',
  C: 'Chưa hoàn thành',
}
const traitNames: Record<TraitLevel, string> = { T: 'Tốt', Đ: 'Đạt', C: 'Cần cố gắng' }

/** Adds to the thresholds the sentences that they make. */
export const prepareRules = (thresholds: PrimaryThresholds): PrimaryRules => ({
  ...thresholds,
  article: `${thresholds.circular} Điều `,
  resultTexts: [
    ...thresholds.standards.map((standard) =>
      resultText(thresholds, standard.result, standard.point, `: ${askedBy(standard)}`),
    ),
    resultText(thresholds, 'not-completed', 'd', ''),
  ],
})

const resultText = (
  { circular }: PrimaryThresholds,
  result: YearResult,
  point: string,
  asked: string,
): ResultText => ({
  rule: `${circular} Điều 9.2.${point}`,
  met: `Kết quả giáo dục cả năm ${yearResultNames[result]}${asked}`,
  missed: `. Chưa ${yearResultNames[result]} vì: `,
})

const askedBy = ({ worstLevel, worstTrait, lowestScore }: YearStandard): string =>
  `mọi môn học, hoạt động giáo dục ở mức ${levelNames[worstLevel]}${worstLevel === 'T' ? '' : ' trở lên'}, ` +
  `mọi phẩm chất, năng lực ở mức ${traitNames[worstTrait]}${worstTrait === 'T' ? '' : ' trở lên'}, ` +
  `mọi bài kiểm tra cuối năm từ ${lowestScore} điểm trở lên`

/** Why the year has this result and not the next better one (Điều 9.2). */
export const resultReason = (rules: PrimaryRules, year: PrimaryYear, result: YearResult): Reason => {
  const reached = rules.standards.findIndex((standard) => standard.result === result)
  const rank = reached < 0 ? rules.standards.length : reached
  const { rule, met } = getText(rules, rank)
  const better = rules.standards[rank - 1]
  const missed = better === undefined ? '' : getText(rules, rank - 1).missed + shortOf(better, year)
  return { rule, text: `${met}${missed}.` }
}

const getText = ({ resultTexts, article }: PrimaryRules, rank: number): ResultText =>
  resultTexts[rank] ?? { rule: article, met: '', missed: '' }

const shortOf = (standard: YearStandard, { subjects, traits }: PrimaryYear): string => {
  let short = ''
  for (const subject of subjects) {
    const { name, level, score } = subject
    if (level !== null && isLevelShort(standard, subject))
      short += `${separator(short)}${name} mức ${levelNames[level]}`
    if (isScoreShort(standard, subject))
      short += `${separator(short)}${name} ${score ?? ''} điểm, dưới ${standard.lowestScore}`
  }
  for (const trait of traits)
    if (trait.level !== null && isTraitShort(standard, trait))
      short += `${separator(short)}${trait.name} mức ${traitNames[trait.level]}`
  return short
}

const separator = (before: string): string => (before === '' ? '' : '; ')

/** Why the class programme counts as completed or not, and what becomes of the pupil (Điều 11, Điều 8). */
export const decisionReason = (
  rules: PrimaryRules,
  head: CaseHead,
  isCompleted: boolean,
  decision: Decision,
): Reason => {
  if (head.individualPlan) return planReason(rules, decision)
  const grade = head.grade ?? ''
  const isLast = isCompleted && head.grade === lastGradeOfLevel.primary
  const text = isLast
    ? `Hoàn thành chương trình lớp ${grade}, hoàn thành chương trình tiểu học.`
    : isCompleted
      ? `Hoàn thành chương trình lớp ${grade}, được lên lớp.`
      : `Chưa hoàn thành chương trình lớp ${grade}: ${notCompletedTexts[decision]}.`
  return { rule: `${rules.article}11.${isLast ? 2 : 1}`, text }
}

const notCompletedTexts: Record<Decision, string> = {
  supplementary: 'được hướng dẫn, giúp đỡ và đánh giá bổ sung',
  promoted: 'sau đánh giá bổ sung, hiệu trưởng quyết định cho lên lớp',
  retained: 'sau đánh giá bổ sung, hiệu trưởng quyết định chưa được lên lớp',
  reassessment: 'được hướng dẫn, giúp đỡ và đánh giá bổ sung',
}

const planReason = (rules: PrimaryRules, decision: Decision): Reason => ({
  rule: `${rules.article}8`,
  text: `Học sinh được đánh giá theo kế hoạch giáo dục cá nhân; hiệu trưởng quyết định ${
    decision === 'promoted' ? 'được lên lớp' : 'chưa được lên lớp'
  }.`,
})

/** Why there is this award (khen thưởng), or none (Điều 13.1.a). */
export const awardReason = (rules: PrimaryRules, result: YearResult, award: Award | null): Reason => ({
  rule: `${rules.article}13.1.a`,
  text: award === null ? noAwardTexts[result] : `${awardNames[award]}: ${awardTexts[award]}.`,
})

const awardTexts: Record<Award, string> = {
  'excellent-student': 'kết quả giáo dục cả năm Hoàn thành xuất sắc',
  'exemplary-student':
    'kết quả giáo dục cả năm Hoàn thành tốt, có thành tích xuất sắc hoặc tiến bộ vượt bậc được tập thể lớp công nhận',
  'distinguished-student': '',
}

const lowerNoAward = 'Không có danh hiệu: cần kết quả giáo dục Hoàn thành tốt trở lên.'
const noAwardTexts: Record<YearResult, string> = {
  excellent: '',
  'well-completed':
    'Không có danh hiệu: Hoàn thành tốt cần thêm thành tích xuất sắc hoặc tiến bộ vượt bậc được tập thể lớp công nhận.',
  completed: lowerNoAward,
  'not-completed': lowerNoAward,
}
