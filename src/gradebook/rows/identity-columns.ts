import { isPlainDate } from '../../shared/dates.ts'
import { normalizeText } from '../../shared/text.ts'
import type { NamedStudent } from './match-rows.ts'

/** One pasted row, cell by cell. */
export type PastedRow = readonly string[]

/** Where rows say whose they are, and how it is read. An empty text where they do not say it. */
export interface Identity {
  readonly columns: readonly number[]
  readonly codeOf: (row: PastedRow) => string
  readonly nameOf: (row: PastedRow) => string
  readonly birthDateOf: (row: PastedRow) => string
}

type Read = (row: PastedRow, index: number) => string

const cellAt: Read = (row, index) => normalizeText(row[index] ?? '')
// Family and given names often stand in two columns.
const pairAt: Read = (row, index) => normalizeText(`${cellAt(row, index)} ${cellAt(row, index + 1)}`)
const lower = (text: string): string => normalizeText(text).toLocaleLowerCase('vi')

/** '3/9/2014', '03-09-2014' and '2014-09-03' as '2014-09-03'; anything else is no date. */
export const parseDate = (typed: string): string => {
  const found = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(typed)
  const [, day = '', month = '', year = ''] = found ?? []
  const date = found === null ? typed : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isPlainDate(date) ? date : ''
}

/** Finds the columns that hold codes, names and dates of birth of this class, and the number at their left. */
export const findIdentity = (rows: readonly PastedRow[], students: readonly NamedStudent[]): Identity => {
  const width = Math.max(0, ...rows.map((row) => row.length))
  // Of one or two characters a code could be a mark.
  const codes = new Set(students.map(({ studentCode }) => studentCode).filter(({ length }) => length > 2))
  const names = new Set(students.map(({ fullName }) => lower(fullName)))
  const dates = new Set(students.map(({ birthDate }) => birthDate))
  const find = (isKnown: (row: PastedRow, index: number) => boolean): number =>
    bestColumn(rows, width, isKnown)
  const code = find((row, index) => codes.has(cellAt(row, index)))
  const name = find((row, index) => names.has(lower(cellAt(row, index))))
  const pair = name >= 0 ? -1 : find((row, index) => names.has(lower(pairAt(row, index))))
  const date = find((row, index) => dates.has(parseDate(cellAt(row, index))))
  const known = [code, name, pair, pair < 0 ? -1 : pair + 1, date].filter((index) => index >= 0)
  return {
    columns: [...numberColumn(rows, known), ...known].toSorted((a, b) => a - b),
    codeOf: (row) => (code < 0 ? '' : cellAt(row, code)),
    nameOf: (row) => (name >= 0 ? cellAt(row, name) : pair >= 0 ? pairAt(row, pair) : ''),
    birthDateOf: (row) => (date < 0 ? '' : parseDate(cellAt(row, date))),
  }
}

/** The leftmost column in which most rows are known; -1 where none is. */
const bestColumn = (
  rows: readonly PastedRow[],
  width: number,
  isKnown: (row: PastedRow, index: number) => boolean,
): number => {
  for (let index = 0; index < width; index++) {
    const hits = rows.filter((row) => isKnown(row, index)).length
    if (hits > 0 && hits * 2 >= rows.filter((row) => cellAt(row, index) !== '').length) return index
  }
  return -1
}

/**
 * Số TT: whole numbers in the first column, each once, with codes or names to the right of it. A list that was filtered
 * or sorted anew has gaps or another order; nobody writes marks at the left of the names, each pupil another one.
 */
const numberColumn = (rows: readonly PastedRow[], known: readonly number[]): readonly number[] => {
  if (known.length === 0 || known.includes(0)) return []
  const numbers = rows.map((row) => cellAt(row, 0)).filter((text) => /^\d+$/.test(text))
  const areDistinct = new Set(numbers).size === numbers.length
  return numbers.length * 2 >= rows.length && areDistinct ? [0] : []
}
