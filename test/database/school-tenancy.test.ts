import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from 'pg'
import { connect, type Database } from '../../src/adapters/postgres/connect.ts'
import { saveSchoolYear } from '../../src/adapters/postgres/school/save-school-year.ts'
import { yearTables } from '../../src/adapters/postgres/school/tables.ts'
import { withClient } from '../../src/adapters/postgres/session.ts'
import { openTestDatabase, type TestDatabase } from '../../src/adapters/postgres/testing.ts'
import { askAll, tenantOf } from './support/rows.ts'
import { by, fullSchool, now, ofSchool, withFinalMark, withPupil } from './support/school-years.ts'

let server: TestDatabase
let database: Database<'school'>
let [own, other] = [0, 0]

interface Table {
  readonly name: string
  readonly isPart: boolean
  readonly isForced: boolean
}

/** Every table of the schema, as the database itself knows them: one that is forgotten here does not exist. */
let tables: readonly Table[] = []

beforeAll(async () => {
  server = await openTestDatabase()
  database = await connect(server.url, 'school')
  await saveSchoolYear(database, fullSchool, { now, by })
  await saveSchoolYear(database, withPupil(fullSchool, 0, withFinalMark('1')), { now, by })
  await saveSchoolYear(database, ofSchool(fullSchool, '99-other'), { now, by })
  own = await tenantOf(server, fullSchool.school.code)
  other = await tenantOf(server, '99-other')
  tables = await askAll<Table>(
    server,
    `select oid::regclass::text as name, relispartition as "isPart",
      relrowsecurity and relforcerowsecurity as "isForced"
    from pg_class where relnamespace = 'school'::regnamespace and relkind in ('r', 'p', 'm', 'v', 'f')`,
  )
})
afterAll(async () => {
  await database.destroy()
  await server.close()
})

const asSchool = <T>(tenant: number | undefined, work: (client: Client) => Promise<T>): Promise<T> =>
  withClient(
    server.url,
    async (client) => {
      await client.query(`begin; ${tenant === undefined ? '' : `set local hb.tenant = ${tenant}`}`)
      return work(client)
    },
    'hb_school',
  )

const countOwn = (tenant: number | undefined, name: string): Promise<number> =>
  asSchool(tenant, async (client) => {
    const { rows } = await client.query<{ count: number }>(
      `select count(*)::int as count from ${name} where tenant_id = ${own}`,
    )
    return rows[0]?.count ?? -1
  })

describe('every table of the schema school', () => {
  it('has row security, also for its owner', () => {
    expect(tables.length).toBeGreaterThan(12)
    expect(tables.filter(({ isForced }) => !isForced)).toEqual([])
  })

  it('shows rows of the school in force only, by a policy of its own', async () => {
    const guarded = await askAll<{ name: string }>(
      server,
      `select polrelid::regclass::text as name from pg_policy where polcmd = '*' and polpermissive
        and pg_get_expr(polqual, polrelid) = pg_get_expr(polwithcheck, polrelid)
        and pg_get_expr(polqual, polrelid) like '(tenant_id = (NULLIF(current_setting(''hb.tenant''%'`,
    )
    const names = new Set(guarded.map(({ name }) => name))
    expect(tables.map(({ name }) => name).filter((name) => !names.has(name))).toEqual([])
  })

  it('shows a school its own rows, and none of them to another or to nobody', async () => {
    const whole = tables.filter(({ isPart }) => !isPart).map(({ name }) => name)
    for (const name of whole) {
      const seen = [await countOwn(other, name), await countOwn(undefined, name)]
      expect([name, ...seen]).toEqual([name, 0, 0])
    }
    for (const name of ['school', 'act', 'student', 'superseded', ...yearTables.map((table) => table.name)]) {
      expect(whole).toContain(`school.${name}`)
      expect([name, await countOwn(own, `school.${name}`)]).not.toEqual([name, 0])
    }
  })

  it('cannot be reached by its parts', async () => {
    const parts = tables.filter(({ isPart }) => isPart)
    expect(parts.length).toBeGreaterThan(5)
    for (const { name } of parts) await expect(countOwn(own, name)).rejects.toThrow('permission denied')
  })

  it('begins every key and every foreign key with the school', async () => {
    const keys = await askAll<{ name: string; first: string }>(
      server,
      `select conrelid::regclass || ' ' || conname as name,
        (select attname from pg_attribute where attrelid = conrelid and attnum = conkey[1]) as first
      from pg_constraint where connamespace = 'school'::regnamespace and contype in ('p', 'u', 'f')
        and conname <> 'school_school_code_key'`,
    )
    expect(keys.length).toBeGreaterThan(25)
    expect(keys.filter(({ first }) => first !== 'tenant_id')).toEqual([])
  })

  it('is closed to the role of the registry', async () => {
    const open = await askAll(
      server,
      `select oid::regclass::text as name from pg_class where relnamespace = 'school'::regnamespace
        and relkind in ('r', 'p', 'S') and has_table_privilege('hb_registry', oid, 'select, insert, update, delete')`,
    )
    expect(open).toEqual([])
  })
})

describe('a school', () => {
  it('cannot write rows for another', async () => {
    const add = asSchool(other, (client) =>
      client.query(`insert into school.student (tenant_id, student_code) values (${own}, 'x')`),
    )
    await expect(add).rejects.toThrow('row-level security')
    const give = asSchool(other, (client) => client.query(`update school.enrolment set tenant_id = ${own}`))
    await expect(give).rejects.toThrow('row-level security')
  })

  it('finds its number by its code, and no other school’s', async () => {
    const found = await asSchool(undefined, async (client) => {
      await client.query("set local hb.school = '99-other'")
      return (await client.query<{ tenant_id: number }>('select tenant_id from school.school')).rows
    })
    expect(found).toEqual([{ tenant_id: other }])
  })

  it.each([
    ['update school.superseded set version = 0'],
    ['delete from school.superseded'],
    ['update school.act set acted_by = $$$$'],
    ['delete from school.act'],
    ['delete from school.assessment'],
    ['delete from school.homeroom_entry'],
    ['delete from school.student'],
    ['delete from school.school_year'],
    ['update school.school set tenant_id = 5'],
    ['truncate school.assessment'],
    ['alter table school.assessment no force row level security'],
  ])('may not: %s', async (statement) => {
    await expect(asSchool(own, (client) => client.query(statement))).rejects.toThrow(
      /permission denied|owner/,
    )
  })
})
