import type { Response } from 'light-my-request'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withClient } from '../../src/adapters/postgres/session.ts'
import { now, schoolYear, type FilledDatabase } from '../database/support/gradebook.ts'
import { enter, newPerson, signIn, statusOfMe, type Person } from './support/people.ts'
import { openSchoolServer, type Browser, type SchoolServer } from './support/school-server.ts'
import { openSchools, otherSchool, smallSchool } from './support/small-school.ts'

let filled: FilledDatabase
let opened: SchoolServer
/** Administrators of the school that gave the account, and of the one next door. */
let home: Browser
let door: Browser
let ids: readonly string[]
const homeCode = smallSchool.school.code
const doorCode = otherSchool.school.code
const accountsOf = (schoolCode: string): string => `/api/v1/schools/${schoolCode}/accounts`
const yearsOfDoor = `/api/v1/schools/${doorCode}/years`
const otherPassword = 'năm chiếc lá vàng rơi'
let count = 0

const comeIn = async (): Promise<void> => {
  home = await opened.browserOf(ids[0] ?? '')
  door = await opened.browserOf(ids[1] ?? '')
}

beforeAll(async () => {
  filled = await openSchools()
  opened = await openSchoolServer({
    school: filled.database,
    url: filled.server.url,
    startsAt: now,
    oneTimeCodesFor: ['principal'],
  })
  ids = await opened.addMembers(
    { schoolCode: homeCode, username: 'quan.tri', fullName: 'Giàng A Quản', isAdministrator: true },
    { schoolCode: doorCode, username: 'quan.tri.ben', fullName: 'Lang Thị Bên', isAdministrator: true },
  )
  await comeIn()
})
afterAll(async () => {
  await opened.close()
  await filled.close()
})

interface Slip {
  readonly account: { readonly accountId: string; readonly username: string }
  readonly activationCode: string
}

/** A slip of the school next door. */
const newSlip = async (more: object = {}): Promise<Slip> => {
  const answer = await door.ask('POST', accountsOf(doorCode), {
    fullName: 'Kha Văn Tiến',
    username: `moi${(count += 1)}`,
    staffCode: null,
    isAdministrator: false,
    ...more,
  })
  expect(answer.statusCode).toBe(201)
  return answer.json<Slip>()
}

const take = (browser: Browser, activationCode: string) =>
  browser.ask('POST', '/api/v1/me/memberships', { activationCode })
const detailOf = (answer: Response): string => answer.json<{ readonly detail: string }>().detail

const leave = async (person: Person): Promise<void> => {
  const wanted = { state: 'suspended', staffCode: null }
  const answer = await door.ask('PATCH', `${accountsOf(doorCode)}/${person.accountId}`, wanted)
  expect(answer.statusCode).toBe(200)
}

/** Somebody of the small school who took a slip of the school next door. */
const newGuest = async (
  more: object = {},
): Promise<{ readonly person: Person; readonly browser: Browser; readonly slip: Slip }> => {
  const person = await newPerson(opened)
  const browser = await signIn(opened, person)
  const slip = await newSlip(more)
  expect((await take(browser, slip.activationCode)).statusCode).toBe(200)
  return { person, browser, slip }
}

interface Listed {
  readonly accounts: readonly Readonly<Record<string, unknown>>[]
  readonly total: number
}
const listAtDoor = async (query = ''): Promise<Listed> =>
  (await door.ask('GET', `${accountsOf(doorCode)}?pageSize=200${query}`)).json<Listed>()

interface Act {
  readonly kind: string
  readonly byName: string
  readonly aboutName: string
  readonly detail: string
}
const listActs = async (browser: Browser, schoolCode: string): Promise<readonly Act[]> =>
  (await browser.ask('GET', `/api/v1/schools/${schoolCode}/account-acts?page=1`)).json<{
    readonly acts: readonly Act[]
  }>().acts

