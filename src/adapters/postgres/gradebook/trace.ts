import { sql } from 'kysely'
import { columnsOf, findColumn, isSheetName, type Column, type SheetName } from '../../../gradebook/index.ts'
import { countLimits } from '../../../shared/limits.ts'
import { isSubjectCode } from '../../../shared/subjects.ts'
import { withTenant, type Database } from '../connect.ts'
import type { SchoolTransaction } from '../school/enter-school.ts'
import { assessmentPath } from './assessment-paths.ts'
import type { ClassPlace } from './class-results.ts'
import { homeroomPath } from './homeroom-paths.ts'
import { findSheetFacts } from './sheet-facts.ts'

/** One writing of one cell: who, when, in what act, from what to what (lưu vết). */
export interface TraceEntry {
  readonly at: string
  readonly byName: string
  readonly kind: string
  readonly studentCode: string
  readonly studentName: string
  readonly sheet: SheetName
  readonly path: string
  readonly columnTitle: string
  readonly before: string | null
  readonly after: string | null
}

/** Whose trace is asked for: a whole sheet's, one pupil's on it, one cell's; without a sheet all of one pupil. */
export interface TraceQuestion {
  readonly sheet?: SheetName
  readonly studentCode?: string
  readonly path?: string
}

const mostEntries = 200

/** One writing as it is stored. */
export interface TraceRow {
  readonly acted_at: Date
  readonly acted_by: string
  readonly act_kind: string
  readonly student_code: string
  readonly full_name: string
  readonly row_key: readonly (string | number)[]
  readonly table_name: 'assessment' | 'homeroom_entry'
  readonly before: string | null
  readonly after: string | null
}

/**
 * What was written in a class's cells, latest first, 200 writings at most; undefined where there is no such class. Only
 * pupils who are in the class now.
 */
export const listTrace = (
  database: Database<'school'>,
  place: ClassPlace,
  question: TraceQuestion,
): Promise<readonly TraceEntry[] | undefined> =>
  withTenant(database, place.tenant, async (transaction) => {
    const facts = await findSheetFacts(transaction, { ...place, sheet: question.sheet ?? 'homeroom' })
    if (facts === undefined) return undefined
    const rows = await findWritings(transaction, place, question)
    const titles = titlesOf(place, facts.grade, facts.periods_per_year)
    const entries = rows.map((row) => toEntry(place, titles, row))
    return entries
      .filter(({ path }) => question.path === undefined || path === question.path)
      .slice(0, mostEntries)
  })

/**
 * Every version of the cells of pupils (of a table expression `pupil`): either what stands there or what was kept when it
 * was overwritten.
 */
export const versionsOf = ({ tenant, schoolYear }: Pick<ClassPlace, 'tenant' | 'schoolYear'>) => sql`
      select c.* from pupil cross join lateral (
        select 'assessment' as table_name, t.student_code,
          jsonb_build_array(t.student_code, t.subject, t.kind, t.term, t.number) as row_key, t.value, t.version, t.act_id
        from school.assessment t
        where t.tenant_id = ${tenant} and t.school_year = ${schoolYear} and t.student_code = pupil.student_code
        union all
        select 'homeroom_entry', t.student_code, jsonb_build_array(t.student_code, t.field, t.item), t.value, t.version,
          t.act_id
        from school.homeroom_entry t
        where t.tenant_id = ${tenant} and t.school_year = ${schoolYear} and t.student_code = pupil.student_code
        union all
        select s.table_name, s.student_code, s.row_key, s.before ->> 'value', s.version, (s.before ->> 'act_id')::uuid
        from school.superseded s
        where s.tenant_id = ${tenant} and s.student_code = pupil.student_code and s.school_year = ${schoolYear}
          and s.table_name in ('assessment', 'homeroom_entry')
        offset 0
      ) c`

