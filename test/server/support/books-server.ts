import { randomUUID } from 'node:crypto'
import type { Response } from 'light-my-request'
import { expect } from 'vitest'
import { colleagues } from '../../database/support/finished-class.ts'
import { schoolYear } from '../../database/support/gradebook.ts'
import type { SignableClass } from '../../database/support/issued-class.ts'
import { askAll } from '../../database/support/rows.ts'
import { openSchoolServer, type Browser, type SchoolServer } from './school-server.ts'

export type Colleague = keyof typeof colleagues | 'administrator'

interface Answer {
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>
  /** Of a problem: its words. */
  readonly detail: string
}

/** The whole server on the finished class, with everybody of it signed in. */
export interface BooksServer {
  readonly opened: SchoolServer
  /** `path` follows the address of the level's year. */
  readonly ask: (
    who: Colleague,
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    body?: object,
  ) => Promise<Answer>
  /** The same of what answers with a file. */
  readonly download: (who: Colleague, path: string) => Promise<Response>
  /** Everybody signs in again, once their sessions have ended. */
  readonly signInAgain: () => Promise<void>
  close(): Promise<void>
}

const administrator = { username: 'administrator', fullName: 'Giàng A Quản', isAdministrator: true }

export const openBooksServer = async (school: SignableClass): Promise<BooksServer> => {
  const { database, server, desk, clock, records, tenant, level } = school
  const { code: schoolCode } = records.school
  await askAll(
    server,
    `insert into school.subject_group (tenant_id, school_year, level, name, head, act_id)
     values ($1, $2, $3, 'Tổ Xã hội', 'CB08', $4)`,
    [tenant, schoolYear, level, randomUUID()],
  )
  const opened = await openSchoolServer({ school: database, url: server.url, startsAt: clock(), desk })
  const people = Object.entries(colleagues).map(([username, { staffCode, fullName }]) => ({
    username: username.toLowerCase(),
    staffCode,
    fullName,
  }))
  const members = [...people, administrator].map((one) => ({ ...one, schoolCode }))
  const ids = await opened.addMembers(...members)
  const browsers = new Map<string, Browser>()
  const signInAgain = async (): Promise<void> => {
    for (const [index, { username }] of members.entries())
      browsers.set(username, await opened.browserOf(ids[index] ?? ''))
  }
  await signInAgain()
  const addressOf = (path: string): string =>
    `/api/v1/schools/${schoolCode}/years/${schoolYear}/${level}${path}`
  return {
    opened,
    signInAgain,
    download: async (who, path) => {
      const answer = await browsers.get(who.toLowerCase())?.ask('GET', addressOf(path))
      if (answer === undefined) throw new Error(`${who} is not signed in`)
      return answer
    },
    ask: async (who, method, path, body) => {
      const answer = await browsers.get(who.toLowerCase())?.ask(method, addressOf(path), body)
      type Found = Answer['body'] & { readonly detail?: string }
      const found: Found = answer === undefined || answer.body === '' ? {} : answer.json<Found>()
      return { status: answer?.statusCode ?? 0, body: found, detail: found.detail ?? '' }
    },
    close: async () => {
      await opened.close()
      await school.close()
    },
  }
}

/** What every act of the books answers to whoever may not do it at all. */
export const expectNotAllowed = async (
  { ask }: BooksServer,
  who: readonly Colleague[],
  path: string,
  body?: object,
): Promise<void> => {
  for (const one of who) expect([one, (await ask(one, 'POST', path, body)).status]).toEqual([one, 403])
}