describe('who has an account at another school', () => {
  it('takes the place of a slip with it: signed in, by the code, once', async () => {
    const person = await newPerson(opened, { staffCode: 'CB07' })
    const browser = await signIn(opened, person)
    expect((await browser.ask('GET', yearsOfDoor)).statusCode).toBe(404)
    const { account, activationCode } = await newSlip({ staffCode: 'CB02' })
    expect((await take(opened.openBrowser(), activationCode)).statusCode).toBe(401)
    const answer = await take(browser, activationCode.toLowerCase().replaceAll('-', ' '))
    expect(answer.json()).toMatchObject({
      account: { accountId: person.accountId, username: person.username },
      memberships: [
        { schoolCode: homeCode, years: [{ roles: ['subject-teacher'] }] },
        { schoolCode: doorCode, years: [{ roles: ['homeroom-teacher', 'subject-teacher'] }] },
      ],
    })
    expect((await browser.ask('GET', yearsOfDoor)).statusCode).toBe(200)
    expect((await take(browser, activationCode)).statusCode).toBe(422)
    const opens = { activationCode, password: otherPassword }
    expect((await opened.openBrowser().ask('POST', '/api/v1/activations', opens)).statusCode).toBe(422)
    expect((await enter(opened.openBrowser(), account.username)).statusCode).toBe(401)
    await leave(person)
  })

  it('is there what the slip says, an administrator too, under the same one-time codes as others', async () => {
    const { browser: administrator } = await newGuest({ isAdministrator: true })
    expect((await administrator.ask('GET', accountsOf(doorCode))).statusCode).toBe(200)
    expect((await administrator.ask('GET', accountsOf(homeCode))).statusCode).toBe(403)
    const { person, browser: principal } = await newGuest({ staffCode: 'CB01' })
    expect((await principal.ask('GET', yearsOfDoor)).json()).toMatchObject({
      type: '/api/docs/problems#one-time-codes-required',
    })
    expect((await principal.ask('GET', '/api/v1/me')).json()).toMatchObject({
      account: { needsOneTimeCodes: true },
    })
    await leave(person)
  })

  it('takes it before anybody else, or after and not at all', async () => {
    const { activationCode } = await newSlip()
    const one = await signIn(opened, await newPerson(opened))
    const other = await signIn(opened, await newPerson(opened))
    const answers = await Promise.all([
      take(one, activationCode),
      take(other, activationCode),
      opened.openBrowser().ask('POST', '/api/v1/activations', { activationCode, password: otherPassword }),
    ])
    expect(answers.filter(({ statusCode }) => statusCode < 300)).toHaveLength(1)
  })

  it('takes no place where they are already, nor one that was closed to them, and the code stays good', async () => {
    const { person, browser } = await newGuest()
    const second = await newSlip()
    expect(detailOf(await take(browser, second.activationCode))).toMatch(/đã có ở trường ấy/)
    await leave(person)
    expect(detailOf(await take(browser, second.activationCode))).toMatch(/đã có ở trường ấy/)
    expect((await browser.ask('GET', yearsOfDoor)).statusCode).toBe(404)
    const newcomer = await signIn(opened, await newPerson(opened))
    expect((await take(newcomer, second.activationCode)).statusCode).toBe(200)
  })

  it('takes none that the school has closed before', async () => {
    const { account, activationCode } = await newSlip()
    const url = `${accountsOf(doorCode)}/${account.accountId}`
    await door.ask('PATCH', url, { state: 'suspended' })
    const browser = await signIn(opened, await newPerson(opened))
    expect(detailOf(await take(browser, activationCode))).toMatch(/đã tạm khóa phiếu này/)
    await door.ask('PATCH', url, { state: 'active' })
    expect((await take(browser, activationCode)).statusCode).toBe(200)
  })

  it('takes none with the code that renews an account, nor after two weeks', async () => {
    const person = await newPerson(opened)
    await signIn(opened, person)
    const recovered = await home.ask('POST', `${accountsOf(homeCode)}/${person.accountId}/recovery`, {
      reason: 'quên mật khẩu',
    })
    // Whoever was invited and never came gets a new code, which is still a slip.
    const { account } = await newSlip()
    const again = await door.ask('POST', `${accountsOf(doorCode)}/${account.accountId}/recovery`, {
      reason: 'mất phiếu',
    })
    const browser = await signIn(opened, await newPerson(opened))
    expect((await take(browser, again.json<Slip>().activationCode)).statusCode).toBe(200)
    const unused = await take(browser, recovered.json<Slip>().activationCode)
    expect([unused.statusCode, detailOf(unused)]).toEqual([422, expect.stringMatching(/Mã này cấp lại/)])
    const { activationCode } = await newSlip()
    opened.pass(14 * 86_400_000)
    await comeIn()
    const late = await signIn(opened, await newPerson(opened))
    expect(detailOf(await take(late, activationCode))).toMatch(/đã hết hạn/)
  })

  it('tries ten codes, not eleven', async () => {
    const browser = await signIn(opened, await newPerson(opened))
    const statuses: number[] = []
    for (let tries = 0; tries < 11; tries += 1)
      statuses.push((await take(browser, 'ABCD-EFGH-JKLM')).statusCode)
    expect(statuses).toEqual([...Array<number>(10).fill(422), 429])
  })
})

