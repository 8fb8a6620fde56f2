import { beforeEach, describe, expect, it } from 'vitest'
import { readBook, type BookFile } from '../bookfile/index.ts'
import type { SchoolYearRecords } from '../records/index.ts'
import { lookupKey, type RegisteredYear } from '../registry/index.ts'
import { issueYear, type YearIssuing, type YearOutcome } from './issue-year.ts'
import { codedYear, openIssuingBench, type IssuingBench } from './testing.ts'

const records = codedYear('2025-2026')
const versions = records.students.length + records.amendments.length

let bench: IssuingBench
beforeEach(async () => {
  bench = await openIssuingBench()
})

const issue = async (
  year: SchoolYearRecords = records,
  also: Partial<YearIssuing> = {},
): Promise<YearOutcome> => issueYear(year, { ...(await bench.issuingOf(year)), ...also })

const yearsOf = ({ students }: SchoolYearRecords): Promise<readonly RegisteredYear[]> =>
  bench.registry.years.list(students.flatMap(({ yearLookupCode = '' }) => lookupKey(yearLookupCode)))

const bookOf = async ({ versions }: RegisteredYear, number: number): Promise<BookFile> => {
  const { xml } = versions.find(({ version }) => version === number) ?? {}
  const bytes = xml === undefined ? undefined : await bench.registry.files.read(xml.sha256)
  const reading = bytes === undefined ? undefined : readBook(bytes)
  if (reading === undefined || 'fault' in reading) throw new Error(`version ${number} is not on record`)
  return reading.book
}

describe('issuing a year into the registry', () => {
  it('puts every version on record, under the codes that were kept before', async () => {
    const { issued, onRecord, notIssued } = await issue()
    expect(issued).toBe(bench.registry.entered.length)
    expect(issued).toBe(versions - notIssued.length)
    expect(onRecord).toBe(0)
    expect(await yearsOf(records)).toHaveLength(records.students.length - notIssued.length)
  })

  it('a second time issues nothing and says that everything is on record', async () => {
    const first = await issue()
    const entered = [...bench.registry.entered]
    const second = await issue()
    expect(second).toEqual({
      issued: 0,
      onRecord: records.students.length - first.notIssued.length,
      notIssued: first.notIssued,
    })
    expect(bench.registry.entered).toEqual(entered)
  })

  it.each([1, 5, 19])('cut off after %i receipts goes on: nothing twice, nothing anew', async (receipts) => {
    let heard = 0
    const onReceipt = (): void => {
      if (++heard === receipts) throw new Error('cut off')
    }
    await expect(issue(records, { onReceipt })).rejects.toThrow('cut off')
    const acknowledged = [...bench.registry.entered]
    expect(acknowledged).toHaveLength(receipts)
    const { issued, notIssued } = await issue()
    expect(issued).toBe(versions - notIssued.length - receipts)
    expect(bench.registry.entered.slice(0, receipts)).toEqual(acknowledged)
    const made = bench.registry.entered.map(({ identity, act }) => `${identity.yearKey}/${act.version}`)
    expect(new Set(made).size).toBe(made.length)
    expect(await yearsOf(records)).toHaveLength(records.students.length - notIssued.length)
  })

  it('tells of each version only once it is on record, and how far it is', async () => {
    const said: number[] = []
    const steps: number[] = []
    await issue(records, {
      onReceipt: () => said.push(bench.registry.entered.length),
      onProgress: (done, total) => steps.push(done / total),
    })
    expect(said).toEqual(bench.registry.entered.map((_, index) => index + 1))
    expect(steps).toEqual(steps.toSorted((one, other) => one - other))
    expect(steps.at(-1)).toBe(1)
  })

  it('needs the codes beforehand', async () => {
    const [first, ...others] = records.students
    if (first === undefined) throw new Error('the school has pupils')
    const bare = { ...first }
    delete bare.yearLookupCode
    await expect(issue({ ...records, students: [bare, ...others] })).rejects.toThrow('codes are kept before')
    expect(bench.registry.entered).toEqual([])
  })
})

describe('what is on record already', () => {
  it('a later correction makes a version 2 over the recorded version 1, whose signatures it carries', async () => {
    await issue({ ...records, amendments: [] })
    const before = bench.registry.entered.length
    const { issued } = await issue()
    expect(issued).toBe(1)
    expect(bench.registry.entered.slice(before).map(({ act }) => [act.kind, act.version])).toEqual([
      ['replace', 2],
    ])
    const year = (await yearsOf(records)).find(({ acts }) => acts.length === 2)
    if (year === undefined) throw new Error('one year has two acts')
    const [first, second] = [await bookOf(year, 1), await bookOf(year, 2)]
    const carried = second.signatureTexts.filter((text) => first.signatureTexts.includes(text))
    // ECDSA draws at random: equal bytes were made once. A teacher, homeroom, principal and seal sign anew.
    expect(carried).toHaveLength(first.signatureTexts.length - 4)
    expect(carried.length).toBeGreaterThan(2)
  })

  it('links a year to the one before, by the digest of the newest version on record', async () => {
    const earlier = codedYear('2024-2025')
    const codes = new Map(
      earlier.students.map(({ profile, bookLookupCode }) => [profile.studentCode, bookLookupCode]),
    )
    await issue(earlier)
    const [own] = records.students.filter(({ profile }) => codes.has(profile.studentCode))
    const bookLookupCode = codes.get(own?.profile.studentCode ?? '')
    if (own === undefined || bookLookupCode === undefined)
      throw new Error('a pupil was there the year before')
    await issue({ ...records, students: [{ ...own, bookLookupCode }], amendments: [] })
    const years = await bench.registry.years.list([lookupKey(bookLookupCode)])
    const last = years.find(({ identity }) => identity.schoolYear === '2025-2026')
    const before = years.find(({ identity }) => identity.schoolYear === '2024-2025')
    if (last === undefined || before === undefined) throw new Error('both years are on record')
    const newest = await bookOf(before, before.versions.length)
    const { yearBefore } = (await bookOf(last, 1)).data.report.version
    expect(yearBefore).toEqual({ digest: newest.data.digestOf('hb'), version: before.versions.length })
  })
})
