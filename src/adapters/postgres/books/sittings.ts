import { sql } from 'kysely'
import { Refusal } from '../../../shared/refusal.ts'
import { withTenant, type Database } from '../connect.ts'
import type { SchoolTransaction } from '../school/enter-school.ts'
import type { YearScope } from '../school/load-rows.ts'
import type { SittingKind } from './plan-sitting.ts'

export type SittingState = 'running' | 'paused' | 'ended'

/** One sitting (phiên kí) as it stands: how many reports are signed, failed, were dropped, of how many. */
export interface SittingView {
  readonly sittingId: string
  readonly kind: SittingKind
  readonly staffCode: string
  readonly byName: string
  readonly state: SittingState
  /** Why it stopped by itself. */
  readonly message: string | null
  readonly beganAt: string
  readonly endedAt: string | null
  readonly total: number
  readonly done: number
  readonly failed: number
  readonly dropped: number
}

/** A report that a sitting did not sign, and why. */
export interface SittingMiss {
  readonly classId: string
  readonly className: string
  readonly studentCode: string
  readonly fullName: string
  readonly outcome: 'failed' | 'dropped'
  readonly message: string
}

/** A sitting with what it did not sign. */
export interface SittingDetail extends SittingView {
  readonly misses: readonly SittingMiss[]
}

/** One sitting of a school. */
export interface SittingKey {
  readonly tenant: number
  readonly sittingId: string
}

const views = (tenant: number) => sql`
  select s.sitting_id as "sittingId", s.kind, s.staff_code as "staffCode", s.by_name as "byName", s.state, s.message,
    s.began_at as "beganAt", s.ended_at as "endedAt", s.total, o.done, o.failed, o.dropped
  from school.sitting s cross join lateral (
    select count(*) filter (where i.outcome = 'done')::int as done,
      count(*) filter (where i.outcome = 'failed')::int as failed,
      count(*) filter (where i.outcome = 'dropped')::int as dropped
    from school.sitting_item i where i.tenant_id = ${tenant} and i.sitting_id = s.sitting_id
  ) o
  where s.tenant_id = ${tenant}`

interface ViewRow extends Omit<SittingView, 'beganAt' | 'endedAt'> {
  readonly beganAt: Date
  readonly endedAt: Date | null
}

const toView = (row: ViewRow): SittingView => ({
  sittingId: row.sittingId,
  kind: row.kind,
  staffCode: row.staffCode,
  byName: row.byName,
  state: row.state,
  message: row.message,
  beganAt: row.beganAt.toISOString(),
  endedAt: row.endedAt?.toISOString() ?? null,
  total: row.total,
  done: row.done,
  failed: row.failed,
  dropped: row.dropped,
})

const findView = async (
  transaction: SchoolTransaction,
  { tenant, sittingId }: SittingKey,
  year?: Pick<YearScope, 'schoolYear' | 'level'>,
): Promise<SittingView | undefined> => {
  const ofYear =
    year === undefined ? sql`` : sql` and s.school_year = ${year.schoolYear} and s.level = ${year.level}`
  const { rows } = await sql<ViewRow>`${views(tenant)} and s.sitting_id = ${sittingId}${ofYear}`.execute(
    transaction,
  )
  return rows.map(toView)[0]
}

const mostMisses = 500

const listMisses = async (
  transaction: SchoolTransaction,
  { tenant, sittingId }: SittingKey,
): Promise<readonly SittingMiss[]> => {
  const { rows } = await sql<SittingMiss>`
    select r.class_id as "classId", c.name as "className", i.student_code as "studentCode",
      e.full_name as "fullName", i.outcome, coalesce(i.message, '') as message
    from school.sitting_item i
    join school.report r on r.tenant_id = ${tenant} and r.school_year = i.school_year
      and r.student_code = i.student_code and r.version = i.version and r.draft = i.draft
    join school.class c on c.tenant_id = ${tenant} and c.school_year = i.school_year and c.class_id = r.class_id
    join school.enrolment e on e.tenant_id = ${tenant} and e.school_year = i.school_year
      and e.student_code = i.student_code
    where i.tenant_id = ${tenant} and i.sitting_id = ${sittingId} and i.outcome in ('failed', 'dropped')
    order by i.position limit ${mostMisses}`.execute(transaction)
  return rows
}

/** One sitting with what it did not sign; undefined where the level's year has none of this number. */
export const readSitting = (
  database: Database<'school'>,
  key: SittingKey & YearScope,
): Promise<SittingDetail | undefined> =>
  withTenant(database, key.tenant, async (transaction) => {
    const view = await findView(transaction, key, key)
    return view === undefined ? undefined : { ...view, misses: await listMisses(transaction, key) }
  })

const mostListed = 100

/** The sittings of a level's year, latest first: everybody's, or those of one person with all that seal. */
export const listSittings = (
  database: Database<'school'>,
  { tenant, schoolYear, level }: YearScope,
  { staffCode, kinds }: { readonly staffCode?: string; readonly kinds?: readonly SittingKind[] } = {},
): Promise<readonly SittingView[]> =>
  withTenant(database, tenant, async (transaction) => {
    const own = staffCode === undefined ? sql`` : sql` or s.staff_code = ${staffCode}`
    const { rows } =
      await sql<ViewRow>`${views(tenant)} and s.school_year = ${schoolYear} and s.level = ${level}
      and (s.kind = any(${kinds ?? ['sign', 'seal']}::text[])${own})
      order by s.began_at desc limit ${mostListed}`.execute(transaction)
    return rows.map(toView)
  })

/** Stops a running sitting after the reports it is at; with a message where it stops by itself. */
export const pauseSitting = (
  database: Database<'school'>,
  { tenant, sittingId }: SittingKey,
  message: string | null = null,
): Promise<boolean> =>
  withTenant(database, tenant, async (transaction) => {
    const { numUpdatedRows } = await transaction
      .updateTable('school.sitting')
      .set({ state: 'paused', message })
      .where('tenant_id', '=', tenant)
      .where('sitting_id', '=', sittingId)
      .where('state', '=', 'running')
      .executeTakeFirst()
    return numUpdatedRows > 0n
  })

/** Lets a paused sitting go on. Refused where it has ended; one that is running is left to run. */
export const resumeSitting = (database: Database<'school'>, key: SittingKey): Promise<void> =>
  withTenant(database, key.tenant, async (transaction) => {
    const { numUpdatedRows } = await transaction
      .updateTable('school.sitting')
      .set({ state: 'running', message: null })
      .where('tenant_id', '=', key.tenant)
      .where('sitting_id', '=', key.sittingId)
      .where('state', '=', 'paused')
      .executeTakeFirst()
    if (numUpdatedRows > 0n) return
    const view = await findView(transaction, key)
    if (view?.state !== 'running')
      throw new Refusal(
        'act-not-available',
        'Phiên kí này đã kết thúc. Hãy mở lại danh sách chờ kí để bắt đầu phiên mới.',
      )
  })
