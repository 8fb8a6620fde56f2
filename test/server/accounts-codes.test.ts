import { Secret } from 'otpauth'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeAt } from '../../src/adapters/one-time-codes.ts'
import { withClient } from '../../src/adapters/postgres/session.ts'
import { now, type FilledDatabase } from '../database/support/gradebook.ts'
import { enter, newPerson, signIn, statusOfMe, type Person } from './support/people.ts'
import { openSchoolServer, password, type Browser, type SchoolServer } from './support/school-server.ts'
import { openSchools, smallSchool } from './support/small-school.ts'

let filled: FilledDatabase
let opened: SchoolServer
const schoolCode = smallSchool.school.code

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

describe('one-time codes', () => {
  const begin = async (browser: Browser) => {
    const answer = await browser.ask('POST', '/api/v1/me/one-time-codes', { password })
    expect(answer.statusCode).toBe(200)
    return answer.json<{ readonly secret: string; readonly uri: string; readonly qrSvg: string }>()
  }
  const codeOf = (secret: string, stepsOff = 0): string =>
    codeAt(Secret.fromBase32(secret).bytes, new Date(opened.now().getTime() + stepsOff * 30_000))

  const setUp = async (person: Person): Promise<{ readonly browser: Browser; readonly secret: string }> => {
    const browser = await signIn(opened, person)
    const { secret } = await begin(browser)
    const answer = await browser.ask('PUT', '/api/v1/me/one-time-codes', { oneTimeCode: codeOf(secret) })
    expect(answer.statusCode).toBe(200)
    opened.pass(90_000)
    return { browser, secret }
  }

  it('begin with a secret for an authenticator, and count once a code confirmed it; the session is renewed', async () => {
    const person = await newPerson(opened)
    const browser = await signIn(opened, person)
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
    const person = await newPerson(opened)
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
    const person = await newPerson(opened)
    const { secret } = await setUp(person)
    const oneTimeCode = codeOf(secret)
    const answers = await Promise.all(
      [1, 2, 3].map(() => enter(opened.openBrowser(), person.username, { oneTimeCode })),
    )
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([201, 401, 401])
  })

  it('may be one step early or late, not two', async () => {
    const person = await newPerson(opened)
    const { secret } = await setUp(person)
    const statuses: number[] = []
    for (const off of [-2, -1, 2, 1])
      statuses.push(
        (await enter(opened.openBrowser(), person.username, { oneTimeCode: codeOf(secret, off) })).statusCode,
      )
    expect(statuses).toEqual([401, 201, 401, 201])
  })

  it('are no use without the password', async () => {
    const person = await newPerson(opened)
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
    const person = await newPerson(opened)
    const { secret } = await setUp(person)
    const bytes = Buffer.from(Secret.fromBase32(secret).bytes)
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
      const person = await newPerson(opened, { staffCode })
      const browser = await signIn(opened, person)
      const answer = await browser.ask('GET', years)
      expect([staffCode, answer.statusCode]).toEqual([staffCode, status])
      if (status === 200) continue
      expect(answer.json()).toMatchObject({ type: '/api/docs/problems#one-time-codes-required' })
      expect((await browser.ask('GET', '/api/v1/me')).json()).toMatchObject({
        account: { needsOneTimeCodes: true },
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
    const person = await newPerson(opened)
    const { browser, secret } = await setUp(person)
    const remove = (oneTimeCode: string) =>
      browser.ask('DELETE', '/api/v1/me/one-time-codes', { password, oneTimeCode })
    expect((await browser.ask('GET', '/api/v1/me')).json()).toMatchObject({
      account: { hasOneTimeCodes: true, needsOneTimeCodes: false },
    })
    expect((await remove(codeOf(secret, 9))).statusCode).toBe(422)
    expect((await remove(codeOf(secret))).statusCode).toBe(204)
    expect((await enter(opened.openBrowser(), person.username)).statusCode).toBe(201)
  })

  it('are not given up for a wrong password, nor guessed: after ten wrong ones none is tried', async () => {
    const person = await newPerson(opened)
    const { browser, secret } = await setUp(person)
    const remove = (more: object) => browser.ask('DELETE', '/api/v1/me/one-time-codes', { password, ...more })
    const unproved = await remove({ oneTimeCode: codeOf(secret), password: 'không phải nó đâu' })
    expect(unproved.json()).toMatchObject({ detail: 'Mật khẩu hiện tại không đúng.' })
    // One try was counted when the codes were set up.
    for (let tries = 1; tries < 10; tries += 1)
      expect((await remove({ oneTimeCode: codeOf(secret, 9) })).statusCode).toBe(422)
    expect((await remove({ oneTimeCode: codeOf(secret) })).statusCode).toBe(429)
    expect((await browser.ask('GET', '/api/v1/me')).json()).toMatchObject({
      account: { hasOneTimeCodes: true },
    })
  })
})
