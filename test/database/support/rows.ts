import { withClient } from '../../../src/adapters/postgres/session.ts'
import type { TestDatabase } from '../../../src/adapters/postgres/testing.ts'

/** Rows as they lie there, whoever they belong to: asked by an account that row security does not apply to. */
export const askAll = <T extends object>(
  { superuserUrl }: TestDatabase,
  query: string,
  values: readonly unknown[] = [],
): Promise<readonly T[]> =>
  withClient(superuserUrl, async (client) => (await client.query<T>(query, [...values])).rows)

/** The number that stands for a school. */
export const tenantOf = async (server: TestDatabase, schoolCode: string): Promise<number> => {
  const [found] = await askAll<{ tenant_id: number }>(
    server,
    'select tenant_id from school.school where school_code = $1',
    [schoolCode],
  )
  if (found === undefined) throw new Error(`no school ${schoolCode}`)
  return found.tenant_id
}

/** Every row of every table of the school's schema, whoever's, as one number for each table. */
export const digestAll = async (server: TestDatabase): Promise<readonly { readonly name: string }[]> => {
  const tables = await askAll<{ readonly name: string }>(
    server,
    `select relname as name from pg_class where relnamespace = 'school'::regnamespace
       and relkind in ('r', 'p') and not relispartition order by 1`,
  )
  const digests = tables.map(
    ({ name }) =>
      `select '${name}' as name, count(*), md5(string_agg(t::text, chr(10) order by t::text)) as md5 from school.${name} t`,
  )
  return askAll(server, `${digests.join(' union all ')} order by 1`)
}
