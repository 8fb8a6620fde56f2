import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withClient } from '../../src/adapters/postgres/session.ts'
import { now, schoolYear, type FilledDatabase } from '../database/support/gradebook.ts'
import { enter, newPerson, signIn, statusOfMe } from './support/people.ts'
import { openSchoolServer, password, type Browser, type SchoolServer } from './support/school-server.ts'
import { openSchools, otherSchool, smallSchool } from './support/small-school.ts'

let filled: FilledDatabase
let opened: SchoolServer
const schoolCode = smallSchool.school.code
const [minute, hour, day] = [60_000, 3_600_000, 86_400_000]

beforeAll(async () => {
  filled = await openSchools()
  opened = await openSchoolServer({
    school: filled.database,
    url: filled.server.url,
    startsAt: now,
    oneTimeCodesFor: ['principal', 'clerk', 'administrator'],
  })
})
afterAll(async () => {
  await opened.close()
  await filled.close()
})

describe('signing in', () => {
  it('gives a cookie for this server alone, out of reach of scripts, and says who it is', async () => {
    const { username } = await newPerson(opened, { staffCode: 'CB09' })
    const answer = await enter(opened.openBrowser(), ` ${username.toUpperCase()} `)
    expect(answer.statusCode).toBe(201)
    expect(answer.headers['set-cookie']).toMatch(
      /^__Host-hocba=[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Lax$/,
    )
    expect(answer.headers['cache-control']).toBe('no-store')
    expect(answer.json()).toMatchObject({
      account: { username, fullName: 'Kha Văn Tiến', hasOneTimeCodes: false },
      memberships: [
        {
          schoolCode,
          schoolName: smallSchool.school.name,
          isAdministrator: false,
          staffCode: 'CB09',
          mustSetUpOneTimeCodes: false,
          years: [{ schoolYear, level: 'lower-secondary', roles: ['homeroom-teacher', 'subject-teacher'] }],
        },
      ],
    })
  })

  it('keeps of the token its SHA-256 alone', async () => {
    const browser = await signIn(opened, await newPerson(opened))
    const token = browser.cookie().split('=')[1] ?? ''
    const kept = await withClient(filled.server.superuserUrl, (client) =>
      client.query('select 1 from signin.session s where s::text like $1', [`%${token}%`]),
    )
    expect([token.length, kept.rowCount]).toEqual([43, 0])
  })

  it('answers an unknown name, a wrong password and an account without one alike', async () => {
    const { username, accountId } = await newPerson(opened)
    const browser = opened.openBrowser()
    const wrong = await browser.ask('POST', '/api/v1/sessions', { username, password: 'sai hoàn toàn rồi' })
    const unknown = await enter(browser, 'khong.co.ai')
    await withClient(filled.server.superuserUrl, (client) =>
      client.query('update signin.account set password_hash = null where account_id = $1', [accountId]),
    )
    const without = await enter(browser, username)
    expect([wrong.statusCode, wrong.body]).toEqual([401, unknown.body])
    expect([without.statusCode, without.body]).toEqual([401, unknown.body])
    expect(browser.cookie()).toBe('')
  })

  it('takes the password however a keyboard composed its letters', async () => {
    const { username } = await newPerson(opened)
    const answer = await opened
      .openBrowser()
      .ask('POST', '/api/v1/sessions', { username, password: password.normalize('NFD') })
    expect(answer.statusCode).toBe(201)
  })

  it('is refused for a while after ten wrong passwords for one name, known or not', async () => {
    const { username } = await newPerson(opened)
    for (const name of [username, 'ai.do.la'])
      for (let attempt = 0; attempt < 11; attempt += 1) {
        const answer = await opened
          .openBrowser()
          .ask('POST', '/api/v1/sessions', { username: name, password: 'đoán mò thôi mà' })
        expect(answer.statusCode).toBe(attempt < 10 ? 401 : 429)
      }
    expect((await enter(opened.openBrowser(), username)).statusCode).toBe(429)
    opened.pass(10 * minute)
    expect((await enter(opened.openBrowser(), username)).statusCode).toBe(201)
  })

  it('may be done by anybody as often as they like with the right password', async () => {
    const { username } = await newPerson(opened)
    for (let time = 0; time < 12; time += 1)
      expect((await enter(opened.openBrowser(), username)).statusCode).toBe(201)
  })

  it('is refused to an address from which a hundred were wrong, whatever the names', async () => {
    opened.pass(10 * minute)
    const statuses = new Set<number>()
    for (let attempt = 0; attempt < 100; attempt += 1)
      statuses.add((await enter(opened.openBrowser(), `ten.thu.${attempt}`)).statusCode)
    expect([...statuses]).toEqual([401])
    const { username } = await newPerson(opened)
    expect((await enter(opened.openBrowser(), username)).statusCode).toBe(429)
    opened.pass(10 * minute)
    expect((await enter(opened.openBrowser(), username)).statusCode).toBe(201)
  })

  it('is refused as malformed where a name or a password is none', async () => {
    for (const username of ['', '  ', 'a\u0000b', 'x'.repeat(61), 7])
      expect(
        (await opened.openBrowser().ask('POST', '/api/v1/sessions', { username, password })).statusCode,
      ).toBe(400)
  })
})

describe('a session', () => {
  it('ends when it was not used for twelve hours', async () => {
    const browser = await signIn(opened, await newPerson(opened))
    opened.pass(12 * hour - minute)
    expect(await statusOfMe(browser)).toBe(200)
    opened.pass(12 * hour - minute)
    expect(await statusOfMe(browser)).toBe(200)
    opened.pass(12 * hour + minute)
    expect(await statusOfMe(browser)).toBe(401)
    expect(browser.cookie()).toBe('')
  })

  it('ends after seven days however much it is used', async () => {
    const browser = await signIn(opened, await newPerson(opened))
    for (let half = 0; half < 15; half += 1) {
      opened.pass(11 * hour)
      expect(await statusOfMe(browser)).toBe(200)
    }
    opened.pass(3 * hour)
    expect(await statusOfMe(browser)).toBe(401)
  })

  it('takes the place of the one that the browser had', async () => {
    const person = await newPerson(opened)
    const browser = await signIn(opened, person)
    const before = opened.openBrowser(browser.cookie())
    await enter(browser, person.username)
    expect(browser.cookie()).not.toBe(before.cookie())
    expect([await statusOfMe(browser), await statusOfMe(before)]).toEqual([200, 401])
  })

  it('is ended by signing out, alone', async () => {
    const person = await newPerson(opened)
    const [one, other] = [await signIn(opened, person), await signIn(opened, person)]
    const again = opened.openBrowser(one.cookie())
    expect((await one.ask('DELETE', '/api/v1/sessions/current')).statusCode).toBe(204)
    expect([await statusOfMe(again), await statusOfMe(other)]).toEqual([401, 200])
  })

  it('is listed with its device, and can be ended from another one; nobody else’s can', async () => {
    const person = await newPerson(opened)
    const [one, other, stranger] = [
      await signIn(opened, person),
      await signIn(opened, person),
      await signIn(opened, await newPerson(opened)),
    ]
    interface Sessions {
      readonly sessions: readonly {
        readonly sessionId: string
        readonly isCurrent: boolean
        readonly device: string
      }[]
    }
    const { sessions } = (await one.ask('GET', '/api/v1/sessions')).json<Sessions>()
    expect(sessions.map(({ isCurrent }) => isCurrent).toSorted()).toEqual([false, true])
    const id = sessions.find(({ isCurrent }) => !isCurrent)?.sessionId ?? ''
    await stranger.ask('DELETE', `/api/v1/sessions/${id}`)
    expect(await statusOfMe(other)).toBe(200)
    await one.ask('DELETE', `/api/v1/sessions/${id}`)
    expect([await statusOfMe(one), await statusOfMe(other)]).toEqual([200, 401])
  })

  it('ends everywhere else at once', async () => {
    const person = await newPerson(opened)
    const [one, other, third] = [
      await signIn(opened, person),
      await signIn(opened, person),
      await signIn(opened, person),
    ]
    await one.ask('DELETE', '/api/v1/sessions')
    expect([await statusOfMe(one), await statusOfMe(other), await statusOfMe(third)]).toEqual([200, 401, 401])
  })

  it('is nobody’s where the token was made up', async () => {
    for (const cookie of [
      '__Host-hocba=abc',
      `__Host-hocba=${'A'.repeat(43)}`,
      '__Host-hocba=%00',
      'a=b; ; =;',
    ])
      expect(await statusOfMe(opened.openBrowser(cookie))).toBe(401)
  })

  it('sends at most six hundred things a minute', async () => {
    const browser = await signIn(opened, await newPerson(opened))
    const statuses: number[] = []
    for (let one = 0; one < 601; one += 1)
      statuses.push((await browser.ask('DELETE', '/api/v1/sessions')).statusCode)
    expect(new Set(statuses.slice(0, 600))).toEqual(new Set([204]))
    expect(statuses.at(-1)).toBe(429)
    expect(await statusOfMe(browser)).toBe(200)
  })
})

describe('a password', () => {
  const next = 'năm chiếc lá vàng rơi'
  const change = (browser: Browser, currentPassword: string, newPassword: string) =>
    browser.ask('PUT', '/api/v1/me/password', { currentPassword, newPassword })

  it('is changed by whoever knows the present one, and other sessions end', async () => {
    const person = await newPerson(opened)
    const [one, other] = [await signIn(opened, person), await signIn(opened, person)]
    expect((await change(one, 'không phải nó đâu', next)).statusCode).toBe(422)
    expect((await change(one, password, next)).statusCode).toBe(204)
    expect([await statusOfMe(one), await statusOfMe(other)]).toEqual([200, 401])
    expect((await enter(opened.openBrowser(), person.username)).statusCode).toBe(401)
    expect((await enter(opened.openBrowser(), person.username, { password: next })).statusCode).toBe(201)
  })

  it('is refused, with a reason, where others would guess it', async () => {
    const person = await newPerson(opened)
    const browser = await signIn(opened, person)
    for (const weak of ['ngắn quá', `${person.username} 2026 abc`, 'matkhau123456']) {
      const answer = await change(browser, password, weak)
      expect([answer.statusCode, answer.json<{ readonly detail: string }>().detail]).toEqual([
        422,
        expect.stringMatching(/^Mật khẩu /),
      ])
    }
  })
})

describe('a person of two schools', () => {
  it('is shown both, and is in each what they are there', async () => {
    const { username, accountId } = await newPerson(opened, { staffCode: 'CB07' })
    await withClient(filled.server.superuserUrl, (client) =>
      client.query(
        'insert into signin.membership (account_id, school_code, staff_code) values ($1, $2, $3)',
        [accountId, otherSchool.school.code, 'CB02'],
      ),
    )
    const browser = opened.openBrowser()
    expect((await enter(browser, username)).json()).toMatchObject({
      memberships: [
        { schoolCode, years: [{ roles: ['subject-teacher'] }] },
        { schoolCode: otherSchool.school.code, years: [{ roles: ['homeroom-teacher', 'subject-teacher'] }] },
      ],
    })
    const sheet = (school: string, classId: string): string =>
      `/api/v1/schools/${school}/years/${schoolYear}/lower-secondary/classes/${classId}/sheets/homeroom`
    expect((await browser.ask('GET', sheet(schoolCode, '7A'))).statusCode).toBe(403)
    expect((await browser.ask('GET', sheet(otherSchool.school.code, '9A'))).statusCode).toBe(200)
  })
})

it('keeps sessions seven days at most in the table too', async () => {
  const person = await newPerson(opened)
  await signIn(opened, person)
  opened.pass(8 * day)
  await signIn(opened, person)
  const { rows } = await withClient(filled.server.superuserUrl, (client) =>
    client.query('select 1 from signin.session where account_id = $1', [person.accountId]),
  )
  expect(rows).toHaveLength(1)
})
