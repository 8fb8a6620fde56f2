import { matchRows } from '../../../gradebook/index.ts'
import { Refusal } from '../../../shared/refusal.ts'
import { cellName, isBlank, valueAt, type Grid } from '../grid.ts'
import { openWorkbook } from '../open-workbook.ts'
import type { PackageFault } from '../package/fault.ts'
import { identityText, typedIn } from './cell-text.ts'
import { readExported, type Exported } from './exported-cells.ts'
import { chooseTable, type Table } from './choose-table.ts'
import { markFile } from './mark-file.ts'
import { readCell } from './read-cell.ts'
import type { ReadCell, ReadRow, SheetFileReading, UnmatchedRow } from './reading.ts'
import { cellKey, type FileCell, type FileSheet, type FileStudent } from './sheet-file.ts'

/**
 * Reads a workbook for one sheet of the gradebook: a file of ours, or any with a header that can be recognised. Nothing
 * is written. Refused as a whole where the file is hostile, of another sheet, or without such a header.
 */
export const readSheetFile = async (file: Uint8Array, sheet: FileSheet): Promise<SheetFileReading> => {
  const opened = await openWorkbook(file)
  if ('fault' in opened) throw refuseFile(opened.fault)
  const exported = readExported(opened.ok, sheet)
  if (exported?.otherThan != null)
    throw refuse(`tệp này là ${exported.otherThan}`, 'chọn đúng tệp của trang đang mở')
  const table = chooseTable(opened.ok, sheet)
  const { rows, unmatched } = readRows(table, sheet, exported)
  const isFaultless =
    unmatched.length === 0 && rows.every(({ cells }) => cells.every(({ outcome }) => outcome !== 'refused'))
  return {
    rows,
    unmatched,
    counts: countOutcomes(rows, unmatched),
    markedFile: isFaultless ? null : await markFile(file, table.grid.name, rows, unmatched),
  }
}

const refuse = (message: string, remedy: string): Refusal =>
  new Refusal('workbook-not-accepted', `Không nhận tệp: ${message}. Hãy ${remedy}.`)

const refuseFile = ({ message, remedy, sheet, cell }: PackageFault): Refusal => {
  const place = [sheet && `trang '${sheet}'`, cell && `ô ${cell}`].filter(Boolean).join(', ')
  return new Refusal(
    'workbook-not-accepted',
    `Không nhận tệp${place === '' ? '' : ` (${place})`}: ${message}. Cách sửa: ${remedy}.`,
  )
}

interface Rows {
  readonly rows: readonly ReadRow[]
  readonly unmatched: readonly UnmatchedRow[]
}

const readRows = ({ grid, header }: Table, sheet: FileSheet, exported: Exported | undefined): Rows => {
  const lines = grid.rows.flatMap((_, row) => (row > header.row && isFilled(grid, row, header) ? [row] : []))
  const codes = new Set(sheet.students.map(({ studentCode }) => studentCode))
  const marks = new Set(header.found.map(({ at }) => at))
  const texts = lines.map((row) =>
    Array.from(grid.rows[row] ?? [], (value, at) =>
      marks.has(at) ? '' : identityText(value ?? null, codes),
    ),
  )
  const matches = matchRows(texts, sheet.students)
  const compare = comparison({ grid, header }, sheet, exported)
  const students = new Map(sheet.students.map((student) => [student.studentCode, student]))
  const rows: ReadRow[] = []
  const unmatched: UnmatchedRow[] = []
  for (const { index, studentCode, because } of matches.rows) {
    const row = lines[index] ?? 0
    const student = students.get(studentCode ?? '')
    if (student !== undefined)
      rows.push({
        studentCode: student.studentCode,
        fullName: student.fullName,
        cells: compare(student, row),
      })
    else if (isAboutSomebody(texts[index] ?? []) || hasMarks({ grid, header }, row))
      unmatched.push({
        row: row + 1,
        text: describeRow(texts[index] ?? []),
        message:
          strangerIn(texts[index] ?? [], header.codeAt, codes) ?? because ?? 'Không rõ là học sinh nào.',
      })
  }
  return { rows, unmatched }
}

const isFilled = (grid: Grid, row: number, { found, codeAt }: Table['header']): boolean =>
  [...found.map(({ at }) => at), codeAt].some((at) => at >= 0 && !isBlank(valueAt(grid, row, at))) ||
  (grid.rows[row] ?? []).filter((value) => !isBlank(value)).length > 1

const hasMarks = ({ grid, header }: Table, row: number): boolean =>
  header.found.some(({ at }) => !isBlank(valueAt(grid, row, at)))

// 'Cộng', 'Giáo viên môn học' and the like stand below a list: they have no number and no marks.
const isAboutSomebody = (texts: readonly string[]): boolean =>
  /^\d+$/.test(texts[0]?.trim() ?? '') && texts.filter((text) => text.trim() !== '').length > 1

const describeRow = (texts: readonly string[]): string =>
  texts
    .filter((text) => text.trim() !== '')
    .join(' · ')
    .slice(0, 120)

const strangerIn = (
  texts: readonly string[],
  codeAt: number,
  codes: ReadonlySet<string>,
): string | undefined => {
  const code = codeAt < 0 ? '' : (texts[codeAt] ?? '').trim()
  return code === '' || codes.has(code) ? undefined : `Lớp không có học sinh mang mã ${code}.`
}

const comparison = ({ grid, header }: Table, sheet: FileSheet, exported: Exported | undefined) => {
  const stored = new Map<string, FileCell>(
    sheet.cells.map((cell) => [cellKey(cell.studentCode, cell.path), cell]),
  )
  return (student: FileStudent, row: number): readonly ReadCell[] =>
    header.found.flatMap(({ at, columns }) => {
      const value = valueAt(grid, row, at)
      const values =
        columns.length === 1
          ? [value]
          : typedIn(value)
              .typed.split(/[\s;]+/)
              .filter(Boolean)
      return columns.flatMap((column, index) => {
        const key = cellKey(student.studentCode, column.path)
        const read = readCell({
          student,
          column,
          value: values[index] ?? null,
          row,
          at,
          stored: stored.get(key),
          exported: exported?.cells.get(key),
          isOurs: exported !== undefined,
          merged: mergedAt(grid, row, at),
        })
        return read ?? []
      })
    })
}

const mergedAt = ({ merges }: Grid, row: number, at: number): string | null => {
  const merge = merges.find(
    ({ startRow, endRow, startCol, endCol }) =>
      startRow <= row && row <= endRow && startCol <= at && at <= endCol,
  )
  return merge === undefined
    ? null
    : `${cellName(merge.startRow, merge.startCol)}:${cellName(merge.endRow, merge.endCol)}`
}

const countOutcomes = (
  rows: readonly ReadRow[],
  unmatched: readonly UnmatchedRow[],
): SheetFileReading['counts'] => {
  const counts = { new: 0, changed: 0, same: 0, refused: 0, unmatched: unmatched.length }
  for (const { cells } of rows) for (const { outcome } of cells) counts[outcome] += 1
  return counts
}
