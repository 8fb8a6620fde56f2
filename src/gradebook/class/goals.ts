import type { EvaluationResult } from '../../evaluation/index.ts'
import {
  awardNames,
  ratingNames,
  ratings,
  yearResultNames,
  yearResults,
  type Award,
  type Circular,
} from '../../shared/ratings.ts'

/** Something better that a pupil may be one condition away from. */
export interface Goal {
  readonly kind: 'decision' | 'learning' | 'year-result' | 'award'
  readonly name: string
  readonly article: string
  readonly isReached: (after: EvaluationResult, before: EvaluationResult) => boolean
}

/** What a pupil's year could be better in: promotion, the next better rating, the next better award. */
export const listGoals = (circular: Circular, result: EvaluationResult): readonly Goal[] =>
  (circular === 'TT27/2020' ? primaryGoals : secondaryGoals).flatMap((goal) => goal(result) ?? [])

type FindGoal = (result: EvaluationResult) => Goal | undefined

const promotion =
  (article: string): FindGoal =>
  ({ decision }) =>
    decision === 'promoted'
      ? undefined
      : {
          kind: 'decision',
          name: 'Được lên lớp',
          article,
          isReached: (after) => after.decision === 'promoted',
        }

// The article of the rating that would be reached: its point of Điều 9, khoản 2.
const points = ['a', 'b', 'c'] as const

const nextLearning: FindGoal = ({ learning }) => {
  const rank = learning?.year === null || learning === undefined ? 0 : ratings.indexOf(learning.year)
  const better = ratings[rank - 1]
  if (better === undefined) return undefined
  return {
    kind: 'learning',
    name: `Học tập cả năm: ${ratingNames[better]}`,
    article: `TT22/2021 Điều 9.2.${points[rank - 1] ?? 'c'}`,
    isReached: (after) => after.learning?.year != null && ratings.indexOf(after.learning.year) < rank,
  }
}

const nextYearResult: FindGoal = ({ yearResult }) => {
  const rank = yearResult === null || yearResult === undefined ? 0 : yearResults.indexOf(yearResult)
  const better = yearResults[rank - 1]
  if (better === undefined) return undefined
  return {
    kind: 'year-result',
    name: `Kết quả giáo dục: ${yearResultNames[better]}`,
    article: `TT27/2020 Điều 9.2.${points[rank - 1] ?? 'c'}`,
    isReached: (after) => after.yearResult != null && yearResults.indexOf(after.yearResult) < rank,
  }
}

/** The awards of a circular, best first. */
const nextAward =
  (article: string, awards: readonly Award[]): FindGoal =>
  ({ award }) => {
    const rank = award === null ? awards.length : awards.indexOf(award)
    const better = awards[rank - 1]
    if (better === undefined) return undefined
    const isAward = (after: EvaluationResult): boolean =>
      after.award !== null && awards.indexOf(after.award) < rank
    return { kind: 'award', name: awardNames[better], article, isReached: isAward }
  }

const primaryGoals: readonly FindGoal[] = [
  promotion('TT27/2020 Điều 11.1'),
  nextYearResult,
  nextAward('TT27/2020 Điều 13.1.a', ['excellent-student', 'exemplary-student']),
]

const secondaryGoals: readonly FindGoal[] = [
  promotion('TT22/2021 Điều 12.1'),
  nextLearning,
  nextAward('TT22/2021 Điều 15.1.a', ['excellent-student', 'distinguished-student']),
]
