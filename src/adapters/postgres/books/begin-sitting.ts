import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { Refusal } from '../../../shared/refusal.ts'
import { withTenant, type Database } from '../connect.ts'
import { errorCode } from '../../file-store/file-errors.ts'
import type { SchoolTransaction } from '../school/enter-school.ts'
import { planIn, type PlannedItem, type PlanRequest, type SittingPlan } from './plan-sitting.ts'

/** What somebody agrees to sign: the reports of a plan as it was shown, in these classes, but without some pupils. */
export interface SittingStart extends PlanRequest {
  /** Drawn by the caller. */
  readonly sittingId: string
  readonly account: { readonly accountId: string; readonly fullName: string }
  /** The digest of the plan; where one class alone is chosen, also that of the class. */
  readonly digest: string
  /** Null: every class. */
  readonly classIds: readonly string[] | null
  readonly leaveOut: readonly string[]
}

/**
 * Begins a sitting (phiên kí) over what the plan shows now, if that is what was agreed to; gives its number. The same
 * start again, while that sitting is unfinished, gives the same number. Refused where the plan has changed, where
 * nothing is left to sign, and while another sitting of the same person is unfinished.
 */
export const beginSitting = async (database: Database<'school'>, start: SittingStart): Promise<string> => {
  for (let attempt = 1; ; attempt++)
    try {
      return await withTenant(database, start.tenant, (transaction) => begin(transaction, start))
    } catch (error) {
      // Somebody began one at the same moment: it is there the next time.
      if (attempt === mostAttempts || errorCode(error) !== keyIsTaken) throw error
    }
}

const mostAttempts = 3
const keyIsTaken = '23505'

const begin = async (transaction: SchoolTransaction, start: SittingStart): Promise<string> => {
  const agreed = digestOfStart(start)
  const unfinished = await findUnfinished(transaction, start)
  if (unfinished !== undefined) {
    if (unfinished.staffCode === start.staffCode && unfinished.digest.equals(agreed))
      return unfinished.sittingId
    throw refuseUnfinished(start, unfinished)
  }
  const items = chooseItems(await planIn(transaction, start), start)
  await insertSitting(transaction, start, { agreed, total: items.length })
  await insertItems(transaction, start, items)
  return start.sittingId
}

const digestOfStart = ({ digest, classIds, leaveOut }: SittingStart): Buffer =>
  createHash('sha256')
    .update(JSON.stringify([digest, classIds?.toSorted() ?? null, leaveOut.toSorted()]))
    .digest()

interface Unfinished {
  readonly sittingId: string
  readonly staffCode: string
  readonly byName: string
  readonly digest: Buffer
}

/** Of sealings one is unfinished at a time, whoever began it. */
const findUnfinished = async (
  transaction: SchoolTransaction,
  { tenant, schoolYear, level, kind, staffCode }: SittingStart,
): Promise<Unfinished | undefined> => {
  const { rows } = await sql<Unfinished>`
    select sitting_id as "sittingId", staff_code as "staffCode", by_name as "byName", digest from school.sitting
    where tenant_id = ${tenant} and school_year = ${schoolYear} and level = ${level} and state <> 'ended'
      and kind = ${kind} and (kind = 'seal' or staff_code = ${staffCode})`.execute(transaction)
  return rows[0]
}

const refuseUnfinished = ({ kind, staffCode }: SittingStart, other: Unfinished): Refusal =>
  new Refusal(
    'act-not-available',
    kind === 'seal' && other.staffCode !== staffCode
      ? `Phiên đóng dấu do ${other.byName} bắt đầu chưa xong. Hãy tiếp tục phiên đó.`
      : 'Phiên trước chưa xong. Hãy tiếp tục phiên đó rồi mới bắt đầu phiên mới.',
  )

const chooseItems = (
  plan: SittingPlan,
  { digest, classIds, leaveOut }: SittingStart,
): readonly PlannedItem[] => {
  const classes = plan.classes.filter(({ classId }) => classIds?.includes(classId) ?? true)
  const [only] = classes
  const isAgreed = digest === plan.digest || (classes.length === 1 && digest === only?.digest)
  if (!isAgreed) throw refuseChanged(plan, digest, classIds?.length === 1 ? only?.digest : undefined)
  const leftOut = new Set(leaveOut)
  const items = classes
    .flatMap(({ eligible }) => eligible)
    .filter(({ studentCode }) => !leftOut.has(studentCode))
  if (items.length === 0)
    throw new Refusal('act-not-available', 'Không còn học bạ nào đến lượt trong phần đã chọn.')
  return items
}

const countIn = (digest: string): number => Number.parseInt(digest, 10)

/** By how many it changed: the page may have shown the whole plan or one class of it; the nearer one is meant. */
const refuseChanged = (plan: SittingPlan, shown: string, ofClass: string | undefined): Refusal => {
  const [nearest = 0] = [plan.digest, ...(ofClass === undefined ? [] : [ofClass])]
    .map((digest) => countIn(digest) - countIn(shown))
    .toSorted((one, other) => Math.abs(one) - Math.abs(other))
  const what =
    nearest === 0 ? 'vừa thay đổi' : `vừa ${nearest > 0 ? 'có thêm' : 'bớt'} ${Math.abs(nearest)} học bạ`
  return new Refusal(
    'changed-meanwhile',
    `Danh sách chờ kí ${what} so với lúc xem. Chưa kí gì; hãy xem lại danh sách rồi bắt đầu.`,
  )
}

const insertSitting = async (
  transaction: SchoolTransaction,
  start: SittingStart,
  { agreed, total }: { readonly agreed: Buffer; readonly total: number },
): Promise<void> => {
  const { tenant, sittingId, schoolYear, level, kind, staffCode, account, now } = start
  await transaction
    .insertInto('school.sitting')
    .values({
      tenant_id: tenant,
      sitting_id: sittingId,
      school_year: schoolYear,
      level,
      kind,
      staff_code: staffCode,
      account_id: account.accountId,
      by_name: account.fullName,
      digest: agreed,
      began_at: now,
      state: 'running',
      total,
    })
    .execute()
}

const insertItems = async (
  transaction: SchoolTransaction,
  { tenant, sittingId, schoolYear }: SittingStart,
  items: readonly PlannedItem[],
): Promise<void> => {
  // Slot ids hold no spaces: an array of arrays of different lengths is none to PostgreSQL.
  const slots = items.map((item) => item.slots.map(({ slotId }) => slotId).join(' '))
  await sql`
    insert into school.sitting_item (tenant_id, sitting_id, position, school_year, student_code, version, draft,
      slot_ids)
    select ${tenant}::integer, ${sittingId}::uuid, n.position, ${schoolYear}::text, n.student_code, n.version, n.draft,
      string_to_array(n.slots, ' ')
    from unnest(${items.map(({ studentCode }) => studentCode)}::text[],
      ${items.map(({ version }) => version)}::integer[], ${items.map(({ draft }) => draft)}::integer[],
      ${slots}::text[]) with ordinality as n(student_code, version, draft, slots, position)`.execute(
    transaction,
  )
}
