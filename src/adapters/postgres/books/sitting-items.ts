import { sql } from 'kysely'
import type { SchoolTransaction } from '../school/enter-school.ts'
import type { DraftKey } from './stored-turns.ts'
import type { SittingKind } from './plan-sitting.ts'
import type { SittingKey, SittingState } from './sittings.ts'
import type { YearScope } from '../school/load-rows.ts'

/** One report that a sitting has still to sign, with the slots that were agreed to. */
export interface SittingItem extends DraftKey {
  readonly position: number
  readonly slotIds: readonly string[]
}

/** A sitting as it is run: of which year, and in whose name. */
export interface RunningSitting extends YearScope, SittingKey {
  readonly kind: SittingKind
  readonly state: SittingState
  readonly staffCode: string
  readonly accountId: string
  readonly byName: string
}

/** The sitting as it stands now; somebody may have paused it since. */
export const getSitting = async (
  transaction: SchoolTransaction,
  { tenant, sittingId }: SittingKey,
): Promise<RunningSitting> => {
  const { rows } = await sql<Omit<RunningSitting, 'tenant' | 'sittingId'>>`
    select school_year as "schoolYear", level, kind, state, staff_code as "staffCode", account_id as "accountId",
      by_name as "byName"
    from school.sitting
    where tenant_id = ${tenant} and sitting_id = ${sittingId}`.execute(transaction)
  const [row] = rows
  if (row === undefined) throw new Error(`there is no sitting ${sittingId}`)
  return { ...row, tenant, sittingId }
}

/** The next items, for this transaction alone: another server at the same sitting passes over them. */
export const takeItems = async (
  transaction: SchoolTransaction,
  { tenant, sittingId }: SittingKey,
  most: number,
): Promise<readonly SittingItem[]> => {
  const { rows } = await sql<SittingItem>`
    select position, student_code as "studentCode", version, draft, slot_ids as "slotIds" from school.sitting_item
    where tenant_id = ${tenant} and sitting_id = ${sittingId} and outcome is null
    order by position limit ${most} for update skip locked`.execute(transaction)
  return rows
}

/** What became of one item. */
export interface ItemOutcome {
  readonly item: SittingItem
  readonly outcome: 'done' | 'failed' | 'dropped'
  readonly message?: string
}

/** Writes down what became of items; once. */
export const writeOutcomes = async (
  transaction: SchoolTransaction,
  { tenant, sittingId }: SittingKey,
  outcomes: readonly ItemOutcome[],
  now: Date,
): Promise<void> => {
  await sql`
    update school.sitting_item i set outcome = n.outcome, message = n.message, done_at = ${now}
    from unnest(${outcomes.map(({ item }) => item.position)}::integer[],
      ${outcomes.map(({ outcome }) => outcome)}::text[], ${outcomes.map(({ message }) => message ?? null)}::text[])
      as n(position, outcome, message)
    where i.tenant_id = ${tenant} and i.sitting_id = ${sittingId} and i.position = n.position
      and i.outcome is null`.execute(transaction)
}

/** Ends a sitting of which nothing is left; false where another server is still at some of it. */
export const endSitting = async (
  transaction: SchoolTransaction,
  { tenant, sittingId }: SittingKey,
  now: Date,
): Promise<boolean> => {
  const { rows } = await sql`
    update school.sitting s set state = 'ended', ended_at = ${now}, message = null
    where s.tenant_id = ${tenant} and s.sitting_id = ${sittingId} and s.state = 'running'
      and not exists (select from school.sitting_item i where i.tenant_id = ${tenant}
        and i.sitting_id = ${sittingId} and i.outcome is null)
    returning s.sitting_id`.execute(transaction)
  return rows.length > 0
}

/** Keeps what the reports of pupils are made from as it is until the transaction ends; reading goes on. */
export const holdClassesOf = async (
  transaction: SchoolTransaction,
  { tenant, schoolYear }: YearScope,
  items: readonly SittingItem[],
): Promise<void> => {
  await sql`
    select c.class_id from school.class c
    where c.tenant_id = ${tenant} and c.school_year = ${schoolYear} and c.class_id in (
      select r.class_id from school.report r where r.tenant_id = ${tenant} and r.school_year = ${schoolYear}
        and r.student_code = any(${items.map(({ studentCode }) => studentCode)}::text[]))
    order by c.class_id for share`.execute(transaction)
}
