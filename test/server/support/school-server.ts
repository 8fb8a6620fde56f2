import { randomBytes, randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { Response } from 'light-my-request'
import { expect } from 'vitest'
import type { Role } from '../../../src/accounts/index.ts'
import { createPasswordHasher } from '../../../src/adapters/password-hasher.ts'
import { connect, type Database } from '../../../src/adapters/postgres/connect.ts'
import { addAccounts } from '../../../src/adapters/postgres/signin/accounts.ts'
import { addMemberships, changeMembership } from '../../../src/adapters/postgres/signin/memberships.ts'
import { addSession } from '../../../src/adapters/postgres/signin/sessions.ts'
import { inSignin } from '../../../src/adapters/postgres/signin/transaction.ts'
import { createServer } from '../../../src/apps/server/create-server.ts'
import { createMemoryLimiter } from '../../../src/apps/server/limits/rate-limiter.ts'
import { drawSetUpCode } from '../../../src/apps/server/school/accounts/set-up-code.ts'
import { drawToken } from '../../../src/apps/server/school/accounts/session-cookie.ts'
import type { SigningDesk } from '../../../src/issuing/index.ts'
import { usualLimits } from '../../../src/apps/server/settings.ts'
import { verificationUrl } from '../../builders/pages.ts'

/** Somebody with an account at a school. */
export interface Member {
  readonly schoolCode: string
  readonly staffCode?: string
  readonly username: string
  readonly fullName: string
  readonly isAdministrator?: boolean
  readonly isSuspended?: boolean
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** A browser: keeps the cookie that it was given. */
export interface Browser {
  readonly ask: (method: Method, url: string, payload?: object) => Promise<Response>
  readonly cookie: () => string
}

/** The whole server on two databases, with a clock that the test moves. */
export interface SchoolServer {
  readonly server: FastifyInstance
  readonly signin: Database<'signin'>
  readonly bugs: readonly unknown[]
  readonly setUpCode: string
  readonly now: () => Date
  readonly pass: (milliseconds: number) => void
  /** Adds accounts that have the password `password`; gives their numbers. */
  readonly addMembers: (...members: readonly Member[]) => Promise<readonly string[]>
  /** A browser with a session of the account laid down in it. */
  readonly browserOf: (accountId: string) => Promise<Browser>
  /** A browser without one. */
  readonly openBrowser: (cookie?: string) => Browser
  close(): Promise<void>
}

export const password = 'bốn con trâu gặm cỏ'

const nothing = (): Promise<undefined> => Promise.resolve(undefined)
const never = (): never => {
  throw new Error('nothing is looked up here')
}

const cookieName = '__Host-hocba'

const cookieOf = (answer: Response): string | undefined => {
  const given = answer.cookies.find(({ name }) => name === cookieName)
  return given === undefined ? undefined : given.value === '' ? '' : `${cookieName}=${given.value}`
}

const browse = (server: FastifyInstance, first: string): Browser => {
  let cookie = first
  return {
    cookie: () => cookie,
    ask: async (method, url, payload) => {
      const answer = await server.inject({
        method,
        url,
        headers: { cookie, 'sec-fetch-site': 'same-origin' },
        ...(payload === undefined ? {} : { payload }),
      })
      cookie = cookieOf(answer) ?? cookie
      return answer
    },
  }
}

export interface SchoolServerParts {
  readonly school: Database<'school'>
  readonly url: string
  readonly startsAt: Date
  readonly oneTimeCodesFor?: readonly Role[]
  /** The school's pages, where a browser looks at them. */
  readonly web?: (server: FastifyInstance) => Promise<void>
  /** Where keys are; without it nobody signs. */
  readonly desk?: SigningDesk
}

export const openSchoolServer = async (parts: SchoolServerParts): Promise<SchoolServer> => {
  const { school, url, startsAt, oneTimeCodesFor = [], web, desk } = parts
  const signin = await connect(url, 'signin')
  const hasher = await createPasswordHasher()
  const passwordHash = await hasher.hash(password)
  const bugs: unknown[] = []
  const setUpCode = drawSetUpCode()
  let time = startsAt.getTime()
  const clock = (): Date => new Date(time)
  const server = createServer({
    lookup: {
      years: { list: () => Promise.resolve([]) },
      files: { read: nothing },
      standIn: { find: nothing },
      verify: never,
      memory: { recall: (_sha256, _now, verify) => verify() },
    },
    settings: {
      secondDatum: 'birth-date-and-last-four',
      demonstration: false,
      trustProxy: false,
      linkKey: new Uint8Array(32),
      limits: { ...usualLimits, requestsPerMinute: 1_000_000 },
    },
    clock,
    report: (_instance, _route, error) => void bugs.push(error),
    school: {
      school,
      signin,
      clock,
      hasher,
      secretKey: randomBytes(32),
      oneTimeCodesFor,
      setUpCode,
      verificationUrl,
      attempts: createMemoryLimiter({ most: 10, windowSeconds: 600 }),
      ...(desk === undefined ? {} : { desk }),
    },
    ...(web === undefined ? {} : { web }),
  })
  return {
    server,
    signin,
    bugs,
    setUpCode: setUpCode.text,
    now: clock,
    pass: (milliseconds) => {
      time += milliseconds
    },
    addMembers: (...members) => addAll(signin, passwordHash, members, clock()),
    browserOf: async (accountId) => browse(server, await layDown(signin, accountId, clock())),
    openBrowser: (cookie = '') => browse(server, cookie),
    close: async () => {
      await server.close()
      await signin.destroy()
      expect(bugs).toEqual([])
    },
  }
}

const addAll = async (
  signin: Database<'signin'>,
  passwordHash: string,
  members: readonly Member[],
  now: Date,
): Promise<readonly string[]> => {
  const all = members.map((member) => ({ ...member, accountId: randomUUID() }))
  for (const member of all)
    await inSignin(signin, member, async (transaction) => {
      const { accountId, schoolCode, username, fullName } = member
      await addAccounts(
        transaction,
        [{ accountId, username, usernameKey: username, fullName, passwordHash }],
        now,
      )
      const { staffCode = null, isAdministrator = false, isSuspended = false } = member
      await addMemberships(transaction, [{ accountId, schoolCode, staffCode, isAdministrator }])
      if (isSuspended) await changeMembership(transaction, schoolCode, accountId, { isSuspended })
    })
  return all.map(({ accountId }) => accountId)
}

const layDown = async (signin: Database<'signin'>, accountId: string, now: Date): Promise<string> => {
  const { token, sha256 } = drawToken()
  await addSession(signin, {
    sessionId: randomUUID(),
    tokenSha256: sha256,
    accountId,
    startedAt: now,
    expiresAt: new Date(now.getTime() + 7 * 86_400_000),
    device: 'Firefox · Linux',
  })
  return `${cookieName}=${token}`
}
