import { fold } from '../fold.ts'
import { valueAt, type Grid, type Merge } from '../grid.ts'
import { captionsOf, headerRows } from './read-table.ts'

/** A header of several rows: where the data begins, and the captions over each column from top to bottom, folded. */
export interface GroupedHeader {
  readonly firstRow: number
  readonly leafRow: number
  readonly paths: ReadonlyMap<number, readonly string[]>
}

const deepest = 4

/**
 * Finds a header whose upper rows name groups (a subject, a term) and whose last row names columns. `isKey` knows the
 * caption of the pupil's code, `isLeaf` the captions of the last row.
 */
export const findGroupedHeader = (
  grid: Grid,
  isKey: (caption: string) => boolean,
  isLeaf: (caption: string) => boolean,
): GroupedHeader | undefined => {
  for (let row = 0; row < Math.min(headerRows, grid.rows.length); row += 1) {
    const key = captionsOf(grid, row).findIndex(isKey)
    if (key < 0) continue
    const leafRow = lastHeaderRow(grid, row, key, isLeaf)
    const width = Math.max(...grid.rows.slice(row, leafRow + 1).map((cells) => cells.length))
    const paths = new Map(
      Array.from({ length: width }, (_, at) => [at, pathOf(grid, row, leafRow, at)] as const),
    )
    return { firstRow: leafRow + 1, leafRow, paths }
  }
  return undefined
}

const mergeOver = (grid: Grid, row: number, column: number): Merge | undefined =>
  grid.merges.find(
    ({ startRow, endRow, startCol, endCol }) =>
      row >= startRow && row <= endRow && column >= startCol && column <= endCol,
  )

// The code's caption is usually merged down to the last header row; where it is not, the last row that names columns.
const lastHeaderRow = (
  grid: Grid,
  top: number,
  key: number,
  isLeaf: (caption: string) => boolean,
): number => {
  const merged = mergeOver(grid, top, key)
  if (merged && merged.endRow > top) return merged.endRow
  let last = top
  for (let row = top + 1; row <= top + deepest && valueAt(grid, row, key) === null; row += 1)
    if (captionsOf(grid, row).filter(isLeaf).length >= 2) last = row
  return last
}

const pathOf = (grid: Grid, top: number, leafRow: number, column: number): readonly string[] => {
  const path: string[] = []
  for (let row = top; row <= leafRow; row += 1) {
    const caption = captionOver(grid, row, column, row < leafRow)
    if (caption !== '' && caption !== path.at(-1)) path.push(caption)
  }
  return path
}

const captionAt = (grid: Grid, row: number, column: number): string => {
  const value = valueAt(grid, row, column)
  return typeof value === 'string' ? fold(value) : ''
}

// A group's caption stands in its first cell. Where its row has no merged cells it reaches up to the next caption.
const captionOver = (grid: Grid, row: number, column: number, isGroup: boolean): string => {
  const own = captionAt(grid, row, column)
  if (own !== '') return own
  const merged = mergeOver(grid, row, column)
  if (merged) return captionAt(grid, merged.startRow, merged.startCol)
  const isMergedRow = grid.merges.some(
    ({ startRow, startCol, endCol }) => startRow === row && endCol > startCol,
  )
  if (!isGroup || isMergedRow) return ''
  for (let at = column - 1; at >= 0; at -= 1) {
    const before = captionAt(grid, row, at)
    if (before !== '') return before
  }
  return ''
}
