import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { connect, runPrepared, withTenant, type Database } from '../../src/adapters/postgres/connect.ts'
import { withClient } from '../../src/adapters/postgres/session.ts'
import { openTestDatabase, type TestDatabase } from '../../src/adapters/postgres/testing.ts'

let database: TestDatabase
let registry: Database<'registry'>
beforeAll(async () => {
  database = await openTestDatabase()
  registry = await connect(database.url, 'registry', { connections: 4 })
  await registry
    .insertInto('registry.school')
    .values(
      [1, 2, 3, 4, 5].map((tenant) => ({
        tenant_id: tenant,
        school_code: `T${tenant}`,
        name: `Trường ${tenant}`,
      })),
    )
    .execute()
})
afterAll(async () => {
  await registry.destroy()
  await database.close()
})

const keyOf = (tenant: number): Buffer => Buffer.alloc(32, tenant)

const addYear = (tenant: number, asTenant = tenant): Promise<unknown> =>
  withTenant(registry, asTenant, (transaction) =>
    transaction
      .insertInto('registry.year')
      .values({
        tenant_id: tenant,
        year_key: keyOf(tenant),
        book_key: keyOf(tenant),
        school_year: '2025-2026',
        student_code: `HS${tenant}`,
      })
      .execute(),
  )

const tenantsSeen = async (from: Pick<Database<'registry'>, 'selectFrom'>): Promise<readonly number[]> =>
  (await from.selectFrom('registry.year').select('tenant_id').execute()).map((row) => row.tenant_id)

const forbidden = { code: '42501' }

describe('connecting', () => {
  it('is refused to a superuser, whose eyes row security does not cover', async () => {
    await expect(connect(database.superuserUrl, 'registry')).rejects.toMatchObject({
      code: 'database-not-fit',
    })
  })

  it('is refused to an account that bypasses row security', async () => {
    const account = 'hb_test_bypass'
    await withClient(database.superuserUrl, (client) =>
      client.query(`create role ${account} login bypassrls password 'x'; grant hb_registry to ${account}`),
    )
    const url = new URL(database.url)
    url.username = account
    url.password = 'x'
    await expect(connect(url.href, 'registry')).rejects.toMatchObject({ code: 'database-not-fit' })
    await withClient(database.superuserUrl, (client) => client.query(`drop role ${account}`))
  })

  it('is refused to an account that was not given the role', async () => {
    const account = 'hb_test_stranger'
    await withClient(database.superuserUrl, (client) =>
      client.query(`create role ${account} login password 'x'`),
    )
    const url = new URL(database.url)
    url.username = account
    url.password = 'x'
    await expect(connect(url.href, 'registry')).rejects.toThrow('với vai trò hb_registry')
    await withClient(database.superuserUrl, (client) => client.query(`drop role ${account}`))
  })

  it('is refused where text is not stored as UTF-8', async () => {
    const name = 'hb_test_ascii'
    await withClient(database.superuserUrl, (client) =>
      client.query(`create database ${name} encoding 'SQL_ASCII' locale 'C' template template0`),
    )
    const url = new URL(database.url)
    url.pathname = `/${name}`
    await expect(connect(url.href, 'registry')).rejects.toThrow('SQL_ASCII')
    await withClient(database.superuserUrl, (client) => client.query(`drop database ${name}`))
  })

  it('is refused where nobody answers, without showing the password', async () => {
    const refusal: unknown = await connect('postgres://ai:bi-mat@127.0.0.1:1/hocba', 'registry').catch(
      (error: unknown) => error,
    )
    expect(refusal).toMatchObject({ code: 'database-not-available' })
    expect(String(refusal)).toContain('ECONNREFUSED')
    expect(String(refusal)).not.toContain('bi-mat')
  })

  it('gives one body of data only: the other has no right to be read', async () => {
    const school = await connect(database.url, 'school')
    const steal = sql`select * from registry.school`
    await expect(steal.execute(school)).rejects.toMatchObject(forbidden)
    await school.destroy()
    await expect(sql`create table school.mine (n int)`.execute(registry)).rejects.toMatchObject(forbidden)
  })

  it('gives no right to change or remove what is on record', async () => {
    for (const statement of [
      sql`update registry.act set reason = ''`,
      sql`update registry.version set version = 1`,
      sql`delete from registry.year`,
      sql`truncate registry.school`,
      sql`drop table registry.act`,
    ])
      await expect(statement.execute(registry)).rejects.toMatchObject(forbidden)
  })

  it('reads a date as the day it is', async () => {
    const { rows } = await sql<{ day: string }>`select date '2026-05-31' as day`.execute(registry)
    expect(rows).toEqual([{ day: '2026-05-31' }])
  })
})

