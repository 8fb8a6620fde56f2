import { sql } from 'kysely'
import type { SheetName } from '../../../gradebook/index.ts'
import type { Grade } from '../../../shared/education-level.ts'
import type { EntryFacts } from '../../../workflow/index.ts'
import { gatheredEntryFacts, toEntryFacts, type GatheredFacts } from '../gradebook/stored-entry-facts.ts'
import type { SchoolTransaction } from '../school/enter-school.ts'
import type { YearScope } from '../school/load-rows.ts'

/** How far a pupil's year is, whatever the sheet. */
export interface StoredStanding {
  readonly studentCode: string
  readonly fullName: string
  readonly classId: string
  readonly isIssued: boolean
  /** Whether a report or a cover of the year was made, or a cell was sent back: the year's list cannot lose the pupil. */
  readonly hasBook: boolean
  /** Cells that were sent back and not answered yet. */
  readonly sentBack: readonly { readonly sheet: string; readonly path: string }[]
}

/** A pupil as a refusal names them. */
export const nameOf = ({ fullName, classId }: Pick<StoredStanding, 'fullName' | 'classId'>): string =>
  `${fullName} (lớp ${classId})`

/** How far pupils of the year are, by their codes; who is not enrolled is not there. One statement. */
export const listStandings = async (
  transaction: SchoolTransaction,
  { tenant, schoolYear, level }: YearScope,
  studentCodes: readonly string[],
): Promise<ReadonlyMap<string, StoredStanding>> => {
  const { rows } = await sql<StoredStanding>`
    select e.student_code as "studentCode", e.full_name as "fullName", e.class_id as "classId",
      coalesce(r.issued, false) as "isIssued", r.issued is not null or b.any_sent is not null as "hasBook",
      coalesce(b.open, '[]') as "sentBack"
    from school.enrolment e
    left join (
      select student_code, bool_or(issued_at is not null) as issued from school.report
      where tenant_id = ${tenant} and school_year = ${schoolYear} and student_code = any(${studentCodes}::text[])
      group by student_code
    ) r using (student_code)
    left join (
      select student_code, true as any_sent,
        jsonb_agg(jsonb_build_object('sheet', sheet, 'path', path)) filter (where answer is null) as open
      from school.send_back
      where tenant_id = ${tenant} and school_year = ${schoolYear} and student_code = any(${studentCodes}::text[])
      group by student_code
    ) b using (student_code)
    where e.tenant_id = ${tenant} and e.school_year = ${schoolYear} and e.level = ${level}
      and e.student_code = any(${studentCodes}::text[])`.execute(transaction)
  return new Map(rows.map((row) => [row.studentCode, row]))
}

/** A sheet of a class. */
export interface ClassSheetName {
  readonly classId: string
  readonly sheet: SheetName
}

/** What decides whether a sheet of a class may be written, and what its columns follow from; the grade is that stored. */
export interface SheetStanding extends ClassSheetName {
  readonly grade: Grade | null
  readonly periodsPerYear: number | null
  readonly facts: EntryFacts
}

interface StandingRow extends Omit<SheetStanding, 'facts'> {
  readonly facts: GatheredFacts
}

/** What decides about sheets of classes; nothing of a year that is not there yet. One statement. */
export const listSheetStandings = async (
  transaction: SchoolTransaction,
  { tenant, schoolYear, level, now }: YearScope & { readonly now: Date },
  sheets: readonly ClassSheetName[],
): Promise<readonly SheetStanding[]> => {
  const facts = gatheredEntryFacts({
    tenant: 'y.tenant_id',
    schoolYear: 'y.school_year',
    level: 'y.level',
    classId: 'w.class_id',
    sheet: 'w.sheet',
    now: `'${now.toISOString()}'::timestamptz`,
  })
  const { rows } = await sql<StandingRow>`
    select w.class_id as "classId", w.sheet, c.grade, a.periods_per_year as "periodsPerYear", ${sql.raw(facts)} as facts
    from school.school_year y
    cross join unnest(${sheets.map(({ classId }) => classId)}::text[],
      ${sheets.map(({ sheet }) => sheet)}::text[]) as w(class_id, sheet)
    left join school.class c
      on c.tenant_id = ${tenant} and c.school_year = ${schoolYear} and c.class_id = w.class_id
    left join school.assignment a on a.tenant_id = ${tenant} and a.school_year = ${schoolYear}
      and a.class_id = w.class_id and a.subject = w.sheet
    where y.tenant_id = ${tenant} and y.school_year = ${schoolYear} and y.level = ${level}`.execute(
    transaction,
  )
  return rows.map((row) => ({ ...row, facts: toEntryFacts(row.facts) }))
}
