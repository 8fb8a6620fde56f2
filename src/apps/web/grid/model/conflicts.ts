import type { Column } from '../../../../gradebook/index.ts'
import type { Cell, CellState, Written } from './cell.ts'
import type { Place, SheetStudent } from './sheet.ts'
import type { Spot } from './selection.ts'
import type { Table } from './table.ts'

/** Xung đột: a cell that two people wrote, with both values. */
export interface Conflict {
  readonly place: Place
  readonly student: SheetStudent
  readonly column: Column
  readonly cell: Cell
  readonly theirs: Written
}

/** Every cell with two values, in the order of the sheet; also where one's own is a text that is no value. */
export const listConflicts = ({ rows, columns }: Table): readonly Conflict[] =>
  rows.flatMap(({ student, cells }) =>
    [...cells].flatMap(([path, cell]) => {
      const column = columns.get(path)
      return cell.theirs === undefined || column === undefined
        ? []
        : [{ place: { studentCode: student.studentCode, path }, student, column, cell, theirs: cell.theirs }]
    }),
  )

/** The next cell in one of some states after a spot, around the sheet; undefined where there is none. */
export const findNext = (
  { rows }: Table,
  columns: readonly Column[],
  states: readonly CellState[],
  after: Spot,
): Spot | undefined => {
  const width = columns.length
  const start = after.row * width + after.column + 1
  for (let passed = 0; passed < rows.length * width; passed += 1) {
    const index = (start + passed) % (rows.length * width)
    const spot = { row: Math.floor(index / width), column: index % width }
    const state = rows[spot.row]?.cells.get(columns[spot.column]?.path ?? '')?.state
    if (state !== undefined && states.includes(state)) return spot
  }
  return undefined
}
