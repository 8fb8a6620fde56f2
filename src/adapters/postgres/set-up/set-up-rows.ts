import { sql } from 'kysely'
import { Refusal } from '../../../shared/refusal.ts'
import type { Row, Value } from '../school/columns.ts'
import { compareRows, type RowChanges } from '../school/compare-rows.ts'
import type { TableName } from '../school/tables.ts'
import type { SchoolTransaction } from '../school/enter-school.ts'
import type { YearPlace } from './lists.ts'
import { refuseChanged, type OpenYear } from './set-up-act.ts'
import { tableNamed } from './set-up-tables.ts'

/** A year within a transaction, to be read. */
export interface ReadableYear extends YearPlace {
  readonly transaction: SchoolTransaction
}

/** The rows of a table of the year that have these values, in no order, each with its version. */
export const findRows = async (
  { transaction, tenant, schoolYear, level }: ReadableYear,
  name: TableName,
  match: Readonly<Record<string, Value | readonly string[]>> = {},
): Promise<readonly Row[]> => {
  const table = tableNamed(name)
  const columns = [...Object.keys(table.types), 'version', 'act_id'].filter(
    (column) => name !== 'student_move' || column !== 'version',
  )
  const conditions = [
    ...(table.by === 'level' ? [sql`level = ${level}`] : []),
    ...Object.entries(match).map(([column, value]) =>
      Array.isArray(value)
        ? sql`${sql.ref(column)} = any(${value}::text[])`
        : sql`${sql.ref(column)} = ${value as Value}`,
    ),
  ]
  const { rows } = await sql<Row>`
    select ${sql.join(columns.map((column) => sql.ref(column)))} from ${sql.table(`school.${name}`)}
    where ${sql.join([sql`tenant_id = ${tenant} and school_year = ${schoolYear}`, ...conditions], sql` and `)}`.execute(
    transaction,
  )
  return rows
}

/** The one row with this key; undefined where it is not there. */
export const findRow = async (
  year: ReadableYear,
  name: TableName,
  key: Readonly<Record<string, Value>>,
): Promise<Row | undefined> => (await findRows(year, name, key))[0]

/** How many rows there are, for the place of the next one in its list. */
export const nextPosition = async (
  { transaction, tenant, schoolYear, level }: OpenYear,
  name: 'staff' | 'class' | 'assignment' | 'enrolment',
): Promise<number> => {
  const { rows } = await sql<{ readonly next: number }>`
    select coalesce(max(position), -1)::int + 1 as next from ${sql.table(`school.${name}`)}
    where tenant_id = ${tenant} and school_year = ${schoolYear} and level = ${level}`.execute(transaction)
  return rows[0]?.next ?? 0
}

/** Refuses where what was seen is not what is there: null was seen where nothing was. */
export const requireSeen = (before: Row | undefined, seenVersion: number | null, what: string): void => {
  if ((before?.['version'] ?? null) !== seenVersion) throw refuseChanged(what)
}

/** What it takes to make one row the wanted one; columns that are not wanted stay as they are. */
export const changeOf = (name: TableName, before: Row | undefined, wanted: Row): RowChanges =>
  compareRows(tableNamed(name), before === undefined ? [] : [before], [{ ...before, ...wanted }])

/** What it takes to make the rows the wanted ones; those that are not wanted go. */
export const changesOf = (name: TableName, before: readonly Row[], wanted: readonly Row[]): RowChanges =>
  compareRows(tableNamed(name), before, wanted)

/** Takes rows out, whatever kind of table they lie in. */
export const removalOf = (name: TableName, rows: readonly Row[]): RowChanges => ({
  table: tableNamed(name),
  inserts: [],
  overwrites: [],
  deletes: rows,
  counts: { added: 0, changed: 0, unchanged: 0, removed: rows.length },
})

/** What a person entered and that cannot be accepted: the field, what is wrong and what to do. */
export const refuseInput = (message: string): Refusal => new Refusal('input-not-accepted', message)

/** Refuses with all that is wrong at once, the first ten by name. */
export const refuseAny = (faults: readonly string[]): void => {
  if (faults.length === 0) return
  const more = faults.length > 10 ? [`… và ${faults.length - 10} chỗ khác.`] : []
  throw refuseInput(['Chưa ghi gì:', ...faults.slice(0, 10), ...more].join('\n'))
}
