import type { CommentedTerm, MarkedTerm } from '../../../records/index.ts'
import type { CommentResult } from '../../../shared/ratings.ts'
import type { Random } from '../random.ts'
import type { Tenths } from './averages.ts'
import { averageOf, markOf, termAverage } from './averages.ts'

/** What a pupil is expected to average in a subject, and between which averages both terms must stay. */
export interface Aim {
  readonly centre: Tenths
  readonly low: Tenths
  readonly high: Tenths
}

const lowestMark = 10
const highestMark = 100

export const clamp = (value: number, low: number, high: number): number =>
  Math.min(high, Math.max(low, value))

const toStep = (value: number, step: number): Tenths =>
  clamp(Math.round(value / step) * step, lowestMark, highestMark)

/** Regular marks are mostly whole, some halves, few with a tenth; each a little kinder than a test. */
const inventRegularMark = (random: Random, centre: Tenths, spread: number): Tenths => {
  const step = random.weighted([
    [10, 68],
    [5, 26],
    [1, 6],
  ])
  return toStep(centre + 2 + 8 * spread * random.bell(), step)
}

/** Midterm and final tests have parts worth quarters and fifths: half of them end in .0 or .5. */
const inventTestMark = (random: Random, centre: Tenths, spread: number): Tenths =>
  toStep(centre + 6 * spread * random.bell(), random.chance(0.5) ? 5 : 1)

interface TermShape {
  readonly regularCount: number
  readonly hasTopic: boolean
}

const inventTermOnce = (
  random: Random,
  centre: Tenths,
  spread: number,
  { regularCount, hasTopic }: TermShape,
): MarkedTerm => ({
  regularMarks: Array.from({ length: regularCount }, () => markOf(inventRegularMark(random, centre, spread))),
  ...(hasTopic ? { topicMark: markOf(inventRegularMark(random, centre + 2, spread)) } : {}),
  midtermMark: markOf(inventTestMark(random, centre, spread)),
  finalMark: markOf(inventTestMark(random, centre, spread)),
})

const flatTerm = (average: Tenths, { regularCount, hasTopic }: TermShape): MarkedTerm => ({
  regularMarks: Array.from({ length: regularCount }, () => markOf(average)),
  ...(hasTopic ? { topicMark: markOf(average) } : {}),
  midtermMark: markOf(average),
  finalMark: markOf(average),
})

const attempts = 12

/** One term's marks whose average stays within the aim: with less and less chance until it does. */
export const inventTerm = (random: Random, aim: Aim, shape: TermShape): MarkedTerm => {
  const centre = Math.round(clamp(aim.centre + 2.5 * random.bell(), aim.low, aim.high))
  for (let attempt = 0; attempt < attempts; attempt++) {
    const term = inventTermOnce(random, centre, 1 - attempt / attempts, shape)
    const average = termAverage(term)
    if (average !== undefined && average >= aim.low && average <= aim.high) return term
  }
  return flatTerm(centre, shape)
}

/** A term spent elsewhere, of which only the average is known. */
export const inventKnownAverage = (random: Random, { centre, low, high }: Aim): MarkedTerm => ({
  average: averageOf(Math.round(clamp(centre + 2 * random.bell(), low, high))),
})

/** Number of regular marks a term by periods a year (TT 22/2021, Điều 6.2b). */
export const regularMarksFor = (periodsPerYear: number): number => {
  if (periodsPerYear <= 35) return 2
  return periodsPerYear <= 70 ? 3 : 4
}

/** A term of a subject assessed by comment: two regular results, midterm, final (TT 22/2021, Điều 6-7). */
export const commentedTerm = (result: CommentResult): CommentedTerm => ({
  regularResults: ['pass', 'pass'],
  midtermResult: 'pass',
  finalResult: result,
})
