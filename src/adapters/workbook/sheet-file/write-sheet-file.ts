import type { Cell, DataValidation, MergeRange, WriteSheet } from 'hucre/xlsx'
import { formatCell, type Column } from '../../../gradebook/index.ts'
import { formatDate } from '../../../shared/dates.ts'
import { columnName } from '../grid.ts'
import { bodyStyle, captionStyle, headerStyle, titleStyle } from '../write/style.ts'
import { packSheets } from '../class-papers/pack-sheets.ts'
import { rowHeight } from '../class-papers/row-height.ts'
import { cellKey, fileColumns, hiddenMark, hiddenName, type FileCell, type FileSheet } from './sheet-file.ts'

/** Where the header stands: groups in this row, captions in the next, pupils below. Zero-based. */
const groupRow = 2
const captionRow = 3
const firstRow = 4
const identity = [
  ['Số TT', 6],
  ['Mã học sinh', 14],
  ['Họ và tên', 28],
  ['Ngày sinh', 12],
] as const

/** Writes one sheet of the gradebook as a workbook that can be filled in and read back (xuất một trang sổ). */
export const writeSheetFile = (sheet: FileSheet): Promise<Uint8Array> => {
  const columns = fileColumns(sheet)
  const cells = new Map(sheet.cells.map((cell) => [cellKey(cell.studentCode, cell.path), cell]))
  return packSheets(
    [visibleSheet(sheet, columns, cells), hiddenSheet(sheet, columns)],
    `${sheet.title}, lớp ${sheet.className}`,
    captionRow,
  )
}

const visibleSheet = (
  sheet: FileSheet,
  columns: readonly Column[],
  stored: ReadonlyMap<string, FileCell>,
): WriteSheet => {
  const rows = sheet.students.map((student, index) => [
    index + 1,
    student.studentCode,
    student.fullName,
    formatDate(student.birthDate),
    ...columns.map((column) =>
      toFile(column, stored.get(cellKey(student.studentCode, column.path))?.value ?? null),
    ),
  ])
  const widths = [...identity.map(([, width]) => width), ...columns.map(widthOf)]
  const { cells, merges } = header(sheet, columns)
  rows.forEach((row, at) => {
    row.forEach((value, column) => {
      cells.set(`${firstRow + at},${column}`, {
        value,
        style: valueStyle(columns[column - identity.length], value),
      })
    })
  })
  return {
    name: tabName(sheet),
    columns: widths.map((width) => ({ width })),
    rows: [...Array.from({ length: firstRow }, () => []), ...rows],
    cells,
    merges,
    rowDefs: new Map([
      [0, { height: 26 }],
      [captionRow, { height: 34 }],
      ...rows.map((row, at) => [firstRow + at, { height: rowHeight(row.map(String), widths) }] as const),
    ]),
    freezePane: { rows: firstRow, columns: 3 },
    dataValidations: columns.flatMap((column, at) =>
      validation(column, at + identity.length, sheet.students.length),
    ),
    pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    headerFooter: { oddFooter: '&CTrang &P/&N' },
  }
}

/** A mark goes as a number, so that it can be reckoned with; words go as text and are never formulas. */
const toFile = (column: Column, value: string | null): string | number | null => {
  if (value === null) return null
  const isNumber = column.kind !== 'text' && column.kind !== 'choice' && /^\d+(\.\d+)?$/.test(value)
  return isNumber ? Number(value) : formatCell(column, value)
}

const valueStyle = (
  column: Column | undefined,
  value: string | number | null,
): NonNullable<Cell['style']> => {
  const base = bodyStyle({
    asText: column === undefined || column.kind === 'text',
    width: column === undefined ? 30 : widthOf(column),
  })
  const isDecimal = typeof value === 'number' && (column?.kind === 'mark' || column?.kind === 'decimal')
  return {
    ...base,
    ...(isDecimal ? { numFmt: '[$-42A]0.0' } : {}),
    ...(column?.isLocked === true ? locked : {}),
  }
}

const locked = { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'EEF0F3' } } } as const

