import type { EntryFacts, OrderInForce, StandingConfirmation } from '../../../workflow/index.ts'
import { gatheredDeadlines, toDeadlines, type GatheredSettings } from './stored-deadlines.ts'

/** What a query gathers of a sheet for the policy of entry. */
export interface GatheredFacts {
  readonly deadlines: GatheredSettings
  readonly confirmations: readonly StandingConfirmation[]
  readonly orders: readonly OrderInForce[]
}

/** Which sheet is asked about, in SQL: parameters, columns or literals; `level` as the type of its column. */
interface FactNames {
  readonly tenant: string
  readonly schoolYear: string
  readonly level: string
  readonly classId: string
  /** 'attendance' is closed with 'homeroom'. */
  readonly sheet: string
  readonly now: string
}

/** The confirmations of a sheet that stand, each part's latest act being one; of decisions the carry-overs. */
const standing = ({ tenant, schoolYear, classId, sheet }: FactNames): string => `
  coalesce((
    select jsonb_agg(jsonb_build_object('part', latest.part, 'byName', a.acted_by, 'at', a.acted_at))
    from (
      select distinct on (k.part) k.part, k.kind, k.act_id from school.confirmation k
      where k.tenant_id = ${tenant} and k.school_year = ${schoolYear} and k.class_id = ${classId}
        and k.sheet = case ${sheet} when 'attendance' then 'homeroom' else ${sheet} end
      order by k.part, k.number desc
    ) latest join school.act a on a.tenant_id = ${tenant} and a.act_id = latest.act_id
    where latest.kind = 'confirm'
  ), case when ${sheet} = 'decisions' then (
    select jsonb_agg(jsonb_build_object('part', o.part, 'byName', a.acted_by, 'at', a.acted_at))
    from school.carry_over o join school.act a on a.tenant_id = ${tenant} and a.act_id = o.act_id
    where o.tenant_id = ${tenant} and o.school_year = ${schoolYear} and o.class_id = ${classId}
  ) end, '[]')`

const ordersInForce = ({ tenant, schoolYear, level, classId, sheet, now }: FactNames): string => `
  coalesce((
    select jsonb_agg(jsonb_build_object('orderNumber', o.order_number, 'part', o.part)) from school.entry_order o
    where o.tenant_id = ${tenant} and o.school_year = ${schoolYear} and o.level = ${level}
      and o.opens_at <= ${now} and o.ends_at > ${now} and coalesce(o.closed_at > ${now}, true)
      and coalesce(o.class_id = ${classId}, true) and coalesce(o.sheet = ${sheet}, true)
  ), '[]')`

/** Gathers within a query, as one jsonb, what the policy of entry asks about a sheet. */
export const gatheredEntryFacts = (names: FactNames): string => `
  jsonb_build_object('deadlines', ${gatheredDeadlines(names.tenant, names.schoolYear, names.level)},
    'confirmations', ${standing(names)}, 'orders', ${ordersInForce(names)})`

/** Gathers the pupil's part of it: whether a version is issued, and which paths of the sheet were sent back. */
export const gatheredPupilStanding = (
  { tenant, schoolYear, sheet }: Pick<FactNames, 'tenant' | 'schoolYear' | 'sheet'>,
  studentCode: string,
): string => `
  exists (
    select from school.report i where i.tenant_id = ${tenant} and i.school_year = ${schoolYear}
      and i.student_code = ${studentCode} and i.issued_at is not null
  ) as "isIssued",
  array(
    select b.path from school.send_back b where b.tenant_id = ${tenant} and b.school_year = ${schoolYear}
      and b.student_code = ${studentCode} and b.sheet = ${sheet} and b.answer is null
  ) as "sentBack"`

export const toEntryFacts = ({ deadlines, confirmations, orders }: GatheredFacts): EntryFacts => ({
  deadlines: toDeadlines(deadlines),
  confirmations,
  orders,
})
