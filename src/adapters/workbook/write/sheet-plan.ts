import type { Cell, DataValidation, MergeRange, WriteSheet } from 'hucre/xlsx'
import { columnName } from '../grid.ts'
import type { AnyColumn } from '../table/column.ts'
import { bodyStyle, captionStyle, codeStyle, headerStyle, titleStyle } from './style.ts'

/** A column of a sheet to be written: what it holds, and the captions over it from top to bottom. */
export interface PlannedColumn {
  readonly path: readonly string[]
  readonly column: Pick<AnyColumn, 'width' | 'asText' | 'hint' | 'list' | 'check' | 'required'>
}

/** A table sheet: title, a line under it, a header of one to three rows, the rows. */
export interface SheetPlan {
  readonly name: string
  readonly title: string
  readonly caption: string
  /** The class a class sheet is about; it stands beside its caption in the second row. */
  readonly code?: { readonly caption: string; readonly value: string }
  readonly columns: readonly PlannedColumn[]
  readonly rows: readonly (readonly (string | number | null)[])[]
  /** Empty rows to follow, ruled and ready to be filled in. */
  readonly spareRows: number
  /** How many columns stay in sight when scrolling. */
  readonly frozenColumns: number
  readonly tab: string
}

/** Row 1 is the title, row 2 the line under it; the header begins in row 3. */
export const headerTop = 2

/** The numbering column that every table begins with. */
export const ordinalColumn: PlannedColumn = {
  path: ['STT'],
  column: { width: 6, asText: false, hint: undefined, list: undefined, check: undefined, required: false },
}

const depthOf = (plan: SheetPlan): number => Math.max(...plan.columns.map(({ path }) => path.length))

/** Lays a table out as the spreadsheet library takes it. */
export const layOut = (plan: SheetPlan): WriteSheet => {
  const depth = depthOf(plan)
  const firstRow = headerTop + depth
  const { cells, merges } = header(plan, depth)
  const blank = plan.columns.map(() => null)
  const rows = [
    ...Array.from({ length: firstRow }, (): (string | number | null)[] => []),
    ...plan.rows.map((row) => [...row]),
    ...Array.from({ length: plan.spareRows }, () => [...blank]),
  ]
  return {
    name: plan.name,
    columns: plan.columns.map(({ column }) => ({ width: column.width, style: bodyStyle(column) })),
    rows,
    cells,
    merges,
    rowDefs: new Map([
      [0, { height: 26 }],
      [1, { height: 20 }],
      [firstRow - 1, { height: depth > 1 ? 32 : 48 }],
    ]),
    freezePane: { rows: firstRow, columns: plan.frozenColumns },
    dataValidations: validations(plan, firstRow),
    view: { tabColor: { rgb: plan.tab } },
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.5 },
    },
    headerFooter: { oddFooter: '&C&P/&N' },
  }
}

const header = (
  plan: SheetPlan,
  depth: number,
): { cells: Map<string, Partial<Cell>>; merges: MergeRange[] } => {
  const last = Math.max(3, Math.min(plan.columns.length, 12)) - 1
  const cells = new Map<string, Partial<Cell>>([['0,0', { value: plan.title, style: titleStyle }]])
  const merges: MergeRange[] = [{ startRow: 0, startCol: 0, endRow: 0, endCol: last }]
  const captionAt = plan.code ? 2 : 0
  if (plan.code) {
    cells.set('1,0', { value: plan.code.caption, style: captionStyle })
    cells.set('1,1', { value: plan.code.value, style: codeStyle })
  }
  cells.set(`1,${captionAt}`, { value: plan.caption, style: captionStyle })
  if (last > captionAt) merges.push({ startRow: 1, startCol: captionAt, endRow: 1, endCol: last })
  for (let level = 0; level < depth; level += 1) headerRow(plan, depth, level, cells, merges)
  return { cells, merges }
}

// A caption spans the columns that share it and, when it is the last of its path, the rows below it.
const headerRow = (
  plan: SheetPlan,
  depth: number,
  level: number,
  cells: Map<string, Partial<Cell>>,
  merges: MergeRange[],
): void => {
  const row = headerTop + level
  plan.columns.forEach(({ path, column }, at) => {
    const style = headerStyle(column.required)
    const isFirst = !sharesCaption(plan.columns[at - 1], path, level)
    const hint =
      level === path.length - 1 && column.hint !== undefined ? { comment: { text: column.hint } } : {}
    const value = isFirst ? (path[level] ?? null) : null
    cells.set(`${row},${at}`, { value, style, ...hint })
    if (!isFirst || level >= path.length) return
    const isLeaf = level === path.length - 1
    const endRow = isLeaf ? headerTop + depth - 1 : row
    let endCol = at
    while (!isLeaf && sharesCaption(plan.columns[endCol + 1], path, level)) endCol += 1
    if (endRow > row || endCol > at) merges.push({ startRow: row, startCol: at, endRow, endCol })
  })
}

const sharesCaption = (other: PlannedColumn | undefined, path: readonly string[], level: number): boolean =>
  other !== undefined &&
  level < path.length - 1 &&
  level < other.path.length - 1 &&
  path.slice(0, level + 1).every((caption, at) => other.path[at] === caption)

const validations = (plan: SheetPlan, firstRow: number): DataValidation[] => {
  const lastRow = firstRow + plan.rows.length + Math.max(plan.spareRows, 40)
  return plan.columns.flatMap(({ column }, at): DataValidation[] => {
    const range = `${columnName(at)}${firstRow + 1}:${columnName(at)}${lastRow}`
    const first = `${columnName(at)}${firstRow + 1}`
    if (typeof column.list === 'string')
      return [
        {
          ...validation,
          type: 'list' as const,
          range,
          formula1: column.list,
          errorStyle: 'warning' as const,
        },
      ]
    if (column.list) return [{ ...validation, type: 'list' as const, range, values: [...column.list] }]
    if (!column.check) return []
    const formula1 = column.check.formula.replaceAll('CELL', first)
    return [{ ...validation, type: 'custom' as const, range, formula1, errorMessage: column.check.message }]
  })
}

const validation = {
  allowBlank: true,
  showErrorMessage: true,
  errorTitle: 'Giá trị chưa đúng',
  errorMessage: 'Hãy chọn trong danh sách của ô.',
}
