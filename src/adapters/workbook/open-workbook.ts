import { readXlsx, type Sheet } from 'hucre/xlsx'
import type { CellValue, Grid } from './grid.ts'
import { fault, type OrFault } from './package/fault.ts'
import { makeSafe } from './package/safe-package.ts'

/** Opens a workbook: its package is checked and packed anew first, then its sheets become grids. */
export const openWorkbook = async (file: Uint8Array): Promise<OrFault<readonly Grid[]>> => {
  const safe = makeSafe(file)
  if ('fault' in safe) return safe
  try {
    const workbook = await readXlsx(safe.ok)
    return { ok: workbook.sheets.map(toGrid) }
  } catch {
    // The package was sound, so what the library refuses is its content.
    return fault('tệp .xlsx có cấu trúc không đọc được')
  }
}

const toGrid = (sheet: Sheet): Grid => {
  const rows: CellValue[][] = sheet.rows
  for (const [key, cell] of sheet.cells ?? []) {
    const special = specialValue(cell)
    const [row = -1, column = -1] = key.split(',').map(Number)
    const values = rows[row]
    if (special !== undefined && values !== undefined) values[column] = special
  }
  return {
    name: sheet.name,
    rows,
    merges: sheet.merges ?? [],
    hidden: sheet.hidden === true || sheet.veryHidden === true,
    hiddenRows: new Set([...(sheet.rowDefs ?? [])].filter(([, row]) => row.hidden).map(([at]) => at)),
    hiddenColumns: new Set((sheet.columns ?? []).flatMap((column, at) => (column.hidden ? [at] : []))),
  }
}

const specialValue = (cell: {
  readonly type: string
  readonly formula?: string
  readonly value: unknown
}) => {
  if (cell.formula !== undefined) return { formula: cell.formula }
  return cell.type === 'error' ? { error: String(cell.value) } : undefined
}