const findWritings = async (
  transaction: SchoolTransaction,
  { tenant, schoolYear, classId }: ClassPlace,
  { sheet, studentCode, path }: TraceQuestion,
): Promise<readonly TraceRow[]> => {
  const pupils = sql`
    select student_code, full_name from school.enrolment
    where tenant_id = ${tenant} and school_year = ${schoolYear} and class_id = ${classId}
      and (${studentCode ?? null}::text is null or student_code = ${studentCode ?? null})`
  const { rows } = await sql<TraceRow>`
    with pupil as materialized (${pupils}), version as (${versionsOf({ tenant, schoolYear })}
    ), writing as (
      select *, value as after, lag(value) over (partition by table_name, row_key order by version) as before
      from version where ${sheet === undefined ? sql`true` : ofSheet(sheet)}
    )
    select a.acted_at, a.acted_by, a.kind::text as act_kind, w.student_code, p.full_name, w.row_key, w.table_name,
      w.before, w.after
    from writing w join pupil p using (student_code)
    join school.act a on a.tenant_id = ${tenant} and a.act_id = w.act_id
    order by a.acted_at desc, w.version desc, w.row_key
    limit ${path === undefined ? mostEntries : null}`.execute(transaction)
  return rows
}

/** Which versions are cells of a sheet. */
export const ofSheet = (sheet: SheetName) => {
  if (isSubjectCode(sheet)) return sql`(table_name = 'assessment' and row_key ->> 1 = ${sheet})`
  const ofField = {
    attendance: sql`row_key ->> 1 = 'absentOn'`,
    decisions: sql`row_key ->> 1 = 'principalDecision'`,
    homeroom: sql`row_key ->> 1 not in ('absentOn', 'principalDecision')`,
  }[sheet]
  return sql`(table_name = 'homeroom_entry' and ${ofField})`
}

type TitleOf = (sheet: SheetName, path: string) => string

/** What the columns of a class's sheets are called, by sheet and path. */
export const titlesOf = (
  { schoolYear }: Pick<ClassPlace, 'schoolYear'>,
  grade: Parameters<typeof columnsOf>[0]['grade'],
  periodsPerYear: number | null,
): TitleOf => {
  const known = new Map<SheetName, ReadonlyMap<string, Column>>()
  const contextOf = (sheet: SheetName) => ({
    sheet,
    schoolYear,
    grade,
    periodsPerYear,
    lengths: { regular: 10, ...countLimits },
  })
  return (sheet, path) => {
    const columns = known.get(sheet) ?? new Map(columnsOf(contextOf(sheet)).map((one) => [one.path, one]))
    known.set(sheet, columns)
    const column =
      columns.get(path) ?? (sheet === 'attendance' ? findColumn(contextOf(sheet), path) : undefined)
    return column?.title ?? exemptions[path] ?? path
  }
}

const exemptions: Readonly<Record<string, string>> = {
  exempt: 'Miễn học môn học',
  'practice-exempt': 'Miễn phần thực hành',
}

const toEntry = ({ level }: ClassPlace, titleOf: TitleOf, row: TraceRow): TraceEntry => {
  const { sheet, path } = placeOf(level, row)
  return {
    at: row.acted_at.toISOString(),
    byName: row.acted_by,
    kind: row.act_kind,
    studentCode: row.student_code,
    studentName: row.full_name,
    sheet,
    path,
    columnTitle: titleOf(sheet, path),
    before: row.before,
    after: row.after,
  }
}

/** On which sheet a writing stands, and in which cell. */
export const placeOf = (
  level: ClassPlace['level'],
  { table_name, row_key }: Pick<TraceRow, 'table_name' | 'row_key'>,
): { readonly sheet: SheetName; readonly path: string } => {
  const [, first = '', second = '', third = 0, fourth = 0] = row_key
  if (table_name === 'homeroom_entry') {
    const path = homeroomPath({ field: String(first), item: String(second) })
    const sheet =
      first === 'absentOn' ? 'attendance' : first === 'principalDecision' ? 'decisions' : 'homeroom'
    return { sheet, path }
  }
  if (!isSubjectCode(first) || !isSheetName(first)) throw new Error(`${String(first)} is no subject`)
  const place = { kind: String(second), term: Number(third), number: Number(fourth) }
  return { sheet: first, path: assessmentPath(level, first, place) }
}
