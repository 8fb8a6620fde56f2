import type { PreparedStatement, RunPrepared } from '../connect.ts'
import type { CellKey, CellTable } from './cell-tables.ts'
import type { SheetPlace } from './sheet-facts.ts'

/** A cell by the names the page knows. */
export interface NamedCell {
  readonly studentCode: string
  readonly path: string
}

/** What stands in a cell; who wrote it is known only where it was asked for. */
export interface CurrentCell extends NamedCell {
  readonly key: CellKey
  readonly value: string | null
  readonly version: number
  readonly actId: string
  readonly byName: string | null
  readonly at: string | null
}

type CellRow = CellKey & {
  readonly student_code: string
  readonly value: string | null
  readonly version: number
  readonly act_id: string
  readonly acted_by?: string
  readonly acted_at?: Date
}

/** What tells a cell of a save from the others. */
export const idOf = ({ studentCode, path }: NamedCell): string => `${studentCode}\n${path}`

/** One array per key column. */
export const keyArrays = (
  { keyTypes, keyOf }: CellTable,
  cells: readonly NamedCell[],
): readonly (readonly (string | number)[])[] => {
  const keys = cells.map(({ studentCode, path }) => keyOf(studentCode, path))
  return Object.keys(keyTypes).map((name) => keys.map((key) => key[name] ?? ''))
}

const toCurrent = (table: CellTable, row: CellRow): CurrentCell => ({
  studentCode: row.student_code,
  path: table.pathOf(row),
  key: Object.fromEntries(Object.keys(table.keyTypes).map((name) => [name, row[name] ?? ''])),
  value: row.value,
  version: row.version,
  actId: row.act_id,
  byName: row.acted_by ?? null,
  at: row.acted_at?.toISOString() ?? null,
})

const findCells = async (
  run: RunPrepared,
  statement: PreparedStatement,
  { tenant, schoolYear }: SheetPlace,
  table: CellTable,
  cells: readonly NamedCell[],
): Promise<ReadonlyMap<string, CurrentCell>> => {
  if (cells.length === 0) return new Map()
  const rows = await run<CellRow>(statement, [tenant, schoolYear, ...keyArrays(table, cells)])
  return new Map(rows.map((row) => [idOf(toCurrent(table, row)), toCurrent(table, row)]))
}

/** Reads cells and holds them until the transaction ends, in the order of their keys. */
export const lockCells = (
  run: RunPrepared,
  place: SheetPlace,
  table: CellTable,
  cells: readonly NamedCell[],
): Promise<ReadonlyMap<string, CurrentCell>> => findCells(run, table.statements.lock, place, table, cells)

/** Reads cells with who wrote them and when. */
export const readCells = (
  run: RunPrepared,
  place: SheetPlace,
  table: CellTable,
  cells: readonly NamedCell[],
): Promise<ReadonlyMap<string, CurrentCell>> => findCells(run, table.statements.read, place, table, cells)
