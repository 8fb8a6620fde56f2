import type { AnyColumn, Columns } from '../table/column.ts'
import { ordinalColumn, type PlannedColumn, type SheetPlan } from './sheet-plan.ts'

/** What a row holds, by column key. */
export type RowValues = Readonly<Record<string, unknown>>

// A column's format takes exactly the values of its own key; the records' types say so, a loop over keys cannot.
type Formatter = (value: unknown) => string | number

/** One cell as it is written: null when there is no value. */
export const cellOf = (column: AnyColumn, value: unknown): string | number | null => {
  if (value === undefined) return null
  const written = (column.format as unknown as Formatter)(value)
  return typeof written === 'string' ? escapeOoxml(written) : written
}

// '_x0041_' is how the format writes one character; text that happens to look so gets its underscore escaped.
const escapeOoxml = (text: string): string => text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')

/** A sheet with one header row and the given rows. */
export const tablePlan = (
  frame: Pick<SheetPlan, 'name' | 'title' | 'caption' | 'spareRows' | 'frozenColumns' | 'tab' | 'code'>,
  columns: Columns,
  rows: readonly RowValues[],
): SheetPlan => ({
  ...frame,
  columns: [
    ordinalColumn,
    ...Object.values(columns).map((column): PlannedColumn => ({ path: [column.caption], column })),
  ],
  rows: rows.map((row, at) => [
    at + 1,
    ...Object.entries(columns).map(([key, column]) => cellOf(column, row[key])),
  ]),
})
