import { ratings, type Rating } from '../../../shared/ratings.ts'
import type { SubjectCode } from '../../../shared/subjects.ts'
import type { Tenths } from '../../marks.ts'
import type { Period, SecondarySubjects } from './periods.ts'
import type { LearningStandard, SecondaryRules } from './rules.ts'

/** Kết quả học tập of one period, before and after Điều 9.3. */
export interface Learning {
  readonly rating: Rating
  readonly beforeArticle9_3: Rating
  /** The one subject for which Điều 9.3 raised the rating. */
  readonly culprit: Culprit | undefined
}

/** A subject that alone keeps the rating down, and the rating the others would give. */
export interface Culprit {
  readonly code: SubjectCode
  readonly without: Rating
}

/** How a subject is taken out of the way for Điều 9.3: left out, or given the best result. */
export type Article9_3 = 'mask' | 'replace'

/** How many averages lie below and at the bounds of each standard, in the order of the standards. */
interface Tally {
  readonly below: number[]
  readonly enough: number[]
  failedComments: number
}

const lowest = ratings.length - 1

/**
 * Rates the learning of a period (Điều 9, khoản 2 and 3). Null unless every subject has its result and there are
 * enough marked subjects.
 */
export const rateLearning = (
  rules: SecondaryRules,
  subjects: SecondarySubjects,
  period: Period,
  reading: Article9_3,
): Learning | null => {
  const tally = tallyPeriod(rules, subjects, period)
  if (tally === null) return null
  const rank = rankOf(rules, tally)
  const before = ratingAt(rank)
  const culprit = rank < 2 ? undefined : findCulprit(rules, subjects, period, tally, rank, reading)
  // Điều 9, khoản 3: raised to the adjacent rating, one step only.
  return { rating: culprit === undefined ? before : ratingAt(rank - 1), beforeArticle9_3: before, culprit }
}

const ratingAt = (rank: number): Rating => ratings[rank] ?? 'not-pass'

const tallyPeriod = (
  rules: SecondaryRules,
  { marked, commented }: SecondarySubjects,
  period: Period,
): Tally | null => {
  if (marked.length < rules.enoughSubjects) return null
  const tally: Tally = { below: [0, 0, 0], enough: [0, 0, 0], failedComments: 0 }
  for (const { results } of marked) {
    const average = results[period]
    if (average === null) return null
    count(rules, tally, average, 1)
  }
  for (const { results } of commented) {
    if (results[period] === null) return null
    if (results[period] === 'not-pass') tally.failedComments++
  }
  return tally
}

const count = ({ standards }: SecondaryRules, tally: Tally, average: Tenths, by: 1 | -1): void => {
  for (let rank = 0; rank < standards.length; rank++) {
    const standard = standards[rank]
    if (standard === undefined) continue
    if (average < standard.everyFrom) tally.below[rank] = (tally.below[rank] ?? 0) + by
    if (average >= standard.enoughFrom) tally.enough[rank] = (tally.enough[rank] ?? 0) + by
  }
}

// TT22/2021, Điều 9, khoản 2: the first standard that all averages and comments meet.
const rankOf = (rules: SecondaryRules, tally: Tally): number => {
  for (let rank = 0; rank < rules.standards.length; rank++) {
    const standard = rules.standards[rank]
    if (standard !== undefined && isMet(rules, standard, tally, rank)) return rank
  }
  return lowest
}

const isMet = (rules: SecondaryRules, standard: LearningStandard, tally: Tally, rank: number): boolean =>
  tally.below[rank] === 0 &&
  (tally.enough[rank] ?? 0) >= rules.enoughSubjects &&
  tally.failedComments <= standard.failedComments

const bestAverage: Tenths = 100

// TT22/2021, Điều 9, khoản 3: "bị thấp xuống từ 02 mức trở lên so với … điểm a, điểm b … chỉ do kết quả … của
// duy nhất 01 môn học": without that subject the rating is Tốt or Khá and at least two steps higher.
const findCulprit = (
  rules: SecondaryRules,
  { marked, commented }: SecondarySubjects,
  period: Period,
  tally: Tally,
  rank: number,
  reading: Article9_3,
): Culprit | undefined => {
  for (const { subject, results } of marked) {
    const average = results[period]
    if (average === null) continue
    const without = rankWithoutMark(rules, tally, average, reading)
    if (without <= rank - 2) return { code: subject.code, without: ratingAt(without) }
  }
  if (tally.failedComments === 0) return undefined
  const without = rankOf(rules, { ...tally, failedComments: tally.failedComments - 1 })
  const failed = commented.find(({ results }) => results[period] === 'not-pass')
  return failed !== undefined && without <= rank - 2
    ? { code: failed.subject.code, without: ratingAt(without) }
    : undefined
}

const rankWithoutMark = (
  rules: SecondaryRules,
  tally: Tally,
  average: Tenths,
  reading: Article9_3,
): number => {
  count(rules, tally, average, -1)
  if (reading === 'replace') count(rules, tally, bestAverage, 1)
  const rank = rankOf(rules, tally)
  if (reading === 'replace') count(rules, tally, bestAverage, -1)
  count(rules, tally, average, 1)
  return rank
}
