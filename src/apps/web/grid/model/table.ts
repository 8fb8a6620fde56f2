import {
  computeRow,
  parseCell,
  type Column,
  type SheetFacts,
  type TypingHabits,
} from '../../../../gradebook/index.ts'
import { contentOf, emptyCell, put, valueOf, type Cell, type Content } from './cell.ts'
import type { Change, Patch } from './history.ts'
import type { Place, Sheet, SheetCell, SheetStudent } from './sheet.ts'

/** One pupil's row: its cells, and what follows from them. */
export interface Row {
  readonly student: SheetStudent
  readonly cells: ReadonlyMap<string, Cell>
  readonly computed: ReadonlyMap<string, string | null>
}

/** The sheet as it stands in the page. Rows that did not change stay the same objects. */
export interface Table {
  readonly facts: SheetFacts
  readonly columns: ReadonlyMap<string, Column>
  readonly rows: readonly Row[]
  readonly rowOf: ReadonlyMap<string, number>
}

const factsOf = ({ sheet, schoolYear, class: { grade }, periodsPerYear }: Sheet): SheetFacts => ({
  sheet,
  schoolYear,
  grade,
  periodsPerYear,
})

/** The table of a sheet as the server has it. */
export const openTable = (sheet: Sheet): Table => {
  const facts = factsOf(sheet)
  const columns = new Map(sheet.columns.map((column) => [column.path, column]))
  const cells = Map.groupBy(sheet.cells, ({ studentCode }) => studentCode)
  return {
    facts,
    columns,
    rows: sheet.students.map((student) =>
      compute(facts, columns, student, new Map((cells.get(student.studentCode) ?? []).map(toCell))),
    ),
    rowOf: new Map(sheet.students.map(({ studentCode }, index) => [studentCode, index])),
  }
}

const toCell = ({ path, value, version, byName, at, lockedBecause }: SheetCell): readonly [string, Cell] => [
  path,
  {
    value,
    version,
    byName,
    at,
    state: 'saved',
    ...(typeof lockedBecause === 'string' ? { lockedBecause } : {}),
  },
]

const compute = (
  facts: SheetFacts,
  columns: Table['columns'],
  student: SheetStudent,
  cells: ReadonlyMap<string, Cell>,
): Row => ({
  student,
  cells,
  computed: student.isExempt ? new Map() : computeRow(facts, columns, valuesOf(cells)),
})

/** The values of a row, for the evaluation. */
export const valuesOf = (cells: ReadonlyMap<string, Cell>): ReadonlyMap<string, string | null> =>
  new Map([...cells].map(([path, cell]) => [path, valueOf(cell)]))

/** The cell at a place; an empty one where nobody wrote yet. */
export const cellAt = (table: Table, { studentCode, path }: Place): Cell =>
  table.rows[table.rowOf.get(studentCode) ?? -1]?.cells.get(path) ?? emptyCell

/** Changes cells by a function, and forms the results of their rows anew. A place of nobody in the class is left out. */
export const changeCells = <One extends Place>(
  table: Table,
  places: readonly One[],
  change: (cell: Cell, place: One) => Cell,
): Table => {
  const rows = [...table.rows]
  for (const [studentCode, ofStudent] of Map.groupBy(places, (place) => place.studentCode)) {
    const index = table.rowOf.get(studentCode)
    const row = index === undefined ? undefined : rows[index]
    if (index === undefined || row === undefined) continue
    const cells = new Map(row.cells)
    for (const place of ofStudent) cells.set(place.path, change(cells.get(place.path) ?? emptyCell, place))
    if (ofStudent.every(({ path }) => cells.get(path) === row.cells.get(path))) continue
    rows[index] = compute(table.facts, table.columns, row.student, cells)
  }
  return { ...table, rows }
}

/** Puts the new side of a patch into its cells. */
export const applyPatch = (table: Table, patch: Patch): Table =>
  changeCells(table, patch, (cell, { after }) => put(cell, after))

/** What somebody typed into a column, as a cell holds it: a value, or the text itself with what is wrong with it. */
export const readTyped = (column: Column, typed: string, habits: TypingHabits = {}): Content => {
  const text = typed.normalize('NFC')
  const parsed = parseCell(column, text, habits)
  return parsed.ok ? { value: parsed.value } : { value: null, typed: text, fault: parsed.fault }
}

/** A change of a cell, or nothing where it holds that already. */
export const changeAt = (table: Table, place: Place, after: Content): Change | undefined => {
  const before = contentOf(cellAt(table, place))
  const isSame = before.value === after.value && before.typed === after.typed
  return isSame ? undefined : { ...place, before, after }
}

/** Why a cell cannot be written, or undefined where it can. */
export const lockOf = (table: Table, { studentCode, path }: Place): Lock | undefined => {
  const row = table.rows[table.rowOf.get(studentCode) ?? -1]
  const column = table.columns.get(path)
  if (row === undefined || column === undefined) return { kind: 'unknown' }
  if (column.kind === 'computed') return { kind: 'computed' }
  if (row.student.isExempt) return { kind: 'exempt' }
  const sent = row.student.sentBack?.find((one) => one.path === path)
  if (sent !== undefined) return { kind: 'sent-back', byName: sent.byName, reason: sent.reason }
  const because =
    row.student.lockedBecause ??
    row.cells.get(path)?.lockedBecause ??
    (column.isLocked ? (column.lockedBecause ?? '') : null)
  return because === null ? undefined : { kind: 'locked', because }
}

export type Lock =
  | { readonly kind: 'computed' | 'exempt' | 'unknown' }
  | { readonly kind: 'locked'; readonly because: string }
  | { readonly kind: 'sent-back'; readonly byName: string; readonly reason: string }
