import type { CellStyle } from 'hucre/xlsx'
import type { PaperCell } from '../../../gradebook/index.ts'

const name = 'Times New Roman'
const line = { style: 'thin', color: { rgb: '000000' } } as const
const border = { top: line, right: line, bottom: line, left: line }
const centre = { horizontal: 'center', vertical: 'center', wrapText: true } as const

/** How the parts of a paper look in a workbook. */
export const paperStyles = {
  title: { font: { name, size: 14, bold: true }, alignment: { horizontal: 'center', vertical: 'center' } },
  text: { font: { name, size: 11 }, alignment: { vertical: 'center', wrapText: true }, numFmt: '@' },
  strong: {
    font: { name, size: 11, bold: true },
    alignment: { vertical: 'center', wrapText: true },
    numFmt: '@',
  },
  header: { font: { name, size: 11, bold: true }, border, alignment: centre },
  turned: { font: { name, size: 11, bold: true }, border, alignment: { ...centre, textRotation: 90 } },
  signature: { font: { name, size: 11, bold: true }, alignment: { horizontal: 'center' } },
  hint: { font: { name, size: 11, italic: true }, alignment: { horizontal: 'center' } },
} as const satisfies Record<string, CellStyle>

/** The style of a value: marks show one decimal, with a decimal comma where the program lets a format say so; text stays text. */
export const valueStyle = (align: 'left' | 'center', value: PaperCell): CellStyle => ({
  font: { name, size: 11 },
  border,
  alignment: { horizontal: align, vertical: 'center', wrapText: true },
  numFmt: typeof value === 'string' ? '@' : value.text.includes(',') ? '[$-42A]0.0' : '0',
})
