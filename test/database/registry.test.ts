import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sql } from 'kysely'
import { connect, withTenant, type Database } from '../../src/adapters/postgres/connect.ts'
import { createRegistryStore, type RegistryStore } from '../../src/adapters/postgres/registry.ts'
import { withClient } from '../../src/adapters/postgres/session.ts'
import { openTestDatabase, type TestDatabase } from '../../src/adapters/postgres/testing.ts'
import { sha256Hex } from '../../src/crypto/digest.ts'
import { acceptanceOf, identityOf, replacementOf, revocationOf } from './support/entries.ts'

let database: TestDatabase
let registry: Database<'registry'>
let store: RegistryStore
beforeEach(async () => {
  database = await openTestDatabase()
  registry = await connect(database.url, 'registry')
  store = createRegistryStore(registry)
})
afterEach(async () => {
  await registry.destroy()
  await database.close()
})

const recordAll = async (...entries: readonly Parameters<RegistryStore['record']>[0][]): Promise<void> => {
  for (const entry of entries) expect(await store.record(entry)).toBe('recorded')
}

/** How many rows the whole registry has, seen by one who sees all. */
const countRows = (): Promise<unknown> =>
  withClient(database.superuserUrl, async (client) => {
    const tables = ['year', 'lookup', 'version', 'act']
    const counts = tables.map((table) => `(select count(*)::int from registry.${table})`)
    return (await client.query<{ counts: unknown }>(`select array[${counts.join(',')}] as counts`)).rows[0]
      ?.counts
  })

describe('a recorded year', () => {
  const own = identityOf(1)

  it('comes back as it was, with its whole history, by the key of its book and of its year', async () => {
    const entries = [acceptanceOf(own), replacementOf(own), revocationOf(own)]
    await recordAll(...entries)
    const whole = {
      identity: own,
      versions: entries.flatMap(({ version }) => version ?? []),
      acts: entries.map(({ act }) => act),
    }
    expect(await store.list([own.bookKey])).toEqual([whole])
    expect(await store.list([own.yearKey])).toEqual([whole])
    expect(await store.list([own.bookKey, own.yearKey])).toEqual([whole])
    expect(await store.listRegistered(own.schoolCode, own.schoolYear)).toEqual([whole])
  })

  it('is not found by any other key', async () => {
    await recordAll(acceptanceOf(own))
    expect(await store.list([sha256Hex('another')])).toEqual([])
    expect(await store.list([])).toEqual([])
    await expect(store.list(['abc'])).rejects.toThrow('no key')
  })

  it('is one of several that a book’s key leads to, in whichever school, oldest first', async () => {
    const years = [
      identityOf(1, { school: 2, year: 2024 }),
      identityOf(1, { school: 1, year: 2023 }),
      identityOf(1, { school: 3, year: 2025 }),
    ]
    await recordAll(...years.map((identity) => acceptanceOf(identity)))
    await recordAll(acceptanceOf(identityOf(2)))
    const found = await store.list([own.bookKey])
    expect(found.map(({ identity }) => [identity.schoolYear, identity.schoolName])).toEqual([
      ['2023-2024', 'Trường THCS Số 1'],
      ['2024-2025', 'Trường THCS Số 2'],
      ['2025-2026', 'Trường THCS Số 3'],
    ])
  })

  it('stands in its school’s list, and in no other', async () => {
    await recordAll(...[3, 1, 2].map((pupil) => acceptanceOf(identityOf(pupil))))
    await recordAll(acceptanceOf(identityOf(4, { school: 2 })), acceptanceOf(identityOf(1, { year: 2024 })))
    const listed = await store.listRegistered('01000001', '2025-2026')
    expect(listed.map(({ identity }) => identity.studentCode)).toEqual(['HS1', 'HS2', 'HS3'])
    expect(await store.listRegistered('không có', '2025-2026')).toEqual([])
  })
})

