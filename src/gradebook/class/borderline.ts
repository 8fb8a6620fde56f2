import { evaluate, type EvaluationInput, type EvaluationResult } from '../../evaluation/index.ts'
import { listPrimaryChanges, listSecondaryChanges, type Change } from './single-changes.ts'
import { listGoals, type Goal } from './goals.ts'

/** One condition that alone keeps a pupil from something better. */
export interface MissingCondition {
  /** 'Được lên lớp', 'Học tập cả năm: Khá', 'Học sinh Giỏi'. */
  readonly goal: string
  readonly goalKind: Goal['kind']
  /** 'subjects.TOAN', 'conduct', 'absences', 'qualities.CHAM_CHI'. */
  readonly path: string
  /** 'Toán: ĐTBmcn 7,8, cần 8,0'. */
  readonly what: string
  readonly article: string
  /** How far: in marks, levels or sessions. */
  readonly distance: number
  readonly unit: 'mark' | 'level' | 'session'
}

export interface Borderline {
  readonly studentCode: string
  readonly missing: readonly MissingCondition[]
}

/**
 * Which single missing condition separates pupils from promotion, the next better rating or an award (danh sách cần
 * xem trước khi họp xét), in the order given; pupils are never compared. A year that is not complete is left out.
 */
export const listBorderline = (inputs: readonly EvaluationInput[]): readonly Borderline[] =>
  inputs.flatMap((input) => {
    const missing = missingOf(input)
    return missing.length === 0 ? [] : [{ studentCode: input.id ?? '', missing }]
  })

const missingOf = (input: EvaluationInput): readonly MissingCondition[] => {
  const result = evaluate(input)
  if (result.status !== 'complete' || input.individualPlan === true) return []
  const changes =
    input.circular === 'TT27/2020' ? listPrimaryChanges(input) : listSecondaryChanges(input, result)
  return listGoals(input.circular, result).flatMap((goal) =>
    changes
      .flatMap((change) => conditionOf(goal, change, result))
      .toSorted((a, b) => a.distance - b.distance),
  )
}

const conditionOf = (goal: Goal, change: Change, before: EvaluationResult): readonly MissingCondition[] => {
  const step = leastStep(change, (input) => goal.isReached(evaluate(input), before))
  if (step === undefined) return []
  const { path, unit, unitSize } = change
  return [
    {
      goal: goal.name,
      goalKind: goal.kind,
      path,
      what: change.describe(step),
      article: change.article ?? goal.article,
      distance: Math.round(step * unitSize * 10) / 10,
      unit,
    },
  ]
}

/** The smallest step that reaches the goal; a bigger one never loses what a smaller one gained. */
const leastStep = (change: Change, isReached: (input: EvaluationInput) => boolean): number | undefined => {
  if (change.mostSteps < 1 || !isReached(change.after(change.mostSteps))) return undefined
  let [low, high] = [1, change.mostSteps]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (isReached(change.after(middle))) high = middle
    else low = middle + 1
  }
  return low
}