describe('a school where somebody is a guest', () => {
  it('is told their name and what they are there, and nothing else of the account', async () => {
    const { person, slip } = await newGuest({ fullName: 'Tên Trên Phiếu' })
    const { accounts } = await listAtDoor()
    expect(accounts.find(({ accountId }) => accountId === person.accountId)).toEqual({
      accountId: person.accountId,
      username: '',
      fullName: 'Kha Văn Tiến',
      isGuest: true,
      staffCode: null,
      isAdministrator: false,
      state: 'active',
      hasOneTimeCodes: false,
      lastSignInAt: null,
      roles: [],
    })
    expect(accounts.map(({ accountId }) => accountId)).not.toContain(slip.account.accountId)
    expect((await listAtDoor(`&search=${person.username}`)).total).toBe(0)
    const acts = await listActs(door, doorCode)
    expect(acts.filter(({ detail }) => detail === slip.account.username)).toContainEqual(
      expect.objectContaining({ kind: 'join', byName: 'Kha Văn Tiến', aboutName: 'Kha Văn Tiến' }),
    )
  })

  it('is not told when they change their password; their own school is', async () => {
    const { browser } = await newGuest()
    const before = await listActs(door, doorCode)
    const changed = await browser.ask('PUT', '/api/v1/me/password', {
      currentPassword: 'bốn con trâu gặm cỏ',
      newPassword: otherPassword,
    })
    expect(changed.statusCode).toBe(204)
    expect(await listActs(door, doorCode)).toEqual(before)
    expect((await listActs(home, homeCode)).map(({ kind }) => kind)).toContain('change-password')
  })

  it('does not renew the account: password, codes and sessions stay', async () => {
    const { person, browser } = await newGuest()
    const answer = await door.ask('POST', `${accountsOf(doorCode)}/${person.accountId}/recovery`, {
      reason: 'tò mò',
    })
    expect([answer.statusCode, detailOf(answer)]).toEqual([422, expect.stringMatching(/một trường khác cấp/)])
    expect(await statusOfMe(browser)).toBe(200)
    expect((await enter(opened.openBrowser(), person.username)).statusCode).toBe(201)
  })

  it('closes its own door at once, and no other; and opens it again', async () => {
    const { person, browser } = await newGuest({ staffCode: 'CB02' })
    const url = `${accountsOf(doorCode)}/${person.accountId}`
    const sheet = `/api/v1/schools/${doorCode}/years/${schoolYear}/lower-secondary/classes/9A/sheets/homeroom`
    expect((await browser.ask('GET', sheet)).statusCode).toBe(200)
    expect((await door.ask('PATCH', url, { state: 'suspended' })).json()).toMatchObject({
      account: { state: 'suspended', username: '', lastSignInAt: null },
    })
    expect((await browser.ask('GET', sheet)).statusCode).toBe(404)
    expect((await browser.ask('GET', '/api/v1/me')).json()).toMatchObject({
      memberships: [{ schoolCode: homeCode }],
    })
    await door.ask('PATCH', url, { state: 'active' })
    expect((await browser.ask('GET', sheet)).statusCode).toBe(200)
  })

  it('keeps its door shut once the account was renewed at home, until it opens it itself', async () => {
    const { person } = await newGuest()
    const answer = await home.ask('POST', `${accountsOf(homeCode)}/${person.accountId}/recovery`, {
      reason: 'quên mật khẩu',
    })
    const url = `${accountsOf(doorCode)}/${person.accountId}`
    const ofGuest = async () =>
      (await listAtDoor()).accounts.find(({ accountId }) => accountId === person.accountId)
    expect(await ofGuest()).toMatchObject({ state: 'suspended' })
    // Without a password for the moment: that is told to nobody next door.
    await door.ask('PATCH', url, { state: 'active' })
    expect(await ofGuest()).toMatchObject({ state: 'active' })
    const { activationCode } = answer.json<Slip>()
    const back = await opened
      .openBrowser()
      .ask('POST', '/api/v1/activations', { activationCode, password: otherPassword })
    expect(back.json()).toMatchObject({ memberships: [{ schoolCode: homeCode }, { schoolCode: doorCode }] })
  })
})

it('leaves one account of two: nobody can sign in with the one that waited', async () => {
  const { slip } = await newGuest()
  const { rows } = await withClient(filled.server.superuserUrl, (client) =>
    client.query<{ password_hash: string | null; places: string }>(
      `select password_hash, (select count(*) from signin.membership m where m.account_id = a.account_id) as places
       from signin.account a where account_id = $1`,
      [slip.account.accountId],
    ),
  )
  expect(rows).toEqual([{ password_hash: null, places: '0' }])
})
