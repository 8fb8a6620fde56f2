import { connect, type Database } from '../../../src/adapters/postgres/connect.ts'
import { saveSchoolYear } from '../../../src/adapters/postgres/school/save-school-year.ts'
import { openTestDatabase, type TestDatabase } from '../../../src/adapters/postgres/testing.ts'
import type { SchoolYearRecords } from '../../../src/records/index.ts'
import { tenantOf } from './rows.ts'

export * from './empty-class.ts'

/** A database with these records in it, as the application uses it. */
export interface FilledDatabase {
  readonly server: TestDatabase
  readonly database: Database<'school'>
  readonly tenant: number
  close(): Promise<void>
}

export const openFilled = async (...all: readonly SchoolYearRecords[]): Promise<FilledDatabase> => {
  const server = await openTestDatabase()
  const database = await connect(server.url, 'school')
  for (const records of all)
    await saveSchoolYear(database, records, { now: new Date('2026-09-01T08:00:00+07:00'), by: 'Nhập sổ' })
  return {
    server,
    database,
    tenant: await tenantOf(server, all[0]?.school.code ?? ''),
    close: async () => {
      await database.destroy()
      await server.close()
    },
  }
}
