import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { yearEnd } from '../database/support/finished-class.ts'
import { openCarriedOver } from '../database/support/issued-class.ts'
import {
  expectNotAllowed,
  openBooksServer,
  type BooksServer,
  type Colleague,
} from './support/books-server.ts'

let books: BooksServer

beforeAll(async () => {
  books = await openBooksServer(await openCarriedOver())
})
afterAll(() => books.close())

const hour = 3_600_000
const inHours = (hours: number): string => new Date(books.opened.now().getTime() + hours * hour).toISOString()
const orderOf = (more: object = {}) => ({
  orderId: randomUUID(),
  orderNumber: '12/LMS-THCS',
  reason: 'Nhập bù điểm cuối kì',
  classId: '7A',
  sheet: 'NGU_VAN',
  part: null,
  endsAt: inHours(2),
  ...more,
})
const give = (who: Colleague, body: object = orderOf()) => books.ask(who, 'POST', '/entry-orders', body)
const given = async (more: object = {}): Promise<string> => {
  const { status, body } = await give('principal', orderOf(more))
  expect(status).toBe(200)
  return String(body['orderId'])
}
const save = async (path: string, value: string, studentCode = '7A0001', sheet = 'NGU_VAN') => {
  const seen = await books.ask('subjectTeacher', 'GET', `/classes/7A/sheets/${sheet}`)
  const cells = seen.body['cells'] as readonly { studentCode: string; path: string; version: number }[]
  const cell = cells.find((one) => one.studentCode === studentCode && one.path === path)
  const body = {
    saveId: randomUUID(),
    cells: [{ studentCode, path, value, seenVersion: cell?.version ?? 0 }],
  }
  const answer = await books.ask('subjectTeacher', 'POST', `/classes/7A/sheets/${sheet}/cells`, body)
  return (answer.body['outcomes'] as readonly { outcome: string }[])[0]?.outcome
}

describe('an entry order over the wire', () => {
  it('is given by principal and administrator alone', async () => {
    for (const who of ['principal', 'administrator'] as const)
      expect((await give(who)).body).toMatchObject({ state: 'in-force', sheetTitle: 'Ngữ văn' })
    const others = ['vicePrincipal', 'homeroomTeacher', 'subjectTeacher', 'groupHead', 'registrar'] as const
    await expectNotAllowed(books, others, '/entry-orders', orderOf())
  })

  it('is listed for everybody, and answered twice the same', async () => {
    const body = orderOf()
    const first = await give('principal', body)
    expect(await give('principal', body)).toEqual(first)
    const { body: list } = await books.ask('subjectTeacher', 'GET', '/entry-orders')
    expect(list['orders']).toContainEqual(first.body)
    expect((await give('principal', { ...body, reason: 'Một lí do khác' })).status).toBe(409)
  })

  it('is refused with an end that has gone by, without words, and of a shape that is none', async () => {
    expect((await give('principal', orderOf({ endsAt: inHours(-1) }))).detail).toContain('đã qua')
    expect((await give('principal', orderOf({ reason: 'sửa' }))).status).toBe(422)
    expect((await give('principal', orderOf({ sheet: 'KHONG_CO' }))).status).toBe(422)
    for (const body of [orderOf({ part: 'autumn' }), orderOf({ endsAt: 'mai' }), orderOf({ more: 1 })])
      expect((await give('principal', body)).status).toBe(400)
  })
})

describe('what is closed', () => {
  it('opens with the order, within its scope, and closes with its end', async () => {
    const path = 'terms.1.finalMark'
    for (const { orderId, state } of (await books.ask('principal', 'GET', '/entry-orders')).body[
      'orders'
    ] as readonly { orderId: string; state: string }[])
      if (state === 'in-force') await books.ask('principal', 'POST', `/entry-orders/${orderId}/close`)
    books.opened.pass(1000)
    expect(await save(path, '5')).toBe('refused')
    const orderId = await given({ part: 'term1' })
    expect(await save(path, '5')).toBe('saved')
    expect(await save('terms.2.finalMark', '5')).toBe('refused')
    expect(await save('finalMark', '5', '7A0001', 'LICH_SU_DIA_LI')).toBe('refused')
    expect((await books.ask('principal', 'POST', `/entry-orders/${orderId}/countersignature`)).status).toBe(
      409,
    )
    books.opened.pass(2 * hour)
    expect(await save(path, '6')).toBe('refused')
    const readiness = await books.ask('homeroomTeacher', 'GET', '/classes/7A/readiness')
    expect(readiness.body['sheets']).toContainEqual(
      expect.objectContaining({ sheet: 'NGU_VAN', state: 'changed' }),
    )
    expect(readiness.body['carriedOver']).toMatchObject({ differs: true })
    const writings = await books.ask('principal', 'GET', `/entry-orders/${orderId}/writings`)
    expect(writings.body).toMatchObject({
      total: 1,
      writings: [{ studentCode: '7A0001', path, after: '5', byName: 'Ngân Thị Lụa' }],
    })
    expect((await books.ask('homeroomTeacher', 'GET', `/entry-orders/${orderId}/writings`)).status).toBe(403)
    const sign = (who: Colleague) => books.ask(who, 'POST', `/entry-orders/${orderId}/countersignature`)
    await expectNotAllowed(
      books,
      ['administrator', 'homeroomTeacher'],
      `/entry-orders/${orderId}/countersignature`,
    )
    expect((await sign('vicePrincipal')).status).toBe(409)
    const signed = await sign('principal')
    expect(signed.body).toMatchObject({ state: 'countersigned', countersignedBy: 'Quàng Thị Thời' })
    expect(await sign('principal')).toEqual(signed)
  })

  it('is closed again early, once', async () => {
    const orderId = await given()
    await expectNotAllowed(books, ['vicePrincipal', 'subjectTeacher'], `/entry-orders/${orderId}/close`)
    expect(await save('terms.1.finalMark', '7.5')).toBe('saved')
    books.opened.pass(1000)
    const closed = await books.ask('administrator', 'POST', `/entry-orders/${orderId}/close`)
    expect(closed.body).toMatchObject({ state: 'ended' })
    expect(await books.ask('principal', 'POST', `/entry-orders/${orderId}/close`)).toEqual(closed)
    books.opened.pass(1)
    expect(await save('terms.1.finalMark', '8')).toBe('refused')
    expect((await books.ask('principal', 'POST', `/entry-orders/${randomUUID()}/close`)).status).toBe(409)
    expect(books.opened.now() > yearEnd).toBe(true)
  })
})
