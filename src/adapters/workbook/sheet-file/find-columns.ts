import type { Column } from '../../../gradebook/index.ts'
import { fold } from '../fold.ts'
import type { Grid } from '../grid.ts'
import { captionsOf, headerRows } from '../table/read-table.ts'
import { fileColumns, type FileSheet } from './sheet-file.ts'

/** A column of a file: where it stands and which cells it fills; several where all regular marks stand in one. */
export interface FoundColumn {
  readonly at: number
  readonly columns: readonly Column[]
}

/** The header of a file's table. */
export interface FoundHeader {
  /** Zero-based; pupils stand below. */
  readonly row: number
  readonly found: readonly FoundColumn[]
  readonly codeAt: number
}

const names = new Set(['hovaten', 'hoten', 'hovatenhocsinh', 'hotenhocsinh', 'tenhocsinh'])
const codes = new Set(['mahocsinh', 'mahs', 'madinhdanh', 'madinhdanhbogddt', 'madinhdanhhocsinh'])

/** Finds the row that names pupils and most columns of the sheet, by their names here; undefined where none does. */
export const findHeader = (grid: Grid, sheet: FileSheet): FoundHeader | undefined => {
  const columns = fileColumns(sheet)
  let best: FoundHeader | undefined
  for (let row = 0; row < Math.min(headerRows, grid.rows.length); row += 1) {
    const header = headerAt(grid, row, columns)
    if (header !== undefined && header.found.length > (best?.found.length ?? 0)) best = header
  }
  return best
}

const headerAt = (grid: Grid, row: number, columns: readonly Column[]): FoundHeader | undefined => {
  const above = [row, row - 1, row - 2].filter((at) => at >= 0).map((at) => captionsOf(grid, at))
  const captions = above.flat()
  if (!captions.some((caption) => names.has(caption) || codes.has(caption))) return undefined
  const taken = new Set<string>()
  const found = captionsOf(grid, row).flatMap((caption, at): readonly FoundColumn[] => {
    const column = caption === '' ? undefined : columnNamed(columns, caption, groupsOver(above, at))
    if (column === undefined || taken.has(column.path)) return []
    taken.add(column.path)
    return [{ at, columns: [column] }]
  })
  const codeAt =
    above.map((line) => line.findIndex((caption) => codes.has(caption))).find((at) => at >= 0) ?? -1
  return { row, found, codeAt }
}

/** The captions over a column: in each row above, the nearest at its left, as merged cells leave it. */
const groupsOver = ([, ...above]: readonly (readonly string[])[], at: number): readonly string[] =>
  above.flatMap((line) => line.slice(0, at + 1).findLast((caption) => caption !== '') ?? [])

const columnNamed = (
  columns: readonly Column[],
  caption: string,
  groups: readonly string[],
): Column | undefined => {
  const byTitle = columns.filter(({ title }) => fold(title) === caption)
  const named =
    byTitle.length > 0 ? byTitle : columns.filter(({ shortTitle }) => fold(shortTitle) === caption)
  // '1' is the first day of any month: only its month tells which.
  const isDay = named[0]?.path.startsWith('absentOn.') === true
  if (named.length <= 1 && !isDay) return named[0]
  const grouped = named.filter(({ group }) => group !== null && groups.includes(fold(group)))
  return grouped.length === 1 ? grouped[0] : undefined
}
