import { fault, type PackageFault } from './fault.ts'
import { limits } from './limits.ts'
import type { TagVisitor } from './xml-guard.ts'

/** What the sheets of a workbook have used so far: cells, and the rectangles they are spread over. */
export interface Allowance {
  cells: number
  area: number
  /** How many shared texts there are, and the last one that a cell asks for. */
  texts: number
  lastText: number
}

const tooLarge = (what: string, cell = ''): PackageFault => ({
  message: `trang quá lớn: ${what}`,
  remedy: 'xóa các dòng, cột trống thừa (chọn rồi Delete → Entire row/column), lưu lại thành .xlsx',
  cell,
})

const disordered = (cell: string): PackageFault => ({
  ...fault('các ô của trang trùng nhau hoặc không theo thứ tự').fault,
  cell,
})

const hiddenFormula = (cell: string): PackageFault => ({
  message: 'ô chứa công thức không đọc được',
  remedy: 'dán giá trị (Paste Special → Values) rồi lưu lại',
  cell,
})

const attribute = (attributes: string, name: string): string | undefined =>
  new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`).exec(attributes)?.[1]

const reference = /\sr\s*=\s*["']([A-Z]{1,3})([1-9]\d{0,6})["']/

const columnNumber = (letters: string): number =>
  Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)

/**
 * Watches a sheet part: no more rows, columns and cells than the limits, every cell once and in order, and every
 * formula in a form in which the library reports it as one.
 */
export const sheetGuard = (allowance: Allowance): TagVisitor => {
  let row = 0
  let column = 0
  let widest = 0
  let spans = 0
  let cell = ''
  let values = 0
  let isText = false

  const openRow = (attributes: string): PackageFault | undefined => {
    const next = Number(attribute(attributes, 'r') ?? row + 1)
    if (!Number.isInteger(next) || next <= row) return disordered(`A${next}`)
    row = next
    column = 0
    return row > limits.rows ? tooLarge(`có dòng thứ ${row}, quá ${limits.rows} dòng`, `A${row}`) : undefined
  }

  const openCell = (attributes: string): PackageFault | undefined => {
    const found = reference.exec(attributes)
    const next = found ? columnNumber(found[1] ?? '') : column + 1
    cell = found ? `${found[1] ?? ''}${found[2] ?? ''}` : `dòng ${row}`
    if (next <= column || (found && Number(found[2]) !== row) || (!found && /\sr\s*=/.test(attributes)))
      return disordered(cell)
    if (next > limits.columns) return tooLarge(`có ô ở cột thứ ${next}, quá ${limits.columns} cột`, cell)
    column = next
    values = 0
    isText = /\st\s*=\s*["']s["']/.test(attributes)
    allowance.cells += 1
    widest = Math.max(widest, column)
    return allowance.cells > limits.cells ? tooLarge(`tệp có hơn ${limits.cells} ô`, cell) : undefined
  }

  const openColumns = (attributes: string): PackageFault | undefined => {
    spans +=
      Math.max(0, Number(attribute(attributes, 'max') ?? 0) - Number(attribute(attributes, 'min') ?? 0)) + 1
    return spans <= 70_000 ? undefined : tooLarge('khai báo quá nhiều cột')
  }

  const openFormula = (attributes: string, text: string, end: number): PackageFault | undefined => {
    const hasText = end >= 0 && text[end] !== '<'
    const isShared =
      attribute(attributes, 't') === 'shared' && /^\d+$/.test(attribute(attributes, 'si') ?? '')
    return hasText || isShared || cell === '' ? undefined : hiddenFormula(cell)
  }

  // A text that is not there would be read as an empty cell.
  const openValue = (text: string, end: number): PackageFault | undefined => {
    values += 1
    if (values > 1) return disordered(cell)
    if (!isText) return undefined
    const number = end < 0 ? '' : text.slice(end, text.indexOf('<', end))
    allowance.lastText = Math.max(allowance.lastText, Number(number))
    return /^\d{1,8}$/.test(number) ? undefined : disordered(cell)
  }

  return {
    open: (name, attributes, text, end) => {
      if (name === 'c') return openCell(attributes)
      if (name === 'row') return openRow(attributes)
      if (name === 'col') return openColumns(attributes)
      if (name === 'f') return openFormula(attributes, text, end)
      if (name === 'v' && cell !== '') return openValue(text, end)
      if (name === 'si') allowance.texts += 1
      return undefined
    },
    close: (name) => {
      if (name === 'sheetData') allowance.area += row * widest
      if (name === 'c') cell = ''
    },
  }
}
