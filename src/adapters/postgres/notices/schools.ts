import { sql } from 'kysely'
import type { Database } from '../connect.ts'
import type { SchoolPlace } from '../books/notice-items.ts'

/** Every school that was ever written to, by number; for what is done for each of them by itself. */
export const listSchools = async (database: Database<'school'>): Promise<readonly SchoolPlace[]> => {
  const { rows } = await sql<SchoolPlace>`
    select tenant_id as tenant, school_code as "schoolCode" from school.list_schools()`.execute(database)
  return rows
}
