import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { educationLevels } from '../../shared/education-level.ts'
import { formatProblem, readWorkbook, writeWorkbook } from './index.ts'
import { arbitraryRecords } from './testing/arbitrary-records.ts'

describe.each(educationLevels)('a workbook of the level %s', (level) => {
  it('gives back exactly the records it was written from', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryRecords(level), async (generated) => {
        // The generator's objects have no prototype; a record from anywhere else has one.
        const records = structuredClone(generated)
        const reading = await readWorkbook(await writeWorkbook(records), { fileName: 'so.xlsx' })
        expect(reading.ok ? [] : reading.problems.map(formatProblem)).toEqual([])
        expect(reading.ok && reading.records).toStrictEqual(records)
        expect(reading.ok && reading.notes).toEqual([])
      }),
      { numRuns: 40, seed: 20260530 },
    )
  })

  it('has the same bytes whenever it is written from the same records', async () => {
    const [records] = fc.sample(arbitraryRecords(level), { numRuns: 1, seed: 7 })
    if (!records) throw new Error('no records')
    expect(
      Buffer.from(await writeWorkbook(records)).equals(await writeWorkbook(structuredClone(records))),
    ).toBe(true)
  })
})
