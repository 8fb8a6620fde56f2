import { normalizeText } from '../../../shared/text.ts'
import { placeOf, type Findings } from '../findings.ts'
import { fold } from '../fold.ts'
import { isBlank, valueAt, type CellValue, type Grid } from '../grid.ts'
import type { Parse } from '../values/parsed.ts'

/** One column of a sheet: its caption, how its cells are read and written, and how the template presents it. */
export interface Column<V, Required extends boolean = boolean> {
  readonly caption: string
  /** Other captions of the same column, in exports of CSDL ngành, vnEdu and SMAS. */
  readonly aliases: readonly string[]
  /** The caption and its aliases, folded. */
  readonly folded: ReadonlySet<string>
  readonly parse: Parse<V>
  readonly format: (value: V) => string | number
  readonly required: Required
  /** The note that opens on the caption. */
  readonly hint: string | undefined
  /** The drop-down: captions, or a range of another sheet. */
  readonly list: readonly string[] | string | undefined
  /** In characters. */
  readonly width: number
  /** Kept as text by Excel, so that leading zeros and dates stay as typed. */
  readonly asText: boolean
  /** Several lines in one cell are several things; elsewhere a line end is a space. */
  readonly multiline: boolean
  /** A formula Excel checks on entry, with what it says; `CELL` stands for the cell. */
  readonly check: { readonly formula: string; readonly message: string } | undefined
}

type ColumnOptions<V> = Partial<Omit<Column<V>, 'caption' | 'parse' | 'required' | 'format' | 'folded'>>

const build = <V, R extends boolean>(
  caption: string,
  parse: Parse<V>,
  format: (value: V) => string | number,
  required: R,
  options: ColumnOptions<V>,
): Column<V, R> => ({
  caption,
  parse,
  format,
  required,
  aliases: options.aliases ?? [],
  folded: new Set([caption, ...(options.aliases ?? [])].map(fold)),
  hint: options.hint,
  list: options.list,
  width: options.width ?? 14,
  asText: options.asText ?? true,
  multiline: options.multiline ?? false,
  check: options.check,
})

/** A column that may be missing and whose cells may be empty. */
export const optional = <V>(
  caption: string,
  parse: Parse<V>,
  format: (value: V) => string | number,
  options: ColumnOptions<V> = {},
): Column<V, false> => build(caption, parse, format, false, options)

/** A column that must be there, and filled in every row. */
export const required = <V>(
  caption: string,
  parse: Parse<V>,
  format: (value: V) => string | number,
  options: ColumnOptions<V> = {},
): Column<V, true> => build(caption, parse, format, true, options)

export const asIs = (value: string): string => value

/** A column of whatever values: read as unknown, and written only with values of its own type. */
export type AnyColumn = Omit<Column<unknown>, 'format'> & {
  readonly format: (value: never) => string | number
}
export type Columns = Readonly<Record<string, AnyColumn>>

type ValueOf<C> = C extends { readonly parse: Parse<infer V> } ? V : never

/** A whole row: every required column has its value. */
export type RowOf<C extends Columns> = {
  readonly [K in keyof C]: C[K]['required'] extends true ? ValueOf<C[K]> : ValueOf<C[K]> | undefined
}

/** The same column understands its caption and its aliases. */
export const isCaptionOf = (column: AnyColumn, folded: string): boolean => column.folded.has(folded)

/** Reads one cell; undefined when it is empty or cannot be accepted, and then the findings say why. */
export const readCell = <V>(
  grid: Grid,
  row: number,
  at: number,
  column: Pick<Column<V>, 'parse' | 'caption' | 'multiline'>,
  findings: Findings,
): V | undefined => {
  const value = valueAt(grid, row, at)
  if (isBlank(value)) return undefined
  const raw = plainValue(value, column.multiline)
  const parsed = typeof raw === 'object' && 'message' in raw ? raw : column.parse(raw)
  if ('value' in parsed) {
    if (parsed.note !== undefined)
      findings.note(placeOf(grid, row, at), `cột '${column.caption}': ${parsed.note}`)
    return parsed.value
  }
  findings.problem(placeOf(grid, row, at), value, `${column.caption}: ${parsed.message}`, parsed.remedy)
  return undefined
}

type Refused = { readonly message: string; readonly remedy: string }

// Most text is tidy already, and then the cells go on sharing it.
const tidy = (value: string): string =>
  /^[^\s\u200b]+(?: [^\s\u200b]+)*$/.test(value) ? value.normalize('NFC') : normalizeText(value)

const normalizeLines = (value: string): string =>
  value
    .split(/\r\n|\r|\n/)
    .map(normalizeText)
    .join('\n')

const plainValue = (value: CellValue, multiline: boolean): string | number | Date | Refused => {
  if (typeof value === 'string')
    return hasControls(value) ? controls : multiline ? normalizeLines(value) : tidy(value)
  if (typeof value === 'number' || value instanceof Date) return value
  if (value !== null && typeof value === 'object' && 'formula' in value) return formula
  if (value !== null && typeof value === 'object') return errorCell
  return typeof value === 'boolean' ? truthValue : ''
}

const hasControls = (value: string): boolean => /[^\P{Cc}\t\n\r]|[\ufffd\ufffe\uffff]|\p{Cs}/u.test(value)

const controls: Refused = {
  message: 'ô có ký tự điều khiển hoặc ký tự hỏng',
  remedy: 'xóa nội dung ô rồi gõ lại',
}
const formula: Refused = {
  message: 'ô chứa công thức, giá trị Excel lưu kèm có thể đã cũ',
  remedy: 'dán giá trị (Paste Special → Values) rồi lưu lại',
}
const errorCell: Refused = { message: 'ô báo lỗi của Excel', remedy: 'xóa ô rồi gõ lại giá trị đúng' }
const truthValue: Refused = {
  message: 'ô ghi TRUE/FALSE',
  remedy: 'định dạng ô là Văn bản (Text) rồi gõ lại',
}