const tabName = ({ title, className }: FileSheet): string =>
  `${className} - ${title}`
    .replace(/[\\/?*[\]:']/g, ' ')
    .slice(0, 31)
    .trim()

const widthOf = ({ kind }: Column): number => (kind === 'text' ? 44 : 10)

const header = (
  sheet: FileSheet,
  columns: readonly Column[],
): { readonly cells: Map<string, Partial<Cell>>; readonly merges: MergeRange[] } => {
  const caption = `Lớp ${sheet.className}, năm học ${sheet.schoolYear}. Không đổi dòng tiêu đề; ô trống là chưa ghi.`
  const cells = new Map<string, Partial<Cell>>([
    ['0,0', { value: sheet.title.toLocaleUpperCase('vi'), style: titleStyle }],
    ['1,0', { value: caption, style: captionStyle }],
  ])
  const merges: MergeRange[] = [0, 1].map((row) => ({ startRow: row, startCol: 0, endRow: row, endCol: 9 }))
  identity.forEach(([name], at) => {
    cells.set(`${groupRow},${at}`, { value: name, style: headerStyle(false) })
    cells.set(`${captionRow},${at}`, { value: null, style: headerStyle(false) })
    merges.push({ startRow: groupRow, startCol: at, endRow: captionRow, endCol: at })
  })
  columns.forEach((column, index) => {
    columnHeader(column, columns[index - 1], index + identity.length, cells)
  })
  return { cells, merges: [...merges, ...groupMerges(columns)] }
}

const columnHeader = (
  column: Column,
  before: Column | undefined,
  at: number,
  cells: Map<string, Partial<Cell>>,
): void => {
  const style = headerStyle(column.isRequired)
  const isFirst = before === undefined || before.group !== column.group
  cells.set(`${groupRow},${at}`, { value: isFirst ? column.group : null, style })
  const text =
    column.isLocked && column.lockedBecause !== null
      ? `${column.title}. ${column.lockedBecause}`
      : column.title
  cells.set(`${captionRow},${at}`, { value: column.shortTitle, style, comment: { text } })
}

const groupMerges = (columns: readonly Column[]): readonly MergeRange[] => {
  const merges: MergeRange[] = []
  let start = 0
  for (let at = 1; at <= columns.length; at += 1) {
    if (at < columns.length && columns[at]?.group === columns[start]?.group) continue
    if (at - start > 1)
      merges.push({
        startRow: groupRow,
        startCol: start + identity.length,
        endRow: groupRow,
        endCol: at - 1 + identity.length,
      })
    start = at
  }
  return merges
}

const validation = (column: Column, at: number, students: number): readonly DataValidation[] => {
  const letter = columnName(at)
  const first = `${letter}${firstRow + 1}`
  const range = `${first}:${letter}${firstRow + Math.max(students, 1)}`
  const common = { range, allowBlank: true, showErrorMessage: true, errorTitle: 'Giá trị chưa đúng' }
  const { options = [], kind, max = 10 } = column
  switch (kind) {
    case 'choice':
      return [
        {
          ...common,
          type: 'list',
          values: options.map(({ short }) => short),
          errorMessage: 'Hãy chọn trong danh sách của ô.',
        },
      ]
    case 'flag':
      return [{ ...common, type: 'list', values: ['x'], errorMessage: 'Ghi x, hoặc để trống.' }]
    case 'mark':
      return [
        {
          ...common,
          type: 'custom',
          formula1: markFormula(
            first,
            options.map(({ short }) => short),
          ),
          errorMessage: 'Điểm từ 0 đến 10, nhiều nhất một chữ số thập phân.',
        },
      ]
    case 'score':
    case 'count':
      return [
        {
          ...common,
          type: 'whole',
          operator: 'between',
          formula1: String(column.min ?? 0),
          formula2: String(max),
          errorMessage: `Số nguyên từ ${column.min ?? 0} đến ${max}.`,
        },
      ]
    case 'decimal':
      return [
        {
          ...common,
          type: 'decimal',
          operator: 'between',
          formula1: String(column.min ?? 0),
          formula2: String(max),
          errorMessage: `Số từ ${column.min ?? 0} đến ${max}.`,
        },
      ]
    case 'text':
    case 'computed':
      return []
  }
}

const markFormula = (cell: string, words: readonly string[]): string =>
  `OR(${[
    ...words.map((word) => `${cell}="${word}"`),
    `IF(ISNUMBER(${cell}),AND(${cell}>=0,${cell}<=10,ROUND(${cell},1)=${cell}),FALSE)`,
  ].join(',')})`

/** What the file is of, and what stood in each cell, so that what others write meanwhile is noticed on the way back. */
const hiddenSheet = (sheet: FileSheet, columns: readonly Column[]): WriteSheet => {
  const written = new Set(columns.map(({ path }) => path))
  const about = [hiddenMark, sheet.schoolCode, sheet.schoolYear, sheet.level, sheet.classId, sheet.sheet]
  return {
    name: hiddenName,
    veryHidden: true,
    columns: [{ style: { numFmt: '@' } }, { style: { numFmt: '@' } }, {}, { style: { numFmt: '@' } }],
    rows: [
      about,
      columns.map(({ path }) => path),
      ...sheet.cells
        .filter(({ path }) => written.has(path))
        .map(({ studentCode, path, version, value }) => [studentCode, path, version, value]),
    ],
  }
}
