import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { SchoolYearRecords } from '../../../records/index.ts'
import { Refusal } from '../../../shared/refusal.ts'
import { requireOpen } from '../books/require-open.ts'
import type { Database } from '../connect.ts'
import { checkClasses, checkPersons } from './check-persons.ts'
import type { Row } from './columns.ts'
import { compareRows, isWritten, type Counts, type RowChanges } from './compare-rows.ts'
import { readingSchool, writingSchool, type SchoolTransaction } from './enter-school.ts'
import { withoutCounted } from './homeroom-entries.ts'
import { loadRows, type YearScope } from './load-rows.ts'
import { tablesOfMarks, yearTables, type TableName, type YearRows } from './tables.ts'
import { writeRows } from './write-rows.ts'
import { rowsOfRecords } from './year-rows.ts'

/** What an import does to the rows of a school year: over all tables, and for each. */
export interface YearChanges extends Counts {
  readonly byTable: ReadonlyMap<TableName, Counts>
  /** Row by row, for who wants to see them. */
  readonly rows: readonly RowChanges[]
}

export interface SaveOptions {
  readonly now: Date
  /** Who writes, as the trace names them. */
  readonly by: string
  /** The school that is at work; records of another are refused. */
  readonly schoolCode?: string
  /** Whose account it is, for the trace. */
  readonly accountId?: string
  /** People, classes and lessons alone; marks and all else that teachers write stay as they are. */
  readonly isStructureOnly?: boolean
}

/**
 * Makes a school's year in the database what the records say, in one transaction: all of it or nothing. Saving the same
 * records again writes nothing. What is overwritten or not there any more is kept in the trace. A school year of another
 * level of the same school is left alone. Refused when the records are another school's, a code is another person's, or
 * anything that would change is closed by now.
 * Values alone are kept: a subject without any, an empty list or term do not come back.
 */
export const saveSchoolYear = async (
  database: Database<'school'>,
  records: SchoolYearRecords,
  { now, by, accountId, isStructureOnly = false, schoolCode = records.school.code }: SaveOptions,
): Promise<YearChanges> => {
  requireSchool(records, schoolCode)
  return writingSchool(database, schoolCode, async (transaction, tenant) => {
    const scope = scopeOf(records, tenant)
    const changes = await compareYear(transaction, scope, records, isStructureOnly)
    await requireOpen(transaction, scope, changes, { now })
    if (changes.some(isWritten)) {
      const actId = randomUUID()
      await addAct(transaction, scope, { actId, now, by, ...(accountId === undefined ? {} : { accountId }) })
      await addStudents(transaction, scope, records)
      await writeRows({ ...scope, transaction, actId }, changes)
    }
    return summarise(changes)
  })
}

/** What `saveSchoolYear` would do, without doing it. Without a moment nothing is closed. */
export const compareSchoolYear = async (
  database: Database<'school'>,
  records: SchoolYearRecords,
  {
    now,
    schoolCode = records.school.code,
    isStructureOnly = false,
  }: Partial<Pick<SaveOptions, 'now' | 'schoolCode' | 'isStructureOnly'>> = {},
): Promise<YearChanges> => {
  requireSchool(records, schoolCode)
  return readingSchool(database, schoolCode, async (transaction, tenant) => {
    if (tenant === undefined) return summarise(compareAll(new Map(), rowsOfRecords(records), isStructureOnly))
    const scope = scopeOf(records, tenant)
    const changes = await compareYear(transaction, scope, records, isStructureOnly)
    if (now !== undefined) await requireOpen(transaction, scope, changes, { now })
    return summarise(changes)
  })
}

const requireSchool = ({ school }: SchoolYearRecords, schoolCode: string): void => {
  if (school.code === schoolCode) return
  throw new Refusal(
    'workbook-not-accepted',
    `Chưa nhận sổ, chưa có gì thay đổi: sổ này của ${school.name} (mã ${school.code}), không phải của trường ` +
      `mang mã ${schoolCode}. Hãy chọn đúng sổ, hoặc sửa mục 'Mã trường' ở trang 'Trường'.`,
  )
}

const scopeOf = ({ school, schoolYear }: SchoolYearRecords, tenant: number): YearScope => ({
  tenant,
  schoolYear,
  level: school.level,
})

const codesOf = ({ students }: SchoolYearRecords): readonly string[] =>
  students.map(({ profile }) => profile.studentCode)

const compareYear = async (
  transaction: SchoolTransaction,
  scope: YearScope,
  records: SchoolYearRecords,
  isStructureOnly: boolean,
): Promise<readonly RowChanges[]> => {
  await checkPersons(transaction, scope, records)
  await checkClasses(transaction, scope, records)
  const stored = await loadRows(transaction, scope, codesOf(records))
  return compareAll(stored, rowsOfRecords(records), isStructureOnly)
}

const compareAll = (
  stored: YearRows<Row>,
  wanted: YearRows<Row>,
  isStructureOnly: boolean,
): readonly RowChanges[] =>
  yearTables
    .filter(({ name }) => !isStructureOnly || !tablesOfMarks.has(name))
    .map((table) => {
      const compared = { stored: stored.get(table.name) ?? [], wanted: wanted.get(table.name) ?? [] }
      const { stored: before, wanted: after } =
        table.name === 'homeroom_entry' ? withoutCounted(compared.stored, compared.wanted) : compared
      return compareRows(table, before, after)
    })

const addAct = async (
  transaction: SchoolTransaction,
  { tenant, schoolYear, level }: YearScope,
  {
    actId,
    now,
    by,
    accountId,
  }: {
    readonly actId: string
    readonly now: Date
    readonly by: string
    readonly accountId?: string
  },
): Promise<void> => {
  await transaction
    .insertInto('school.act')
    .values({
      tenant_id: tenant,
      act_id: actId,
      kind: 'import',
      school_year: schoolYear,
      level,
      acted_at: now,
      acted_by: by,
      account_id: accountId ?? null,
    })
    .execute()
}

const addStudents = async (
  transaction: SchoolTransaction,
  { tenant }: YearScope,
  records: SchoolYearRecords,
): Promise<void> => {
  await sql`
    insert into school.student (tenant_id, student_code)
    select ${tenant}::integer, unnest(${codesOf(records)}::text[])
    on conflict do nothing`.execute(transaction)
}

const summarise = (changes: readonly RowChanges[]): YearChanges => {
  const total = (pick: keyof Counts): number => changes.reduce((sum, { counts }) => sum + counts[pick], 0)
  return {
    added: total('added'),
    changed: total('changed'),
    unchanged: total('unchanged'),
    removed: total('removed'),
    rows: changes,
    byTable: new Map(changes.map(({ table, counts }) => [table.name, counts])),
  }
}
