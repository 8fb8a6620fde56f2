import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { confirmAll, digestOf, placeOf, plannedClass, sheetsOf } from '../database/support/finished-class.ts'
import type { SignableClass } from '../database/support/issued-class.ts'
import { openSigningBench } from '../database/support/signing-bench.ts'
import {
  expectNotAllowed,
  openBooksServer,
  type BooksServer,
  type Colleague,
} from './support/books-server.ts'

let school: SignableClass
let books: BooksServer

beforeAll(async () => {
  const records = plannedClass(7, 2)
  const bench = await openSigningBench(records, { withDrafts: false })
  school = { ...bench, records, place: placeOf(bench.tenant, 7), sheets: sheetsOf(records) }
  books = await openBooksServer(school)
})
afterAll(() => books.close())

const ofClass = '/classes/7A'
const others = [
  'principal',
  'vicePrincipal',
  'subjectTeacher',
  'clerk',
  'registrar',
  'administrator',
] as const
const readers = [
  'principal',
  'vicePrincipal',
  'homeroomTeacher',
  'subjectTeacher',
  'clerk',
  'registrar',
] as const

const statusOf = async (who: Colleague, path: string): Promise<number> =>
  (await books.ask(who, 'GET', ofClass + path)).status

describe('the books of a class over the wire', () => {
  it('begin with covers, which the homeroom teacher alone confirms', async () => {
    await expectNotAllowed(books, others, `${ofClass}/covers`)
    const first = await books.ask('homeroomTeacher', 'POST', `${ofClass}/covers`)
    expect([first.status, first.body]).toEqual([200, { made: 2, unchanged: 0, notMade: [] }])
    const again = await books.ask('homeroomTeacher', 'POST', `${ofClass}/covers`)
    expect(again.body).toEqual({ made: 0, unchanged: 2, notMade: [] })
  })

  it('go on with the carry-over: of what was seen, once all is confirmed, by the homeroom teacher alone', async () => {
    const body = async () => ({ part: 'year', digest: await digestOf(school) })
    const carry = async (wanted: object) =>
      books.ask('homeroomTeacher', 'POST', `${ofClass}/carry-over`, wanted)
    expect(await carry(await body())).toMatchObject({
      status: 409,
      detail: expect.stringContaining('trang chưa xác nhận') as string,
    })
    await confirmAll(school)
    await expectNotAllowed(books, others, `${ofClass}/carry-over`, await body())
    expect((await carry({ ...(await body()), digest: '0'.repeat(64) })).status).toBe(409)
    const first = await carry(await body())
    expect([first.status, first.body]).toMatchObject([200, { number: 1, made: 2, byName: 'Kha Văn Tiến' }])
    expect(await carry(await body())).toEqual(first)
  })

  it('refuse a body that is not what they ask for', async () => {
    for (const body of [
      {},
      { part: 'term1', digest: '0'.repeat(64) },
      { part: 'year', digest: 'x' },
      { more: 1 },
    ])
      expect((await books.ask('homeroomTeacher', 'POST', `${ofClass}/carry-over`, body)).status).toBe(400)
  })

  it('are read by whoever has to do with the class', async () => {
    for (const who of readers)
      expect([who, await statusOf(who, '/books'), await statusOf(who, '/books/7A0001')]).toEqual([
        who,
        200,
        200,
      ])
    for (const who of ['groupHead', 'administrator'] as const)
      expect([who, await statusOf(who, '/books'), await statusOf(who, '/books/7A0001')]).toEqual([
        who,
        403,
        403,
      ])
    const list = await books.ask('principal', 'GET', `${ofClass}/books`)
    expect(list.body).toMatchObject({
      className: '7A',
      carriedOver: { number: 1 },
      books: [
        { cover: { status: 'made' }, report: { status: 'entered', version: 1 } },
        { cover: { status: 'made' }, report: { status: 'entered', version: 1 } },
      ],
    })
    const one = await books.ask('subjectTeacher', 'GET', `${ofClass}/books/7A0001`)
    expect(one.body).toMatchObject({ studentCode: '7A0001', drafts: [{ version: 1 }, { version: 0 }] })
  })

  it('are not there where the class or the pupil is not', async () => {
    for (const path of ['/classes/7Z/books', '/classes/7Z/books/7A0001', `${ofClass}/books/7B0001`])
      expect([path, (await books.ask('principal', 'GET', path)).status]).toEqual([path, 404])
  })
})
