import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import { Pool, type QueryResultRow } from 'pg'
import { schemaRoles, type DataSchema } from './roles.ts'
import type { Tables } from './schema.ts'
import { checkModesty, checkServer, connectionConfig, withClient } from './session.ts'

/** The tables of one schema: a query that would join two of them does not compile, and has no right to run. */
export type TablesOf<Schema extends DataSchema> = {
  [Name in keyof Tables as Name extends `${Schema}.${string}` ? Name : never]: Tables[Name]
}

/** One body of data (registry or school), reached as the only role that may use it. */
export type Database<Schema extends DataSchema> = Kysely<TablesOf<Schema>>

type AnyDatabase = { readonly [Schema in DataSchema]: Database<Schema> }[DataSchema]

/** How a pool behaves. */
export interface ConnectOptions {
  /** Most connections at a time. */
  readonly connections?: number
}

/**
 * Connects to one schema of any PostgreSQL from 15 on, as that schema's own role. Refused where the server cannot be
 * reached, is too old, or the role would escape row security. `destroy()` ends it.
 */
export const connect = async <Schema extends DataSchema>(
  url: string,
  schema: Schema,
  { connections = 10 }: ConnectOptions = {},
): Promise<Database<Schema>> => {
  const role = schemaRoles[schema]
  await withClient(
    url,
    async (client) => {
      await checkServer(client)
      await checkModesty(client)
    },
    role,
  )
  const pool = new Pool({ ...connectionConfig(url, role), max: connections })
  // A connection lost while nobody uses it is no event: the next query takes a new one or says why it cannot.
  pool.on('error', () => undefined)
  // Nor is one lost between two statements of a transaction: the next of them fails, and with it the transaction alone.
  pool.on('connect', (client) => client.on('error', () => undefined))
  const database = new Kysely<TablesOf<Schema>>({ dialect: new PostgresDialect({ pool }) })
  pools.set(database, pool)
  return database
}

const pools = new WeakMap<object, Pool>()

/** A statement that each connection parses and plans once, and from then on runs by its name. */
export interface PreparedStatement {
  readonly name: string
  readonly text: string
}

/**
 * Runs a prepared statement by itself, outside any transaction: half the cost of the same query by way of Kysely, for
 * the few that strangers may ask thousands of times a second. Only on what `connect` gave.
 */
export const runPrepared = async <Row extends QueryResultRow>(
  database: AnyDatabase,
  { name, text }: PreparedStatement,
  values: readonly unknown[],
): Promise<readonly Row[]> => {
  const pool = pools.get(database)
  if (pool === undefined) throw new Error('prepared statements run on what connect() gave')
  return (await pool.query<Row>({ name, text, values: [...values] })).rows
}

/**
 * Does something in one transaction in which only one school's rows are there. SET LOCAL with a checked integer, since
 * set_config() is not passed on to the workers of a spread-out database.
 */
export const withTenant = <Schema extends DataSchema, T>(
  database: Database<Schema>,
  tenant: number,
  work: (transaction: Transaction<TablesOf<Schema>>) => Promise<T>,
): Promise<T> => {
  if (!Number.isSafeInteger(tenant) || tenant <= 0) throw new Error(`${tenant} is no tenant`)
  return database.transaction().execute(async (transaction) => {
    await sql`set local hb.tenant = ${sql.lit(tenant)}`.execute(transaction)
    return work(transaction)
  })
}

/** Runs a prepared statement of a transaction. */
export type RunPrepared = <Row extends QueryResultRow>(
  statement: PreparedStatement,
  values: readonly unknown[],
) => Promise<readonly Row[]>

/**
 * The same with prepared statements alone, for what hundreds of people do every second: nothing is parsed or planned
 * anew. Their plans hold for any values, so each must be one that reads by a key. Only on what `connect` gave.
 */
export const withTenantPrepared = async <T>(
  database: AnyDatabase,
  tenant: number,
  work: (run: RunPrepared) => Promise<T>,
): Promise<T> => {
  if (!Number.isSafeInteger(tenant) || tenant <= 0) throw new Error(`${tenant} is no tenant`)
  const pool = pools.get(database)
  if (pool === undefined) throw new Error('prepared statements run on what connect() gave')
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query(
      `begin; set local hb.tenant = ${tenant}; set local plan_cache_mode = force_generic_plan`,
    )
    const result = await work(
      async <Row extends QueryResultRow>(statement: PreparedStatement, values: readonly unknown[]) => {
        const { rows } = await client.query<Row>({ ...statement, values: [...values] })
        return rows
      },
    )
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch((failure: unknown) => {
      broken = failure as Error
    })
    throw error
  } finally {
    client.release(broken)
  }
}
