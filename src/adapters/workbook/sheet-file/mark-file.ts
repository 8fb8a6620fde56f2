import { openXlsx, saveXlsx, type Cell } from 'hucre/xlsx'
import { columnName } from '../grid.ts'
import { makeSafe } from '../package/safe-package.ts'
import type { ReadRow, UnmatchedRow } from './reading.ts'

const red = { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFC7CE' } } as const
const author = 'Sổ theo dõi và đánh giá'

/**
 * The workbook as it came, with what was refused coloured and explained in notes. Values, formulas, styles, merged
 * cells and widths stay; pictures, charts and older notes are left out, as is all that reading leaves aside.
 */
export const markFile = async (
  file: Uint8Array,
  sheetName: string,
  rows: readonly ReadRow[],
  unmatched: readonly UnmatchedRow[],
): Promise<Uint8Array | null> => {
  const safe = makeSafe(file)
  if ('fault' in safe) return null
  const workbook = await openXlsx(safe.ok, { readStyles: true })
  const sheet = workbook.sheets.find(({ name }) => name === sheetName)
  if (sheet === undefined) return null
  sheet.cells ??= new Map<string, Cell>()
  for (const { at, message } of marksOf(rows, unmatched)) mark(sheet.cells, sheet.rows, at, message)
  return saveXlsx(workbook)
}

interface Mark {
  readonly at: readonly [row: number, column: number]
  readonly message: string
}

const marksOf = (rows: readonly ReadRow[], unmatched: readonly UnmatchedRow[]): readonly Mark[] => [
  ...rows.flatMap(({ cells }) =>
    cells.flatMap(({ outcome, at, message }) =>
      outcome === 'refused' ? [{ at: placeOf(at), message: message ?? '' }] : [],
    ),
  ),
  ...unmatched.map(({ row, message }) => ({ at: [row - 1, 0] as const, message })),
]

const placeOf = (name: string): readonly [number, number] => {
  const [, letters = 'A', row = '1'] = /^([A-Z]+)(\d+)$/.exec(name) ?? []
  let column = 0
  while (columnName(column) !== letters && column < 2000) column += 1
  return [Number(row) - 1, column]
}

const mark = (
  cells: Map<string, Cell>,
  rows: readonly (readonly Cell['value'][])[],
  [row, column]: readonly [number, number],
  message: string,
): void => {
  const key = `${row},${column}`
  const value = rows[row]?.[column] ?? null
  const known = cells.get(key) ?? { value, type: typeOf(value) }
  cells.set(key, { ...known, style: { ...known.style, fill: red }, comment: { text: message, author } })
}

const typeOf = (value: Cell['value']): Cell['type'] => {
  if (value === null) return 'empty'
  if (typeof value === 'number') return 'number'
  if (typeof value === 'boolean') return 'boolean'
  return value instanceof Date ? 'date' : 'string'
}
