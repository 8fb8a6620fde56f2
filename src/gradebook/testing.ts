import type { Column } from './columns/column.ts'
import { columnsOf } from './columns/columns-of.ts'
import type { SheetContext } from './sheet.ts'

/** The sheet of Toán in grade 7, four regular marks a term. */
export const mathSheet: SheetContext = {
  sheet: 'TOAN',
  schoolYear: '2026-2027',
  grade: 7,
  periodsPerYear: 140,
}

export const physicalEducation: SheetContext = { ...mathSheet, sheet: 'GDTC', periodsPerYear: 70 }

export const primarySheet: SheetContext = {
  sheet: 'TIENG_VIET',
  schoolYear: '2026-2027',
  grade: 4,
  periodsPerYear: 245,
}

/** One sheet of every kind. */
export const everySheet: readonly SheetContext[] = [
  mathSheet,
  physicalEducation,
  { ...mathSheet, sheet: 'VAT_LI', grade: 10, periodsPerYear: 70 },
  { ...mathSheet, sheet: 'homeroom' },
  { ...mathSheet, sheet: 'attendance', month: '2026-11' },
  { ...mathSheet, sheet: 'decisions' },
  primarySheet,
  { ...primarySheet, sheet: 'homeroom' },
]

/** The column at a path of a sheet. */
export const columnAt = (context: SheetContext, path: string): Column => {
  const column = columnsOf(context).find((one) => one.path === path)
  if (column === undefined) throw new Error(`${context.sheet} has no ${path}`)
  return column
}
