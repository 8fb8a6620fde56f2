import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeAt } from '../../src/adapters/one-time-codes.ts'
import { withClient } from '../../src/adapters/postgres/session.ts'
import { now, schoolYear, type FilledDatabase } from '../database/support/gradebook.ts'
import { openSchoolServer, password, type Browser, type SchoolServer } from './support/school-server.ts'
import { openSchools, otherSchool, smallSchool } from './support/small-school.ts'
import { Secret } from 'otpauth'

let filled: FilledDatabase
let opened: SchoolServer
const schoolCode = smallSchool.school.code
const [minute, hour, day] = [60_000, 3_600_000, 86_400_000]
let count = 0

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

interface Person {
  readonly username: string
  readonly accountId: string
}

/** Somebody new each time, so that no test counts another's attempts. */
const newPerson = async (more: { readonly staffCode?: string } = {}): Promise<Person> => {
  const username = `person${(count += 1)}`
  const [accountId = ''] = await opened.addMembers({
    schoolCode,
    username,
    fullName: 'Kha Văn Tiến',
    ...more,
  })
  return { username, accountId }
}

const enter = (browser: Browser, username: string, more: object = {}) =>
  browser.ask('POST', '/api/v1/sessions', { username, password, ...more })

const signIn = async ({ username }: Person): Promise<Browser> => {
  const browser = opened.openBrowser()
  expect((await enter(browser, username)).statusCode).toBe(201)
  return browser
}

const statusOfMe = async (browser: Browser): Promise<number> =>
  (await browser.ask('GET', '/api/v1/me')).statusCode

