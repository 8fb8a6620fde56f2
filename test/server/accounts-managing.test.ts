import type { Response } from 'light-my-request'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withClient } from '../../src/adapters/postgres/session.ts'
import { now, schoolYear, type FilledDatabase } from '../database/support/gradebook.ts'
import { openSchoolServer, password, type Browser, type SchoolServer } from './support/school-server.ts'
import { openSchools, otherSchool, smallSchool } from './support/small-school.ts'

let filled: FilledDatabase
let opened: SchoolServer
let own: string
let colleague: string
let admin: Browser
const schoolCode = smallSchool.school.code
const elsewhere = otherSchool.school.code
const accounts = `/api/v1/schools/${schoolCode}/accounts`
const day = 86_400_000
const next = 'năm chiếc lá vàng rơi'
let count = 0

beforeAll(async () => {
  filled = await openSchools()
  opened = await openSchoolServer({ school: filled.database, url: filled.server.url, startsAt: now })
  const ids = await opened.addMembers(
    { schoolCode, username: 'quan.tri', fullName: 'Giàng A Quản', isAdministrator: true },
    { schoolCode, username: 'quan.tri.hai', fullName: 'Giàng Thị Trị', isAdministrator: true },
  )
  own = ids[0] ?? ''
  colleague = ids[1] ?? ''
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

const newMember = async (more: object = {}): Promise<Added> => {
  const answer = await admin.ask('POST', accounts, {
    fullName: 'Hờ Thị Mới',
    username: `moi${(count += 1)}`,
    staffCode: null,
    isAdministrator: false,
    ...more,
  })
  expect(answer.statusCode).toBe(201)
  return answer.json<Added>()
}

const activate = (activationCode: string, wanted = next) =>
  opened.openBrowser().ask('POST', '/api/v1/activations', { activationCode, password: wanted })

const signIn = (username: string, wanted: string) =>
  opened.openBrowser().ask('POST', '/api/v1/sessions', { username, password: wanted })

const change = (accountId: string, what: object) => admin.ask('PATCH', `${accounts}/${accountId}`, what)
const recover = (accountId: string, by = admin) =>
  by.ask('POST', `${accounts}/${accountId}/recovery`, { reason: 'quên mật khẩu' })

interface Acts {
  readonly acts: readonly { readonly kind: string; readonly aboutName: string; readonly detail: string }[]
}
const listActs = async (): Promise<Acts['acts']> =>
  (await admin.ask('GET', `/api/v1/schools/${schoolCode}/account-acts?page=1`)).json<Acts>().acts

const detailOf = (answer: Response): string => answer.json<{ readonly detail: string }>().detail

describe('a new account', () => {
  it('is opened once, by the code that was handed out', async () => {
    const { account, activationCode } = await newMember()
    expect(account).toMatchObject({ state: 'invited', hasOneTimeCodes: false, roles: [] })
    expect(activationCode).toMatch(/^([A-Z2-9]{4}-){2}[A-Z2-9]{4}$/)
    const look = await opened.openBrowser().ask('POST', '/api/v1/activations/look', {
      activationCode: activationCode.toLowerCase().replaceAll('-', ' '),
    })
    expect(look.json()).toEqual({
      fullName: 'Hờ Thị Mới',
      username: account.username,
      schoolName: smallSchool.school.name,
      isNew: true,
    })
    const answer = await activate(activationCode)
    expect([answer.statusCode, answer.headers['set-cookie']]).toEqual([
      201,
      expect.stringMatching(/^__Host-hocba=/),
    ])
    expect((await activate(activationCode)).statusCode).toBe(422)
    expect((await signIn(account.username, next)).statusCode).toBe(201)
  })

  it('is opened by one of two who come at the same moment', async () => {
    const { activationCode } = await newMember()
    const answers = await Promise.all([1, 2, 3].map(() => activate(activationCode)))
    expect(answers.filter(({ statusCode }) => statusCode === 201)).toHaveLength(1)
  })

  it('cannot be opened after two weeks, nor with a password that others guess', async () => {
    const { activationCode } = await newMember()
    expect((await activate(activationCode, 'matkhau2026')).statusCode).toBe(422)
    opened.pass(14 * day)
    admin = await opened.browserOf(own)
    expect((await activate(activationCode)).statusCode).toBe(422)
  })

  it('is refused where the name or the staff code has one, or the name cannot be typed', async () => {
    await newMember({ username: 'trung.ten', staffCode: 'CB20' })
    const send = (username: string, staffCode: string | null) =>
      admin.ask('POST', accounts, { fullName: 'Hờ Thị Hai', username, staffCode, isAdministrator: false })
    expect(detailOf(await send('Trung.Ten', null))).toMatch(/đã có người dùng/)
    expect(detailOf(await send('ten.khac', 'CB20'))).toMatch(/đã có tài khoản/)
    expect(detailOf(await send('tên có dấu', null))).toMatch(/không dùng được/)
    expect((await send('nul\u0000', null)).statusCode).toBe(400)
    expect((await signIn('ten.khac', password)).statusCode).toBe(401)
  })
})

describe('the list of accounts', () => {
  it('is searched, sifted and paged, with the roles of the newest year', async () => {
    await newMember({ fullName: 'Lầu Thị Riêng', username: 'rieng', staffCode: 'CB07' })
    const list = async (query: string) =>
      (await admin.ask('GET', `${accounts}?${query}`)).json<{
        readonly accounts: readonly { readonly username: string; readonly roles: readonly string[] }[]
        readonly total: number
      }>()
    expect(await list('search=L%E1%BA%A7u')).toMatchObject({
      accounts: [{ username: 'rieng', roles: ['subject-teacher'], state: 'invited', lastSignInAt: null }],
      total: 1,
    })
    expect((await list('search=%25')).total).toBe(0)
    expect((await list('state=suspended')).total).toBe(0)
    const all = await list('pageSize=2&page=1')
    expect([all.accounts.length, all.total > 2]).toEqual([2, true])
  })
})

describe('accounts from the staff', () => {
  it('are made for everybody who has none, once, with names of their own', async () => {
    const send = async () =>
      (await admin.ask('POST', `${accounts}/from-staff`, { schoolYear, level: 'lower-secondary' })).json<{
        readonly added: readonly Added[]
        readonly skipped: readonly { readonly staffCode: string }[]
      }>()
    const first = await send()
    // CB07 has an account since the test before, CB12 has left the school.
    expect(first.skipped).toMatchObject([{ staffCode: 'CB07', reason: 'đã có tài khoản' }])
    expect(first.added.map(({ account }) => account.username)).toContain('thoi.quangthi')
    expect(new Set(first.added.map(({ activationCode }) => activationCode)).size).toBe(10)
    const second = await send()
    expect([second.added.length, second.skipped.length]).toEqual([0, 11])
  })
})

describe('what somebody is at the school', () => {
  it('is changed with a trace', async () => {
    const { account } = await newMember({ fullName: 'Ly Thị Đổi' })
    await change(account.accountId, { isAdministrator: true, staffCode: 'CB30' })
    const answer = await change(account.accountId, { isAdministrator: false, state: 'suspended' })
    expect(answer.json()).toMatchObject({
      account: { state: 'suspended', isAdministrator: false, staffCode: 'CB30' },
    })
    await change(account.accountId, { state: 'active' })
    const own = (await listActs()).filter(({ aboutName }) => aboutName === 'Ly Thị Đổi')
    expect(own.map(({ kind, detail }) => `${kind} ${detail}`).toSorted()).toEqual(
      [
        `add ${account.username}`,
        'make-administrator ',
        'change-staff-code – → CB30',
        'unmake-administrator ',
        'suspend ',
        'resume ',
      ].toSorted(),
    )
  })

  it('ends at once when they are suspended', async () => {
    const { account, activationCode } = await newMember({ staffCode: 'CB31' })
    await activate(activationCode)
    const browser = await opened.browserOf(account.accountId)
    await change(account.accountId, { state: 'suspended' })
    expect((await browser.ask('GET', '/api/v1/me')).statusCode).toBe(401)
    expect((await signIn(account.username, next)).json()).toMatchObject({ memberships: [] })
  })

  it('is no staff code that somebody else has, and no member of another school', async () => {
    const { account } = await newMember()
    await newMember({ staffCode: 'CB32' })
    expect((await change(account.accountId, { staffCode: 'CB32' })).statusCode).toBe(422)
    const [stranger = ''] = await opened.addMembers({
      schoolCode: elsewhere,
      username: 'nguoi.la',
      fullName: 'Lang Thị Lạ',
    })
    expect((await change(stranger, { state: 'suspended' })).statusCode).toBe(404)
    expect((await recover(stranger)).statusCode).toBe(404)
  })

  it('is not changed by oneself where it is the staff code', async () => {
    expect((await change(own, { staffCode: 'CB01' })).statusCode).toBe(422)
  })
})

describe('the last administrator', () => {
  it('stays, whoever of two tries to remove the other at the same moment', async () => {
    const other = await opened.browserOf(colleague)
    // Whoever was invited and never came administers nothing.
    await newMember({ isAdministrator: true })
    const answers = await Promise.all([
      admin.ask('PATCH', `${accounts}/${colleague}`, { isAdministrator: false }),
      other.ask('PATCH', `${accounts}/${own}`, { state: 'suspended' }),
    ])
    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1)
    const { rows } = await withClient(filled.server.superuserUrl, (client) =>
      client.query<{ account_id: string }>(
        `select account_id from signin.membership join signin.account using (account_id)
         where school_code = $1 and is_administrator and not is_suspended and password_hash is not null`,
        [schoolCode],
      ),
    )
    expect(rows).toHaveLength(1)
    const last = rows[0]?.account_id ?? ''
    admin = await opened.browserOf(last)
    for (const what of [{ isAdministrator: false }, { state: 'suspended' }])
      expect(detailOf(await change(last, what))).toMatch(/người quản trị cuối cùng/)
    own = last
  })
})

describe('recovery', () => {
  it('voids password, one-time codes and sessions; a new code opens the account, and the trace keeps why', async () => {
    const { account, activationCode } = await newMember({ fullName: 'Vừ Thị Quên' })
    await activate(activationCode)
    const browser = await opened.browserOf(account.accountId)
    await withClient(filled.server.superuserUrl, (client) =>
      client.query(`update signin.account set one_time_secret = '\\x00' where account_id = $1`, [
        account.accountId,
      ]),
    )
    const answer = await recover(account.accountId)
    expect((await browser.ask('GET', '/api/v1/me')).statusCode).toBe(401)
    expect((await signIn(account.username, next)).statusCode).toBe(401)
    const earlier = (await recover(account.accountId)).json<Added>().activationCode
    expect((await activate(answer.json<Added>().activationCode)).statusCode).toBe(422)
    expect((await activate(earlier)).json()).toMatchObject({ account: { hasOneTimeCodes: false } })
    const acts = (await listActs()).filter(({ aboutName }) => aboutName === 'Vừ Thị Quên')
    expect(acts.filter(({ kind }) => kind === 'recover')).toMatchObject([
      { detail: 'quên mật khẩu' },
      { detail: 'quên mật khẩu' },
    ])
  })

  it('is not for oneself', async () => {
    expect((await recover(own)).statusCode).toBe(422)
  })

  const joinElsewhere = (accountId: string, isAdministrator: boolean) =>
    withClient(filled.server.superuserUrl, (client) =>
      client.query(
        'insert into signin.membership (account_id, school_code, staff_code, is_administrator) values ($1, $2, $3, $4)',
        [accountId, elsewhere, isAdministrator ? null : 'CB01', isAdministrator],
      ),
    )

  it('opens no door of another school until that school says so', async () => {
    const { account, activationCode } = await newMember()
    await activate(activationCode)
    await joinElsewhere(account.accountId, false)
    const years = `/api/v1/schools/${elsewhere}/years`
    expect((await (await opened.browserOf(account.accountId)).ask('GET', years)).statusCode).toBe(200)
    const { activationCode: code } = (await recover(account.accountId)).json<Added>()
    await activate(code)
    expect((await (await opened.browserOf(account.accountId)).ask('GET', years)).statusCode).toBe(404)
    const { rows } = await withClient(filled.server.superuserUrl, (client) =>
      client.query(`select detail from signin.account_act where school_code = $1 and kind = 'suspend'`, [
        elsewhere,
      ]),
    )
    expect(rows).toEqual([{ detail: 'tài khoản được khôi phục ở một trường khác' }])
  })

  it('is refused where another school would be left without an administrator', async () => {
    const { account, activationCode } = await newMember()
    await activate(activationCode)
    await joinElsewhere(account.accountId, true)
    expect(detailOf(await recover(account.accountId))).toMatch(/người quản trị duy nhất của một trường khác/)
    expect((await signIn(account.username, next)).statusCode).toBe(201)
  })
})
