import { randomUUID } from 'node:crypto'
import type { Response } from 'light-my-request'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { typedPupil } from '../builders/typed-pupil.ts'
import { now, openFilled, schoolYear, type FilledDatabase } from '../database/support/gradebook.ts'
import { askAll, digestAll, tenantOf } from '../database/support/rows.ts'
import {
  documented,
  operations as ofSchool,
  usual,
  type Asking,
  type Sent,
} from './support/every-operation.ts'
import { bookOperations, tablesOfBooks } from './support/book-operations.ts'
import { noticeOperations } from './support/notice-operations.ts'
import { runAs, tryingAs, type Scope, type Tried } from './support/other-tenant.ts'
import { openSchoolServer, type SchoolServer } from './support/school-server.ts'
import { smallSchool, staff } from './support/small-school.ts'
import { alwaysAnswering, listFaults } from './support/tenancy-faults.ts'

const isRollOver = ([operation]: readonly [string, unknown]): boolean => operation.includes('roll-over')
const listed = Object.entries(ofSchool)
/** The next year is made last: whatever asks for the newest year would then find it empty. */
const operations = Object.fromEntries([
  ...listed.filter((one) => !isRollOver(one)),
  ...Object.entries(noticeOperations),
  ...listed.filter(isRollOver),
])

const own = smallSchool.school.code
/** The same school once more, to the last pupil: whatever is not told apart by the tenant is found there. */
const twin = { ...smallSchool, school: { ...smallSchool.school, code: '0079000888' } }

const tried = new Map<string, readonly Tried[]>()
let filled: FilledDatabase
let opened: SchoolServer
let names: readonly Scope[] = []
const nobody: Scope = { tenant: '', schoolCode: '' }
const cookies = new Map<Asking, string>()
const answers = new Map<string, Response>()

const signInAll = async (): Promise<void> => {
  const people = [
    ...Object.entries(staff).map(([username, [staffCode, , fullName]]) => ({
      username,
      staffCode,
      fullName,
    })),
    { username: 'administrator', fullName: 'Giàng A Quản', isAdministrator: true },
  ]
  const asking = people.filter(({ username }) => !['otherTeacher', 'suspended'].includes(username))
  const ids = await opened.addMembers(
    ...asking.map((one) => ({ schoolCode: own, ...one, username: one.username.toLowerCase() })),
  )
  for (const [index, { username }] of asking.entries())
    cookies.set(username as Asking, (await opened.browserOf(ids[index] ?? '')).cookie())
}

beforeAll(async () => {
  filled = await openFilled(smallSchool, twin)
  opened = await openSchoolServer({ school: filled.database, url: filled.server.url, startsAt: now })
  await signInAll()
  for (const code of [own, twin.school.code])
    await askAll(
      filled.server,
      `insert into school.subject_group (tenant_id, school_year, level, name, head, act_id)
       values ($1, $2, 'lower-secondary', 'Tổ Toán – Tin', 'CB08', $3)`,
      [await tenantOf(filled.server, code), schoolYear, randomUUID()],
    )
  const other = String(await tenantOf(filled.server, twin.school.code))
  names = [{ tenant: other, schoolCode: twin.school.code }, nobody]
})
afterAll(async () => {
  await opened.close()
  await filled.close()
})

const multipart = (workbook: Uint8Array) => ({
  headers: { 'content-type': 'multipart/form-data; boundary=ranh-gioi' },
  payload: Buffer.concat([
    Buffer.from('--ranh-gioi\r\ncontent-disposition: form-data; name="file"; filename="so.xlsx"\r\n\r\n'),
    workbook,
    Buffer.from('\r\n--ranh-gioi--\r\n'),
  ]),
})

const askFor =
  (operation: string) =>
  async (by: Asking, sent: Sent = {}): Promise<Response> => {
    const [method = '', route = ''] = operation.split(' ')
    const { query = '', body, workbook } = sent
    const path = `/api/v1/schools/{schoolCode}${route}`.replace(/\{(\w+)\}/g, (_whole, name: string) =>
      encodeURIComponent((sent[name] as string | undefined) ?? usual[name] ?? ''),
    )
    const { headers, payload } = workbook === undefined ? { headers: {}, payload: body } : multipart(workbook)
    const answer = await opened.server.inject({
      method: method as 'GET',
      url: `${path}${query}`,
      headers: { cookie: cookies.get(by) ?? '', 'sec-fetch-site': 'same-origin', ...headers },
      ...(payload === undefined ? {} : { payload }),
    })
    expect(answer.statusCode, `${operation} by ${by}: ${answer.body.slice(0, 500)}`).toBeLessThan(300)
    answers.set(operation, answer)
    return answer
  }

