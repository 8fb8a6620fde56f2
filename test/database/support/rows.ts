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
