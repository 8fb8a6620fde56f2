import { sql } from 'kysely'
import type { SheetName } from '../../../gradebook/index.ts'
import { dayInVietnam, type PlainDate } from '../../../shared/dates.ts'
import type { EducationLevel } from '../../../shared/education-level.ts'
import type { SchoolYear } from '../../../shared/school-year.ts'
import { addDays } from '../../../workflow/index.ts'
import type { SchoolTransaction } from '../school/enter-school.ts'

/** A member of a school, as far as notices go. */
export interface NoticePerson {
  readonly accountId: string
  readonly staffCode: string | null
  readonly isAdministrator: boolean
}

/** A colleague's words to somebody (nhắc việc). */
export interface ReceivedNudge {
  readonly accountId: string
  readonly schoolYear: SchoolYear
  readonly level: EducationLevel
  readonly byName: string
  readonly classId: string | null
  readonly className: string | null
  readonly sheet: SheetName | null
  readonly words: string
}

const nudgeDays = 7

/** The nudges that no digest of an earlier day told yet, of the last seven days; latest first. */
export const listNudges = async (
  transaction: SchoolTransaction,
  tenant: number,
  people: readonly NoticePerson[],
  now: Date,
): Promise<readonly ReceivedNudge[]> => {
  const staff = people.flatMap(({ accountId, staffCode }) =>
    staffCode === null ? [] : [{ accountId, staffCode }],
  )
  const today = dayInVietnam(now)
  const { rows } = await sql<ReceivedNudge>`
    select p.account_id as "accountId", n.school_year as "schoolYear", n.level, n.by_name as "byName",
      n.class_id as "classId", c.name as "className", n.sheet, n.words
    from unnest(${staff.map(({ accountId }) => accountId)}::uuid[], ${staff.map(({ staffCode }) => staffCode)}::text[])
      as p(account_id, staff_code)
    join school.nudge n on n.tenant_id = ${tenant} and n.to_staff = p.staff_code
    left join school.class c on c.tenant_id = ${tenant} and c.school_year = n.school_year and c.class_id = n.class_id
    where n.day > ${addDays(today, -nudgeDays)}::date and n.sent_at > coalesce((
      select max(made_at) from school.notice o
      where o.tenant_id = ${tenant} and o.account_id = p.account_id and o.day < ${today}::date
    ), '-infinity')
    order by n.sent_at desc, n.nudge_id`.execute(transaction)
  return rows
}

/** What of reports of incidents (báo sự cố) concerns people: open ones in number, own ones answered since yesterday. */
export interface IncidentNews {
  readonly open: number
  /** By account. */
  readonly answered: ReadonlyMap<string, number>
}

interface IncidentRow {
  readonly account_id: string | null
  readonly count: number
}

/** One statement, for any number of people. */
export const readIncidentNews = async (
  transaction: SchoolTransaction,
  tenant: number,
  people: readonly NoticePerson[],
  today: PlainDate,
): Promise<IncidentNews> => {
  const { rows } = await sql<IncidentRow>`
    select null::uuid as account_id, count(*)::int as count from school.incident
    where tenant_id = ${tenant} and state = 'open' group by tenant_id
    union all
    select account_id, count(*)::int from school.incident
    where tenant_id = ${tenant} and account_id = any(${people.map(({ accountId }) => accountId)}::uuid[])
      and answered_at >= (${today}::date - 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'
    group by account_id`.execute(transaction)
  return {
    open: rows.find(({ account_id: account }) => account === null)?.count ?? 0,
    answered: new Map(
      rows.flatMap(({ account_id: id, count }) => (id === null ? [] : [[id, count] as const])),
    ),
  }
}
