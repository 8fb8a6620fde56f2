import { Refusal } from '../../../shared/refusal.ts'
import type { Grid } from '../grid.ts'
import { findHeader, type FoundHeader } from './find-columns.ts'
import { findForeignHeader, type ForeignHeader } from './find-foreign-columns.ts'
import { hiddenName, type FileSheet } from './sheet-file.ts'

/** The table of a workbook that is read. */
export interface Table {
  readonly grid: Grid
  readonly header: FoundHeader
}

const refuse = (message: string): Refusal =>
  new Refusal('workbook-not-accepted', `Không nhận tệp: ${message}`)

/** The one sheet of a workbook whose header names pupils and columns of the sheet; refused where none or several do. */
export const chooseTable = (grids: readonly Grid[], sheet: FileSheet): Table => {
  const shown = grids.filter(({ name, hidden }) => !hidden && name !== hiddenName)
  const reasons: string[] = []
  const tables = shown.flatMap((grid): readonly Table[] => {
    const header = headerOf(grid, sheet)
    if (header === undefined) return []
    if ('row' in header) return [{ grid, header }]
    reasons.push(header.because)
    return []
  })
  const [table] = tables
  if (table === undefined)
    throw refuse(
      reasons[0] === undefined
        ? 'không nhận ra dòng tiêu đề có họ tên hoặc mã học sinh và các cột của trang. Hãy xuất tệp mẫu của trang này rồi ghi vào đó.'
        : `${reasons[0]}.`,
    )
  if (tables.length > 1)
    throw refuse(
      `tệp có ${tables.length} trang có thể là trang này (${tables.map(({ grid }) => `'${grid.name}'`).join(', ')}). Hãy chỉ để lại một trang.`,
    )
  return table
}

/** Captions of ours or of another system: whichever name more columns, since 'Nhận xét' is in both. */
const headerOf = (grid: Grid, sheet: FileSheet): ForeignHeader | undefined => {
  const own = findHeader(grid, sheet)
  const foreign = findForeignHeader(grid, sheet)
  const count = foreign === undefined ? 0 : 'row' in foreign ? foreign.found.length : foreign.columns
  return own !== undefined && own.found.length >= count ? own : count > 0 ? foreign : undefined
}