describe('a prepared statement', () => {
  it('is planned once for each connection and then run by its name', async () => {
    const statement = { name: 'double', text: 'select $1::int * 2 as twice' }
    for (const n of [1, 2, 3]) expect(await runPrepared(registry, statement, [n])).toEqual([{ twice: 2 * n }])
    const found = await runPrepared<{ uses: number }>(
      registry,
      {
        name: 'uses',
        text: "select count(*)::int as uses from pg_prepared_statements where name = 'double'",
      },
      [],
    )
    expect(found).toEqual([{ uses: 1 }])
  })
})

describe('with a tenant in force', () => {
  beforeAll(async () => {
    for (const tenant of [1, 2, 3]) await addYear(tenant)
  })

  it('only that school’s rows are there', async () => {
    expect(await withTenant(registry, 2, tenantsSeen)).toEqual([2])
    expect(await withTenant(registry, 4, tenantsSeen)).toEqual([])
  })

  it('a row for another school is refused', async () => {
    await expect(addYear(4, 1)).rejects.toMatchObject(forbidden)
  })

  it('a row that is there in another school cannot be found out about by its key', async () => {
    const found = await withTenant(registry, 1, (transaction) =>
      transaction.selectFrom('registry.year').selectAll().where('year_key', '=', keyOf(2)).execute(),
    )
    expect(found).toEqual([])
  })

  it('what fails leaves nothing', async () => {
    const failing = withTenant(registry, 5, async (transaction) => {
      await sql`insert into registry.year values (5, ${keyOf(5)}, ${keyOf(5)}, '2025-2026', 'HS5')`.execute(
        transaction,
      )
      expect(await tenantsSeen(transaction)).toEqual([5])
      throw new Error('giữa chừng')
    })
    await expect(failing).rejects.toThrow('giữa chừng')
    expect(await withTenant(registry, 5, tenantsSeen)).toEqual([])
  })

  it.each([0, -1, 1.5, Number.NaN, 2 ** 60])('%s is no tenant', (tenant) => {
    expect(() => withTenant(registry, tenant, tenantsSeen)).toThrow('is no tenant')
  })
})

describe('without a tenant', () => {
  it('every table of a school is empty, also on a connection that had a tenant before', async () => {
    await Promise.all([1, 2, 3, 1, 2, 3].map((tenant) => withTenant(registry, tenant, tenantsSeen)))
    expect(await Promise.all([1, 2, 3, 4].map(() => tenantsSeen(registry)))).toEqual([[], [], [], []])
  })

  it('nothing can be added', async () => {
    const insert = sql`insert into registry.year values (1, ${keyOf(9)}, ${keyOf(9)}, '2024-2025', 'HS9')`
    await expect(insert.execute(registry)).rejects.toMatchObject(forbidden)
  })
})

describe('sixty at a time on four connections', () => {
  let seen: readonly (readonly [number, readonly number[]])[] = []
  beforeEach(async () => {
    const tenants = Array.from({ length: 600 }, (_, index) => (index % 3) + 1)
    const workers = Array.from({ length: 60 }, async (_, worker) => {
      const own: (readonly [number, readonly number[]])[] = []
      for (const tenant of tenants.slice(worker * 10, worker * 10 + 10))
        own.push([tenant, await withTenant(registry, tenant, tenantsSeen)])
      return own
    })
    seen = (await Promise.all(workers)).flat()
  })

  it('nobody ever sees a row of another school', () => {
    expect(seen).toHaveLength(600)
    expect(seen.filter(([tenant, rows]) => rows.length !== 1 || rows[0] !== tenant)).toEqual([])
  })
})
