import { sql } from 'kysely'
import type { SheetName } from '../../../gradebook/index.ts'
import type { PlainDate } from '../../../shared/dates.ts'
import type { EducationLevel } from '../../../shared/education-level.ts'
import type { SchoolYear } from '../../../shared/school-year.ts'
import type { SchoolTransaction } from '../school/enter-school.ts'
import { readySlots, unsignedSlots, unsignedSlotsAround } from './ready-slots.ts'

/** What waits for a member of staff, counted. */
export interface WaitingWork {
  readonly kind: 'sent-back' | 'carry-over' | 'signing' | 'sealing' | 'order-ended' | 'correction' | 'issued'
  readonly staffCode: string
  readonly schoolYear: SchoolYear
  readonly level: EducationLevel
  readonly classId: string | null
  readonly className: string | null
  readonly sheet: SheetName | null
  readonly count: number
}

/** For whom, in which years, and when. */
export interface WaitingQuestion {
  readonly tenant: number
  readonly schoolYears: readonly SchoolYear[]
  readonly staffCodes: readonly string[]
  readonly now: Date
  readonly today: PlainDate
}

/** Everything that waits for some members of staff, and what was issued of their classes since yesterday. */
export const listWaitingWork = async (
  transaction: SchoolTransaction,
  question: WaitingQuestion,
): Promise<readonly WaitingWork[]> => {
  if (question.staffCodes.length === 0 || question.schoolYears.length === 0) return []
  const { rows } = await sql<WaitingWork>`
    select kind, staff_code as "staffCode", school_year as "schoolYear", level, class_id as "classId",
      class_name as "className", sheet, count::int as count
    from (${sql.join(
      [sentBack, carryOvers, turns, seals, decisions, issued].map((part) => part(question)),
      sql` union all `,
    )}) n
    where staff_code = any(${question.staffCodes}::text[])
    order by school_year desc, level, class_name, sheet`.execute(transaction)
  return rows
}

const sentBack = ({ tenant, schoolYears }: WaitingQuestion) => sql`
  select 'sent-back' as kind, coalesce(a.teacher, p.staff_code,
      case when b.sheet in ('homeroom', 'attendance') then c.homeroom_teacher end) as staff_code,
    b.school_year, b.level, b.class_id, c.name as class_name, b.sheet, count(*) as count
  from school.send_back b
  join school.class c on c.tenant_id = ${tenant} and c.school_year = b.school_year and c.class_id = b.class_id
  left join school.assignment a on a.tenant_id = ${tenant} and a.school_year = b.school_year
    and a.class_id = b.class_id and a.subject = b.sheet
  left join school.staff p on p.tenant_id = ${tenant} and p.school_year = b.school_year and p.level = b.level
    and p.post = 'principal' and p.has_left is not true and b.sheet = 'decisions'
  where b.tenant_id = ${tenant} and b.school_year = any(${schoolYears}::text[]) and b.answer is null
  group by 2, 3, 4, 5, 6, 7`

/** Classes in which every sheet is confirmed and that were not carried over yet. */
const carryOvers = ({ tenant, schoolYears }: WaitingQuestion) => sql`
  select 'carry-over', c.homeroom_teacher, c.school_year, c.level, c.class_id, c.name, null, 1
  from school.class c
  where c.tenant_id = ${tenant} and c.school_year = any(${schoolYears}::text[])
    and not exists (select from school.carry_over o where o.tenant_id = ${tenant}
      and o.school_year = c.school_year and o.class_id = c.class_id)
    and not exists (
      select from (
        select a.subject as sheet from school.assignment a where a.tenant_id = ${tenant}
          and a.school_year = c.school_year and a.class_id = c.class_id
        union all select 'homeroom'
      ) n where coalesce((
        select f.kind from school.confirmation f where f.tenant_id = ${tenant} and f.school_year = c.school_year
          and f.class_id = c.class_id and f.sheet = n.sheet and f.part = 'year' order by f.number desc limit 1
      ), '') <> 'confirm')`

const turns = (question: WaitingQuestion) => sql`
  select 'signing', staff_code, school_year, level, null, null, null, count(distinct student_code)
  from (${readySlots(question.tenant, unsignedSlotsAround(question, question.staffCodes))}) s
  where staff_code is not null group by 2, 3, 4`

/** Looked for only where a clerk is among those asked for: that condition is judged once, before any slot is read. */
const seals = (question: WaitingQuestion) => {
  const { tenant, schoolYears, staffCodes } = question
  const someClerk = sql`exists (
    select from school.staff where tenant_id = ${tenant} and school_year = any(${schoolYears}::text[])
      and post = 'clerk' and staff_code = any(${staffCodes}::text[])
  )`
  return sql`
    select 'sealing', s.staff_code, r.school_year, r.level, null, null, null, count(distinct r.student_code)
    from (${readySlots(tenant, sql`${unsignedSlots(question)} and ${someClerk}`)}) r
    join school.staff s on s.tenant_id = ${tenant} and s.school_year = r.school_year and s.level = r.level
      and s.post = 'clerk' and s.has_left is not true
    where r.staff_code is null group by 2, 3, 4`
}

const decisions = ({ tenant, schoolYears, now }: WaitingQuestion) => sql`
  select 'order-ended', s.staff_code, o.school_year, o.level, null, null, null, count(*)
  from school.entry_order o join school.staff s on s.tenant_id = ${tenant} and s.school_year = o.school_year
    and s.level = o.level and s.post in ('principal', 'vice-principal') and s.has_left is not true
  where o.tenant_id = ${tenant} and o.school_year = any(${schoolYears}::text[]) and o.countersigned_at is null
    and (o.closed_at is not null or o.ends_at <= ${now})
  group by 2, 3, 4
  union all
  select 'correction', s.staff_code, c.school_year, c.level, null, null, null, count(*)
  from school.correction c
  join school.school_year y on y.tenant_id = ${tenant} and y.school_year = c.school_year and y.level = c.level
  join school.staff s on s.tenant_id = ${tenant} and s.school_year = c.school_year and s.level = c.level
    and (s.post = 'principal' or s.staff_code = y.approver) and s.has_left is not true
  where c.tenant_id = ${tenant} and c.school_year = any(${schoolYears}::text[]) and c.decision is null
  group by 2, 3, 4`

const issued = ({ tenant, schoolYears, today }: WaitingQuestion) => sql`
  select 'issued', c.homeroom_teacher, r.school_year, r.level, r.class_id, c.name, null,
    count(distinct r.student_code)
  from school.report r
  join school.class c on c.tenant_id = ${tenant} and c.school_year = r.school_year and c.class_id = r.class_id
  where r.tenant_id = ${tenant} and r.school_year = any(${schoolYears}::text[])
    and r.issued_at >= (${today}::date - 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'
  group by 2, 3, 4, 5, 6`
