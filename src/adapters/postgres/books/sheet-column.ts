import { findColumn, type Column, type YearPart } from '../../../gradebook/index.ts'
import type { Grade } from '../../../shared/education-level.ts'
import { countLimits } from '../../../shared/limits.ts'
import type { ConfirmedPart } from '../../../workflow/index.ts'
import type { SheetPlace } from '../gradebook/sheet-facts.ts'

/** What a cell's column follows from. */
export interface CellContext extends Pick<SheetPlace, 'sheet' | 'schoolYear'> {
  readonly grade: Grade
  readonly periodsPerYear: number | null
}

// Whatever is written already has its column, also of a list that is longer than it should be.
const lengths = { regular: 10, ...countLimits }

/** The column of a cell that may be written; undefined where the sheet has no such cell. */
export const findCellColumn = (context: CellContext, path: string): Column | undefined => {
  const column = findColumn({ ...context, lengths }, path)
  return column === undefined || column.kind === 'computed' ? undefined : column
}

/** Whether a cell belongs to a part of the year: closing that part closes it. */
export const isOfPart = (context: CellContext, path: string, part: YearPart): boolean =>
  findColumn({ ...context, lengths, closings: [{ part, because: '' }] }, path)?.isLocked === true

/** Which confirmation answers for a cell: what the summer gives is confirmed by itself. */
export const confirmedPartOf = (context: CellContext, path: string): ConfirmedPart =>
  isOfPart(context, path, 'summer') ? 'summer' : 'year'