const lastOf = (operation: string): Response => {
  const answer = answers.get(operation)
  if (answer === undefined) throw new Error(`${operation} was not asked yet`)
  return answer
}

const allTried = (): readonly Tried[] => [...tried.values()].flat()

/** Each statement with each of its values once. */
const listDistinct = (): readonly Tried[] => [
  ...new Map(allTried().map((one) => [JSON.stringify([one.sql, one.parameters]), one])).values(),
]

/** What is wrong where statements are run once more in each name. */
const listFaultsAs = async (
  ending: 'commit' | 'rollback',
  statements: readonly Tried[],
): Promise<readonly string[]> => {
  const faults: string[] = []
  for (const scope of names) {
    const outcomes = await runAs(filled.server.url, statements, scope, ending)
    faults.push(...statements.flatMap((one, index) => listFaults(one, outcomes.slice(index, index + 1))))
  }
  return faults
}

describe('every documented operation', () => {
  it('is asked here', () => {
    // Those of the books need a class that is full: book-query-tenancy.test.ts asks them.
    const asked = [...Object.keys(operations), ...Object.keys(bookOperations)]
    expect(asked.toSorted()).toEqual(documented.toSorted())
  })

  it.each(Object.entries(operations))(
    'sends no statement that meets or writes a row in another school’s name, or in nobody’s: %s',
    async (operation, run) => {
      const statements = await tryingAs(names, () => run(askFor(operation), lastOf))
      tried.set(operation, statements)
      expect(statements.length).toBeGreaterThan(0)
      expect(statements.flatMap((one) => listFaults(one, one.outcomes))).toEqual([])
    },
  )
})

describe('all of their statements together', () => {
  it('are many, all on the school’s data, and hardly one of them has no row to meet', () => {
    const most = new Map<string, number>()
    for (const { sql, own: met } of allTried()) most.set(sql, Math.max(met, most.get(sql) ?? 0))
    const texts = [...most.keys()]
    expect(texts.length).toBeGreaterThan(100)
    expect(texts.filter((sql) => !/\bschool"?\./.test(sql))).toEqual([])
    // Those left are of what must not be there: other duties, the same code at another level.
    expect([...most.values()].filter((met) => met === 0).length).toBeLessThan(texts.length / 10)
    for (const { part } of alwaysAnswering)
      expect(texts.filter((sql) => sql.includes(part)).length, part).toBeGreaterThan(0)
  })

  it('run again for good in another school’s name, and in nobody’s, change not one byte of any school', async () => {
    const before = await digestAll(filled.server)
    expect(await listFaultsAs('commit', listDistinct())).toEqual([])
    expect(await digestAll(filled.server)).toEqual(before)
  })
})

/** What the statements come to while a table has no row security. */
const withoutSecurity = async <T>(table: string, work: () => Promise<T>): Promise<T> => {
  const change = (how: 'enable' | 'disable') =>
    askAll(filled.server, `alter table school.${table} ${how} row level security`)
  await change('disable')
  try {
    return await work()
  } finally {
    await change('enable')
  }
}

describe('a table that had no row security', () => {
  it('would be found out, whichever of the school’s tables it is', async () => {
    const missed: string[] = []
    for (const { name } of await digestAll(filled.server)) {
      const about = listDistinct().filter(({ sql }) => new RegExp(`school"?\\."?${name}\\b`).test(sql))
      const faults = await withoutSecurity(name, () => listFaultsAs('rollback', about))
      if (faults.length === 0) missed.push(name)
    }
    // No operation meets the codes of issued books; a pupil's number that is there is not entered again (below).
    // Those of the books have their own test; the daily digest's are tried in test/database/digests.test.ts.
    const elsewhere = [...tablesOfBooks, 'digest']
    expect(missed.filter((name) => !elsewhere.includes(name))).toEqual(['book_code', 'student', 'year_code'])
  })

  it('would be found out while the operation runs: the one of the numbers of pupils', async () => {
    const sent = { studentCode: '4000000779', body: { ...typedPupil, citizenId: null, seenVersion: null } }
    const enrol = askFor('PUT /years/{schoolYear}/{level}/classes/{classId}/students/{studentCode}')
    const statements = await withoutSecurity('student', () => tryingAs(names, () => enrol('registrar', sent)))
    const faults = statements.flatMap((one) => listFaults(one, one.outcomes))
    // Once as the other school, once as nobody.
    expect(faults).toEqual(Array(2).fill(expect.stringMatching(/^1 written, .*insert into school\.student /)))
  })
})
