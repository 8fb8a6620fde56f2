import { sql, type Transaction } from 'kysely'
import { opaqueCodePattern } from '../../../shared/limits.ts'
import type { Database, TablesOf } from '../connect.ts'

/** A transaction on the school's body of data. */
export type SchoolTransaction = Transaction<TablesOf<'school'>>

/** Whether a text may be the code of a school; nothing else is ever looked up. */
const isSchoolCode = (text: string): boolean => new RegExp(`^${opaqueCodePattern}$`, 'u').test(text)

const findTenant = async (
  transaction: SchoolTransaction,
  schoolCode: string,
): Promise<number | undefined> => {
  if (!isSchoolCode(schoolCode)) return undefined
  await sql`set local hb.school = ${sql.lit(schoolCode)}`.execute(transaction)
  const found = await transaction
    .selectFrom('school.school')
    .select('tenant_id')
    .where('school_code', '=', schoolCode)
    .executeTakeFirst()
  return found?.tenant_id
}

// SET LOCAL with a checked integer: set_config() is not passed on to the workers of a spread-out database.
const beTenant = (transaction: SchoolTransaction, tenant: number): Promise<unknown> =>
  sql`set local hb.tenant = ${sql.lit(tenant)}`.execute(transaction)

/**
 * Reads in one transaction that sees one moment, with only this school's rows there. The number of the school is
 * undefined, and no row is there, when nothing of it has been written yet.
 */
export const readingSchool = <T>(
  database: Database<'school'>,
  schoolCode: string,
  work: (transaction: SchoolTransaction, tenant: number | undefined) => Promise<T>,
): Promise<T> =>
  database
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (transaction) => {
      const tenant = await findTenant(transaction, schoolCode)
      if (tenant !== undefined) await beTenant(transaction, tenant)
      return work(transaction, tenant)
    })

/**
 * Writes in one transaction as this school, which is entered if it is new. Whoever else imports the same school waits
 * until this one is done, and then sees what it did.
 */
export const writingSchool = <T>(
  database: Database<'school'>,
  schoolCode: string,
  work: (transaction: SchoolTransaction, tenant: number) => Promise<T>,
): Promise<T> =>
  database.transaction().execute(async (transaction) => {
    if ((await findTenant(transaction, schoolCode)) === undefined) await addSchool(transaction, schoolCode)
    const { tenant_id: tenant } = await transaction
      .selectFrom('school.school')
      .select('tenant_id')
      .where('school_code', '=', schoolCode)
      .forUpdate()
      .executeTakeFirstOrThrow()
    await beTenant(transaction, tenant)
    return work(transaction, tenant)
  })

/** Two first imports may come at the same moment: the second waits here, and adds nothing. */
const addSchool = (transaction: SchoolTransaction, schoolCode: string): Promise<unknown> => {
  if (!isSchoolCode(schoolCode)) throw new Error(`${schoolCode} is no school's code`)
  return transaction
    .insertInto('school.school')
    .values({ school_code: schoolCode })
    .onConflict((conflict) => conflict.column('school_code').doNothing())
    .execute()
}
