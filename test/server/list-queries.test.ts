import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { SchoolYearRecords } from '../../src/records/index.ts'
import { emptyClass, now, openFilled, type FilledDatabase } from '../database/support/gradebook.ts'
import { openGradebookServer, type GradebookServer } from './support/gradebook-server.ts'
import { askAll, tenantOf } from '../database/support/rows.ts'
import { addressOf, listRoutes, putListed } from './support/school-lists.ts'

/** The school with more classes like its first, each as full. */
const grown = (records: SchoolYearRecords, classes: number): SchoolYearRecords => {
  const ids = Array.from({ length: classes }, (_, index) => `7A${index + 1}`)
  const of = <T extends { readonly classId: string }>(all: readonly T[]): readonly T[] =>
    ids.flatMap((classId) => all.map((one) => ({ ...one, classId })))
  return {
    ...records,
    classes: of(records.classes).map((one) => ({ ...one, name: one.classId })),
    assignments: of(records.assignments),
    students: of(records.students).map((student, index) => ({
      ...student,
      profile: { ...student.profile, studentCode: `HS${index}` },
    })),
  }
}

const small = grown(emptyClass(7, 2, '0079000701'), 1)
const large = grown(emptyClass(7, 30, '0079000702'), 12)

let filled: FilledDatabase
let opened: GradebookServer
let principals: readonly { readonly cookie: string }[]

beforeAll(async () => {
  filled = await openFilled(small, large)
  const { url, superuserUrl } = filled.server
  opened = await openGradebookServer({ school: filled.database, url, superuserUrl, clock: () => now })
  const sessions = await opened.signIn(
    ...[small, large].map(({ school }) => ({
      schoolCode: school.code,
      staffCode: school.approver.staffCode,
      fullName: 'Quàng Thị Thời',
      // Who keeps the system signs nothing, and a principal looks on at everything.
      isAdministrator: false,
    })),
  )
  principals = sessions.map(({ headers }) => headers)
  for (const records of [small, large])
    await putListed(
      (text, values) => askAll(filled.server, text, values),
      await tenantOf(filled.server, records.school.code),
      records,
    )
})
afterAll(async () => {
  await opened.close()
  await filled.close()
})

interface Counted {
  readonly status: number
  readonly bytes: number
  readonly statements: number
}

/** What the server sends to PostgreSQL while it answers, whatever library sends it. */
const count = async (route: string, records: SchoolYearRecords): Promise<Counted> => {
  const sent = vi.spyOn(Client.prototype, 'query')
  const answer = await opened.server.inject({
    method: 'GET',
    url: addressOf(route, records, 'TOAN'),
    headers: principals[records === small ? 0 : 1] ?? { cookie: '' },
  })
  const statements = sent.mock.calls.length
  sent.mockRestore()
  return { status: answer.statusCode, bytes: answer.body.length, statements }
}

describe('a school with more classes and pupils', () => {
  it.for(listRoutes)('asks the database no more often: GET %s', async (route) => {
    // The first answers also prepare statements and remember the school.
    for (const records of [small, large]) await count(route, records)
    const [few, many] = [await count(route, small), await count(route, large)]
    expect([few.status, many.status]).toEqual([200, 200])
    expect(few.statements).toBeGreaterThan(0)
    expect(many.statements).toBe(few.statements)
  })

  it('has more to answer: its pupils, classes and results', async () => {
    const longer = listRoutes.filter((route) => /\/(students|classes|results|assignments)$/.test(route))
    for (const route of longer) {
      const [few, many] = [await count(route, small), await count(route, large)]
      expect(many.bytes, route).toBeGreaterThan(3 * few.bytes)
    }
    expect(longer).toHaveLength(4)
  })
})
