import { Client, type QueryResult } from 'pg'
import { withClient } from '../../../src/adapters/postgres/session.ts'
import type { RecordedStatement } from '../../database/support/recorded.ts'

/** In whose name a statement is tried: another school, or nobody where both are empty. */
export interface Scope {
  readonly tenant: string
  readonly schoolCode: string
}

/** What a statement came to in a name: rows that it gave and rows that it wrote, or PostgreSQL's refusal. */
export type Outcome =
  | { readonly rows: readonly object[]; readonly written: number }
  | { readonly code: string; readonly message: string }

/** A statement as its own school ran it, and what it came to at that very moment in other names. */
export interface Tried extends RecordedStatement {
  /** How many rows its own school got or wrote by it. */
  readonly own: number
  readonly outcomes: readonly Outcome[]
}

type Query = (...args: readonly unknown[]) => unknown

const descriptor = Object.getOwnPropertyDescriptor(Client.prototype, 'query')
const original = descriptor?.value as (this: Client, ...args: readonly unknown[]) => unknown

const send = (client: Client, text: string, values?: readonly unknown[]): Promise<QueryResult<object>> =>
  original.call(client, text, values) as Promise<QueryResult<object>>

/** Rows written by this connection since its last commit, whatever a statement says of itself: a CTE writes unseen. */
const countWritten = async (client: Client): Promise<number> => {
  const { rows } = await send(
    client,
    `select sum(pg_stat_get_xact_tuples_inserted(oid) + pg_stat_get_xact_tuples_updated(oid)
       + pg_stat_get_xact_tuples_deleted(oid))::int as written
     from pg_class where relnamespace = 'school'::regnamespace and relkind = 'r'`,
  )
  return (rows[0] as { readonly written: number }).written
}

const attempt = async (client: Client, { sql, parameters }: RecordedStatement): Promise<Outcome> => {
  try {
    const before = await countWritten(client)
    const { rows } = await send(client, sql, parameters)
    return { rows, written: (await countWritten(client)) - before }
  } catch (error) {
    const { code, message } = error as { readonly code: string; readonly message: string }
    return { code, message }
  }
}

const enter = ({ tenant, schoolCode }: Scope): string =>
  `set local hb.tenant = '${tenant}'; set local hb.school = '${schoolCode}'`

/** Within the transaction that is open, so that also what it has written and not yet committed is there. */
const tryWithin = async (client: Client, statement: RecordedStatement, scope: Scope): Promise<Outcome> => {
  await send(client, `savepoint another; ${enter(scope)}`)
  const outcome = await attempt(client, statement)
  await send(client, 'rollback to savepoint another; release savepoint another')
  return outcome
}

const isControl = (sql: string): boolean =>
  /^(begin|start transaction|set local|commit|rollback|savepoint|release)\b/i.test(sql)

const isOfSchool = (client: Client): boolean =>
  (client as unknown as { readonly connectionParameters: { readonly options?: string } }).connectionParameters
    .options === '-c role=hb_school'

const statementOf = (args: readonly unknown[]): RecordedStatement => {
  const [query, values] = args
  const of = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
  if (typeof query === 'string') return { sql: query, parameters: of(values) }
  const { text, values: own } = query as { readonly text: string; readonly values?: readonly unknown[] }
  return { sql: text, parameters: of(own ?? values) }
}

/**
 * Does something, and tries every statement that it sends on the school's data in each of these names first, in the
 * transaction it belongs to and on the rows as they are just then; nothing of a try stays.
 */
export const tryingAs = async (
  scopes: readonly Scope[],
  work: () => Promise<unknown>,
): Promise<readonly Tried[]> => {
  const tried: Tried[] = []
  const open = new WeakSet<Client>()
  const tails = new WeakMap<Client, Promise<unknown>>()
  const judge = async (client: Client, args: readonly unknown[]): Promise<unknown> => {
    const statement = statementOf(args)
    const outcomes: Outcome[] = []
    if (/^(begin|start transaction)/i.test(statement.sql)) open.add(client)
    if (/^(commit|rollback)$/i.test(statement.sql)) open.delete(client)
    if (isControl(statement.sql)) return original.call(client, ...args)
    if (!open.has(client)) throw new Error(`outside any transaction: ${statement.sql}`)
    for (const scope of scopes) outcomes.push(await tryWithin(client, statement, scope))
    const result = (await original.call(client, ...args)) as QueryResult<object>
    tried.push({ ...statement, own: result.rowCount ?? 0, outcomes })
    return result
  }
  const spying = function (this: Client, ...args: readonly unknown[]): unknown {
    if (!isOfSchool(this)) return original.call(this, ...args)
    // One after another, also where the program sends two at once on one connection.
    const next = (tails.get(this) ?? Promise.resolve()).then(() => judge(this, args))
    tails.set(
      this,
      next.catch(() => undefined),
    )
    return next
  } satisfies Query
  Object.defineProperty(Client.prototype, 'query', { ...descriptor, value: spying })
  try {
    await work()
  } finally {
    Object.defineProperty(Client.prototype, 'query', descriptor ?? {})
  }
  return tried
}

/** Runs statements again in a name, each in a transaction of its own, for good or taken back. */
export const runAs = (
  url: string,
  statements: readonly RecordedStatement[],
  scope: Scope,
  ending: 'commit' | 'rollback',
): Promise<readonly Outcome[]> =>
  withClient(
    url,
    async (client) => {
      const outcomes: Outcome[] = []
      for (const statement of statements) {
        await client.query(`begin; ${enter(scope)}`)
        outcomes.push(await attempt(client, statement))
        await client.query(ending)
      }
      return outcomes
    },
    'hb_school',
  )
