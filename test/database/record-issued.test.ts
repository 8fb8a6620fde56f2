import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recordIssued } from '../../src/adapters/postgres/books/record-issued.ts'
import { connect, type Database } from '../../src/adapters/postgres/connect.ts'
import { saveSchoolYear } from '../../src/adapters/postgres/school/save-school-year.ts'
import { openTestDatabase, type TestDatabase } from '../../src/adapters/postgres/testing.ts'
import { issueYear } from '../../src/issuing/index.ts'
import { codedYear, openIssuingBench, type IssuingBench } from '../../src/issuing/testing.ts'
import { askAll } from './support/rows.ts'

const records = codedYear('2025-2026')
const now = new Date('2026-09-01T08:00:00+07:00')

let server: TestDatabase
let database: Database<'school'>
let bench: IssuingBench

beforeAll(async () => {
  server = await openTestDatabase()
  database = await connect(server.url, 'school')
  bench = await openIssuingBench()
  await saveSchoolYear(database, records, { now, by: 'Nhập sổ' })
  await issueYear(records, await bench.issuingOf(records))
})
afterAll(async () => {
  await database.destroy()
  await server.close()
})

const record = (): Promise<number> =>
  recordIssued(database, bench.registry, records, { by: records.school.name, now })

const ask = <Row extends object>(query: string): Promise<readonly Row[]> => askAll<Row>(server, query)

describe('what the registry has of a year', () => {
  it('stands in the school’s books too, every version with all its signatures', async () => {
    expect(await record()).toBe(bench.registry.entered.length)
    const [counts] = await ask<{ reports: number; issued: number; unsigned: number }>(`
      select count(*)::int as reports, count(r.issued_at)::int as issued,
        (select count(*)::int from school.signature_slot where signature is null) as unsigned
      from school.report r`)
    const versions = bench.registry.entered.length
    expect(counts).toEqual({ reports: versions, issued: versions, unsigned: 0 })
  })

  it('shows the newest version of each pupil as the current one', async () => {
    const rows = await ask<{ versions: number; current: number; highest: number }>(`
      select count(*)::int as versions, max(version)::int as highest,
        max(version) filter (where is_current)::int as current
      from school.report group by student_code`)
    expect(rows.some(({ versions }) => versions > 1)).toBe(true)
    expect(rows.filter(({ current, highest }) => current !== highest)).toEqual([])
  })

  it('is recorded once, however often it is asked for', async () => {
    const before = await ask('select * from school.report order by student_code, version, draft')
    expect(await record()).toBe(0)
    expect(await ask('select * from school.report order by student_code, version, draft')).toEqual(before)
  })
})
