import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { issueAll, openCarriedOver } from '../database/support/issued-class.ts'
import {
  expectNotAllowed,
  openBooksServer,
  type BooksServer,
  type Colleague,
} from './support/books-server.ts'

let books: BooksServer

beforeAll(async () => {
  const school = await openCarriedOver()
  await issueAll(school)
  books = await openBooksServer(school)
})
afterAll(() => books.close())

const classCorrections = '/classes/7A/corrections'

const standing = async (studentCode: string): Promise<string> => {
  const { body } = await books.ask('principal', 'GET', '/classes/7A/sheets/TOAN')
  const cells = body['cells'] as readonly { studentCode: string; path: string; value: string }[]
  return cells.find((one) => one.studentCode === studentCode && one.path === 'terms.2.finalMark')?.value ?? ''
}
const changeOf = async (studentCode: string) => ({
  studentCode,
  subject: 'TOAN',
  field: 'terms.2.finalMark',
  oldValue: await standing(studentCode),
  newValue: '9,5',
})
const requestOf = async (studentCode: string) => ({
  ...(await changeOf(studentCode)),
  correctionId: randomUUID(),
  reason: 'Cộng sót điểm',
  evidence: 'Bài thi lưu ở tổ Toán',
})
const requested = async (studentCode: string, who: Colleague = 'homeroomTeacher'): Promise<string> => {
  const { status, body, detail } = await books.ask(
    who,
    'POST',
    classCorrections,
    await requestOf(studentCode),
  )
  expect([status, detail]).toEqual([200, ''])
  return String(body['correctionId'])
}
const granted = { decision: 'granted', decisionNumber: '61/QĐ-THCS', decidedOn: '2027-05-24', words: '' }
const refused = { decision: 'refused', decisionNumber: null, decidedOn: null, words: 'Bài không cộng sót' }
const decide = (who: Colleague, id: string, body: object = granted) =>
  books.ask(who, 'POST', `/corrections/${id}/decision`, body)

describe('a request to correct over the wire', () => {
  it('is previewed first', async () => {
    const preview = await books.ask(
      'homeroomTeacher',
      'POST',
      `${classCorrections}/preview`,
      await changeOf('7A0001'),
    )
    expect(preview.body).toMatchObject({ version: 2, notMade: null })
    const falling = preview.body['falling'] as readonly { readonly slotId: string }[]
    expect(falling.map(({ slotId }) => slotId)).toEqual(['s-gv-CB02', 's-gvcn', 's-hieutruong', 's-truong'])
    const none = await books.ask(
      'homeroomTeacher',
      'POST',
      '/classes/7Z/corrections/preview',
      await changeOf('7A0001'),
    )
    expect(none.status).toBe(403)
    expect(
      (await books.ask('principal', 'POST', '/classes/7Z/corrections', await requestOf('7A0001'))).status,
    ).toBe(404)
  })

  it('is made by a head, the homeroom teacher or the teacher of the lesson', async () => {
    for (const who of ['principal', 'vicePrincipal', 'homeroomTeacher', 'artsTeacher'] as const)
      expect((await decide('principal', await requested('7A0003', who), refused)).status).toBe(200)
    const body = await requestOf('7A0003')
    await expectNotAllowed(
      books,
      ['clerk', 'registrar', 'groupHead', 'administrator'],
      classCorrections,
      body,
    )
    const other = await books.ask('subjectTeacher', 'POST', classCorrections, body)
    expect([other.status, other.detail]).toEqual([409, expect.stringContaining('Chỉ giáo viên của môn học')])
  })

  it('is answered twice the same, and of another shape is malformed', async () => {
    const body = await requestOf('7A0003')
    const first = await books.ask('homeroomTeacher', 'POST', classCorrections, body)
    expect(await books.ask('homeroomTeacher', 'POST', classCorrections, body)).toEqual(first)
    expect((await books.ask('principal', 'POST', classCorrections, await requestOf('7A0003'))).status).toBe(
      409,
    )
    expect((await books.ask('principal', 'POST', classCorrections, { ...body, more: 1 })).status).toBe(400)
    const wrong = { ...(await requestOf('7A0002')), oldValue: '1' }
    expect((await books.ask('principal', 'POST', classCorrections, wrong)).status).toBe(422)
    const list = async (who: Colleague) =>
      (await books.ask(who, 'GET', '/corrections?state=open')).body['corrections'] as readonly object[]
    expect(await list('homeroomTeacher')).toEqual([first.body])
    expect(await list('clerk')).toEqual([])
    await decide('principal', body.correctionId, refused)
    expect(await list('homeroomTeacher')).toEqual([])
  })
})

describe('the decision over the wire', () => {
  it('is the principal’s', async () => {
    const id = await requested('7A0002')
    await expectNotAllowed(
      books,
      ['homeroomTeacher', 'clerk', 'administrator'],
      `/corrections/${id}/decision`,
      granted,
    )
    const vice = await decide('vicePrincipal', id)
    expect([vice.status, vice.detail]).toEqual([409, expect.stringContaining('Chỉ hiệu trưởng')])
    expect((await decide('principal', randomUUID())).status).toBe(404)
    expect((await decide('principal', id, { ...granted, decisionNumber: null })).status).toBe(422)
    expect((await decide('principal', id, { ...granted, decidedOn: 'hôm nay' })).status).toBe(400)
    expect((await decide('principal', id, refused)).body).toMatchObject({
      correction: { decision: 'refused' },
    })
  })

  it('that grants is answered twice the same; a mark of an issued book is still closed', async () => {
    const id = await requested('7A0001')
    const done = await decide('principal', id)
    expect(done.body).toMatchObject({ correction: { decision: 'granted', decisionNumber: '61/QĐ-THCS' } })
    expect((done.body['fallen'] as readonly object[]).length).toBe(4)
    expect(await decide('principal', id)).toEqual(done)
    expect((await decide('principal', id, refused)).status).toBe(409)
    const cell = { studentCode: '7A0001', path: 'terms.2.finalMark', value: '1', seenVersion: 1 }
    const saved = await books.ask('homeroomTeacher', 'POST', '/classes/7A/sheets/TOAN/cells', {
      saveId: randomUUID(),
      cells: [cell],
    })
    expect(saved.body['outcomes']).toMatchObject([{ outcome: 'refused' }])
  })

  it('and the request come too late once the data are locked', async () => {
    const id = await requested('7A0002')
    books.opened.pass(150 * 86_400_000)
    // The sessions have ended meanwhile: everybody signs in again.
    await books.signInAgain()
    const decision = await decide('principal', id)
    expect([decision.status, decision.detail]).toEqual([409, expect.stringMatching(/đã chốt .*thu hồi/)])
  })
})
