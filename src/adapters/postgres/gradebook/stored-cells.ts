import { sql } from 'kysely'
import type { SchoolTransaction } from '../school/enter-school.ts'
import { cellTableOf, type CellKey, type CellTable } from './cell-tables.ts'
import type { SheetPlace } from './sheet-facts.ts'

/** One cell as it stands: emptied ones have a null, and a version all the same. */
export interface StoredCell {
  readonly studentCode: string
  readonly path: string
  readonly value: string | null
  readonly version: number
  readonly byName: string
  readonly at: string
}

interface CellRow {
  readonly student_code: string
  readonly value: string | null
  readonly version: number
  readonly acted_by: string
  readonly acted_at: Date
}

export const keyColumns = ({ keyTypes }: CellTable, of: string) =>
  sql.join(Object.keys(keyTypes).map((name) => sql.ref(`${of}.${name}`)))

const toCell = (table: CellTable, row: CellRow & CellKey): StoredCell => ({
  studentCode: row.student_code,
  path: table.pathOf(row),
  value: row.value,
  version: row.version,
  byName: row.acted_by,
  at: row.acted_at.toISOString(),
})

/**
 * The cells of a class's sheet (t) with their acts (a). Pupil by pupil through the primary key: the offset keeps the
 * planner from reading a whole school year where it knows too little of it.
 */
const classCells = ({ tenant, schoolYear, classId }: SheetPlace, table: CellTable) => sql`
  from school.enrolment e
  cross join lateral (
    select * from ${sql.table(`school.${table.name}`)} t
    where t.tenant_id = ${tenant} and t.school_year = ${schoolYear} and t.student_code = e.student_code
      and ${table.isOfSheet}
    offset 0
  ) t
  cross join lateral (
    select acted_by, acted_at from school.act where tenant_id = ${tenant} and act_id = t.act_id offset 0
  ) a
  where e.tenant_id = ${tenant} and e.school_year = ${schoolYear} and e.class_id = ${classId}`

/** Every cell of a sheet that was ever written. */
export const listStoredCells = async (
  transaction: SchoolTransaction,
  place: SheetPlace,
): Promise<readonly StoredCell[]> => {
  const table = cellTableOf(place.level, place.sheet)
  const { rows } = await sql<CellRow & CellKey>`
    select ${keyColumns(table, 't')}, t.value, t.version, a.acted_by, a.acted_at ${classCells(place, table)}`.execute(
    transaction,
  )
  return rows.map((row) => toCell(table, row))
}

/** The cells of a sheet that acts after an instant wrote, whoever's; found by the acts, which are few. */
export const listCellsSince = async (
  transaction: SchoolTransaction,
  place: SheetPlace,
  since: Date,
): Promise<readonly StoredCell[]> => {
  const table = cellTableOf(place.level, place.sheet)
  const { tenant, schoolYear, classId } = place
  const { rows: acts } = await sql<{ readonly act_id: string }>`
    select act_id from school.act
    where tenant_id = ${tenant} and school_year = ${schoolYear} and acted_at > ${since}
      and (class_id = ${classId} or class_id is null)`.execute(transaction)
  if (acts.length === 0) return []
  const { rows } = await sql<CellRow & CellKey>`
    select ${keyColumns(table, 't')}, t.value, t.version, a.acted_by, a.acted_at ${classCells(place, table)}
      and t.act_id = any(${acts.map(({ act_id }) => act_id)}::uuid[])`.execute(transaction)
  return rows.map((row) => toCell(table, row))
}
