import { evaluate } from '../../../../evaluation/index.ts'
import { listBorderline, type MissingCondition, type SummarizedStudent } from '../../../../gradebook/index.ts'

/** What a pupil misses, in the order of its weight for the meeting. */
export const goalKinds = ['decision', 'learning', 'year-result', 'award'] as const
export type GoalKind = MissingCondition['goalKind']

/** A pupil who is one condition away from something better; any one of the conditions would do. */
export interface BorderlinePupil {
  readonly student: SummarizedStudent
  readonly goal: string
  readonly conditions: readonly MissingCondition[]
}

export interface BorderlineGroup {
  readonly kind: GoalKind
  readonly pupils: readonly BorderlinePupil[]
}

/** The pupils to look at before the meeting, grouped by what they miss; in the order of the book in each group. */
export const groupBorderline = (students: readonly SummarizedStudent[]): readonly BorderlineGroup[] => {
  const byCode = new Map(
    listBorderline(students.map(({ input, studentCode }) => ({ ...input, id: studentCode }))).map(
      ({ studentCode, missing }) => [studentCode, missing] as const,
    ),
  )
  return goalKinds.flatMap((kind) => {
    const pupils = students.flatMap((student) =>
      pupilsOf(student, byCode.get(student.studentCode) ?? [], kind),
    )
    return pupils.length === 0 ? [] : [{ kind, pupils }]
  })
}

const pupilsOf = (
  student: SummarizedStudent,
  missing: readonly MissingCondition[],
  kind: GoalKind,
): readonly BorderlinePupil[] =>
  [
    ...Map.groupBy(
      missing.filter(({ goalKind }) => goalKind === kind),
      ({ goal }) => goal,
    ),
  ].map(([goal, conditions]) => ({ student, goal, conditions }))

/** Pupils whose year is not complete: nothing can be said about them yet. */
export const listOpen = (students: readonly SummarizedStudent[]): readonly SummarizedStudent[] =>
  students.filter(({ input }) => evaluate(input).status !== 'complete')
