import { ratingNames, ratings } from '../../../shared/ratings.ts'
import { averageText } from '../../marks.ts'
import type { Reason } from '../../result.ts'
import { rateLearning, type Article9_3, type Culprit, type Learning } from './learning.ts'
import { periodNames, type Period, type SecondarySubjects } from './periods.ts'
import type { LearningStandard, SecondaryRules } from './rules.ts'

/** Adds why the learning of a period has its rating, not the next better one, and what Điều 9.3 did. */
export const addLearningReasons = (
  reasons: Reason[],
  rules: SecondaryRules,
  subjects: SecondarySubjects,
  period: Period,
  reading: Article9_3,
  learning: Learning | null,
): void => {
  if (learning === null) return
  reasons.push(ratingReason(rules, subjects, period, learning))
  const rank = ratings.indexOf(learning.beforeArticle9_3)
  // Only two ratings below Tốt can there be anything to raise.
  if (rank >= 2) reasons.push(article9_3Reason(rules, subjects, period, reading, learning))
}

const ratingReason = (
  rules: SecondaryRules,
  subjects: SecondarySubjects,
  period: Period,
  { beforeArticle9_3 }: Learning,
): Reason => {
  const rank = ratings.indexOf(beforeArticle9_3)
  const standard = rules.standards[rank]
  const better = rank === 0 ? '' : missedText(rules, subjects, period, rank - 1)
  return {
    rule: rules.articles.learning[rank] ?? '',
    text: `${periodNames[period]}, học tập ${
      standard === undefined ? ratingNames['not-pass'] : metText(rules, subjects, period, rank, standard)
    }${better}.`,
  }
}

const metText = (
  rules: SecondaryRules,
  subjects: SecondarySubjects,
  period: Period,
  rank: number,
  standard: LearningStandard,
): string => {
  const met = rules.standardTexts[rank]?.met[countFrom(subjects, period, standard.enoughFrom)] ?? ''
  if (subjects.commented.length === 0) return met
  const failed = failedComments(subjects, period)
  return failed === ''
    ? `${met}, các môn nhận xét đều Đạt`
    : `${met}, môn nhận xét Chưa đạt (được phép nhiều nhất ${standard.failedComments}): ${failed}`
}

const countFrom = ({ marked }: SecondarySubjects, period: Period, bound: number): number => {
  let count = 0
  for (const { results } of marked) if ((results[period] ?? -1) >= bound) count++
  return count
}

const failedComments = ({ commented }: SecondarySubjects, period: Period): string => {
  let names = ''
  for (const { subject, results } of commented)
    if (results[period] === 'not-pass') names += (names === '' ? '' : ', ') + subject.name
  return names
}

// Names every subject and count that keeps the pupil from the next better standard.
const missedText = (
  rules: SecondaryRules,
  subjects: SecondarySubjects,
  period: Period,
  rank: number,
): string => {
  const standard = rules.standards[rank]
  const texts = rules.standardTexts[rank]
  if (standard === undefined || texts === undefined) return ''
  const below = namesBelow(subjects, period, standard.everyFrom)
  const enough = countFrom(subjects, period, standard.enoughFrom)
  let text = below === '' ? '' : below + texts.below
  if (enough < rules.enoughSubjects) text = join(text, texts.tooFew[enough] ?? '')
  return texts.missed + join(text, tooManyFailed(subjects, period, standard))
}

const join = (text: string, more: string): string =>
  text === '' ? more : more === '' ? text : `${text}; ${more}`

const namesBelow = ({ marked }: SecondarySubjects, period: Period, bound: number): string => {
  let names = ''
  for (const { subject, results } of marked) {
    const average = results[period]
    if (average !== null && average < bound)
      names += `${names === '' ? '' : ', '}${subject.name} ${averageText(average)}`
  }
  return names
}

const tooManyFailed = (
  subjects: SecondarySubjects,
  period: Period,
  { failedComments: allowed }: LearningStandard,
): string => {
  const failed = subjects.commented.filter(({ results }) => results[period] === 'not-pass').length
  if (failed <= allowed) return ''
  const names = failedComments(subjects, period)
  return allowed === 0
    ? `môn nhận xét Chưa đạt: ${names}`
    : `${failed} môn nhận xét Chưa đạt (được phép nhiều nhất ${allowed}): ${names}`
}

const readingTexts: Record<Article9_3, string> = {
  mask: 'không tính môn đó',
  replace: 'coi môn đó đạt mức cao nhất',
}

const article9_3Reason = (
  rules: SecondaryRules,
  subjects: SecondarySubjects,
  period: Period,
  reading: Article9_3,
  learning: Learning,
): Reason => {
  const other = reading === 'mask' ? 'replace' : 'mask'
  const otherwise = rateLearning(rules, subjects, period, other)
  const warning =
    otherwise === null || otherwise.rating === learning.rating
      ? ''
      : ` Lưu ý: nếu hiểu là ${readingTexts[other]} thì kết quả là ${ratingNames[otherwise.rating]}; ` +
        'Thông tư không nói rõ, nhà trường cần thống nhất cách hiểu.'
  return {
    rule: rules.articles.adjustment,
    text: `${periodNames[period]}: ${adjustmentText(subjects, period, reading, learning)}${warning}`,
  }
}

const adjustmentText = (
  subjects: SecondarySubjects,
  period: Period,
  reading: Article9_3,
  { rating, beforeArticle9_3, culprit }: Learning,
): string => {
  if (culprit === undefined)
    return 'không điều chỉnh, vì không có một môn duy nhất nào làm kết quả học tập thấp xuống từ 2 mức trở lên.'
  const steps = ratings.indexOf(beforeArticle9_3) - ratings.indexOf(culprit.without)
  return (
    `nếu ${readingTexts[reading]} thì học tập đạt mức ${ratingNames[culprit.without]}; chỉ do ` +
    `${culpritText(subjects, period, culprit)} mà thấp xuống ${steps} mức (${ratingNames[beforeArticle9_3]}), ` +
    `nên được điều chỉnh lên mức liền kề: ${ratingNames[rating]}.`
  )
}

const culpritText = ({ marked, commented }: SecondarySubjects, period: Period, { code }: Culprit): string => {
  for (const { subject, results } of marked) {
    const average = results[period]
    if (subject.code === code && average !== null) return `môn ${subject.name} (${averageText(average)})`
  }
  const failed = commented.find(({ subject }) => subject.code === code)
  return `môn ${failed?.subject.name ?? code} (Chưa đạt)`
}
