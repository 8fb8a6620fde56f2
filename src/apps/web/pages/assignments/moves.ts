import type { Range } from './matrix.ts'

interface Key {
  readonly key: string
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
}

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

const within = (value: number, count: number): number => Math.max(0, Math.min(count - 1, value))

/** Where a key leads in a matrix of so many rows and columns; undefined where it is no key of moving. */
export const moved = (range: Range, key: Key, rows: number, columns: number): Range | undefined => {
  const { toRow, toColumn } = range
  if (key.key.toLowerCase() === 'a' && key.ctrlKey)
    return { row: 0, column: 0, toRow: rows - 1, toColumn: columns - 1 }
  const [down, right] = steps[key.key] ?? homeOrEnd(key.key, columns) ?? [undefined, 0]
  if (down === undefined) return undefined
  const far = key.ctrlKey ? 1000 : 1
  const row = within(toRow + down * far, rows)
  const column = within(toColumn + right * far, columns)
  return key.shiftKey
    ? { ...range, toRow: row, toColumn: column }
    : { row, column, toRow: row, toColumn: column }
}

const homeOrEnd = (key: string, columns: number): readonly [number, number] | undefined =>
  key === 'Home' ? [0, -columns] : key === 'End' ? [0, columns] : undefined
