import type { Column } from '../../../../gradebook/index.ts'
import { valueOf } from './cell.ts'
import type { Place } from './sheet.ts'
import type { Table } from './table.ts'

/** A hint about a comment: never more than a hint. */
export type RemarkHint =
  | { readonly kind: 'identical'; readonly names: readonly string[] }
  | { readonly kind: 'contradicts'; readonly word: string; readonly result: string }

const plainText = (text: string): string =>
  text
    .normalize('NFC')
    .toLocaleLowerCase('vi')
    .replace(/[\s.,;!]+/g, ' ')
    .trim()

// Words that praise or blame as a whole. Few and plain on purpose: a wrong hint costs more than a missing one.
const praise = ['xuất sắc', 'hoàn thành tốt', 'học tốt', 'học giỏi', 'nắm vững']
const blame = ['chưa hoàn thành', 'chưa đạt', 'học yếu', 'mất kiến thức', 'chưa nắm được']

const findWord = (text: string, words: readonly string[]): string | undefined =>
  words.find(
    (word) => text.includes(word) && !text.includes(`chưa ${word}`) && !text.includes(`không ${word}`),
  )

/** What is worth a second look in the comments of a column: the same words for others, or words against the result. */
export const hintsAt = (table: Table, place: Place, column: Column): readonly RemarkHint[] => {
  const text = textAt(table, place)
  if (column.kind !== 'text' || text === '') return []
  return [...identicalAt(table, place, text), ...contradictionAt(table, place, column, text)]
}

const textAt = (table: Table, { studentCode, path }: Place): string => {
  const cell = table.rows[table.rowOf.get(studentCode) ?? -1]?.cells.get(path)
  return plainText(cell === undefined ? '' : (valueOf(cell) ?? ''))
}

const identicalAt = (table: Table, place: Place, text: string): readonly RemarkHint[] => {
  const names = table.rows
    .filter(({ student }) => student.studentCode !== place.studentCode)
    .filter(({ student }) => textAt(table, { studentCode: student.studentCode, path: place.path }) === text)
    .map(({ student }) => student.fullName)
  return names.length === 0 ? [] : [{ kind: 'identical', names }]
}

const contradictionAt = (table: Table, place: Place, column: Column, text: string): readonly RemarkHint[] => {
  const result = resultBeside(table, place, column)
  const praised = findWord(text, praise)
  const blamed = blame.find((word) => text.includes(word))
  if (result?.isLow === true && praised !== undefined)
    return [{ kind: 'contradicts', word: praised, result: result.text }]
  if (result?.isHigh === true && blamed !== undefined)
    return [{ kind: 'contradicts', word: blamed, result: result.text }]
  return []
}

interface ResultBeside {
  readonly text: string
  readonly isLow: boolean
  readonly isHigh: boolean
}

const resultBeside = (table: Table, { studentCode }: Place, column: Column): ResultBeside | undefined => {
  const row = table.rows[table.rowOf.get(studentCode) ?? -1]
  const path = resultPathOf(column)
  const cell = row?.cells.get(path)
  const value = row?.computed.get(path) ?? (cell === undefined ? null : valueOf(cell))
  return value === null ? undefined : judge(value)
}

const resultPathOf = ({ path, term, moment }: Column): string => {
  if (moment !== null) return path.replace(/comment$/, 'level')
  return term === 0 ? 'computed.year' : `computed.terms.${term}`
}

// TT 22/2021, Điều 9: 5,0 is what most conditions ask for at least, 8,0 the best rating's.
const judge = (value: string): ResultBeside => {
  const mark = Number(value)
  return Number.isNaN(mark)
    ? { text: value, isLow: value === 'C' || value === 'not-pass', isHigh: value === 'T' }
    : { text: value.replace('.', ','), isLow: mark < 5, isHigh: mark >= 8 }
}
