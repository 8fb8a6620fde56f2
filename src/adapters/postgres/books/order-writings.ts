import { sql } from 'kysely'
import type { SheetName, YearPart } from '../../../gradebook/index.ts'
import type { Grade } from '../../../shared/education-level.ts'
import { withTenant, type Database } from '../connect.ts'
import { ofSheet, placeOf, titlesOf, versionsOf, type TraceRow } from '../gradebook/trace.ts'
import type { SchoolTransaction } from '../school/enter-school.ts'
import type { YearScope } from '../school/load-rows.ts'
import { decidesAsPrincipal, refuseAct, type Acting } from './acting.ts'
import { changingOrder, enterOrderAct, getOrder } from './entry-orders.ts'
import { isOfPart } from './sheet-column.ts'
import type { EntryOrder } from './stored-orders.ts'

/** One cell that was written while an order was in force: from what to what, by whom. */
export interface OrderWriting {
  readonly at: string
  readonly byName: string
  readonly classId: string
  readonly className: string
  readonly studentCode: string
  readonly studentName: string
  readonly sheet: SheetName
  readonly path: string
  readonly columnTitle: string
  readonly before: string | null
  readonly after: string | null
}

/** What came of an order. Of more writings than can be shown the latest are there; `total` counts all. */
export interface OrderWritings {
  readonly order: EntryOrder
  readonly total: number
  readonly writings: readonly OrderWriting[]
}

const mostWritings = 2000

/** Every writing of a cell within an order's scope between its beginning and its end, latest first. */
export const listOrderWritings = (
  database: Database<'school'>,
  scope: YearScope,
  orderId: string,
  { now }: { readonly now: Date },
): Promise<OrderWritings> =>
  withTenant(database, scope.tenant, async (transaction) => {
    const order = await getOrder(transaction, scope, orderId, now)
    const rows = await findWritings(transaction, scope, order)
    const writings = toWritings(scope, order, rows)
    return { order, total: writings.length, writings: writings.slice(0, mostWritings) }
  })

interface WritingRow extends TraceRow {
  readonly class_id: string
  readonly class_name: string
  readonly grade: Grade
}

const findWritings = async (
  transaction: SchoolTransaction,
  { tenant, schoolYear, level }: YearScope,
  { classId, sheet, opensAt, endsAt, closedAt }: EntryOrder,
): Promise<readonly WritingRow[]> => {
  const { rows } = await sql<WritingRow>`
    with pupil as materialized (
      select student_code, full_name, class_id from school.enrolment
      where tenant_id = ${tenant} and school_year = ${schoolYear} and level = ${level}
        and (${classId}::text is null or class_id = ${classId})
    ), version as (${versionsOf({ tenant, schoolYear })}
    ), writing as (
      select *, value as after, lag(value) over (partition by table_name, row_key order by version) as before
      from version where ${sheet === null ? sql`true` : ofSheet(sheet)}
    )
    select a.acted_at, a.acted_by, a.kind::text as act_kind, w.student_code, p.full_name, w.row_key, w.table_name,
      w.before, w.after, p.class_id, c.name as class_name, c.grade
    from writing w join pupil p using (student_code)
    join school.class c on c.tenant_id = ${tenant} and c.school_year = ${schoolYear} and c.class_id = p.class_id
    join school.act a on a.tenant_id = ${tenant} and a.act_id = w.act_id
    where a.acted_at between ${new Date(opensAt)} and ${new Date(closedAt ?? endsAt)}
    order by a.acted_at desc, w.version desc, w.row_key`.execute(transaction)
  return rows
}

/** The cells of the order's part alone: which those are the columns of each class's grade say. */
const toWritings = (
  { level, schoolYear }: YearScope,
  { part }: EntryOrder,
  rows: readonly WritingRow[],
): readonly OrderWriting[] => {
  const titles = new Map<Grade, ReturnType<typeof titlesOf>>()
  const titleOf = (grade: Grade, sheet: SheetName, path: string): string => {
    const known = titles.get(grade) ?? titlesOf({ schoolYear }, grade, null)
    titles.set(grade, known)
    return known(sheet, path)
  }
  const isInScope = part === null ? () => true : partJudge(schoolYear, part)
  return rows.flatMap((row) => {
    const { sheet, path } = placeOf(level, row)
    if (!isInScope(row.grade, sheet, path)) return []
    return [{ ...toWriting(row), sheet, path, columnTitle: titleOf(row.grade, sheet, path) }]
  })
}

type IsInScope = (grade: Grade, sheet: SheetName, path: string) => boolean

const partJudge = (schoolYear: YearScope['schoolYear'], part: YearPart): IsInScope => {
  const known = new Map<string, boolean>()
  return (grade, sheet, path) => {
    const key = `${grade}/${sheet}/${path}`
    const context = { sheet, schoolYear, grade, periodsPerYear: null }
    const judged = known.get(key) ?? isOfPart(context, path, part)
    known.set(key, judged)
    return judged
  }
}

const toWriting = (row: WritingRow): Omit<OrderWriting, 'sheet' | 'path' | 'columnTitle'> => ({
  at: row.acted_at.toISOString(),
  byName: row.acted_by,
  classId: row.class_id,
  className: row.class_name,
  studentCode: row.student_code,
  studentName: row.full_name,
  before: row.before,
  after: row.after,
})

/**
 * Kí xác nhận: who decides as head of the school has looked at what was written under an order that has ended. Once;
 * the same again changes nothing.
 */
export const countersignOrder = (
  database: Database<'school'>,
  scope: YearScope,
  orderId: string,
  { actor, now }: Acting,
): Promise<EntryOrder> =>
  changingOrder(database, scope, orderId, { actor, now }, async (transaction, order) => {
    if (!(await decidesAsPrincipal(transaction, scope, actor)))
      throw refuseAct(
        'Chỉ hiệu trưởng (hoặc người kí thay hiệu trưởng) xác nhận những gì ghi theo lệnh mở sổ.',
      )
    if (order.state === 'countersigned') return undefined
    if (order.state === 'in-force')
      throw refuseAct(
        `Lệnh mở sổ số ${order.orderNumber} còn hiệu lực: hãy đợi hết hạn, hoặc khóa sổ trước hạn, rồi xác nhận.`,
      )
    const actId = await enterOrderAct(transaction, scope, { actor, now })
    return { countersigned_at: now, countersigned_by: actor.fullName, countersign_act_id: actId }
  })
