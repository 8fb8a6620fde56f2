import type { Grade } from '../../../shared/education-level.ts'

/**
 * What teachers of one secondary subject speak of. `tasks`, `faults` and `advice` are verb phrases that continue a
 * sentence: "biết {task}", "đôi khi còn {fault}", "cần {advice}".
 */
export interface SubjectPhrases {
  readonly tasks: readonly string[]
  /** What only this grade learns, by the programme of 2018. */
  readonly tasksOfGrade?: Partial<Record<Grade, readonly string[]>>
  readonly faults: readonly string[]
  readonly advice: readonly string[]
}

/** What primary teachers say of one subject at each level of TT 27/2020; `needs` continues "cần …". */
export interface PrimaryPhrases {
  readonly well: readonly string[]
  readonly fine: readonly string[]
  readonly poor: readonly string[]
  readonly needs: readonly string[]
}

/** The phrases of the grade and those of every grade. */
export const tasksIn = ({ tasks, tasksOfGrade }: SubjectPhrases, grade: Grade): readonly string[] => [
  ...(tasksOfGrade?.[grade] ?? []),
  ...tasks,
]
