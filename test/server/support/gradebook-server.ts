import { randomBytes, randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { connect, type Database } from '../../../src/adapters/postgres/connect.ts'
import { withClient } from '../../../src/adapters/postgres/session.ts'
import { createServer } from '../../../src/apps/server/create-server.ts'
import { createMemoryLimiter } from '../../../src/apps/server/limits/rate-limiter.ts'
import { usualLimits } from '../../../src/apps/server/settings.ts'

/** Somebody of a school's staff who is signed in. */
export interface SignedIn {
  readonly schoolCode: string
  readonly staffCode: string
  readonly fullName: string
  readonly isAdministrator?: boolean
}

interface Session {
  readonly accountId: string
  /** What the browser sends along. */
  readonly headers: { readonly cookie: string }
}

/** The whole server on a database, with people signed in by sessions laid down in it. */
export interface GradebookServer {
  readonly server: FastifyInstance
  readonly bugs: readonly unknown[]
  signIn(...people: readonly SignedIn[]): Promise<readonly Session[]>
  close(): Promise<void>
}

export interface GradebookServerParts {
  readonly school: Database<'school'>
  /** As the application signs in, and as an account that row security does not apply to. */
  readonly url: string
  readonly superuserUrl: string
  readonly clock: () => Date
  /** The school's pages, where a browser looks at them. */
  readonly web?: (server: FastifyInstance) => Promise<void>
}

const nothing = (): Promise<undefined> => Promise.resolve(undefined)
const never = (): never => {
  throw new Error('nobody types a password here')
}

export const openGradebookServer = async (parts: GradebookServerParts): Promise<GradebookServer> => {
  const { school, url, superuserUrl, clock, web } = parts
  const signin = await connect(url, 'signin')
  const bugs: unknown[] = []
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
      hasher: { hash: never, verify: never },
      secretKey: new Uint8Array(32),
      oneTimeCodesFor: [],
      verificationUrl: 'https://tracuu.example/hoc-ba/',
      setUpCode: { text: '', fits: () => false },
      attempts: createMemoryLimiter({ most: 1, windowSeconds: 1 }),
    },
    ...(web === undefined ? {} : { web }),
  })
  return {
    server,
    bugs,
    signIn: (...people) => layDown(superuserUrl, clock(), people),
    close: async () => {
      await server.close()
      await signin.destroy()
    },
  }
}

/** Accounts with one-time codes, memberships and sessions, as many as there are people; three statements. */
const layDown = (superuserUrl: string, now: Date, people: readonly SignedIn[]): Promise<readonly Session[]> =>
  withClient(superuserUrl, async (client) => {
    const tokens = people.map(() => randomBytes(32).toString('base64url'))
    const accountIds = people.map(() => randomUUID())
    await client.query(
      `insert into signin.account (account_id, username, username_key, full_name, one_time_secret, created_at)
       select id, 'user-' || id, 'user-' || id, name, '\\x00', $3 from unnest($1::uuid[], $2::text[]) n(id, name)`,
      [accountIds, people.map(({ fullName }) => fullName), now],
    )
    await client.query(
      `insert into signin.membership (account_id, school_code, staff_code, is_administrator)
       select * from unnest($1::uuid[], $2::text[], $3::text[], $4::boolean[])`,
      [
        accountIds,
        people.map(({ schoolCode }) => schoolCode),
        people.map(({ staffCode }) => staffCode),
        people.map(({ isAdministrator = false }) => isAdministrator),
      ],
    )
    await client.query(
      `insert into signin.session (token_sha256, session_id, account_id, started_at, last_seen_at, expires_at, device)
       select sha256(convert_to(token, 'UTF8')), gen_random_uuid(), id, $3, $3, $3::timestamptz + interval '7 days', ''
       from unnest($1::uuid[], $2::text[]) n(id, token)`,
      [accountIds, tokens, now],
    )
    return tokens.map((token, index) => ({
      accountId: accountIds[index] ?? '',
      headers: { cookie: `__Host-hocba=${token}` },
    }))
  })
