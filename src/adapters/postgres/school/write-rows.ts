import { sql, type RawBuilder } from 'kysely'
import { Refusal } from '../../../shared/refusal.ts'
import type { ColumnType, Row } from './columns.ts'
import type { Overwrite, RowChanges } from './compare-rows.ts'
import type { SchoolTransaction } from './enter-school.ts'
import type { YearScope } from './load-rows.ts'
import type { YearTable } from './tables.ts'

/** Where rows are written, and as part of which act. */
export interface Writing extends YearScope {
  readonly transaction: SchoolTransaction
  readonly actId: string
}

/** Rows per statement: enough to make its fixed cost small, few enough to keep its parameters in hand. */
const chunkSize = 20_000

const inChunks = async <T>(
  list: readonly T[],
  work: (chunk: readonly T[]) => Promise<void>,
): Promise<void> => {
  for (let start = 0; start < list.length; start += chunkSize)
    await work(list.slice(start, start + chunkSize))
}

/** Rows as a table `n` of one array per column, so that any number of rows is one statement. */
const unnest = (types: Readonly<Record<string, ColumnType>>, rows: readonly Row[]): RawBuilder<unknown> => {
  const names = Object.keys(types)
  const arrays = names.map((name) => {
    const type = sql.raw(`${types[name] ?? 'text'}[]`)
    return sql`${rows.map((row) => row[name] ?? null)}::${type}`
  })
  return sql`unnest(${sql.join(arrays)}) as n(${sql.join(names.map((name) => sql.ref(name)))})`
}

const tableOf = ({ name }: Pick<YearTable, 'name'>) => sql.table(`school.${name}`)

const insert = (writing: Writing, table: YearTable, rows: readonly Row[]): Promise<void> => {
  const { transaction, tenant, schoolYear, level, actId } = writing
  const isOfLevel = table.by === 'level'
  const names = sql.join(Object.keys(table.types).map((name) => sql.ref(name)))
  return inChunks(rows, async (chunk) => {
    await sql`
      insert into ${tableOf(table)} (tenant_id, school_year, act_id, ${isOfLevel ? sql`level, ` : sql``}${names})
      select ${tenant}::integer, ${schoolYear}::text, ${actId}::uuid,
        ${isOfLevel ? sql`${level}::school.education_level, ` : sql``}n.*
      from ${unnest(table.types, chunk)}`.execute(transaction)
  })
}

const sameRow = ({ tenant, schoolYear, level }: YearScope, { key, by }: YearTable): RawBuilder<unknown> =>
  sql.join(
    [
      sql`t.tenant_id = ${tenant} and t.school_year = ${schoolYear} and t.version = n.seen_version`,
      ...(by === 'level' ? [sql`t.level = ${level}`] : []),
      ...key.map((name) => sql`${sql.ref(`t.${name}`)} = ${sql.ref(`n.${name}`)}`),
    ],
    sql` and `,
  )

const seenVersion = { seen_version: 'integer' } as const

const overwrite = (writing: Writing, table: YearTable, overwrites: readonly Overwrite[]): Promise<void> => {
  const { transaction, actId } = writing
  const sets = Object.keys(table.types)
    .filter((name) => !table.key.includes(name))
    .map((name) => sql`${sql.ref(name)} = ${sql.ref(`n.${name}`)}`)
  return inChunks(overwrites, async (chunk) => {
    const rows = chunk.map(({ before, after }) => ({ ...after, seen_version: before['version'] ?? null }))
    const { numAffectedRows } = await sql`
      update ${tableOf(table)} as t
      set ${sql.join(sets)}, version = t.version + 1, act_id = ${actId}::uuid
      from ${unnest({ ...table.types, ...seenVersion }, rows)}
      where ${sameRow(writing, table)}`.execute(transaction)
    requireAll(numAffectedRows, chunk)
  })
}

const remove = (writing: Writing, table: YearTable, deletes: readonly Row[]): Promise<void> => {
  const keyTypes = Object.fromEntries(table.key.map((name) => [name, table.types[name] ?? 'text']))
  return inChunks(deletes, async (chunk) => {
    const rows = chunk.map((row) => ({ ...row, seen_version: row['version'] ?? null }))
    const { numAffectedRows } = await sql`
      delete from ${tableOf(table)} as t using ${unnest({ ...keyTypes, ...seenVersion }, rows)}
      where ${sameRow(writing, table)}`.execute(writing.transaction)
    requireAll(numAffectedRows, chunk)
  })
}

/** Somebody wrote a row after it was read here: nothing of this act is kept. */
const requireAll = (affected: bigint | undefined, wanted: readonly unknown[]): void => {
  if (Number(affected) !== wanted.length) throw refuseOvertaken()
}

const refuseOvertaken = (cause?: unknown): Refusal =>
  new Refusal(
    'act-not-available',
    'Trong lúc nhập, có người khác vừa sửa cùng dữ liệu này. Chưa có gì thay đổi. Hãy nhập lại.',
    { cause },
  )

/** unique_violation, serialization_failure, deadlock_detected: SQLSTATE, since names differ on a spread-out database. */
const overtaken = new Set<unknown>(['23505', '40001', '40P01'])

/** Keeps what is about to be overwritten or taken out. */
const supersede = (writing: Writing, table: YearTable, rows: readonly Row[]): Promise<void> => {
  const { transaction, tenant, schoolYear, actId } = writing
  const types = { row_key: 'text', version: 'integer', student_code: 'text', before: 'text' } as const
  return inChunks(rows, async (chunk) => {
    const traces = chunk.map((row) => ({
      row_key: JSON.stringify(table.key.map((name) => row[name])),
      version: row['version'] ?? null,
      student_code: row['student_code'] ?? null,
      before: JSON.stringify(row),
    }))
    await sql`
      insert into school.superseded
        (tenant_id, school_year, table_name, act_id, row_key, version, student_code, before)
      select ${tenant}::integer, ${schoolYear}::text, ${table.name}::text, ${actId}::uuid,
        n.row_key::jsonb, n.version, n.student_code, n.before::jsonb
      from ${unnest(types, traces)}`.execute(transaction)
  })
}

/**
 * Writes the changes of all tables: first what is new or other, in their order, then what goes, in reverse. Refused
 * where somebody else wrote one of the rows since they were read.
 */
export const writeRows = async (writing: Writing, changes: readonly RowChanges[]): Promise<void> => {
  try {
    for (const { table, inserts, overwrites, deletes } of changes) {
      const traced = overwrites.filter(({ isMove }) => !isMove).map(({ before }) => before)
      await supersede(writing, table, [...traced, ...deletes])
      await overwrite(writing, table, overwrites)
      await insert(writing, table, inserts)
    }
    for (const { table, deletes } of changes.toReversed()) await remove(writing, table, deletes)
  } catch (error) {
    throw overtaken.has((error as { readonly code?: unknown }).code) ? refuseOvertaken(error) : error
  }
}
