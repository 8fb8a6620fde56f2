import { beforeAll, describe, expect, it } from 'vitest'
import type { BookFile } from '../bookfile/index.ts'
import { listClassRecords } from '../book/index.ts'
import { issueYear } from './issue-year.ts'
import { codedYear, openIssuingBench, type IssuingBench } from './testing.ts'
import { findYearsBefore, readYearsOnRecord } from './year-on-record.ts'

const records = codedYear('2025-2026')
const codes = records.students.flatMap(({ bookLookupCode }) => bookLookupCode ?? [])

let bench: IssuingBench
let books: readonly BookFile[]
beforeAll(async () => {
  bench = await openIssuingBench()
  await issueYear(records, await bench.issuingOf(records))
  const found = await Promise.all(
    listClassRecords(records).map((one) => readYearsOnRecord(one, bench.registry)),
  )
  books = found.flatMap((one) => one.books)
})

describe('the years before on record', () => {
  it('are those of the year before, in their newest version', async () => {
    const found = await findYearsBefore(codes, '2026-2027', bench.registry)
    expect(found).toEqual(
      new Map(
        books.map(({ data }) => [
          data.report.cover.bookLookupCode,
          { digest: data.digestOf('hb'), version: data.report.version.number },
        ]),
      ),
    )
    expect([...found.values()].map(({ version }) => version)).toContain(2)
  })

  it('are none of the same year, of later ones, or of books that nobody asked for', async () => {
    for (const year of ['2025-2026', '2027-2028'] as const)
      expect(await findYearsBefore(codes, year, bench.registry)).toEqual(new Map())
    expect(await findYearsBefore([], '2026-2027', bench.registry)).toEqual(new Map())
    expect(await findYearsBefore(['0'.repeat(32)], '2026-2027', bench.registry)).toEqual(new Map())
  })
})