describe('an act decided on an outdated history', () => {
  const own = identityOf(1)

  it('is overtaken and leaves nothing', async () => {
    await recordAll(acceptanceOf(own), replacementOf(own))
    const before = await countRows()
    expect(await store.record(acceptanceOf(own, 'late'))).toBe('overtaken')
    expect(await store.record(replacementOf(own))).toBe('overtaken')
    expect(await countRows()).toEqual(before)
  })

  it('is all but one of twelve that come at the same moment', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 12 }, (_, n) => store.record(acceptanceOf(own, `${n}`))),
    )
    expect(outcomes.filter((outcome) => outcome === 'recorded')).toHaveLength(1)
    expect(await countRows()).toEqual([1, 2, 1, 1])
  })

  it('is one that would take a code that meanwhile leads to somebody else’s book', async () => {
    await recordAll(acceptanceOf(own))
    const before = await countRows()
    const stranger = identityOf(2, { school: 2 })
    for (const codes of [
      { bookKey: own.bookKey },
      { yearKey: own.yearKey },
      { yearKey: own.bookKey },
      { bookKey: own.yearKey },
      { bookKey: own.bookKey, studentCode: own.studentCode },
    ])
      expect(await store.record(acceptanceOf({ ...stranger, ...codes }))).toBe('overtaken')
    expect(await countRows()).toEqual(before)
  })

  it('is one of two schools that take one book’s code at the same moment', async () => {
    const rivals = Array.from({ length: 8 }, (_, n) => ({
      ...identityOf(n, { school: n + 1 }),
      bookKey: own.bookKey,
    }))
    const outcomes = await Promise.all(rivals.map((identity) => store.record(acceptanceOf(identity))))
    expect(outcomes.filter((outcome) => outcome === 'recorded')).toHaveLength(1)
  })
})

describe('an entry that the tables forbid', () => {
  it('leaves nothing, and is no case of being overtaken', async () => {
    const entry = acceptanceOf(identityOf(1))
    const unreasoned = { ...entry, act: { ...entry.act, kind: 'replace' as const } }
    await expect(store.record(unreasoned)).rejects.toMatchObject({ code: '23514' })
    expect(await countRows()).toEqual([0, 0, 0, 0])
  })
})

describe('schools', () => {
  it('that report for the first time at the same moment have a number each', async () => {
    const schools = Array.from({ length: 9 }, (_, n) => n + 1)
    const entries = schools.flatMap((school) =>
      [10, 20].map((pupil) => acceptanceOf(identityOf(pupil + school, { school }))),
    )
    await Promise.all(entries.map((entry) => store.record(entry)))
    const numbers = await registry
      .selectFrom('registry.school')
      .select('tenant_id')
      .orderBy('tenant_id')
      .execute()
    expect(numbers.map((row) => row.tenant_id)).toEqual(schools)
  })
})

describe('the wall between schools', () => {
  const own = identityOf(1)
  const forbidden = { code: '42501' }

  beforeEach(() => recordAll(acceptanceOf(own)))

  it('has one door: without a key the application sees nothing, by whatever way', async () => {
    for (const relation of ['year', 'version', 'act', 'whole_year']) {
      const { rows } = await sql`select * from registry.${sql.raw(relation)}`.execute(registry)
      expect(rows).toEqual([])
    }
    await expect(sql`select * from registry.lookup`.execute(registry)).rejects.toMatchObject(forbidden)
  })

  it('lets no other school point a code at somebody’s year', async () => {
    await recordAll(acceptanceOf(identityOf(2, { school: 2 })))
    const key = Buffer.from(own.yearKey, 'hex')
    const point = withTenant(registry, 2, (transaction) =>
      transaction
        .insertInto('registry.lookup')
        .values({ code_key: Buffer.alloc(32), year_key: key, tenant_id: 1 })
        .execute(),
    )
    await expect(point).rejects.toMatchObject(forbidden)
  })

  it('has no door for the other body of data', async () => {
    const school = await connect(database.url, 'school')
    await expect(sql`select * from registry.find('{}')`.execute(school)).rejects.toMatchObject(forbidden)
    await school.destroy()
  })
})
