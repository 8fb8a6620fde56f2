import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { carryOverNow, colleagues, confirmAll } from '../database/support/finished-class.ts'
import { placeOf, plannedClass, sheetsOf } from '../database/support/finished-class.ts'
import type { SignableClass } from '../database/support/issued-class.ts'
import { openSigningBench } from '../database/support/signing-bench.ts'
import { openBooksServer, type BooksServer, type Colleague } from './support/books-server.ts'

let school: SignableClass
let books: BooksServer

beforeAll(async () => {
  const records = plannedClass(7, 2)
  const bench = await openSigningBench(records, { withDrafts: false })
  school = { ...bench, records, place: placeOf(bench.tenant, 7), sheets: sheetsOf(records) }
  books = await openBooksServer(school)
})
afterAll(() => books.close())

const everybody = [...Object.keys(colleagues), 'administrator'] as readonly Colleague[]

interface Waiting {
  readonly kind: string
  readonly count: number
  readonly text: string
  readonly page: string
}

/** What waits, by person; who has nothing to do is left out. */
const waiting = async (): Promise<Readonly<Record<string, readonly Waiting[]>>> => {
  const found: Record<string, readonly Waiting[]> = {}
  for (const who of everybody) {
    const { status, body } = await books.ask(who, 'GET', '/waiting')
    expect([who, status]).toEqual([who, 200])
    const own = body['waiting'] as readonly Waiting[]
    if (own.length > 0) found[who] = own
  }
  return found
}

const signing = { kind: 'signing', count: 2, text: '2 học bạ chờ chữ kí của thầy cô.', page: 'ky' }
const sealing = { kind: 'sealing', count: 2, text: '2 học bạ chờ đóng dấu, phát hành.', page: 'ky' }

describe('what waits for somebody', () => {
  it('is nothing while the sheets are being filled', async () => {
    expect(await waiting()).toEqual({})
  })

  it('is the carry-over to the homeroom teacher once every sheet is confirmed', async () => {
    await confirmAll(school)
    const text = 'Lớp 7A: mọi trang đã xác nhận, chờ thầy cô kết chuyển.'
    const page = 'lop/7A/hoc-ba'
    expect(await waiting()).toEqual({ homeroomTeacher: [{ kind: 'carry-over', count: 1, text, page }] })
  })

  it('are the signatures whose turn it is: of the subjects first, with those of the whole report after them', async () => {
    await carryOverNow(school)
    expect(await waiting()).toEqual({
      homeroomTeacher: [signing],
      subjectTeacher: [signing],
      artsTeacher: [signing],
      principal: [signing],
    })
    await school.sit(colleagues.principal)
    expect(await waiting()).toMatchObject({ clerk: [sealing] })
  })

  it('is a cell that was sent back, to who answers for it', async () => {
    const cell = {
      sendBackId: randomUUID(),
      studentCode: '7A0001',
      path: 'terms.1.finalMark',
      reason: 'Bài kiểm tra ghi điểm khác',
    }
    const sent = await books.ask('principal', 'POST', '/classes/7A/sheets/NGU_VAN/send-backs', cell)
    expect(sent.status).toBeLessThan(300)
    const { subjectTeacher = [] } = await waiting()
    expect(subjectTeacher).toContainEqual({
      kind: 'sent-back',
      count: 1,
      text: 'Ngữ văn 7A: 1 ô bị trả lại, chờ trả lời.',
      page: 'tra-lai',
    })
    expect(subjectTeacher).toContainEqual({ ...signing, count: 1, text: '1 học bạ chờ chữ kí của thầy cô.' })
  })
})
