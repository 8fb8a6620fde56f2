import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connect, type Database } from '../../src/adapters/postgres/connect.ts'
import { listSchoolYears, readSchoolYear } from '../../src/adapters/postgres/school/read-school-year.ts'
import { saveSchoolYear } from '../../src/adapters/postgres/school/save-school-year.ts'
import { openTestDatabase, type TestDatabase } from '../../src/adapters/postgres/testing.ts'
import { readWorkbook, writeWorkbook } from '../../src/adapters/workbook/index.ts'
import { arbitraryRecords } from '../../src/adapters/workbook/testing/arbitrary-records.ts'
import { inventProvince } from '../../src/demo/index.ts'
import type { SchoolYearRecords } from '../../src/records/index.ts'
import { educationLevels } from '../../src/shared/education-level.ts'
import { askAll, tenantOf } from './support/rows.ts'
import { by, fullSchool, now, ofSchool } from './support/school-years.ts'
import { watched } from './support/statements.ts'

let server: TestDatabase
let database: Database<'school'>

beforeAll(async () => {
  server = await openTestDatabase()
  database = await connect(server.url, 'school')
})
afterAll(async () => {
  await database.destroy()
  await server.close()
})

const saveAndRead = async (records: SchoolYearRecords): Promise<SchoolYearRecords> => {
  await saveSchoolYear(database, records, { now, by })
  return readSchoolYear(database, records.school.code, records.schoolYear)
}

describe('what was saved', () => {
  it('is read again, for the invented schools of every level in both their years, through their workbooks', async () => {
    const years = inventProvince({ students: 60, seed: 5 })
    expect(new Set(years.map(({ school }) => school.level)).size).toBe(3)
    for (const records of years) {
      const reading = await readWorkbook(await writeWorkbook(records), { fileName: 'so.xlsx' })
      if (!reading.ok) throw new Error('a workbook of the demonstration must be readable')
      expect(await saveAndRead(reading.records)).toEqual(reading.records)
    }
    const [first] = years
    const listed = await listSchoolYears(database, first?.school.code ?? '')
    expect(listed.map(({ schoolYear }) => schoolYear)).toEqual(['2024-2025', '2025-2026'])
    expect(listed[0]?.students).toBe(first?.students.length)
    expect(listed[0]?.classes).toBe(first?.classes.length)
  })

  it.each(educationLevels)('is read again whatever was there before (%s)', async (level) => {
    await fc.assert(
      fc.asyncProperty(arbitraryRecords(level), async (records) => {
        const own = ofSchool(records, `99-${level}`)
        expect(await saveAndRead(own)).toEqual(own)
      }),
      { numRuns: 30, seed: 20260601 },
    )
  })

  it('is the same after a second save, which writes nothing', async () => {
    const records = ofSchool(fullSchool, '99-twice')
    const first = await saveSchoolYear(database, records, { now, by })
    const second = await saveSchoolYear(database, records, { now, by: 'người khác' })
    expect(first).toMatchObject({ changed: 0, unchanged: 0, removed: 0 })
    expect(first.added).toBeGreaterThan(50)
    expect(second).toMatchObject({ added: 0, changed: 0, unchanged: first.added, removed: 0 })
    const tenant = await tenantOf(server, '99-twice')
    expect(await askAll(server, 'select 1 from school.act where tenant_id = $1', [tenant])).toHaveLength(1)
    expect(await askAll(server, 'select 1 from school.superseded where tenant_id = $1', [tenant])).toEqual([])
  })

  it('took a number of statements that does not grow with the number of pupils', async () => {
    const [small, large] = [60, 240].map((students) => inventProvince({ students, seed: 2 })[3])
    if (small === undefined || large === undefined) throw new Error('the province has six school years')
    expect(large.students.length).toBeGreaterThan(small.students.length * 2)
    const counted = []
    for (const [records, code] of [
      [small, '99-small'],
      [large, '99-large'],
    ] as const) {
      let statements = 0
      const counting = watched(database, (count) => (statements = count))
      await saveSchoolYear(counting, ofSchool(records, code), { now, by })
      counted.push(statements)
    }
    expect(counted[0]).toBeLessThan(40)
    expect(counted[1]).toBe(counted[0])
  })
})