describe('signing in', () => {
  it('gives a cookie for this server alone, out of reach of scripts, and says who it is', async () => {
    const { username } = await newPerson({ staffCode: 'CB05' })
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
          staffCode: 'CB05',
          mustSetUpOneTimeCodes: false,
          years: [{ schoolYear, level: 'lower-secondary', roles: ['accountant'] }],
        },
      ],
    })
  })

  it('keeps of the token its SHA-256 alone', async () => {
    const browser = await signIn(await newPerson())
    const token = browser.cookie().split('=')[1] ?? ''
    const kept = await withClient(filled.server.superuserUrl, (client) =>
      client.query('select 1 from signin.session s where s::text like $1', [`%${token}%`]),
    )
    expect([token.length, kept.rowCount]).toEqual([43, 0])
  })

  it('answers an unknown name, a wrong password and an account without one alike', async () => {
    const { username, accountId } = await newPerson()
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

  it('is the same work whether the name is known or not: a hash is compared each time', async () => {
    // A password in another composition of its letters is the same password: so a hash was computed from it.
    const { username } = await newPerson()
    const answer = await opened
      .openBrowser()
      .ask('POST', '/api/v1/sessions', { username, password: password.normalize('NFD') })
    expect(answer.statusCode).toBe(201)
  })

  it('is refused for a while after ten wrong passwords for one name, known or not', async () => {
    const { username } = await newPerson()
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
    const { username } = await newPerson()
    for (let time = 0; time < 12; time += 1)
      expect((await enter(opened.openBrowser(), username)).statusCode).toBe(201)
  })

  it('is refused to an address from which a hundred were wrong, whatever the names', async () => {
    opened.pass(10 * minute)
    const statuses = new Set<number>()
    for (let attempt = 0; attempt < 100; attempt += 1)
      statuses.add((await enter(opened.openBrowser(), `ten.thu.${attempt}`)).statusCode)
    expect([...statuses]).toEqual([401])
    const { username } = await newPerson()
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
    const browser = await signIn(await newPerson())
    opened.pass(12 * hour - minute)
    expect(await statusOfMe(browser)).toBe(200)
    opened.pass(12 * hour - minute)
    expect(await statusOfMe(browser)).toBe(200)
    opened.pass(12 * hour + minute)
    expect(await statusOfMe(browser)).toBe(401)
    expect(browser.cookie()).toBe('')
  })

  it('ends after seven days however much it is used', async () => {
    const browser = await signIn(await newPerson())
    for (let half = 0; half < 15; half += 1) {
      opened.pass(11 * hour)
      expect(await statusOfMe(browser)).toBe(200)
    }
    opened.pass(3 * hour)
    expect(await statusOfMe(browser)).toBe(401)
  })

  it('takes the place of the one that the browser had', async () => {
    const person = await newPerson()
    const browser = await signIn(person)
    const before = opened.openBrowser(browser.cookie())
    await enter(browser, person.username)
    expect(browser.cookie()).not.toBe(before.cookie())
    expect([await statusOfMe(browser), await statusOfMe(before)]).toEqual([200, 401])
  })

  it('is ended by signing out, alone', async () => {
    const person = await newPerson()
    const [one, other] = [await signIn(person), await signIn(person)]
    const again = opened.openBrowser(one.cookie())
    expect((await one.ask('DELETE', '/api/v1/sessions/current')).statusCode).toBe(204)
    expect([await statusOfMe(again), await statusOfMe(other)]).toEqual([401, 200])
  })

  it('is listed with its device, and can be ended from another one; nobody else’s can', async () => {
    const person = await newPerson()
    const [one, other, stranger] = [
      await signIn(person),
      await signIn(person),
      await signIn(await newPerson()),
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
    const person = await newPerson()
    const [one, other, third] = [await signIn(person), await signIn(person), await signIn(person)]
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
    const browser = await signIn(await newPerson())
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
    const person = await newPerson()
    const [one, other] = [await signIn(person), await signIn(person)]
    expect((await change(one, 'không phải nó đâu', next)).statusCode).toBe(422)
    expect((await change(one, password, next)).statusCode).toBe(204)
    expect([await statusOfMe(one), await statusOfMe(other)]).toEqual([200, 401])
    expect((await enter(opened.openBrowser(), person.username)).statusCode).toBe(401)
    expect((await enter(opened.openBrowser(), person.username, { password: next })).statusCode).toBe(201)
  })

  it('is refused, with a reason, where others would guess it', async () => {
    const person = await newPerson()
    const browser = await signIn(person)
    for (const weak of ['ngắn quá', `${person.username} 2026 abc`, 'matkhau123456']) {
      const answer = await change(browser, password, weak)
      expect([answer.statusCode, answer.json<{ readonly detail: string }>().detail]).toEqual([
        422,
        expect.stringMatching(/^Mật khẩu /),
      ])
    }
  })
})

describe('one-time codes', () => {
  const begin = async (browser: Browser) => {
    const answer = await browser.ask('POST', '/api/v1/me/one-time-codes', { password })
    expect(answer.statusCode).toBe(200)
    return answer.json<{ readonly secret: string; readonly uri: string; readonly qrSvg: string }>()
  }
  const codeOf = (secret: string, stepsOff = 0): string =>
    codeAt(
      new Uint8Array(Secret.fromBase32(secret).buffer),
      new Date(opened.now().getTime() + stepsOff * 30_000),
    )

  const setUp = async (person: Person): Promise<{ readonly browser: Browser; readonly secret: string }> => {
    const browser = await signIn(person)
    const { secret } = await begin(browser)
    const answer = await browser.ask('PUT', '/api/v1/me/one-time-codes', { oneTimeCode: codeOf(secret) })
    expect(answer.statusCode).toBe(200)
    opened.pass(90_000)
    return { browser, secret }
  }

  it('begin with a secret for an authenticator, and count once a code confirmed it; the session is renewed', async () => {
    const person = await newPerson()
    const browser = await signIn(person)
    const before = opened.openBrowser(browser.cookie())
    const { secret, uri, qrSvg } = await begin(browser)
    expect(uri).toContain(`secret=${secret}`)
    expect(qrSvg).toMatch(/^<svg /)
    expect((await enter(opened.openBrowser(), person.username)).statusCode).toBe(201)
    const wrong = await browser.ask('PUT', '/api/v1/me/one-time-codes', { oneTimeCode: codeOf(secret, 40) })
    expect(wrong.statusCode).toBe(422)
    const right = await browser.ask('PUT', '/api/v1/me/one-time-codes', { oneTimeCode: codeOf(secret) })
    expect(right.json()).toMatchObject({ account: { hasOneTimeCodes: true } })
    expect([await statusOfMe(browser), await statusOfMe(before)]).toEqual([200, 401])
  })

  it('are asked for after the password, and taken once each', async () => {
    const person = await newPerson()
    const { secret } = await setUp(person)
    const asked = await enter(opened.openBrowser(), person.username)
    expect([asked.statusCode, asked.json<{ readonly type: string }>().type]).toEqual([
      401,
      '/api/docs/problems#one-time-code-needed',
    ])
    const oneTimeCode = codeOf(secret)
    expect((await enter(opened.openBrowser(), person.username, { oneTimeCode })).statusCode).toBe(201)
    expect((await enter(opened.openBrowser(), person.username, { oneTimeCode })).statusCode).toBe(401)
  })

  it('are taken once even by two who come at the same moment', async () => {
    const person = await newPerson()
    const { secret } = await setUp(person)
    const oneTimeCode = codeOf(secret)
    const answers = await Promise.all(
      [1, 2, 3].map(() => enter(opened.openBrowser(), person.username, { oneTimeCode })),
    )
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([201, 401, 401])
  })

  it('may be one step early or late, not two', async () => {
    const person = await newPerson()
    const { secret } = await setUp(person)
    const statuses: number[] = []
    for (const off of [-2, -1, 2, 1])
      statuses.push(
        (await enter(opened.openBrowser(), person.username, { oneTimeCode: codeOf(secret, off) })).statusCode,
      )
    expect(statuses).toEqual([401, 201, 401, 201])
  })

  it('are no use without the password', async () => {
    const person = await newPerson()
    const { secret } = await setUp(person)
    const answer = await enter(opened.openBrowser(), person.username, {
      password: 'không phải nó đâu',
      oneTimeCode: codeOf(secret),
    })
    expect([answer.statusCode, answer.json<{ readonly type: string }>().type]).toEqual([
      401,
      '/api/docs/problems#sign-in-failed',
    ])
  })

  it('have their secret sealed in the database', async () => {
    const person = await newPerson()
    const { secret } = await setUp(person)
    const bytes = Buffer.from(Secret.fromBase32(secret).buffer)
    const { rows } = await withClient(filled.server.superuserUrl, (client) =>
      client.query<{ one_time_secret: Buffer }>(
        'select one_time_secret from signin.account where account_id = $1',
        [person.accountId],
      ),
    )
    expect(rows[0]?.one_time_secret.includes(bytes)).toBe(false)
    expect(rows[0]?.one_time_secret.length).toBe(12 + bytes.length + 16)
  })

  it('must be there before a principal or a clerk reaches the school; a teacher goes without', async () => {
    const years = `/api/v1/schools/${schoolCode}/years`
    for (const [staffCode, status] of [
      ['CB01', 403],
      ['CB04', 403],
      ['CB06', 200],
    ] as const) {
      const person = await newPerson({ staffCode })
      const browser = await signIn(person)
      const answer = await browser.ask('GET', years)
      expect([staffCode, answer.statusCode]).toEqual([staffCode, status])
      if (status === 200) continue
      expect(answer.json()).toMatchObject({ type: '/api/docs/problems#one-time-codes-required' })
      expect((await browser.ask('GET', '/api/v1/me')).json()).toMatchObject({
        memberships: [{ mustSetUpOneTimeCodes: true }],
      })
      const { secret } = await begin(browser)
      await browser.ask('PUT', '/api/v1/me/one-time-codes', { oneTimeCode: codeOf(secret) })
      expect((await browser.ask('GET', years)).statusCode).toBe(200)
      opened.pass(90_000)
      const removed = await browser.ask('DELETE', '/api/v1/me/one-time-codes', {
        password,
        oneTimeCode: codeOf(secret),
      })
      expect(removed.statusCode).toBe(422)
    }
  })

  it('are given up with a password and a code where no role asks for them', async () => {
    const person = await newPerson()
    const { browser, secret } = await setUp(person)
    const remove = (oneTimeCode: string) =>
      browser.ask('DELETE', '/api/v1/me/one-time-codes', { password, oneTimeCode })
    expect((await remove(codeOf(secret, 9))).statusCode).toBe(422)
    expect((await remove(codeOf(secret))).statusCode).toBe(204)
    expect((await enter(opened.openBrowser(), person.username)).statusCode).toBe(201)
  })
})

describe('a person of two schools', () => {
  it('is shown both, and is in each what they are there', async () => {
    const { username, accountId } = await newPerson({ staffCode: 'CB07' })
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
  const person = await newPerson()
  await signIn(person)
  opened.pass(8 * day)
  await signIn(person)
  const { rows } = await withClient(filled.server.superuserUrl, (client) =>
    client.query('select 1 from signin.session where account_id = $1', [person.accountId]),
  )
  expect(rows).toHaveLength(1)
})
