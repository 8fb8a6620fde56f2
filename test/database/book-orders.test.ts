import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  closeEntryOrder,
  giveEntryOrder,
  listEntryOrders,
} from '../../src/adapters/postgres/books/entry-orders.ts'
import { countersignOrder, listOrderWritings } from '../../src/adapters/postgres/books/order-writings.ts'
import type { WantedOrder } from '../../src/adapters/postgres/books/wanted-orders.ts'
import { Refusal } from '../../src/shared/refusal.ts'
import { actorsOf } from './support/actors.ts'
import { openFinishedClass, yearEnd, type FinishedClass } from './support/finished-class.ts'
import { save, saveOf, want } from './support/gradebook.ts'

let finished: FinishedClass
let actors: ReturnType<typeof actorsOf>

beforeAll(async () => {
  finished = await openFinishedClass()
  actors = actorsOf(finished)
})
afterAll(() => finished.close())

const hour = 3_600_000
const later = (hours: number): Date => new Date(yearEnd.getTime() + hours * hour)

const order = (more: Partial<WantedOrder> = {}): WantedOrder => ({
  orderId: randomUUID(),
  orderNumber: '12/LMS-THCS',
  reason: 'Cô Lụa nghỉ ốm, nhập bù điểm cuối kì',
  classId: '7A',
  sheet: 'NGU_VAN',
  part: null,
  endsAt: later(48),
  ...more,
})

const give = (wanted: WantedOrder, by = actors.principal, now = yearEnd) =>
  giveEntryOrder(finished.database, finished.place, wanted, { actor: by, now })

describe('an order to open the gradebook', () => {
  it('is given by the principal, and by an administrator who quotes it', async () => {
    const given = await give(order())
    expect(given).toMatchObject({
      orderNumber: '12/LMS-THCS',
      className: '7A',
      sheetTitle: 'Ngữ văn',
      partTitle: null,
      opensAt: yearEnd.toISOString(),
      endsAt: later(48).toISOString(),
      state: 'in-force',
      byName: 'Quàng Thị Thời',
    })
    expect(
      await give(order({ classId: null, sheet: null, part: 'term1' }), actors.administrator),
    ).toMatchObject({
      className: null,
      partTitle: 'học kì I',
      state: 'in-force',
    })
  })

  it('given again is the same order; its number for another is refused', async () => {
    const wanted = order()
    const before = await listEntryOrders(finished.database, finished.place, { now: yearEnd })
    expect(await give(wanted)).toEqual(await give(wanted, actors.principal, later(1)))
    const after = await listEntryOrders(finished.database, finished.place, { now: yearEnd })
    expect(after).toHaveLength(before.length + 1)
    await expect(give({ ...wanted, sheet: 'TOAN' })).rejects.toThrow(/đã dùng cho một nội dung khác/)
  })

  it('given twice at once is given once', async () => {
    const wanted = order({ orderNumber: '13/LMS-THCS' })
    const [one, other] = await Promise.all([give(wanted), give(wanted)])
    expect(one).toEqual(other)
  })

  it.each([
    ['whose end has gone by', { endsAt: later(-1) }, /đã qua/],
    ['of more than 31 days', { endsAt: later(31 * 24 + 1) }, /31 ngày/],
    ['without a number', { orderNumber: '  ' }, /Số lệnh/],
    ['without a reason worth the name', { reason: 'sửa' }, /5 kí tự/],
    ['of a class that is not there', { classId: '9Z' }, /không có lớp mã '9Z'/],
    ['of a sheet that the grade does not have', { sheet: 'HOA_HOC' }, /khối 7 không có trang/],
    ['of a part that the level does not have', { part: 'midterm1' }, /không có đợt/],
  ] as const)('%s is refused', async (_what, more, words) => {
    await expect(give(order(more))).rejects.toThrow(words)
  })

  it('of anybody else is refused', async () => {
    for (const by of [actors.vicePrincipal, actors.homeroomTeacher, actors.registrar])
      await expect(give(order(), by)).rejects.toThrow(Refusal)
  })
})

describe('an order that is given', () => {
  it('ends by itself', async () => {
    const given = await give(order({ endsAt: later(2) }))
    const at = async (now: Date) =>
      (await listEntryOrders(finished.database, finished.place, { now })).find(
        ({ orderId }) => orderId === given.orderId,
      )?.state
    expect([await at(later(1)), await at(later(2))]).toEqual(['in-force', 'ended'])
  })

  it('is closed early once', async () => {
    const { orderId } = await give(order())
    const close = (now: Date, by = actors.administrator) =>
      closeEntryOrder(finished.database, finished.place, orderId, { actor: by, now })
    await expect(close(later(1), actors.subjectTeacher)).rejects.toThrow(/Chỉ hiệu trưởng/)
    const closed = await close(later(1))
    expect(closed).toMatchObject({ state: 'ended', closedAt: later(1).toISOString() })
    expect(await close(later(3))).toEqual(closed)
  })
})

describe('what was written under an order', () => {
  it('is listed from before to after, and countersigned once when the order has ended', async () => {
    const given = await give(
      order({ orderNumber: '20/LMS', sheet: 'NGU_VAN', part: 'term1', endsAt: later(10) }),
    )
    const place = { ...finished.place, sheet: 'NGU_VAN' } as const
    const cells = [want('7A0001', 'terms.1.finalMark', '5', 1), want('7A0001', 'terms.2.finalMark', '6', 1)]
    await save(finished.database, saveOf(place, cells, { now: later(1) }))
    await save(
      finished.database,
      saveOf(place, [want('7A0001', 'terms.1.finalMark', '5.5', 2)], { now: later(2) }),
    )
    await save(
      finished.database,
      saveOf({ ...place, sheet: 'TOAN' }, [want('7A0002', 'terms.1.finalMark', '4', 1)], { now: later(3) }),
    )
    const list = () => listOrderWritings(finished.database, finished.place, given.orderId, { now: later(4) })
    const { total, writings } = await list()
    expect(total).toBe(2)
    expect(
      writings.map(({ before, after, byName, columnTitle, studentCode }) => [
        studentCode,
        columnTitle,
        before,
        after,
        byName,
      ]),
    ).toEqual([
      ['7A0001', expect.stringContaining('cuối kì'), '5', '5.5', 'Kha Văn Tiến'],
      ['7A0001', expect.stringContaining('cuối kì'), expect.stringMatching(/^[78]/), '5', 'Kha Văn Tiến'],
    ])
    const countersign = (by = actors.principal, now = later(5)) =>
      countersignOrder(finished.database, finished.place, given.orderId, { actor: by, now })
    await expect(countersign()).rejects.toThrow(/còn hiệu lực/)
    await expect(countersign(actors.vicePrincipal, later(11))).rejects.toThrow(/Chỉ hiệu trưởng/)
    const signed = await countersign(actors.principal, later(11))
    expect(signed).toMatchObject({ state: 'countersigned', countersignedBy: 'Quàng Thị Thời' })
    expect(await countersign(actors.principal, later(12))).toEqual(signed)
  })

  it('of nobody is an empty list; an order of another year is none', async () => {
    const { orderId } = await give(order({ sheet: 'GDCD', endsAt: later(1) }))
    const scope = finished.place
    expect(await listOrderWritings(finished.database, scope, orderId, { now: later(2) })).toMatchObject({
      total: 0,
    })
    await expect(
      listOrderWritings(finished.database, { ...scope, level: 'primary' }, orderId, { now: later(2) }),
    ).rejects.toThrow(/không có lệnh mở sổ/)
  })
})
