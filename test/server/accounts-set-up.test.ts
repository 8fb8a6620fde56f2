import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { connect, type Database } from '../../src/adapters/postgres/connect.ts'
import { saveSchoolYear } from '../../src/adapters/postgres/school/save-school-year.ts'
import { openTestDatabase, type TestDatabase } from '../../src/adapters/postgres/testing.ts'
import { withClient } from '../../src/adapters/postgres/session.ts'
import { now, schoolYear } from '../database/support/gradebook.ts'
import { openSchoolServer, type SchoolServer } from './support/school-server.ts'
import { smallSchool } from './support/small-school.ts'

let server: TestDatabase
let school: Database<'school'>
let opened: SchoolServer

beforeEach(async () => {
  server = await openTestDatabase()
  school = await connect(server.url, 'school')
  opened = await openSchoolServer({ school, url: server.url, startsAt: now })
})
afterEach(async () => {
  await opened.close()
  await school.destroy()
  await server.close()
})

const request = (more: object = {}) => ({
  setUpCode: opened.setUpCode,
  school: {
    code: smallSchool.school.code,
    name: 'Trường THCS Mường Lống',
    level: 'lower-secondary',
    wardCode: '00007',
    wardName: 'Xã Mường Lống',
    provinceCode: '40',
    provinceName: 'Tỉnh Sông Lam',
    signingPlace: 'Mường Lống',
  },
  schoolYear,
  administrator: { fullName: 'Giàng A Quản', username: 'quan.tri', password: 'bốn con trâu gặm cỏ' },
  ...more,
})

const found = (more: object = {}) => opened.openBrowser().ask('POST', '/api/v1/set-up', request(more))
const isNeeded = async (): Promise<unknown> =>
  (await opened.openBrowser().ask('GET', '/api/v1/set-up')).json<{ readonly isNeeded: boolean }>().isNeeded

const countRows = async (): Promise<readonly unknown[]> =>
  withClient(server.superuserUrl, async (client) => {
    const { rows } = await client.query<Readonly<Record<'accounts' | 'years', number>>>(
      `select (select count(*)::int from signin.account) as accounts, (select count(*)::int from school.school_year) as years`,
    )
    return rows
  })

describe('the first set-up', () => {
  it('makes school, year and administrator, who is signed in then', async () => {
    expect(await isNeeded()).toBe(true)
    const answer = await found({ setUpCode: opened.setUpCode.toLowerCase() })
    expect(answer.statusCode).toBe(201)
    expect(answer.headers['set-cookie']).toMatch(/^__Host-hocba=/)
    expect(answer.json()).toMatchObject({
      account: { username: 'quan.tri' },
      memberships: [
        {
          schoolName: 'Trường THCS Mường Lống',
          isAdministrator: true,
          years: [{ schoolYear, roles: ['administrator'] }],
        },
      ],
    })
    expect(await isNeeded()).toBe(false)
    expect((await found()).statusCode).toBe(409)
  })

  it('is done by whoever reads the server’s console alone', async () => {
    expect((await found({ setUpCode: 'AAAA-BBBB-CCCC' })).statusCode).toBe(422)
    expect(await countRows()).toEqual([{ accounts: 0, years: 0 }])
  })

  it('is done once, by one of five who come at the same moment', async () => {
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => found()))
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([201, 409, 409, 409, 409])
    expect(await countRows()).toEqual([{ accounts: 1, years: 1 }])
  })

  it('takes the school as it is where its workbook was imported before', async () => {
    await saveSchoolYear(school, smallSchool, { now, by: 'Nhập sổ' })
    expect((await found()).json()).toMatchObject({ memberships: [{ schoolName: smallSchool.school.name }] })
  })

  it('leaves nothing behind where it is refused', async () => {
    const bad = [
      { schoolYear: '2026-2028' },
      { administrator: { fullName: 'Quản', username: 'quan.tri', password: '123456' } },
      { administrator: { fullName: 'Quản', username: 'quản trị', password: 'bốn con trâu gặm cỏ' } },
      { school: { ...request().school, code: "'; --" } },
      { school: { ...request().school, name: 'a\u0000b' } },
    ]
    for (const more of bad) expect([400, 422]).toContain((await found(more)).statusCode)
    expect(await countRows()).toEqual([{ accounts: 0, years: 0 }])
    expect(await isNeeded()).toBe(true)
  })
})
