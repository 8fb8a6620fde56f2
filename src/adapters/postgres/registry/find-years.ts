import { sql } from 'kysely'
import type { RegisteredYear } from '../../../registry/index.ts'
import type { SchoolYear } from '../../../shared/school-year.ts'
import { runPrepared, withTenant, type Database } from '../connect.ts'
import { findTenant } from './tenants.ts'
import { wholeYearColumns, yearFrom, type WholeYearRow } from './whole-year.ts'

const findByKeys = {
  name: 'registry-find',
  text: `select ${wholeYearColumns} from registry.find($1::bytea[])`,
}

/** A key as the database holds it: 32 bytes. */
export const keyBytes = (key: string): Buffer => {
  const bytes = Buffer.from(key, 'hex')
  if (bytes.length !== 32) throw new Error(`${key} is no key of a lookup code`)
  return bytes
}

/**
 * Lists the years that any of some keys lead to, in whichever school, by school year: one prepared statement, whatever
 * the number of keys and years (the function registry.find() says why it may cross the wall between schools).
 */
export const listByKeys = async (
  database: Database<'registry'>,
  keys: readonly string[],
): Promise<readonly RegisteredYear[]> =>
  (await runPrepared<WholeYearRow>(database, findByKeys, [keys.map(keyBytes)])).map(yearFrom)

/** Lists what one school has on record for one school year, by student code. */
export const listOfSchool = async (
  database: Database<'registry'>,
  schoolCode: string,
  schoolYear: SchoolYear,
): Promise<readonly RegisteredYear[]> => {
  const tenant = await findTenant(database, schoolCode)
  if (tenant === undefined) return []
  const { rows } = await withTenant(database, tenant, (transaction) =>
    sql<WholeYearRow>`
      select ${sql.raw(wholeYearColumns)} from registry.whole_year
      where tenant_id = ${tenant} and school_year = ${schoolYear} order by student_code, year_hex
    `.execute(transaction),
  )
  return rows.map(yearFrom)
}
