/** A formula is never taken for a value: what Excel kept beside it may be out of date. */
export interface FormulaValue {
  readonly formula: string
}

/** '#REF!' and its like. */
export interface ErrorValue {
  readonly error: string
}

/** What stands in a cell. Dates are at midnight UTC; text is as stored in the file. */
export type CellValue = null | string | number | boolean | Date | FormulaValue | ErrorValue

/** A range of merged cells, zero-based, ends included. */
export interface Merge {
  readonly startRow: number
  readonly startCol: number
  readonly endRow: number
  readonly endCol: number
}

/** A sheet (trang tính) as rows of values; rows may be shorter than the sheet is wide. */
export interface Grid {
  readonly name: string
  readonly rows: readonly (readonly CellValue[])[]
  readonly merges: readonly Merge[]
  readonly hidden: boolean
  readonly hiddenRows: ReadonlySet<number>
  readonly hiddenColumns: ReadonlySet<number>
}

export const valueAt = (grid: Grid, row: number, column: number): CellValue =>
  grid.rows[row]?.[column] ?? null

/** Nothing, or nothing but spaces (also non-breaking and zero-width ones). */
export const isBlank = (value: CellValue): boolean =>
  value === null || (typeof value === 'string' && /^[\s\u00a0\u200b\ufeff]*$/u.test(value))

/** Zero-based column → letters: 0 → 'A', 26 → 'AA'. */
export const columnName = (column: number): string => {
  const letter = String.fromCharCode(65 + (column % 26))
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter
}

/** Zero-based row and column → 'C7'. */
export const cellName = (row: number, column: number): string => `${columnName(column)}${row + 1}`
