import { sql } from 'kysely'
import { sheetTitle, titleOfPart, type SheetName, type YearPart } from '../../../gradebook/index.ts'
import type { SchoolTransaction } from '../school/enter-school.ts'
import type { YearScope } from '../school/load-rows.ts'

/** How far an order opens the book: a null widens it to every class, every sheet, every part of the year. */
export interface OrderScope {
  readonly classId: string | null
  readonly sheet: SheetName | null
  readonly part: YearPart | null
}

/** Lệnh mở sổ: what is closed may be written for a time. */
export interface EntryOrder extends OrderScope {
  readonly orderId: string
  readonly orderNumber: string
  readonly reason: string
  readonly className: string | null
  readonly sheetTitle: string | null
  readonly partTitle: string | null
  readonly opensAt: string
  readonly endsAt: string
  /** When it was closed before its time. */
  readonly closedAt: string | null
  readonly byName: string
  readonly state: 'in-force' | 'ended' | 'countersigned'
  readonly countersignedAt: string | null
  readonly countersignedBy: string | null
}

interface OrderRow extends OrderScope {
  readonly orderId: string
  readonly orderNumber: string
  readonly reason: string
  readonly className: string | null
  readonly opensAt: Date
  readonly endsAt: Date
  readonly closedAt: Date | null
  readonly byName: string
  readonly countersignedAt: Date | null
  readonly countersignedBy: string | null
}

const mostOrders = 200

/** The orders of a level's year, newest first, 200 at most; one alone where it is named. */
export const listStoredOrders = async (
  transaction: SchoolTransaction,
  { tenant, schoolYear, level }: YearScope,
  now: Date,
  orderId: string | null = null,
): Promise<readonly EntryOrder[]> => {
  const { rows } = await sql<OrderRow>`
    select o.order_id as "orderId", o.order_number as "orderNumber", o.reason, o.class_id as "classId",
      c.name as "className", o.sheet, o.part, o.opens_at as "opensAt", o.ends_at as "endsAt",
      o.closed_at as "closedAt", o.by_name as "byName", o.countersigned_at as "countersignedAt",
      o.countersigned_by as "countersignedBy"
    from school.entry_order o
    left join school.class c on c.tenant_id = ${tenant} and c.school_year = ${schoolYear} and c.class_id = o.class_id
    where o.tenant_id = ${tenant} and o.school_year = ${schoolYear} and o.level = ${level}
      and (${orderId}::uuid is null or o.order_id = ${orderId}::uuid)
    order by o.opens_at desc, o.order_id limit ${mostOrders}`.execute(transaction)
  return rows.map((row) => toOrder(row, level, now))
}

const toOrder = (row: OrderRow, level: YearScope['level'], now: Date): EntryOrder => ({
  ...row,
  sheetTitle: row.sheet === null ? null : sheetTitle(level, row.sheet),
  partTitle: row.part === null ? null : (titleOfPart(level, row.part) ?? row.part),
  opensAt: row.opensAt.toISOString(),
  endsAt: row.endsAt.toISOString(),
  closedAt: row.closedAt?.toISOString() ?? null,
  countersignedAt: row.countersignedAt?.toISOString() ?? null,
  state: row.countersignedAt !== null ? 'countersigned' : endOf(row) <= now ? 'ended' : 'in-force',
})

const endOf = ({ closedAt, endsAt }: OrderRow): Date => closedAt ?? endsAt
