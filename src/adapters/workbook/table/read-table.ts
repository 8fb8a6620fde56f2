import { placeOf, showValue, wholeSheet, type Findings, type Place } from '../findings.ts'
import { fold } from '../fold.ts'
import { isBlank, valueAt, type Grid } from '../grid.ts'
import { isCaptionOf, readCell, type AnyColumn, type Columns, type RowOf } from './column.ts'

/** The header is looked for in this many rows; above it stand titles. */
export const headerRows = 40

/** One row that was filled in. `whole` is there when every required cell could be read. */
export interface TableRow<C extends Columns> {
  readonly row: number
  readonly values: Partial<RowOf<C>>
  readonly whole?: RowOf<C>
  readonly place: (key: keyof C) => Place
}

/** Which column stands where: caption key → zero-based column. */
export type Mapping = ReadonlyMap<string, number>

const ordinals = new Set(['stt', 'sott', 'tt'])

/** A numbering column says nothing. */
export const isOrdinal = (folded: string): boolean => ordinals.has(folded)

/** The captions of a row, folded; '' where there is none. */
export const captionsOf = (grid: Grid, row: number): readonly string[] =>
  (grid.rows[row] ?? []).map((value) => (typeof value === 'string' ? fold(value) : ''))

/** The row that names most of the columns, the first of equals; undefined when none names two of them. */
export const findHeader = (grid: Grid, columns: Columns): number | undefined => {
  const all = Object.values(columns)
  let best: number | undefined
  let most = 1
  for (let row = 0; row < Math.min(headerRows, grid.rows.length); row += 1) {
    const captions = captionsOf(grid, row).filter((caption) => caption !== '')
    const named = all.filter((column) => captions.some((caption) => isCaptionOf(column, caption))).length
    if (named > most) [best, most] = [row, named]
  }
  return best
}

/** Which column stands where in a header row; says which are missing, doubled or unknown. */
export const mapHeader = (grid: Grid, header: number, columns: Columns, findings: Findings): Mapping => {
  const mapping = new Map<string, number>()
  captionsOf(grid, header).forEach((caption, at) => {
    if (caption === '' || isOrdinal(caption)) return
    const key = Object.keys(columns).find((name) => isCaptionOf(columns[name] as AnyColumn, caption))
    const place = placeOf(grid, header, at)
    if (key === undefined)
      findings.note(place, `cột '${showValue(valueAt(grid, header, at))}' không dùng đến, không đọc`)
    else if (mapping.has(key))
      findings.problem(
        place,
        valueAt(grid, header, at),
        'hai cột cùng một tiêu đề',
        'xóa hoặc đổi tên một trong hai cột',
      )
    else mapping.set(key, at)
  })
  for (const [key, column] of Object.entries(columns))
    if (column.required && !mapping.has(key))
      findings.problem(
        wholeSheet(grid.name),
        '',
        `thiếu cột '${column.caption}'`,
        `thêm cột '${column.caption}' vào dòng tiêu đề (dòng ${header + 1})`,
      )
  return mapping
}

/** Reads every filled row of a table; a sheet without its header is a problem. */
export const readTable = <C extends Columns>(
  grid: Grid,
  columns: C,
  findings: Findings,
): readonly TableRow<C>[] => {
  const header = findHeader(grid, columns)
  if (header === undefined) {
    const captions = Object.values(columns).filter((column) => column.required)
    findings.problem(
      wholeSheet(grid.name),
      '',
      `không thấy dòng tiêu đề trong ${headerRows} dòng đầu`,
      `ghi lại dòng tiêu đề, ít nhất gồm: ${captions.map((column) => column.caption).join(', ')}`,
    )
    return []
  }
  return readRows(grid, header + 1, columns, mapHeader(grid, header, columns, findings), findings)
}

/** Reads the filled rows from `first` on, by a mapping that is already known. */
export const readRows = <C extends Columns>(
  grid: Grid,
  first: number,
  columns: C,
  mapping: Mapping,
  findings: Findings,
): readonly TableRow<C>[] => {
  noteHidden(grid, first, mapping, columns, findings)
  const rows: TableRow<C>[] = []
  for (let row = first; row < grid.rows.length; row += 1) {
    if (isEmptyRow(grid, row, [...mapping.values()])) continue
    rows.push(readRow(grid, row, columns, mapping, findings))
  }
  return rows
}

const isEmptyRow = (grid: Grid, row: number, at: readonly number[]): boolean =>
  at.every((column) => isBlank(valueAt(grid, row, column)))

const readRow = <C extends Columns>(
  grid: Grid,
  row: number,
  columns: C,
  mapping: Mapping,
  findings: Findings,
): TableRow<C> => {
  const values: Record<string, unknown> = {}
  let isWhole = true
  for (const [key, column] of Object.entries(columns)) {
    const at = mapping.get(key)
    const before = findings.problemCount()
    const value = at === undefined ? undefined : readCell(grid, row, at, column, findings)
    if (value !== undefined) values[key] = value
    else if (column.required) {
      isWhole = false
      if (at !== undefined && findings.problemCount() === before)
        findings.problem(
          placeOf(grid, row, at),
          '',
          `chưa ghi '${column.caption}'`,
          'điền vào ô này, hoặc xóa cả dòng',
        )
    }
  }
  const place = (key: keyof C): Place => placeOf(grid, row, mapping.get(String(key)) ?? 0)
  const read = values as Partial<RowOf<C>>
  return isWhole ? { row, values: read, whole: read as RowOf<C>, place } : { row, values: read, place }
}

/** What is hidden is read like the rest, and said. */
export const noteHidden = (
  grid: Grid,
  first: number,
  mapping: Mapping,
  columns: Columns,
  findings: Findings,
): void => {
  for (const [key, at] of mapping)
    if (grid.hiddenColumns.has(at))
      findings.note(placeOf(grid, first - 1, at), `cột ẩn '${columns[key]?.caption ?? key}' vẫn được đọc`)
  for (const row of grid.hiddenRows)
    if (row >= first && !isEmptyRow(grid, row, [...mapping.values()]))
      findings.note(placeOf(grid, row, 0), 'dòng ẩn vẫn được đọc')
}
