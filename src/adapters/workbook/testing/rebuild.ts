import { writeXlsx, type CellValue, type WriteSheet } from 'hucre/xlsx'
import type { SchoolYearRecords } from '../../../records/index.ts'
import type { Grid } from '../grid.ts'
import { openWorkbook } from '../open-workbook.ts'
import { writeWorkbook } from '../write/write-workbook.ts'

/** A sheet that a test may change. */
export interface Draft extends Partial<WriteSheet> {
  name: string
  rows: CellValue[][]
}

/** The sheets of a workbook, by name. */
export type Drafts = Map<string, Draft>

const draft = (grid: Grid): Draft => ({
  name: grid.name,
  rows: grid.rows.map((row) => [...row] as CellValue[]),
  merges: [...grid.merges],
})

/** Writes records as a workbook, lets a test change its sheets as a school would, and packs it again. */
export const rebuild = async (
  records: SchoolYearRecords,
  change: (drafts: Drafts) => void,
  dateSystem: '1900' | '1904' = '1900',
): Promise<Uint8Array> => {
  const opened = await openWorkbook(await writeWorkbook(records))
  if ('fault' in opened) throw new Error(opened.fault.message)
  const drafts: Drafts = new Map(opened.ok.map((grid) => [grid.name, draft(grid)]))
  change(drafts)
  return writeXlsx({ sheets: [...drafts.values()], dateSystem })
}

/** The sheet of this name; a test that names none that exists is wrong. */
export const sheetOf = (drafts: Drafts, name: string): Draft => {
  const found = drafts.get(name)
  if (!found) throw new Error(`no sheet ${name}`)
  return found
}

/** Puts a value into a cell, 'C7'. */
export const set = (drafts: Drafts, name: string, cell: string, value: CellValue): void => {
  const [, letters = '', number = ''] = /^([A-Z]+)(\d+)$/.exec(cell) ?? []
  const column = Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  const row = sheetOf(drafts, name).rows[Number(number) - 1]
  if (!row) throw new Error(`no row ${number} in ${name}`)
  while (row.length <= column) row.push(null)
  row[column] = value
}

/** Adds a sheet of the given rows. */
export const addSheet = (drafts: Drafts, name: string, rows: CellValue[][]): void => {
  drafts.set(name, { name, rows })
}
