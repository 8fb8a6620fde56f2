import {
  matchRows,
  type Column,
  type MatchedRow,
  type PastedRow,
  type TypingHabits,
} from '../../../../gradebook/index.ts'
import { contentOf, type Content } from './cell.ts'
import type { Change } from './history.ts'
import type { Place } from './sheet.ts'
import type { Spot } from './selection.ts'
import { cellAt, lockOf, readTyped, type Table } from './table.ts'

/** What one pasted cell would do: new, changed, the same, not a value, or not to be written. */
export type PasteOutcome = 'new' | 'changed' | 'same' | 'rejected' | 'locked'

/** One pasted cell against what stands there. */
export interface PastedCell extends Place {
  readonly outcome: PasteOutcome
  readonly before: Content
  readonly after: Content
}

/** A pasted row that nobody's row could be found for, or that names somebody else. */
export interface RowDoubt {
  readonly index: number
  readonly text: string
  readonly because: string
}

/** Bản xem trước khi dán: a paste as a difference, before anything is written. */
export interface PastePlan {
  /** By code, by name or by position; 'position' only because the person chose it or nothing names the rows. */
  readonly matchedBy: 'identity' | 'position'
  /** Whether rows name their pupils at all: without it, position is all there is. */
  readonly hasIdentity: boolean
  readonly hasHeader: boolean
  /** For each pasted column the sheet's column it goes to; null where it goes nowhere. */
  readonly targets: readonly (string | null)[]
  readonly cells: readonly PastedCell[]
  readonly doubts: readonly RowDoubt[]
}

/** What a plan is made from. */
export interface Paste {
  readonly rows: readonly PastedRow[]
  /** The columns as shown, from left to right. */
  readonly columns: readonly Column[]
  readonly from: Spot
  readonly habits?: TypingHabits
  /** Match by position although rows name their pupils. */
  readonly isPositional?: boolean
  /** The person's own choice of columns. */
  readonly targets?: readonly (string | null)[]
}

/** Compares a pasted block with the sheet. */
export const planPaste = (table: Table, paste: Paste): PastePlan => {
  const header = headerOf(paste)
  const body = header === undefined ? paste.rows : paste.rows.slice(1)
  const students = table.rows.map(({ student }) => student)
  const identity = matchRows(body, students)
  const hasIdentity = identity.identityColumns.length > 0
  const isPositional = paste.isPositional === true || !hasIdentity
  const matched = isPositional
    ? matchRows(body, students, { positionalFrom: paste.from.row }).rows
    : identity.rows
  const targets = paste.targets ?? targetsOf(paste, header, identity.identityColumns)
  return {
    matchedBy: isPositional ? 'position' : 'identity',
    hasIdentity,
    hasHeader: header !== undefined,
    targets,
    cells: matched.flatMap((row) => cellsOf(table, paste, targets, body[row.index] ?? [], row)),
    doubts: matched.flatMap((row) => doubtOf(body[row.index] ?? [], row)),
  }
}

const plainTitle = (title: string): string =>
  title.normalize('NFC').toLocaleLowerCase('vi').replace(/\s+/g, '')

const titlesOf = ({ title, shortTitle }: Column): readonly string[] => [title, shortTitle].map(plainTitle)

/** The first row, where it holds titles of columns and nothing that could be a value. */
const headerOf = ({ rows, columns }: Paste): PastedRow | undefined => {
  const [first = []] = rows
  const titles = new Set(columns.flatMap(titlesOf))
  return rows.length > 1 && first.some((cell) => titles.has(plainTitle(cell))) ? first : undefined
}

const targetsOf = (
  { rows, columns, from }: Paste,
  header: PastedRow | undefined,
  identityColumns: readonly number[],
): readonly (string | null)[] => {
  const width = Math.max(0, ...rows.map((row) => row.length))
  const titled = header === undefined ? [] : byTitle(header, columns, from)
  if (titled.some((path) => path !== null)) return titled
  const free = columns.slice(from.column).filter(({ kind }) => kind !== 'computed')
  let next = 0
  return Array.from({ length: width }, (_, index) =>
    identityColumns.includes(index) ? null : (free[next++]?.path ?? null),
  )
}

// 'ĐĐGgk' stands in both terms: the one at or after the active cell is meant, each only once.
const byTitle = (header: PastedRow, columns: readonly Column[], from: Spot): readonly (string | null)[] => {
  const order = [...columns.slice(from.column), ...columns.slice(0, from.column)]
  const used = new Set<string>()
  return header.map((cell) => {
    const title = plainTitle(cell)
    const column = order.find(
      (one) => one.kind !== 'computed' && !used.has(one.path) && titlesOf(one).includes(title),
    )
    if (column !== undefined) used.add(column.path)
    return column?.path ?? null
  })
}

const cellsOf = (
  table: Table,
  { habits }: Paste,
  targets: readonly (string | null)[],
  row: PastedRow,
  { studentCode }: MatchedRow,
): readonly PastedCell[] =>
  studentCode === null
    ? []
    : targets.flatMap((path, index) =>
        path === null || row[index] === undefined
          ? []
          : [pastedCell(table, { studentCode, path }, row[index], habits)],
      )

const pastedCell = (
  table: Table,
  place: Place,
  typed: string,
  habits: TypingHabits | undefined,
): PastedCell => {
  const column = table.columns.get(place.path)
  const before = contentOf(cellAt(table, place))
  const after: Content = column === undefined ? { value: null } : readTyped(column, typed, habits)
  if (column === undefined || lockOf(table, place) !== undefined)
    return { ...place, before, after, outcome: isSame(before, after) ? 'same' : 'locked' }
  return { ...place, before, after, outcome: outcomeOf(before, after) }
}

const isSame = (before: Content, after: Content): boolean =>
  before.value === after.value && before.typed === after.typed

const outcomeOf = (before: Content, after: Content): PasteOutcome => {
  if (after.fault !== undefined) return 'rejected'
  if (isSame(before, after)) return 'same'
  return before.value === null && before.typed === undefined ? 'new' : 'changed'
}

const doubtOf = (row: PastedRow, { index, because }: MatchedRow): readonly RowDoubt[] =>
  because === null || row.every((cell) => cell.trim() === '')
    ? []
    : [{ index, because, text: row.filter((cell) => cell !== '').join(' · ') }]

/** The changes of a plan that a person confirmed: rejected texts come in as they are, to be seen and mended. */
export const changesOf = ({ cells }: PastePlan): readonly Change[] =>
  cells
    .filter(({ outcome }) => outcome === 'new' || outcome === 'changed' || outcome === 'rejected')
    .map(({ studentCode, path, before, after }) => ({ studentCode, path, before, after }))

/** How many cells of each outcome. */
export const countOutcomes = ({ cells }: PastePlan): Readonly<Record<PasteOutcome, number>> => {
  const counts = { new: 0, changed: 0, same: 0, rejected: 0, locked: 0 }
  for (const { outcome } of cells) counts[outcome] += 1
  return counts
}
