import { writeXlsx } from 'hucre/xlsx'
import type { Response } from 'light-my-request'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { now, type FilledDatabase } from '../database/support/gradebook.ts'
import { openSchoolServer, type Browser, type SchoolServer } from './support/school-server.ts'
import { openSchools, otherSchool, smallSchool } from './support/small-school.ts'

let filled: FilledDatabase
let opened: SchoolServer
let admin: Browser
const schoolCode = smallSchool.school.code
const accounts = `/api/v1/schools/${schoolCode}/accounts`

beforeAll(async () => {
  filled = await openSchools()
  opened = await openSchoolServer({ school: filled.database, url: filled.server.url, startsAt: now })
  const [own = ''] = await opened.addMembers(
    { schoolCode, username: 'quan.tri', fullName: 'Giàng A Quản', isAdministrator: true },
    { schoolCode, username: 'toan', fullName: 'Ngân Thị Lụa', staffCode: 'CB07' },
    { schoolCode: otherSchool.school.code, username: 'nguoi.la', fullName: 'Lang Thị Lạ' },
  )
  admin = await opened.browserOf(own)
})
afterAll(async () => {
  await opened.close()
  await filled.close()
})

interface Added {
  readonly account: { readonly accountId: string; readonly username: string }
  readonly activationCode: string
}

const activate = (activationCode: string) =>
  opened
    .openBrowser()
    .ask('POST', '/api/v1/activations', { activationCode, password: 'năm chiếc lá vàng rơi' })

const detailOf = (answer: Response): string => answer.json<{ readonly detail: string }>().detail

describe('accounts from a workbook', () => {
  const header = ['Họ và tên', 'Tên đăng nhập', 'Mã cán bộ', 'Quản trị']
  const send = async (rows: (string | null)[][], commit: boolean) => {
    const bytes = Buffer.from(await writeXlsx({ sheets: [{ name: 'Tài khoản', rows: [header, ...rows] }] }))
    return sendBytes(bytes, commit)
  }
  const sendBytes = async (bytes: Buffer, commit: boolean) => {
    const head = '--b\r\ncontent-disposition: form-data; name="file"; filename="a.xlsx"\r\n\r\n'
    return opened.server.inject({
      method: 'POST',
      url: `${accounts}/file?commit=${String(commit)}`,
      headers: { cookie: admin.cookie(), 'content-type': 'multipart/form-data; boundary=b' },
      payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n--b--\r\n')]),
    })
  }

  it('are shown first and written when told to; the same list again adds nobody', async () => {
    const rows = [
      ['Thào A Một', 'mot.thao', null, null],
      ['Thào A Hai', 'hai.thao', null, 'x'],
    ]
    expect((await send(rows, false)).json()).toMatchObject({
      counts: { new: 2, same: 0, refused: 0 },
      added: [],
    })
    const done = (await send(rows, true)).json<{ readonly added: readonly Added[] }>()
    expect(done.added.map(({ account }) => account)).toMatchObject([
      { username: 'mot.thao', isAdministrator: false },
      { username: 'hai.thao', isAdministrator: true },
    ])
    expect((await activate(done.added[0]?.activationCode ?? '')).statusCode).toBe(201)
    expect((await send(rows, true)).json()).toMatchObject({
      counts: { new: 0, same: 2, refused: 0 },
      added: [],
    })
  })

  it('are written all or not at all, and every refused row says why', async () => {
    const answer = await send(
      [
        ['Thào A Ba', 'ba.thao', null, null],
        ['Thào A Bốn', 'Ba.Thao', null, null],
        ['Thào A Năm', 'quan.tri', null, null],
        ['Thào A Sáu', 'sáu', null, null],
        ['Thào A Bảy', 'bay.thao', 'CB07', null],
        ['Thào A Tám', 'tam.thao', 'CB77', null],
        ['Thào A Chín', null, null, null],
      ],
      true,
    )
    interface Answer {
      readonly rows: readonly {
        readonly row: number
        readonly sheet: string
        readonly cell: string | null
        readonly outcome: string
        readonly message: string | null
      }[]
    }
    const { rows } = answer.json<Answer>()
    expect(rows.map(({ row, cell, message }) => [row, cell, message])).toEqual([
      [2, null, null],
      [3, 'B3', expect.stringContaining('dòng trên')],
      [4, 'B4', expect.stringContaining('đã có người dùng ở trường: Giàng A Quản, không có mã cán bộ')],
      [5, 'B5', expect.stringContaining('không dùng được')],
      [6, 'C6', expect.stringContaining('đã có tài khoản')],
      [7, 'C7', expect.stringContaining('không có cán bộ')],
      [8, 'B8', expect.stringContaining('Tên đăng nhập')],
    ])
    expect(new Set(rows.map(({ sheet }) => sheet))).toEqual(new Set(['Tài khoản']))
    expect(answer.json()).toMatchObject({ added: [], counts: { new: 1, same: 0, refused: 6 } })
    expect((await admin.ask('GET', `${accounts}?search=ba.thao`)).json()).toMatchObject({ total: 0 })
  })

  it('are told nothing of whose the name is at another school', async () => {
    const answer = await send([['Thào A Mười', 'nguoi.la', null, null]], true)
    expect(answer.json()).toMatchObject({
      rows: [
        { outcome: 'refused', cell: 'B2', message: 'tên đăng nhập đã có người dùng. Hãy chọn tên khác' },
      ],
    })
  })

  it('begin with a template that is taken back, empty', async () => {
    const template = await admin.ask('GET', `${accounts}/file`)
    expect(template.headers['content-disposition']).toMatch(
      /^attachment; filename="Mau danh sach tai khoan.xlsx"/,
    )
    expect((await sendBytes(template.rawPayload, false)).json()).toMatchObject({ rows: [] })
  })

  it('are refused where the file is no workbook', async () => {
    const answer = await sendBytes(Buffer.from('MZ'), false)
    expect([answer.statusCode, detailOf(answer)]).toEqual([
      422,
      expect.stringContaining('Chưa nhận danh sách'),
    ])
  })
})
