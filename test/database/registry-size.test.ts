import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connect, type Database } from '../../src/adapters/postgres/connect.ts'
import { createRegistryStore } from '../../src/adapters/postgres/registry.ts'
import { withClient } from '../../src/adapters/postgres/session.ts'
import { openTestDatabase, type TestDatabase } from '../../src/adapters/postgres/testing.ts'
import { sha256Hex } from '../../src/crypto/digest.ts'
import { fillRegistry } from './support/fill.ts'

const size = 10_000
let database: TestDatabase
let registry: Database<'registry'>
beforeAll(async () => {
  database = await openTestDatabase()
  await fillRegistry(database.superuserUrl, size)
  registry = await connect(database.url, 'registry')
})
afterAll(async () => {
  await registry.destroy()
  await database.close()
})

interface Plan {
  readonly Plan: { readonly 'Shared Hit Blocks': number; readonly 'Shared Read Blocks': number }
}

/** How many pages of 8 KB one lookup touches, once its plan is kept. */
const countPages = (key: string): Promise<number> =>
  withClient(database.superuserUrl, async (client) => {
    const call = `select * from registry.find(array['\\x${key}'::bytea])`
    for (let before = 0; before < 8; before += 1) await client.query(call)
    const explain = `explain (analyze, buffers, format json) ${call}`
    const { rows } = await client.query<{ 'QUERY PLAN': readonly Plan[] }>(explain)
    const plan = rows[0]?.['QUERY PLAN'][0]?.Plan
    return (plan?.['Shared Hit Blocks'] ?? Infinity) + (plan?.['Shared Read Blocks'] ?? Infinity)
  })

describe('a registry of ten thousand years', () => {
  it('finds each by its code', async () => {
    const store = createRegistryStore(registry)
    for (const n of [1, 777, size]) {
      const [found, ...more] = await store.list([sha256Hex(`year ${n}`)])
      expect([found?.identity.studentCode, found?.versions.length, found?.acts.length]).toEqual([
        `HS${n}`,
        2,
        3,
      ])
      expect(more).toEqual([])
    }
  })

  it('reads for one code the pages of its rows and of the indexes to them, and no table from end to end', async () => {
    // Five tables, each by an index of two or three levels. The smallest of the tables alone has over a hundred pages.
    for (const kind of ['year', 'book']) expect(await countPages(sha256Hex(`${kind} 5000`))).toBeLessThan(40)
  })

  it('answers for five hundred keys with one statement', async () => {
    const keys = Array.from({ length: 500 }, (_, n) => sha256Hex(`book ${n + 1}`))
    const found = await createRegistryStore(registry).list(keys)
    expect(new Set(found.map(({ identity }) => identity.studentCode)).size).toBe(500)
  })

  it('lists a whole school by student code', async () => {
    const listed = await createRegistryStore(registry).listRegistered('3', '2025-2026')
    expect(listed).toHaveLength(500)
    const codes = listed.map(({ identity }) => identity.studentCode)
    expect(codes).toEqual(codes.toSorted())
  })
})
