import { sql, type RawBuilder } from 'kysely'
import type { Lesson } from '../../../accounts/index.ts'
import type { PlainDate } from '../../../shared/dates.ts'
import { addDays } from '../../../workflow/index.ts'
import type { SchoolTransaction } from '../school/enter-school.ts'
import type { YearScope } from '../school/load-rows.ts'

/** What was finished on a day: cells that stand as they were written then, signatures, books issued. */
export interface DayProgress {
  readonly day: PlainDate
  readonly cells: number
  readonly signatures: number
  readonly issued: number
}

const seriesDays = 30

interface Row {
  readonly kind: 'cells' | 'signatures' | 'issued'
  readonly day: PlainDate
  readonly count: number
}

/** The last 30 days, oldest first, also those on which nothing was done; of some lessons only their cells. */
export const readSeries = async (
  transaction: SchoolTransaction,
  scope: YearScope,
  { today, lessons }: { readonly today: PlainDate; readonly lessons?: readonly Lesson[] },
): Promise<readonly DayProgress[]> => {
  const from = addDays(today, 1 - seriesDays)
  const { rows } = await sql<Row>`
    select kind, day::text, sum(count)::int as count from (
      ${
        lessons === undefined
          ? sql`${cellsByDay(scope, from, everyCell(scope))} union all ${signaturesAndIssues(scope, from)}`
          : cellsByDay(scope, from, cellsOf(scope, lessons))
      }
    ) n group by kind, day`.execute(transaction)
  const counts = new Map(rows.map(({ kind, day, count }) => [`${kind} ${day}`, count]))
  return Array.from({ length: seriesDays }, (_, index) => {
    const day = addDays(from, index)
    const of = (kind: Row['kind']): number => counts.get(`${kind} ${day}`) ?? 0
    return { day, cells: of('cells'), signatures: of('signatures'), issued: of('issued') }
  })
}

const vietnam = "'Asia/Ho_Chi_Minh'"

const dayOf = (column: string): RawBuilder<unknown> => sql.raw(`(${column} at time zone ${vietnam})::date`)

const startOf = (day: PlainDate): RawBuilder<unknown> =>
  sql`(${day}::date::timestamp at time zone ${sql.raw(vietnam)})`

/**
 * Cells by the day of the act that wrote them. Acts and cells are put together by counting, not joined: a planner that
 * knows too little of a new school year would compare each with each.
 */
const cellsByDay = (
  { tenant, schoolYear, level }: YearScope,
  from: PlainDate,
  acts: RawBuilder<unknown>,
) => sql`
  select 'cells' as kind, day, count from (
    select max(day) as day, count(*) - count(day) as count from (
      select act_id, ${dayOf('acted_at')} as day from school.act
      where tenant_id = ${tenant} and school_year = ${schoolYear} and level = ${level}
        and acted_at >= ${startOf(from)}
      union all ${acts}
    ) n group by act_id
  ) n where day is not null and count > 0`

const everyCell = ({ tenant, schoolYear }: YearScope) => sql`
  select act_id, null from school.assessment
  where tenant_id = ${tenant} and school_year = ${schoolYear} and value is not null
    and kind not in ('exempt', 'practice-exempt')
  union all
  select act_id, null from school.homeroom_entry
  where tenant_id = ${tenant} and school_year = ${schoolYear} and value is not null and field <> 'absentOn'`

const cellsOf = ({ tenant, schoolYear }: YearScope, lessons: readonly Lesson[]) => sql`
  select t.act_id, null
  from unnest(${lessons.map(({ classId }) => classId)}::text[], ${lessons.map(({ subject }) => subject)}::text[])
    as l(class_id, subject)
  join school.enrolment e on e.tenant_id = ${tenant} and e.school_year = ${schoolYear} and e.class_id = l.class_id
  cross join lateral (
    select t.act_id from school.assessment t
    where t.tenant_id = ${tenant} and t.school_year = ${schoolYear} and t.student_code = e.student_code
      and t.subject = l.subject and t.value is not null and t.kind not in ('exempt', 'practice-exempt')
    offset 0
  ) t`

const signaturesAndIssues = ({ tenant, schoolYear, level }: YearScope, from: PlainDate) => sql`
  select 'signatures', ${dayOf('signed_at')}, count(*) from school.signature_slot
  where tenant_id = ${tenant} and school_year = ${schoolYear} and level = ${level} and is_current
    and signed_at >= ${startOf(from)}
  group by 2
  union all
  select 'issued', ${dayOf('issued_at')}, count(*) from school.report
  where tenant_id = ${tenant} and school_year = ${schoolYear} and level = ${level}
    and issued_at >= ${startOf(from)}
  group by 2`
