import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { connect } from '../../src/adapters/postgres/connect.ts'
import { migrate, migrationsFolder, readMigrations } from '../../src/adapters/postgres/migrate.ts'
import { withClient } from '../../src/adapters/postgres/session.ts'
import { openEmptyDatabase, type TestDatabase } from '../../src/adapters/postgres/testing.ts'

let database: TestDatabase
let folder: string
beforeEach(async () => {
  database = await openEmptyDatabase()
  folder = mkdtempSync(join(tmpdir(), 'hocba-migrations-'))
  cpSync(migrationsFolder, folder, { recursive: true })
})
afterEach(async () => {
  await database.close()
  rmSync(folder, { recursive: true })
})

const all = readdirSync(migrationsFolder).filter((name) => name.endsWith('.sql')).length
const nextNumber = String(all + 1).padStart(4, '0')

const add = (name: string, sql: string): void => {
  writeFileSync(join(folder, `${nextNumber}-${name}.sql`), sql)
}

const ask = async (query: string): Promise<unknown> =>
  withClient(
    database.adminUrl,
    async (client) =>
      (await client.query<{ answer: unknown }>(`select (${query}) as answer`)).rows[0]?.answer,
    'hb_owner',
  )

const applied = (): Promise<unknown> => ask('select count(*)::int from hocba.migration')

describe('migrating', () => {
  it('applies every file of db, in order, and says each one', async () => {
    const lines: string[] = []
    expect(await migrate(database.adminUrl, { log: (line) => lines.push(line) })).toBe(all)
    expect(lines[0]).toBe('Đã cập nhật cấu trúc dữ liệu: 0001-foundation.sql')
    expect([lines.length, await applied()]).toEqual([all, all])
  })

  it('does nothing where everything is there', async () => {
    await migrate(database.adminUrl)
    expect(await migrate(database.adminUrl)).toBe(0)
  })

  it('applies each file once although three programs come at the same moment', async () => {
    const counts = await Promise.all([1, 2, 3].map(() => migrate(database.adminUrl)))
    expect(counts.toSorted()).toEqual([0, 0, all])
  })

  it('applies what is new on top of what is there', async () => {
    await migrate(database.adminUrl)
    add('new', 'create table registry.new (n integer)')
    expect(await migrate(database.adminUrl, { folder })).toBe(1)
    expect(await ask("to_regclass('registry.new') is not null")).toBe(true)
  })

  it('gives everything to the owner, whoever signed in', async () => {
    await migrate(database.adminUrl)
    const owners =
      "select array_agg(distinct tableowner::text) from pg_tables where schemaname in ('registry','hocba')"
    expect(await ask(owners)).toEqual(['hb_owner'])
  })

  it('leaves nothing of a file that fails, and goes on from there once it is right', async () => {
    add('fails', 'create table registry.half (n integer); select 1 / 0;')
    await expect(migrate(database.adminUrl, { folder })).rejects.toThrow(
      `migration ${nextNumber}-fails.sql failed`,
    )
    expect([await applied(), await ask("to_regclass('registry.half') is null")]).toEqual([all, true])
    add('fails', 'create table registry.half (n integer)')
    expect(await migrate(database.adminUrl, { folder })).toBe(1)
  })
})

describe('a database is refused and left as it is', () => {
  it('when it has a step that the program does not have', async () => {
    add('of-the-future', 'create table registry.future (n integer)')
    await migrate(database.adminUrl, { folder })
    await expect(migrate(database.adminUrl)).rejects.toMatchObject({ code: 'database-not-fit' })
    expect(await applied()).toBe(all + 1)
  })

  it('when a step was changed after it was applied', async () => {
    await migrate(database.adminUrl)
    const first = join(folder, '0001-foundation.sql')
    writeFileSync(first, `${readFileSync(first, 'utf8')}\n-- changed`)
    add('new', 'create table registry.new (n integer)')
    await expect(migrate(database.adminUrl, { folder })).rejects.toThrow('0001-foundation.sql')
    expect(await applied()).toBe(all)
  })
})

describe('an account that may make roles but is no superuser', () => {
  const account = 'hb_test_clerk'
  const asClerk = (): string => {
    const url = new URL(database.adminUrl)
    url.username = account
    url.password = 'mật-khẩu'
    return url.href
  }
  const asSuperuser = (statement: string): Promise<unknown> =>
    withClient(database.superuserUrl, (client) => client.query(statement))

  beforeEach(() => asSuperuser(`create role ${account} login noinherit password 'mật-khẩu'`))
  afterEach(() =>
    asSuperuser(
      `reassign owned by ${account} to current_user; drop owned by ${account}; drop role ${account}`,
    ),
  )

  it('is told what the administrator has to run, and migrates after that', async () => {
    const refusal: unknown = await migrate(asClerk()).catch((error: unknown) => error)
    expect(refusal).toMatchObject({ code: 'database-not-fit' })
    const [, remedy = ''] = /(grant [^]*)$/.exec(String(refusal)) ?? []
    await asSuperuser(remedy)
    expect(await migrate(asClerk())).toBe(all)
  })

  it('gives itself the roles that it made', async () => {
    await asSuperuser(`
      alter database ${new URL(database.url).pathname.slice(1)} owner to ${account};
      do $$ declare made text; begin
        foreach made in array array['hb_owner', 'hb_registry', 'hb_school', 'hb_signin'] loop
          execute format('grant %I to ${account} with admin %s', made,
            case when current_setting('server_version_num')::int >= 160000 then 'true, set false' else 'option' end);
        end loop;
      end $$`)
    expect(await migrate(asClerk())).toBe(all)
    await (await connect(asClerk(), 'registry')).destroy()
  })
})

describe('the files of db', () => {
  it('count alike with the line ends of Windows', async () => {
    const digests = (await readMigrations()).map(({ sha256 }) => sha256)
    for (const name of readdirSync(folder)) {
      const path = join(folder, name)
      writeFileSync(path, readFileSync(path, 'utf8').replaceAll('\n', '\r\n'))
    }
    expect((await readMigrations(folder)).map(({ sha256 }) => sha256)).toEqual(digests)
  })

  it('are numbered without a gap', async () => {
    writeFileSync(join(folder, '0099-late.sql'), 'select 1')
    await expect(readMigrations(folder)).rejects.toThrow(`0099-late.sql is not migration ${all + 1}`)
  })
})
