/** One value inside a record, and the way to it: ['terms', '1', 'regularMarks', '0']. */
export interface Leaf {
  readonly path: readonly string[]
  readonly value: string | number | boolean
}

/** Every value of a record that was written down; gaps in lists and absent keys give none. */
export const leavesOf = (record: unknown, path: readonly string[] = []): readonly Leaf[] => {
  if (record === undefined || record === null) return []
  if (typeof record !== 'object') return [{ path, value: record as Leaf['value'] }]
  return Object.entries(record).flatMap(([key, value]) => leavesOf(value, [...path, key]))
}
