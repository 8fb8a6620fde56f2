import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  carryOverNow,
  confirmAll,
  placeOf,
  plannedClass,
  sheetsOf,
  yearEnd,
} from '../database/support/finished-class.ts'
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
const address = (sheet = 'NGU_VAN'): string => `${ofClass}/sheets/${sheet}/confirmation`

const look = (who: Colleague = 'subjectTeacher', sheet = 'NGU_VAN') => books.ask(who, 'GET', address(sheet))
const digestNow = async (sheet = 'NGU_VAN', who: Colleague = 'subjectTeacher'): Promise<string> =>
  String((await look(who, sheet)).body['digest'])
const bodyNow = async () => ({ part: 'year', digest: await digestNow(), accepted: [] })
const confirm = (body: object, who: Colleague = 'subjectTeacher') => books.ask(who, 'POST', address(), body)

const withdraw = (part = 'year', sheet = 'NGU_VAN') =>
  books.ask('subjectTeacher', 'DELETE', `${address(sheet)}?part=${part}`)

const everybodyElse = [
  'principal',
  'vicePrincipal',
  'homeroomTeacher',
  'artsTeacher',
  'clerk',
  'registrar',
  'groupHead',
  'administrator',
] as const

describe('the confirmation of a sheet over the wire', () => {
  it('is looked at by whoever reads the sheet, and says who may confirm it', async () => {
    const own = await look()
    expect([own.status, own.body]).toMatchObject([
      200,
      { title: 'Ngữ văn', canConfirm: true, why: null, warnings: [], withoutReport: 0 },
    ])
    for (const who of ['principal', 'vicePrincipal', 'homeroomTeacher', 'groupHead'] as const)
      expect(await look(who)).toMatchObject({
        status: 200,
        body: {
          canConfirm: false,
          why: 'Chỉ giáo viên phụ trách môn học Ngân Thị Lụa xác nhận trang này.',
        },
      })
    for (const who of ['clerk', 'registrar', 'artsTeacher', 'administrator'] as const)
      expect([who, (await look(who)).status]).toEqual([who, 403])
  })

  it('is refused to everybody who does not teach the lesson, and to a co-teacher with words', async () => {
    await expectNotAllowed(books, everybodyElse, address(), await bodyNow())
    // Lô Văn Nhạc teaches Toán too, but Kha Văn Tiến answers for it.
    const digest = await digestNow('TOAN', 'artsTeacher')
    const answer = await books.ask('artsTeacher', 'POST', address('TOAN'), {
      ...{ part: 'year', digest, accepted: [] },
    })
    expect([answer.status, answer.detail]).toEqual([
      409,
      'Chỉ giáo viên phụ trách môn học Kha Văn Tiến xác nhận trang này.',
    ])
  })

  it('is given of what was seen: of anything else it is refused', async () => {
    const stale = await confirm({ ...(await bodyNow()), digest: '0'.repeat(64) })
    expect([stale.status, stale.detail]).toEqual([
      409,
      'Trang Ngữ văn vừa có ô thay đổi. Chưa xác nhận; hãy xem lại trang rồi xác nhận.',
    ])
    const first = await confirm(await bodyNow())
    expect([first.status, first.body['parts']]).toMatchObject([
      200,
      [{ part: 'year', state: 'confirmed', byName: 'Ngân Thị Lụa', at: yearEnd.toISOString() }, {}],
    ])
    expect(await confirm(await bodyNow())).toEqual(first)
  })

  it('refuses a body that is not what it asks for', async () => {
    const body = await bodyNow()
    for (const wrong of [
      {},
      { ...body, part: 'term1' },
      { ...body, digest: 'x' },
      { ...body, digest: undefined },
      { ...body, accepted: [{ key: 'jump' }] },
      { ...body, accepted: [{ key: 'jump', words: 'x'.repeat(501) }] },
      { ...body, byName: 'Quàng Thị Thời' },
    ])
      expect([wrong, (await confirm(wrong)).status]).toEqual([wrong, 400])
  })

  it('is not there where there is no such sheet, class or part', async () => {
    for (const path of [
      `${ofClass}/sheets/HOA_HOC/confirmation`,
      `${ofClass}/sheets/decisions/confirmation`,
      '/classes/7Z/sheets/NGU_VAN/confirmation',
      '/classes/7Z/readiness',
    ])
      expect([path, (await books.ask('principal', 'GET', path)).status]).toEqual([path, 404])
    expect((await withdraw('term1')).status).toBe(400)
  })

  it('is withdrawn by who gave it, and shows in how far the class is', async () => {
    const sheetOf = async () => {
      const { status, body } = await books.ask('homeroomTeacher', 'GET', `${ofClass}/readiness`)
      const sheets = body['sheets'] as readonly { readonly sheet: string }[]
      return [status, sheets.find(({ sheet }) => sheet === 'NGU_VAN')]
    }
    expect(await sheetOf()).toMatchObject([
      200,
      {
        title: 'Ngữ văn',
        teacher: 'Ngân Thị Lụa',
        missing: 0,
        state: 'confirmed',
        confirmedBy: 'Ngân Thị Lụa',
      },
    ])
    const first = await withdraw()
    expect([first.status, first.body]).toMatchObject([200, { parts: [{ state: 'open', byName: null }, {}] }])
    expect(await withdraw()).toEqual(first)
    expect(await sheetOf()).toMatchObject([200, { state: 'open', confirmedBy: null, confirmedAt: null }])
    expect((await withdraw('year', 'TOAN')).status).toBe(403)
  })

  it('stands once the class is carried over', async () => {
    await confirmAll(school)
    await carryOverNow(school)
    const answer = await withdraw()
    expect([answer.status, answer.detail]).toEqual([
      409,
      'Lớp đã kết chuyển nên không bỏ xác nhận được. Hãy nhờ trả lại ô, hoặc xin lệnh mở sổ.',
    ])
    const readiness = await books.ask('principal', 'GET', `${ofClass}/readiness`)
    expect(readiness.body).toMatchObject({
      className: '7A',
      homeroomTeacher: 'Kha Văn Tiến',
      carriedOver: { part: 'year', byName: 'Kha Văn Tiến', made: 2, notMade: [], differs: false },
    })
  })

  it('lets nobody read how far the class is who has nothing to do with its books', async () => {
    for (const who of [
      'principal',
      'vicePrincipal',
      'homeroomTeacher',
      'subjectTeacher',
      'clerk',
      'registrar',
    ] as const)
      expect([who, (await books.ask(who, 'GET', `${ofClass}/readiness`)).status]).toEqual([who, 200])
    for (const who of ['groupHead', 'administrator'] as const)
      expect([who, (await books.ask(who, 'GET', `${ofClass}/readiness`)).status]).toEqual([who, 403])
  })
})
