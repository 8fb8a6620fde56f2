import type { Column } from '../../../../gradebook/index.ts'
import { valueOf } from './cell.ts'
import type { Row, Table } from './table.ts'

/** What a column holds as a whole, to be read back against the paper list. */
export interface Totals {
  readonly filled: number
  /** Pupils who take the subject. */
  readonly expected: number
  /** Of numbers: their sum and mean, formed in hundredths. */
  readonly sum?: string
  readonly mean?: string
  /** Of words: how many of each. */
  readonly words?: readonly { readonly short: string; readonly count: number }[]
}

/** Sums up what stands in a column (cộng dò): how many, their sum and mean, or how many of each word. */
export const totalsOf = (table: Table, column: Column): Totals => {
  const rows = table.rows.filter(({ student }) => !student.isExempt)
  const values = rows.map((row) => valueIn(row, column)).filter((value) => value !== null)
  const head = { filled: values.length, expected: rows.length }
  if (isNumeric(column)) return { ...head, ...sumUp(values) }
  return column.options === undefined ? head : { ...head, words: countWords(column, values) }
}

const valueIn = ({ cells, computed }: Row, { path, kind }: Column): string | null => {
  if (kind === 'computed') return computed.get(path) ?? null
  const cell = cells.get(path)
  return cell === undefined ? null : valueOf(cell)
}

const isNumeric = ({ kind, options }: Column): boolean =>
  kind === 'mark' ||
  kind === 'score' ||
  kind === 'count' ||
  kind === 'decimal' ||
  (kind === 'computed' && options === undefined)

const hundredthsOf = (value: string): number | undefined => {
  const found = /^(\d+)(?:\.(\d{1,2}))?$/.exec(value)
  return found === null ? undefined : Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0'))
}

/** Sum and mean of decimal texts, exact, half up; words among them ('vắng') are left out. */
export const sumUp = (values: readonly string[]): { readonly sum?: string; readonly mean?: string } => {
  const hundredths = values.map(hundredthsOf).filter((value) => value !== undefined)
  if (hundredths.length === 0) return {}
  const sum = hundredths.reduce((total, value) => total + value, 0)
  const count = hundredths.length
  return { sum: decimal(sum), mean: decimal(Math.floor((2 * sum + count) / (2 * count))) }
}

const decimal = (hundredths: number): string => {
  const digits = String(hundredths % 100)
    .padStart(2, '0')
    .replace(/0+$/, '')
  const whole = String(Math.floor(hundredths / 100))
  return digits === '' ? whole : `${whole},${digits}`
}

const countWords = ({ options = [] }: Column, values: readonly string[]): NonNullable<Totals['words']> =>
  options.map(({ value, short }) => ({ short, count: values.filter((one) => one === value).length }))
