import { wholeSheet, type Findings } from '../findings.ts'
import { fold } from '../fold.ts'
import { isBlank, valueAt, type Grid } from '../grid.ts'
import { classIdCaption, classSheetPrefixes, sheetTitles } from '../layout/sheet-names.ts'
import { captionsOf } from '../table/read-table.ts'

export type TableSheet = keyof typeof sheetTitles
export type ClassSheetKind = keyof typeof classSheetPrefixes

/** The sheets of a workbook by what they hold. */
export interface SheetRoles {
  readonly tables: ReadonlyMap<TableSheet, Grid>
  readonly classSheets: readonly ClassSheet[]
  /** Sheets whose names say nothing; their headers may. */
  readonly others: readonly Grid[]
}

/** A sheet of one class: what its tab and its second row call the class. */
export interface ClassSheet {
  readonly kind: ClassSheetKind
  readonly grid: Grid
  readonly calledByTab: string
  readonly calledInside: string | undefined
}

const titles = new Map(Object.entries(sheetTitles).map(([key, title]) => [fold(title), key as TableSheet]))

/** Sorts the sheets by their names. */
export const sortSheets = (grids: readonly Grid[], findings: Findings): SheetRoles => {
  const tables = new Map<TableSheet, Grid>()
  const classSheets: ClassSheet[] = []
  const others: Grid[] = []
  for (const grid of grids) {
    const title = titles.get(fold(grid.name))
    const classSheet = title === undefined ? asClassSheet(grid) : undefined
    if (grid.hidden) findings.note(wholeSheet(grid.name), 'trang ẩn vẫn được đọc')
    if (title !== undefined && tables.has(title))
      findings.problem(
        wholeSheet(grid.name),
        grid.name,
        'hai trang cùng tên',
        'xóa hoặc đổi tên một trong hai trang',
      )
    else if (title !== undefined) tables.set(title, grid)
    else if (classSheet) classSheets.push(classSheet)
    else others.push(grid)
  }
  return { tables, classSheets, others }
}

const asClassSheet = (grid: Grid): ClassSheet | undefined => {
  const name = grid.name.normalize('NFC').trim()
  for (const [kind, prefix] of Object.entries(classSheetPrefixes)) {
    const words = prefix.split(' ').length
    const parts = name.split(/\s+/)
    if (parts.length <= words || fold(parts.slice(0, words).join(' ')) !== fold(prefix)) continue
    return {
      kind: kind as ClassSheetKind,
      grid,
      calledByTab: parts.slice(words).join(' '),
      calledInside: classInside(grid),
    }
  }
  return undefined
}

/** The class code beside 'Mã lớp' in the rows above the table. */
const classInside = (grid: Grid): string | undefined => {
  for (let row = 0; row < Math.min(6, grid.rows.length); row += 1) {
    const at = captionsOf(grid, row).indexOf(fold(classIdCaption))
    const value = at < 0 ? null : valueAt(grid, row, at + 1)
    if (!isBlank(value) && (typeof value === 'string' || typeof value === 'number'))
      return String(value).normalize('NFC').trim()
  }
  return undefined
}
