import type { Row } from './columns.ts'
import type { YearTable } from './tables.ts'

/** How many rows are new, have other values, are as they were, are not there any more. */
export interface Counts {
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  readonly removed: number
}

/** A row that is written over. Where it only moves within its list it counts as unchanged and leaves no trace. */
export interface Overwrite {
  readonly before: Row
  readonly after: Row
  readonly isMove: boolean
}

/** What it takes to make the stored rows of one table the wanted ones. */
export interface RowChanges {
  readonly table: YearTable
  readonly inserts: readonly Row[]
  readonly overwrites: readonly Overwrite[]
  readonly deletes: readonly Row[]
  readonly counts: Counts
}

const keyOf = ({ key }: YearTable, row: Row): string => key.map((name) => row[name]).join('\n')

const differing = ({ types }: YearTable, before: Row, after: Row): readonly string[] =>
  Object.keys(types).filter((name) => before[name] !== after[name])

/** Compares what is stored with what is wanted. A cell that is not wanted any more is emptied, any other row deleted. */
export const compareRows = (table: YearTable, stored: readonly Row[], wanted: readonly Row[]): RowChanges => {
  const left = new Map(stored.map((row) => [keyOf(table, row), row]))
  const inserts: Row[] = []
  const overwrites: Overwrite[] = []
  for (const after of wanted) {
    const key = keyOf(table, after)
    const before = left.get(key)
    left.delete(key)
    if (before === undefined) inserts.push(after)
    else {
      const columns = differing(table, before, after)
      if (columns.length > 0)
        overwrites.push({ before, after, isMove: columns.length === 1 && columns[0] === 'position' })
    }
  }
  const isCell = table.by === 'pupils'
  const gone = [...left.values()].filter((row) => !isCell || row['value'] !== null)
  const emptied = gone.map((before) => ({ before, after: { ...before, value: null }, isMove: false }))
  return {
    table,
    inserts,
    overwrites: isCell ? [...overwrites, ...emptied] : overwrites,
    deletes: isCell ? [] : gone,
    counts: count(wanted.length, inserts.length, overwrites, gone.length),
  }
}

const count = (
  wanted: number,
  inserted: number,
  overwrites: readonly Overwrite[],
  removed: number,
): Counts => {
  const filled = overwrites.filter(({ before }) => before['value'] === null).length
  const changed = overwrites.filter(({ isMove }) => !isMove).length - filled
  return { added: inserted + filled, changed, unchanged: wanted - inserted - filled - changed, removed }
}

/** Whether anything would have to be written. */
export const isWritten = ({ inserts, overwrites, deletes }: RowChanges): boolean =>
  inserts.length + overwrites.length + deletes.length > 0
