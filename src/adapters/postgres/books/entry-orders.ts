import { randomUUID } from 'node:crypto'
import { Refusal } from '../../../shared/refusal.ts'
import { withTenant, type Database } from '../connect.ts'
import type { SchoolTransaction } from '../school/enter-school.ts'
import type { YearScope } from '../school/load-rows.ts'
import { refuseAct, type Acting } from './acting.ts'
import { enterAct } from './holding-class.ts'
import { listStoredOrders, type EntryOrder } from './stored-orders.ts'
import { readOrder, requireScope, requireTime, sameOrder, type WantedOrder } from './wanted-orders.ts'

/**
 * Gives an order to open what is closed (lệnh mở sổ), from now until its end: by the principal, or by an administrator
 * who quotes the number of the principal's order. The same again is answered as it was.
 */
export const giveEntryOrder = (
  database: Database<'school'>,
  scope: YearScope,
  wanted: WantedOrder,
  { actor, now }: Acting,
): Promise<EntryOrder> =>
  withTenant(database, scope.tenant, async (transaction) => {
    if (!actor.isAdministrator && !actor.roles.includes('principal'))
      throw refuseAct('Chỉ hiệu trưởng ra lệnh mở sổ; quản trị chỉ ghi lại lệnh của hiệu trưởng kèm số lệnh.')
    await holdYear(transaction, scope)
    const typed = readOrder(wanted)
    const known = await findOrder(transaction, scope, wanted.orderId, now)
    if (known !== undefined) return sameOrder(known, typed)
    requireTime(typed.endsAt, now)
    await requireScope(transaction, scope, typed)
    await insertOrder(transaction, scope, typed, { actor, now })
    return getOrder(transaction, scope, wanted.orderId, now)
  })

/** Holds a level's year until the transaction ends: one at a time takes its numbers. Refused where there is none. */
export const holdYear = async (
  transaction: SchoolTransaction,
  { tenant, schoolYear, level }: YearScope,
): Promise<void> => {
  const found = await transaction
    .selectFrom('school.school_year')
    .select('version')
    .where('tenant_id', '=', tenant)
    .where('school_year', '=', schoolYear)
    .where('level', '=', level)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (found === undefined)
    throw new Refusal('school-year-not-found', `Trường chưa có năm học ${schoolYear} ở cấp này.`)
}

const insertOrder = async (
  transaction: SchoolTransaction,
  { tenant, schoolYear, level }: YearScope,
  { orderId, orderNumber, reason, classId, sheet, part, endsAt }: WantedOrder,
  { actor, now }: Acting,
): Promise<void> => {
  const actId = await enterOrderAct(transaction, { tenant, schoolYear, level }, { actor, now })
  await transaction
    .insertInto('school.entry_order')
    .values({
      tenant_id: tenant,
      order_id: orderId,
      school_year: schoolYear,
      level,
      order_number: orderNumber,
      reason,
      class_id: classId,
      sheet,
      part,
      opens_at: now,
      ends_at: endsAt,
      by_name: actor.fullName,
      act_id: actId,
    })
    .execute()
}

/** Enters the act of whoever gives, closes or countersigns an order; gives its number. */
export const enterOrderAct = async (
  transaction: SchoolTransaction,
  scope: YearScope,
  { actor, now }: Acting,
): Promise<string> => {
  const actId = randomUUID()
  await enterAct(transaction, { ...scope, actId, kind: 'entry-order', by: actor, now })
  return actId
}

const findOrder = async (
  transaction: SchoolTransaction,
  scope: YearScope,
  orderId: string,
  now: Date,
): Promise<EntryOrder | undefined> => (await listStoredOrders(transaction, scope, now, orderId))[0]

/** Refuses where the year has no order of that number. */
export const getOrder = async (
  transaction: SchoolTransaction,
  scope: YearScope,
  orderId: string,
  now: Date,
): Promise<EntryOrder> => {
  const order = await findOrder(transaction, scope, orderId, now)
  if (order !== undefined) return order
  throw refuseAct('Năm học này không có lệnh mở sổ ấy. Hãy tải lại danh sách lệnh.')
}

/** The orders of a level's year, newest first. */
export const listEntryOrders = (
  database: Database<'school'>,
  scope: YearScope,
  { now }: { readonly now: Date },
): Promise<readonly EntryOrder[]> =>
  withTenant(database, scope.tenant, (transaction) => listStoredOrders(transaction, scope, now))

/** Closes an order before its end. One that has ended stays as it ended. */
export const closeEntryOrder = (
  database: Database<'school'>,
  scope: YearScope,
  orderId: string,
  { actor, now }: Acting,
): Promise<EntryOrder> =>
  changingOrder(database, scope, orderId, { actor, now }, async (transaction, order) => {
    if (!actor.isAdministrator && !actor.roles.includes('principal'))
      throw refuseAct('Chỉ hiệu trưởng hoặc quản trị khóa lại sổ trước hạn của lệnh.')
    if (order.state !== 'in-force') return undefined
    return { closed_at: now, close_act_id: await enterOrderAct(transaction, scope, { actor, now }) }
  })

/** Changes one order, which nobody else changes meanwhile; gives it as it then is. */
export const changingOrder = (
  database: Database<'school'>,
  scope: YearScope,
  orderId: string,
  { now }: Acting,
  change: (transaction: SchoolTransaction, order: EntryOrder) => Promise<OrderChange | undefined>,
): Promise<EntryOrder> =>
  withTenant(database, scope.tenant, async (transaction) => {
    await holdYear(transaction, scope)
    const wanted = await change(transaction, await getOrder(transaction, scope, orderId, now))
    if (wanted !== undefined) await updateOrder(transaction, scope, orderId, wanted)
    return getOrder(transaction, scope, orderId, now)
  })

type OrderChange =
  | { readonly closed_at: Date; readonly close_act_id: string }
  | {
      readonly countersigned_at: Date
      readonly countersigned_by: string
      readonly countersign_act_id: string
    }

const updateOrder = async (
  transaction: SchoolTransaction,
  { tenant, schoolYear }: YearScope,
  orderId: string,
  change: OrderChange,
): Promise<void> => {
  await transaction
    .updateTable('school.entry_order')
    .set(change)
    .where('tenant_id', '=', tenant)
    .where('school_year', '=', schoolYear)
    .where('order_id', '=', orderId)
    .execute()
}
