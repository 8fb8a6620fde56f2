import type { Cell, CellStyle, MergeRange, WriteSheet } from 'hucre/xlsx'
import type { ClassPaper, PaperCell, PaperSection, PaperTable } from '../../../gradebook/index.ts'
import { headerCells, headerDepth } from '../../../rendition/index.ts'
import { packSheets } from './pack-sheets.ts'
import { paperStyles, valueStyle } from './paper-styles.ts'
import { rowHeight } from './row-height.ts'
import { tabNames } from './tab-names.ts'

/** Writes a paper of a class as a workbook: the same content as on paper, one sheet for each table (sổ, bảng tổng hợp). */
export const writeClassPaper = (paper: ClassPaper, printed: string): Promise<Uint8Array> => {
  const names = tabNames(paper.sections.map(({ tab }) => tab))
  return packSheets(
    paper.sections.map((section, at) => layOut(section, names[at] ?? `Trang ${at + 1}`, printed)),
    paper.title,
  )
}

const layOut = (section: PaperSection, name: string, printed: string): WriteSheet => ({
  ...(section.kind === 'table' ? tableSheet(section, name) : textSheet(section, name)),
  headerFooter: { oddFooter: `&L&8${printed.replaceAll('&', '&&')}&R&8Trang &P/&N` },
})

type Cells = Map<string, Partial<Cell>>

const put = (cells: Cells, row: number, column: number, value: PaperCell, style: CellStyle): void => {
  const isText = typeof value === 'string'
  cells.set(`${row},${column}`, { value: isText ? (value === '' ? null : value) : value.number, style })
}

const textSheet = (section: Exclude<PaperSection, PaperTable>, name: string): WriteSheet => {
  const cells: Cells = new Map()
  const lines = section.kind === 'cover' ? [...section.places, ...section.lines] : section.lines
  const texts = section.kind === 'cover' ? [section.foot] : section.paragraphs
  section.titles.forEach((title, at) => {
    put(cells, at, 0, title, paperStyles.title)
  })
  const first = section.titles.length + 1
  lines.forEach(({ caption, value }, at) => {
    put(cells, first + at, 0, caption, paperStyles.text)
    put(cells, first + at, 1, value, paperStyles.strong)
  })
  const below = first + lines.length + 1
  texts.forEach((text, at) => {
    put(cells, below + at, 0, text, paperStyles.text)
  })
  const across = (row: number): MergeRange => ({ startRow: row, startCol: 0, endRow: row, endCol: 1 })
  return {
    name,
    columns: [{ width: 46 }, { width: 60 }],
    rows: Array.from({ length: below + texts.length }, () => []),
    cells,
    merges: [...section.titles.map((_, at) => across(at)), ...texts.map((_, at) => across(below + at))],
    rowDefs: new Map(
      texts.map((text, at) => [below + at, { height: 16 * Math.ceil(text.length / 95 + 0.2) }]),
    ),
    pageSetup: page('portrait'),
  }
}

const page = (orientation: 'portrait' | 'landscape') =>
  ({
    paperSize: 'a4',
    orientation,
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    margins: { left: 0.5, right: 0.4, top: 0.5, bottom: 0.6 },
  }) as const

const tableSheet = (table: PaperTable, name: string): WriteSheet => {
  const cells: Cells = new Map()
  const last = table.columns.length - 1
  const merges: MergeRange[] = []
  const wide = (row: number): void => {
    if (last > 0) merges.push({ startRow: row, startCol: 0, endRow: row, endCol: last })
  }
  table.titles.forEach((title, at) => {
    put(cells, at, 0, title, paperStyles.title)
    wide(at)
  })
  const aboutRow = table.titles.length
  put(cells, aboutRow, 0, [table.left, table.right].filter(Boolean).join('    '), paperStyles.text)
  wide(aboutRow)
  const top = aboutRow + 1
  const depth = headerDepth(table.columns)
  putHeader(table, top, cells, merges)
  const first = top + depth
  table.rows.forEach((row, at) => {
    row.forEach((value, column) => {
      put(cells, first + at, column, value, valueStyle(table.columns[column]?.align ?? 'left', value))
    })
  })
  const foot = [...table.notes, ...(table.box === null ? [] : [table.box.title, ...table.box.lines])]
  const below = first + table.rows.length + 1
  foot.forEach((text, at) => {
    put(cells, below + at, 0, text, paperStyles.text)
    wide(below + at)
  })
  const widths = table.columns.map(({ width }) => (width === 'rest' ? 32 : Math.max(4.5, width / 1.9)))
  const end = putSignatures(table, below + foot.length + 1, cells, merges)
  return {
    name,
    columns: widths.map((width) => ({ width })),
    rows: Array.from({ length: end }, () => []),
    cells,
    merges,
    rowDefs: new Map([...headerHeights(table, top, widths), ...bodyHeights(table, first, widths)]),
    freezePane: { rows: first, columns: Math.min(2, last) },
    pageSetup: page(table.orientation),
  }
}

type Heights = readonly (readonly [number, { readonly height: number }])[]

const turnedHeight = 118

const headerHeights = ({ columns }: PaperTable, top: number, widths: readonly number[]): Heights => {
  const depth = headerDepth(columns)
  return Array.from({ length: depth }, (_, level) => {
    const cells = headerCells(columns).filter(({ y, rows }) => y + rows - 1 === level)
    const heights = cells.map(({ x, columns: across, rows, caption, isTurned }) => {
      const width = widths.slice(x, x + across).reduce((sum, one) => sum + one, 0)
      return isTurned ? turnedHeight : rowHeight([caption], [width * 0.9]) / rows
    })
    return [top + level, { height: Math.max(18, ...heights) }] as const
  })
}

const bodyHeights = ({ rows }: PaperTable, first: number, widths: readonly number[]): Heights =>
  rows.map((row, at) => {
    const texts = row.map((value) => (typeof value === 'string' ? value : value.text))
    return [first + at, { height: rowHeight(texts, widths) }] as const
  })

const putHeader = ({ columns }: PaperTable, top: number, cells: Cells, merges: MergeRange[]): void => {
  for (let level = 0; level < headerDepth(columns); level += 1)
    columns.forEach((_, at) => {
      put(cells, top + level, at, '', paperStyles.header)
    })
  for (const { x, y, columns: across, rows: down, caption, isTurned } of headerCells(columns)) {
    put(cells, top + y, x, caption, isTurned ? paperStyles.turned : paperStyles.header)
    if (across > 1 || down > 1)
      merges.push({ startRow: top + y, startCol: x, endRow: top + y + down - 1, endCol: x + across - 1 })
  }
}

const putSignatures = (table: PaperTable, top: number, cells: Cells, merges: MergeRange[]): number => {
  const { signatures, dateLine, columns } = table
  if (signatures.length === 0) return top
  const share = Math.max(1, Math.floor(columns.length / signatures.length))
  signatures.forEach(({ titles, hint, name }, index) => {
    const column = Math.min(index * share, columns.length - 1)
    const isLast = index === signatures.length - 1
    const lines = [isLast ? dateLine : '', titles.join(' – '), hint, '', '', '', name]
    lines.forEach((line, at) => {
      put(cells, top + at, column, line, at === 1 || at === 6 ? paperStyles.signature : paperStyles.hint)
      const endCol = isLast ? columns.length - 1 : column + share - 1
      if (endCol > column) merges.push({ startRow: top + at, startCol: column, endRow: top + at, endCol })
    })
  })
  return top + 8
}
