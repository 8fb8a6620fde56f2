import type { CellStyle } from 'hucre/xlsx'

export type { CellStyle }

const line = { style: 'thin', color: { rgb: 'A6B1BF' } } as const
const border = { top: line, right: line, bottom: line, left: line }
const name = 'Times New Roman'

export const defaultFont = { name, size: 11 }

const solid = (rgb: string) => ({ type: 'pattern', pattern: 'solid', fgColor: { rgb } }) as const

/** The sheet's title. */
export const titleStyle: CellStyle = {
  font: { name, size: 14, bold: true, color: { rgb: '1F3A5F' } },
  alignment: { vertical: 'center' },
}

/** The line under the title. */
export const captionStyle: CellStyle = {
  font: { name, size: 11, italic: true, color: { rgb: '44546A' } },
  alignment: { vertical: 'center' },
}

/** A code under the title that stays text. */
export const codeStyle: CellStyle = { font: { name, size: 11, bold: true }, numFmt: '@', border }

const headerFills = { plain: 'DCE6F1', required: 'FCE9CF' }

/** A caption; those of required columns have a warmer fill. */
export const headerStyle = (isRequired: boolean): CellStyle => ({
  font: { name, size: 11, bold: true, color: { rgb: '1F3A5F' } },
  fill: solid(isRequired ? headerFills.required : headerFills.plain),
  border,
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
})

/** A cell to be filled in: text stays as typed, short values stand in the middle. */
export const bodyStyle = ({
  asText,
  width,
}: {
  readonly asText: boolean
  readonly width: number
}): CellStyle => ({
  font: { name, size: 11 },
  border,
  alignment:
    width <= 12 ? { horizontal: 'center', vertical: 'center' } : { vertical: 'center', wrapText: true },
  ...(asText ? { numFmt: '@' } : {}),
})

export const guideStyles = {
  heading: {
    font: { name, size: 12, bold: true, color: { rgb: '1F3A5F' } },
    alignment: { vertical: 'center' },
  },
  text: { font: { name, size: 11 }, alignment: { vertical: 'top', wrapText: true } },
} as const satisfies Record<string, CellStyle>
