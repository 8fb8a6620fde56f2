import { randomUUID } from 'node:crypto'
import type { Response } from 'light-my-request'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { saveSchoolYear } from '../../src/adapters/postgres/school/save-school-year.ts'
import {
  colleagues,
  confirmAll,
  placeOf,
  plannedClass,
  sheetsOf,
  type Colleague as Who,
  type FinishedClass,
} from '../database/support/finished-class.ts'
import { schoolYear } from '../database/support/gradebook.ts'
import { askAll, digestAll, tenantOf } from '../database/support/rows.ts'
import { openSigningBench, type SigningBench } from '../database/support/signing-bench.ts'
import { bookOperations, tablesOfBooks, type BookDesk, type Colleague } from './support/book-operations.ts'
import { runAs, tryingAs, type Scope, type Tried } from './support/other-tenant.ts'
import { openSchoolServer, type SchoolServer } from './support/school-server.ts'
import { listFaults } from './support/tenancy-faults.ts'

/** The same as every-query-tenancy.test.ts, for what needs a class whose gradebook is full. */

const twin = plannedClass(7, 2, '0079000888')
const records = plannedClass(7, 2)
const tried = new Map<string, readonly Tried[]>()
const answers = new Map<string, Response>()
const cookies = new Map<string, string>()

let bench: SigningBench
let finished: FinishedClass
let opened: SchoolServer
let names: readonly Scope[] = []

const signInAll = async (): Promise<void> => {
  const people = [
    ...Object.entries(colleagues).map(([name, { staffCode, fullName }]) => ({ name, staffCode, fullName })),
    { name: 'administrator', fullName: 'Giàng A Quản', isAdministrator: true },
  ]
  const ids = await opened.addMembers(
    ...people.map(({ name, ...one }) => ({
      ...one,
      schoolCode: records.school.code,
      username: name.toLowerCase(),
    })),
  )
  for (const [index, { name }] of people.entries())
    cookies.set(name, (await opened.browserOf(ids[index] ?? '')).cookie())
}

beforeAll(async () => {
  bench = await openSigningBench(records, { withDrafts: false })
  const { database, server, desk, clock, tenant } = bench
  finished = { ...bench, records, place: placeOf(tenant, 7), sheets: sheetsOf(records) }
  await saveSchoolYear(database, twin, { now: clock(), by: 'Nhập sổ' })
  opened = await openSchoolServer({ school: database, url: server.url, startsAt: clock(), desk })
  await askAll(
    server,
    `insert into school.subject_group (tenant_id, school_year, level, name, head, act_id)
     values ($1, $2, 'lower-secondary', 'Tổ Xã hội', 'CB08', $3)`,
    [tenant, schoolYear, randomUUID()],
  )
  await opened.server.ready()
  await signInAll()
  names = [
    { tenant: String(await tenantOf(server, twin.school.code)), schoolCode: twin.school.code },
    { tenant: '', schoolCode: '' },
  ]
})
afterAll(async () => {
  await opened.close()
  await bench.close()
})

const usual: Readonly<Record<string, string>> = {
  schoolCode: records.school.code,
  schoolYear,
  level: 'lower-secondary',
  classId: '7A',
  studentCode: '7A0001',
  sheet: 'NGU_VAN',
}

const send = async (
  operation: string,
  by: Colleague,
  sent: Parameters<BookDesk['ask']>[1] = {},
): Promise<Response> => {
  const [method = '', route = ''] = operation.split(' ')
  const path = `/api/v1/schools/{schoolCode}${route}`.replace(/\{(\w+)\}/g, (_whole, name: string) =>
    encodeURIComponent((sent[name] as string | undefined) ?? usual[name] ?? ''),
  )
  const answer = await opened.server.inject({
    method: method as 'GET',
    url: `${path}${sent.query ?? ''}`,
    headers: { cookie: cookies.get(by) ?? '', 'sec-fetch-site': 'same-origin' },
    ...(sent.body === undefined ? {} : { payload: sent.body }),
  })
  expect(answer.statusCode, `${operation} by ${by}: ${answer.body.slice(0, 500)}`).toBeLessThan(300)
  return answer
}

const lastOf = (operation: string): Response => {
  const answer = answers.get(operation)
  if (answer === undefined) throw new Error(`${operation} was not asked yet`)
  return answer
}

const sitIfAny = async (who: Who, kind: 'sign' | 'seal' = 'sign'): Promise<void> => {
  if ((await bench.plan(who, kind)).eligible > 0) await bench.sit(who, kind)
}

const deskFor = (operation: string): BookDesk => ({
  ask: async (by, sent) => {
    const answer = await send(operation, by, sent)
    answers.set(operation, answer)
    return answer
  },
  also: send,
  last: lastOf,
  confirmAll: () => confirmAll(finished),
  begin: (who) => bench.begin(colleagues[who]),
  issue: async () => {
    const { clerk, subjectTeacher, artsTeacher, homeroomTeacher, principal } = colleagues
    await sitIfAny(clerk, 'seal')
    for (const who of [subjectTeacher, artsTeacher, homeroomTeacher, principal]) await sitIfAny(who)
    await sitIfAny(clerk, 'seal')
  },
})

const allTried = (): readonly Tried[] => [...tried.values()].flat()

const listDistinct = (): readonly Tried[] => [
  ...new Map(allTried().map((one) => [JSON.stringify([one.sql, one.parameters]), one])).values(),
]

describe('every operation of the books', () => {
  it.each(Object.entries(bookOperations))(
    'sends no statement that meets or writes a row in another school’s name, or in nobody’s: %s',
    async (operation, run) => {
      const statements = await tryingAs(names, () => run(deskFor(operation)))
      tried.set(operation, statements)
      expect(statements.length).toBeGreaterThan(0)
      expect(statements.flatMap((one) => listFaults(one, one.outcomes))).toEqual([])
    },
    60_000,
  )
})

describe('all of their statements together', () => {
  it('run again for good in another school’s name, and in nobody’s, change not one byte of any school', async () => {
    const before = await digestAll(bench.server)
    const faults: string[] = []
    for (const scope of names) {
      const outcomes = await runAs(bench.server.url, listDistinct(), scope, 'commit')
      faults.push(...listDistinct().flatMap((one, at) => listFaults(one, outcomes.slice(at, at + 1))))
    }
    expect(faults).toEqual([])
    expect(await digestAll(bench.server)).toEqual(before)
  }, 60_000)

  it('would be found out where a table of the books had no row security', async () => {
    const missed: string[] = []
    for (const table of tablesOfBooks) {
      const change = (how: 'enable' | 'disable') =>
        askAll(bench.server, `alter table school.${table} ${how} row level security`)
      await change('disable')
      const about = listDistinct().filter(({ sql }) => new RegExp(`school"?\\."?${table}\\b`).test(sql))
      const faults: string[] = []
      for (const scope of names) {
        const outcomes = await runAs(bench.server.url, about, scope, 'rollback')
        faults.push(...about.flatMap((one, at) => listFaults(one, outcomes.slice(at, at + 1))))
      }
      await change('enable')
      if (faults.length === 0) missed.push(table)
    }
    expect(missed).toEqual([])
  }, 60_000)
})
