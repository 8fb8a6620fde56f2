import { sql } from 'kysely'
import type { YearIdentity } from '../../../registry/index.ts'
import type { Database } from '../connect.ts'

/** Any number, the same in every program: who gives out the next number of a school. */
const numberingLock = 4_710_482_112

/** The number of a school in the registry's keys, once it has one. */
export const findTenant = async (
  database: Database<'registry'>,
  schoolCode: string,
): Promise<number | undefined> => {
  const school = await database
    .selectFrom('registry.school')
    .select('tenant_id')
    .where('school_code', '=', schoolCode)
    .executeTakeFirst()
  return school?.tenant_id
}

/** Gives a school its number with its first book; who comes at the same moment waits and finds it. */
const addSchool = (
  database: Database<'registry'>,
  { schoolCode, schoolName }: YearIdentity,
): Promise<unknown> =>
  database.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(${sql.lit(numberingLock)})`.execute(transaction)
    await sql`
      insert into registry.school (tenant_id, school_code, name)
      select coalesce(max(tenant_id), 0) + 1, ${schoolCode}, ${schoolName} from registry.school
      on conflict (school_code) do nothing
    `.execute(transaction)
  })

/** The number of a school, which gets one if it has none. */
export const getTenant = async (database: Database<'registry'>, identity: YearIdentity): Promise<number> => {
  const known = await findTenant(database, identity.schoolCode)
  if (known !== undefined) return known
  await addSchool(database, identity)
  const added = await findTenant(database, identity.schoolCode)
  if (added === undefined) throw new Error(`school ${identity.schoolCode} has no number`)
  return added
}
