import { evaluate, type EvaluationResult } from '../../../src/evaluation/index.ts'
import { listBorderline, listClassRecords, toEvaluationInput } from '../../../src/gradebook/index.ts'
import type { SchoolYearRecords } from '../../../src/records/index.ts'
import { awardNames, ratingNames, type Rating } from '../../../src/shared/ratings.ts'

/** What the rules conclude about a pupil of the first class, in the words of the pages. */
export interface Concluded {
  readonly name: string
  readonly result: EvaluationResult
  readonly learning: string
  readonly conduct: string
  readonly award: string
  /** Each single condition that keeps the pupil from something better. */
  readonly missing: readonly string[]
}

const word = (rating: Rating | null | undefined): string => (rating == null ? '–' : ratingNames[rating])

/** The evaluation of the records of a year, pupil by pupil of its first class. */
export const conclude = (records: SchoolYearRecords): readonly Concluded[] => {
  const [classRecords] = listClassRecords(records)
  if (classRecords === undefined) throw new Error('the school has no class')
  return classRecords.students.map((student) => {
    const input = toEvaluationInput(classRecords, student)
    const result = evaluate(input)
    return {
      name: student.profile.fullName,
      result,
      learning: word(result.learning?.year),
      conduct: word(result.conduct?.year),
      award: result.award === null ? 'Không có' : awardNames[result.award],
      missing: listBorderline([input]).flatMap(({ missing }) => missing.map(({ what }) => what)),
    }
  })
}
