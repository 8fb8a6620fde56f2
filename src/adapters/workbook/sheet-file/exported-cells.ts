import type { CellValue, Grid } from '../grid.ts'
import { cellKey, hiddenMark, type FileSheet } from './sheet-file.ts'

/** What stood in a cell when the file was written. */
export interface ExportedCell {
  readonly value: string | null
  readonly version: number
}

/** The hidden part of a file of ours. Whoever has the file may have changed it: it only ever adds a warning. */
export interface Exported {
  /** What the file is of, where it is of something else. */
  readonly otherThan: string | null
  readonly cells: ReadonlyMap<string, ExportedCell>
}

const text = (value: CellValue | undefined): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''

/** Reads what a file of ours remembers; undefined for any other file. */
export const readExported = (grids: readonly Grid[], sheet: FileSheet): Exported | undefined => {
  const grid = grids.find(({ rows }) => text(rows[0]?.[0]) === hiddenMark)
  if (grid === undefined) return undefined
  const [, , schoolYear, level, classId, name] = (grid.rows[0] ?? []).map(text)
  const isOwn =
    schoolYear === sheet.schoolYear &&
    level === sheet.level &&
    classId === sheet.classId &&
    name === sheet.sheet
  const cells = grid.rows
    .slice(2)
    .map(
      (row) =>
        [
          cellKey(text(row[0]), text(row[1])),
          { version: Number(text(row[2])) || 0, value: text(row[3]) === '' ? null : text(row[3]) },
        ] as const,
    )
  return {
    otherThan: isOwn ? null : `trang ${name ?? ''} của lớp ${classId ?? ''}, năm học ${schoolYear ?? ''}`,
    cells: new Map(cells),
  }
}
