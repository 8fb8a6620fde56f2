import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readWorkbook, writeWorkbook } from '../../src/adapters/workbook/index.ts'
import { smallSchool } from '../../src/adapters/workbook/testing/small-school.ts'
import type { SchoolYearRecords } from '../../src/records/index.ts'
import { askAll } from '../database/support/rows.ts'
import { badCells } from '../hostile/bad-cells.ts'
import { put, unzip, zip } from '../hostile/package.ts'
import { openSetUpServer, type SetUpServer } from './support/set-up-server.ts'

const records: SchoolYearRecords = { ...smallSchool, school: { ...smallSchool.school, code: '0079000777' } }

let opened: SetUpServer
let registrar: { readonly cookie: string }
let administrator: { readonly cookie: string }
// Of the year that the workbook brings.
let principal: { readonly cookie: string }
let workbook: Uint8Array

beforeAll(async () => {
  opened = await openSetUpServer()
  const own = { schoolCode: '0079000777', staffCode: 'CB77', fullName: 'Lô Văn Quản', isAdministrator: true }
  const head = { ...own, staffCode: records.school.approver.staffCode, isAdministrator: false }
  const [session, headSession] = await opened.signIn(own, head)
  principal = headSession?.headers ?? { cookie: '' }
  registrar = opened.headersOf('registrar')
  administrator = session?.headers ?? { cookie: '' }
  workbook = await writeWorkbook(records)
})
afterAll(async () => {
  await opened.close()
  expect(opened.bugs).toEqual([])
})

interface Answered {
  readonly status: number
  readonly body: {
    readonly counts?: { readonly added: number; readonly changed: number; readonly unchanged: number }
    readonly leftOutCells?: number
    readonly totalChanges?: number
    readonly changes?: readonly object[]
    readonly findings?: readonly { readonly sheet: string; readonly cell: string; readonly message: string }[]
    readonly type?: string
  }
}

const send = async (bytes: Uint8Array, query = '', headers = registrar): Promise<Answered> => {
  const boundary = 'ranh-gioi'
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="so.xlsx"\r\n\r\n`
  const answer = await opened.server.inject({
    method: 'POST',
    url: `/api/v1/schools/0079000777/workbooks${query}`,
    headers: { ...headers, 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: Buffer.concat([Buffer.from(head), Buffer.from(bytes), Buffer.from(`\r\n--${boundary}--\r\n`)]),
  })
  return { status: answer.statusCode, body: answer.json() }
}

const take = (headers: { readonly cookie: string }) =>
  opened.server.inject({
    url: '/api/v1/schools/0079000777/years/2025-2026/lower-secondary/workbook.xlsx',
    headers,
  })

const countCells = async (): Promise<unknown> =>
  askAll(
    opened.filled.server,
    `select (select count(*)::int from school.assessment where school_year = '2025-2026') as cells,
      (select count(*)::int from school.enrolment where school_year = '2025-2026') as pupils`,
  )

describe('a workbook', () => {
  it('is previewed without a word written', async () => {
    const { status, body } = await send(workbook)
    expect(status).toBe(200)
    expect(body.counts?.added).toBeGreaterThan(10)
    expect(body.leftOutCells).toBe(0)
    expect(await countCells()).toEqual([{ cells: 0, pupils: 0 }])
  })

  it('of an administrator brings people and classes, and says how many cells it leaves out', async () => {
    const { body } = await send(workbook, '?commit=true', administrator)
    expect(body.leftOutCells).toBeGreaterThan(0)
    expect(await countCells()).toEqual([{ cells: 0, pupils: 3 }])
  })

  it('of the registrar brings the marks too; the same again changes nothing', async () => {
    const first = await send(workbook, '?commit=true')
    expect(first.body.totalChanges).toBeGreaterThan(0)
    expect(await countCells()).not.toEqual([{ cells: 0, pupils: 3 }])
    const again = await send(workbook)
    expect(again.body).toMatchObject({ counts: { added: 0, changed: 0, removed: 0 }, totalChanges: 0 })
  })

  it('goes out as the year stands, and comes in again without a change', async () => {
    const taken = await take(principal)
    expect(taken.headers['content-disposition']).toContain('.xlsx')
    expect((await send(taken.rawPayload)).body).toMatchObject({
      counts: { added: 0, changed: 0, removed: 0 },
      totalChanges: 0,
    })
  })

  it('goes out to an administrator without a mark', async () => {
    const reading = await readWorkbook((await take(administrator)).rawPayload, { fileName: 'so.xlsx' })
    if (!reading.ok) throw new Error('the workbook is not understood')
    expect(reading.records.students).toHaveLength(3)
    expect(reading.records.students.flatMap(({ subjects }) => subjects)).toEqual([])
  })

  it('without a mark leaves those that there are', async () => {
    const bare = (await take(administrator)).rawPayload
    expect((await send(bare)).body).toMatchObject({ counts: { removed: 0 }, leftOutCells: 0 })
  })

  it('names single changes in the reader’s words', async () => {
    const [first, ...rest] = records.students
    if (first === undefined) throw new Error('the small school has no pupil')
    const moved = { ...first, profile: { ...first.profile, address: 'Thôn Hạ', birthDate: '2014-09-06' } }
    const { body } = await send(await writeWorkbook({ ...records, students: [moved, ...rest] }))
    expect(body.changes).toEqual([
      expect.objectContaining({
        kind: 'changed',
        who: 'Đặng Ánh Dương',
        what: 'Ngày sinh',
        before: '05/09/2014',
        after: '06/09/2014',
      }),
      expect.objectContaining({ what: 'Chỗ ở hiện nay', after: 'Thôn Hạ' }),
    ])
  })

  it('of another school is refused', async () => {
    const { status } = await send(await writeWorkbook(smallSchool))
    expect(status).toBe(422)
  })
})

const spread = badCells.filter((_, at) => at % Math.ceil(badCells.length / 6) === 0)

describe('a hostile workbook is refused with its cell named, and nothing of it stays', () => {
  it('is tried in at least five ways', () => {
    expect(spread.length).toBeGreaterThanOrEqual(5)
  })

  it.each(spread)('$what ($sheet $cell)', async ({ sheet, cell, put: written, message }) => {
    const before = await countCells()
    const { status, body } = await send(zip(put(unzip(workbook), sheet, cell, written)), '?commit=true')
    expect(status).toBe(422)
    expect(body.type).toContain('workbook-not-accepted')
    const found = body.findings?.find((one) => one.sheet === sheet && one.cell === cell)
    expect(found?.message).toMatch(message)
    expect(await countCells()).toEqual(before)
  })

  it.each<readonly [string, Uint8Array]>([
    ['bytes that are no workbook', Buffer.from('không phải sổ')],
    ['a package without a workbook', zip(new Map([['a.xml', Buffer.from('<a/>')]]))],
  ])('%s', async (_what, bytes) => {
    const { status, body } = await send(bytes, '?commit=true')
    expect(status).toBe(422)
    expect(body.findings?.length).toBeGreaterThan(0)
  })
})
