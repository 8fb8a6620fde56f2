import type { AnswerOf } from '../../setting-up/index.ts'

/** Diễn tập chuyển năm: the next year as it would be, and the mark that tells whether anything changed since. */
export type Rehearsal = AnswerOf<'rehearseRollOver'>

/** Where a pupil goes in the next school year. */
export type Destination = Rehearsal['destinations'][number]

export type Outcome = Destination['outcome']

/** Undecided pupils first: somebody has to do something about them. */
export const outcomes = [
  'undecided',
  'waiting',
  'retained',
  'completed',
  'promoted',
] as const satisfies readonly Outcome[]

/** How many pupils have each outcome. */
export const countOutcomes = (destinations: readonly Destination[]): Readonly<Record<Outcome, number>> => {
  const counts = { undecided: 0, waiting: 0, retained: 0, completed: 0, promoted: 0 }
  for (const { outcome } of destinations) counts[outcome] += 1
  return counts
}

/** The pupils of each class who have an outcome (or any), who is undecided first. */
export const byClass = (
  destinations: readonly Destination[],
  outcome: Outcome | null,
): readonly (readonly [string, readonly Destination[]])[] => {
  const shown = destinations.filter((one) => outcome === null || one.outcome === outcome)
  const order = ({ outcome: one }: Destination): number => outcomes.indexOf(one)
  return [...Map.groupBy(shown, ({ fromClass }) => fromClass)]
    .map(([name, own]) => [name, own.toSorted((one, other) => order(one) - order(other))] as const)
    .toSorted(([one], [other]) => one.localeCompare(other, 'vi', { numeric: true }))
}
