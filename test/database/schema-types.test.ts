import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { databaseTypesPath, describeTables } from '../../scripts/generate-db-types.ts'
import { openTestDatabase } from '../../src/adapters/postgres/testing.ts'

it('the types of the tables are those of a migrated database (npm run generate makes them anew)', async () => {
  const database = await openTestDatabase()
  try {
    expect(await describeTables(database.adminUrl)).toBe(readFileSync(databaseTypesPath, 'utf8'))
  } finally {
    await database.close()
  }
})
