import { sql } from 'kysely'
import type { EducationLevel } from '../../../shared/education-level.ts'
import type { SchoolYear } from '../../../shared/school-year.ts'
import type { Row } from './columns.ts'
import type { SchoolTransaction } from './enter-school.ts'
import { yearTables, type TableName, type YearRows, type YearTable } from './tables.ts'

/** One year of one level of one school: where all rows of an import or an issue lie. */
export interface YearScope {
  readonly tenant: number
  readonly schoolYear: SchoolYear
  readonly level: EducationLevel
}

/** One class of it: its own rows and those of its pupils; of the level what is no class's, as the staff. */
export interface ClassScope extends YearScope {
  readonly classId: string
}

const columnsOf = ({ types }: YearTable) =>
  sql.join([...Object.keys(types), 'version', 'act_id'].map((name) => sql.ref(name)))

const ofClass = ({ by, types }: YearTable, scope: YearScope | ClassScope, pupils: readonly string[]) => {
  if (!('classId' in scope) || by === 'pupils') return sql``
  if ('class_id' in types) return sql` and class_id = ${scope.classId}`
  return 'student_code' in types ? sql` and student_code = any(${pupils}::text[])` : sql``
}

const loadTable = async (
  transaction: SchoolTransaction,
  table: YearTable,
  scope: YearScope | ClassScope,
  pupils: readonly string[],
): Promise<readonly Row[]> => {
  const { tenant, schoolYear, level } = scope
  const { rows } = await sql<Row>`
    select ${columnsOf(table)} from ${sql.table(`school.${table.name}`)}
    where tenant_id = ${tenant} and school_year = ${schoolYear} and ${
      table.by === 'level' ? sql`level = ${level}` : sql`student_code = any(${pupils}::text[])`
    }${ofClass(table, scope, pupils)}${table.besides === undefined ? sql`` : sql` and not (${sql.raw(table.besides)})`}`.execute(
    transaction,
  )
  return rows
}

/**
 * Every row of a school year, or of one class of it, with its version and the act that wrote it, in no order. Cells are those of the pupils
 * enrolled and of `morePupils`; emptied ones are among them, with a null.
 */
export const loadRows = async (
  transaction: SchoolTransaction,
  scope: YearScope | ClassScope,
  morePupils: readonly string[] = [],
): Promise<YearRows<Row>> => {
  const loaded = new Map<TableName, readonly Row[]>()
  for (const table of yearTables) {
    const enrolled = (loaded.get('enrolment') ?? []).map((row) => String(row['student_code']))
    loaded.set(
      table.name,
      await loadTable(transaction, table, scope, [...new Set([...enrolled, ...morePupils])]),
    )
  }
  return loaded
}
