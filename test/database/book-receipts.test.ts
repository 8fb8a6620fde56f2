import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listReceipts } from '../../src/adapters/postgres/books/list-receipts.ts'
import { openCorrectionBench, type CorrectionBench } from './support/corrections.ts'

let bench: CorrectionBench

beforeAll(async () => {
  bench = await openCorrectionBench(2)
})
afterAll(() => bench.school.close())

const list = (more: { readonly classId?: string; readonly tenant?: number } = {}) =>
  listReceipts(bench.school.database, { ...bench.school.place, ...more })

describe('receipts of issued books', () => {
  it('tell of each pupil the version that is issued', async () => {
    const found = await list()
    expect(found?.receipts.map(({ version, issuedOn }) => [version, issuedOn])).toEqual([
      [1, '2027-05-24'],
      [1, '2027-05-24'],
    ])
  })

  it('go on telling of it while a correction waits for its signatures', async () => {
    const before = await list()
    const wanted = await bench.wanted('7A0001')
    await bench.request(wanted)
    await bench.decide(wanted.correctionId)
    const versions = await bench.versionsOf('7A0001')
    expect(versions.filter(({ version }) => version === 2)).toMatchObject([{ current: true, issued: false }])
    expect(await list()).toEqual(before)
  })

  it('are nobody’s of another class or another school', async () => {
    expect(await list({ classId: '7Z' })).toBeUndefined()
    expect(await list({ tenant: bench.school.place.tenant + 1 })).toBeUndefined()
  })
})
