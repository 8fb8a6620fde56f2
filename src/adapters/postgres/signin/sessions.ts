import { runPrepared, type Database } from '../connect.ts'

/** A session as it is looked up by its token, with whose it is and, where a school is asked for, what they are there. */
export interface FoundSession {
  readonly sessionId: string
  readonly accountId: string
  readonly username: string
  readonly fullName: string
  readonly hasOneTimeCodes: boolean
  readonly startedAt: Date
  readonly lastSeenAt: Date
  readonly expiresAt: Date
  readonly isMember: boolean
  readonly staffCode: string | null
  readonly isAdministrator: boolean
}

const find = {
  name: 'signin-find-session',
  text: `select s.session_id as "sessionId", s.account_id as "accountId", a.username, a.full_name as "fullName",
      a.one_time_secret is not null as "hasOneTimeCodes", s.started_at as "startedAt",
      s.last_seen_at as "lastSeenAt", s.expires_at as "expiresAt",
      coalesce(not m.is_suspended, false) as "isMember", m.staff_code as "staffCode",
      coalesce(m.is_administrator, false) as "isAdministrator"
    from signin.session s join signin.account a using (account_id)
      left join lateral signin.find_member(s.account_id, $2) m on true
    where s.token_sha256 = $1`,
}

/** The session behind a token's SHA-256, and what its owner is at a school; undefined where there is none. */
export const findSession = async (
  database: Database<'signin'>,
  tokenSha256: Uint8Array,
  schoolCode: string,
): Promise<FoundSession | undefined> => {
  const [found] = await runPrepared<FoundSession & Record<string, unknown>>(database, find, [
    Buffer.from(tokenSha256),
    schoolCode,
  ])
  return found
}

/** A session to be kept; its token is not. */
export interface NewSession {
  readonly sessionId: string
  readonly tokenSha256: Uint8Array
  readonly accountId: string
  readonly startedAt: Date
  readonly expiresAt: Date
  /** What browser on what system, as it says itself. */
  readonly device: string
  /** The hash of the password that was just proved, where one was. */
  readonly passwordHash?: string | null
  /** The token the browser had before: its session ends. */
  readonly replaces?: Uint8Array
}

/**
 * Keeps a session, and notes when its owner signed in last. False, with nothing kept, where the password that was
 * proved has been voided or changed meanwhile.
 */
export const addSession = (database: Database<'signin'>, session: NewSession): Promise<boolean> =>
  database.transaction().execute(async (transaction) => {
    let owner = transaction
      .updateTable('signin.account')
      .set({ last_sign_in_at: session.startedAt })
      .where('account_id', '=', session.accountId)
    if (session.passwordHash !== undefined)
      owner = owner.where('password_hash', '=', session.passwordHash ?? '')
    const { numUpdatedRows } = await owner.executeTakeFirstOrThrow()
    if (numUpdatedRows !== 1n) return false
    await transaction
      .insertInto('signin.session')
      .values({
        token_sha256: Buffer.from(session.tokenSha256),
        session_id: session.sessionId,
        account_id: session.accountId,
        started_at: session.startedAt,
        last_seen_at: session.startedAt,
        expires_at: session.expiresAt,
        device: session.device.slice(0, 200),
      })
      .execute()
    await transaction
      .deleteFrom('signin.session')
      .where((is) =>
        is.or([
          is.and([is('account_id', '=', session.accountId), is('expires_at', '<', session.startedAt)]),
          ...(session.replaces === undefined ? [] : [is('token_sha256', '=', Buffer.from(session.replaces))]),
        ]),
      )
      .execute()
    return true
  })

/** Notes that a session is in use. */
export const touchSession = async (
  database: Database<'signin'>,
  sessionId: string,
  now: Date,
): Promise<void> => {
  await database
    .updateTable('signin.session')
    .set({ last_seen_at: now })
    .where('session_id', '=', sessionId)
    .execute()
}

/** One line of a person's own list of sessions. */
export interface ListedSession {
  readonly sessionId: string
  readonly startedAt: Date
  readonly lastSeenAt: Date
  readonly expiresAt: Date
  readonly device: string
}

/** The sessions of an account, the one used last first. */
export const listSessions = async (
  database: Database<'signin'>,
  accountId: string,
): Promise<readonly ListedSession[]> => {
  const rows = await database
    .selectFrom('signin.session')
    .select(['session_id', 'started_at', 'last_seen_at', 'expires_at', 'device'])
    .where('account_id', '=', accountId)
    .orderBy('last_seen_at', 'desc')
    .execute()
  return rows.map((row) => ({
    sessionId: row.session_id,
    startedAt: row.started_at,
    lastSeenAt: row.last_seen_at,
    expiresAt: row.expires_at,
    device: row.device,
  }))
}

/** Ends sessions of an account: one, all but one, or all. */
export const endSessions = async (
  database: Pick<Database<'signin'>, 'deleteFrom'>,
  accountId: string,
  which: { readonly only?: string; readonly but?: string } = {},
): Promise<number> => {
  let query = database.deleteFrom('signin.session').where('account_id', '=', accountId)
  if (which.only !== undefined) query = query.where('session_id', '=', which.only)
  if (which.but !== undefined) query = query.where('session_id', '<>', which.but)
  const { numDeletedRows } = await query.executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}
