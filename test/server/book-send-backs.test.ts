import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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

const address = (sheet = 'NGU_VAN', classId = '7A') => `/classes/${classId}/sheets/${sheet}/send-backs`
const bodyOf = (more: object = {}) => ({
  sendBackId: randomUUID(),
  studentCode: '7A0001',
  path: 'terms.2.finalMark',
  reason: 'Bài thi ghi 6,5 điểm',
  ...more,
})
const keep = { keep: true, value: null, words: 'Đã đối chiếu, đúng như sổ' }

const sent = async (who: Colleague = 'principal', more: object = {}): Promise<string> => {
  const { status, body } = await books.ask(who, 'POST', address(), bodyOf(more))
  expect(status).toBe(200)
  return String(body['sendBackId'])
}
const answer = (who: Colleague, id: string, body: object = keep) =>
  books.ask(who, 'POST', `/send-backs/${id}/answer`, body)

describe('sending a cell back over the wire', () => {
  it('is allowed to heads, the homeroom teacher and the group head of the lesson', async () => {
    for (const who of ['principal', 'vicePrincipal', 'homeroomTeacher', 'groupHead'] as const)
      expect((await answer('subjectTeacher', await sent(who))).status).toBe(200)
    await expectNotAllowed(
      books,
      ['subjectTeacher', 'artsTeacher', 'registrar', 'clerk', 'administrator'],
      address(),
      bodyOf(),
    )
    await expectNotAllowed(books, ['groupHead'], address('TOAN'), bodyOf())
  })

  it('twice is answered twice the same', async () => {
    const body = bodyOf()
    const [one, other] = [
      await books.ask('principal', 'POST', address(), body),
      await books.ask('principal', 'POST', address(), body),
    ]
    expect([one.status, other]).toEqual([200, one])
    const again = await books.ask('vicePrincipal', 'POST', address(), bodyOf())
    expect([again.status, again.detail]).toEqual([409, expect.stringContaining('đang được Quàng Thị Thời')])
    await answer('subjectTeacher', body.sendBackId)
  })

  it('of what is not there is not found; of another shape is malformed', async () => {
    expect((await books.ask('principal', 'POST', address('HOA_HOC'), bodyOf())).status).toBe(404)
    expect((await books.ask('principal', 'POST', address('NGU_VAN', '9Z'), bodyOf())).status).toBe(404)
    expect((await books.ask('principal', 'POST', address(), bodyOf({ studentCode: '7A9999' }))).status).toBe(
      422,
    )
    for (const body of [bodyOf({ sendBackId: '7' }), bodyOf({ more: 1 }), {}])
      expect((await books.ask('principal', 'POST', address(), body)).status).toBe(400)
  })
})

describe('the list of cells sent back', () => {
  it('is everybody’s own, open ones, closed ones or both', async () => {
    const id = await sent('groupHead')
    const list = async (who: Colleague, query = '') => {
      const { status, body } = await books.ask(who, 'GET', `/send-backs${query}`)
      expect(status).toBe(200)
      return (body['sendBacks'] as readonly { sendBackId: string }[]).map(({ sendBackId }) => sendBackId)
    }
    expect(await list('subjectTeacher', '?state=open')).toEqual([id])
    expect((await list('subjectTeacher'))[0]).toBe(id)
    expect(await list('subjectTeacher', '?state=closed')).not.toContain(id)
    expect(await list('artsTeacher')).toEqual([])
    expect(await list('administrator')).toEqual([])
    await answer('subjectTeacher', id)
    expect(await list('subjectTeacher', '?state=open')).toEqual([])
  })
})

describe('the answer over the wire', () => {
  it('is allowed to who answers for the sheet alone', async () => {
    const id = await sent()
    await expectNotAllowed(books, ['registrar', 'administrator'], `/send-backs/${id}/answer`, keep)
    for (const who of ['artsTeacher', 'homeroomTeacher', 'principal'] as const) {
      const { status, detail } = await answer(who, id)
      expect([status, detail]).toEqual([409, 'Chỉ Ngân Thị Lụa trả lời ô này.'])
    }
    expect((await answer('subjectTeacher', randomUUID())).status).toBe(404)
    expect((await answer('subjectTeacher', id, { ...keep, words: '' })).status).toBe(422)
    expect((await answer('subjectTeacher', id)).status).toBe(200)
  })

  it('names the signatures that fell; repeated it is the same, another is refused', async () => {
    const id = await sent()
    const changed = { keep: false, value: '6,5', words: 'Đã sửa theo bài' }
    const done = await answer('subjectTeacher', id, changed)
    // Nobody has signed yet.
    expect(done.body).toMatchObject({ sendBack: { answer: 'changed', valueAfter: '6.5' }, fallen: [] })
    expect(await answer('subjectTeacher', id, changed)).toEqual(done)
    const other = await answer('subjectTeacher', id, { ...changed, value: '7' })
    expect([other.status, other.detail]).toEqual([
      409,
      expect.stringContaining('đã được Ngân Thị Lụa trả lời'),
    ])
  })
})
