import { afterEach, describe, expect, it } from 'vitest'
import { confirmCovers } from '../../src/adapters/postgres/books/confirm-covers.ts'
import { readCurrent, reportOf, signedIds } from './support/edit-books.ts'
import {
  carryOverNow,
  colleagues,
  confirmAll,
  making,
  openFinishedClass,
  placeOf,
  plannedClass,
  sheetsOf,
  yearEnd,
  type Colleague,
  type FinishedClass,
} from './support/finished-class.ts'
import { type SignableClass } from './support/issued-class.ts'
import { askAll } from './support/rows.ts'
import { openSigningBench } from './support/signing-bench.ts'

let opened: FinishedClass | undefined
const keep = <F extends FinishedClass>(finished: F): F => {
  opened = finished
  return finished
}
afterEach(async () => {
  await opened?.close()
  opened = undefined
})

const hour = 3_600_000
const later = (hours: number): Date => new Date(yearEnd.getTime() + hours * hour)

/** A class of two whose covers were confirmed at the start of the year. */
const openCovered = async (): Promise<SignableClass> => {
  const records = plannedClass(7, 2)
  const bench = await openSigningBench(records, { withDrafts: false })
  const finished = { ...bench, records, place: placeOf(bench.tenant, 7), sheets: sheetsOf(records) }
  const now = new Date('2026-09-10T08:00:00+07:00')
  await confirmCovers(bench.database, finished.place, { teacher: colleagues.homeroomTeacher, now, making })
  return finished
}

describe('covers at the start of the year', () => {
  const start = new Date('2026-09-10T08:00:00+07:00')
  const confirm = (finished: FinishedClass, now = start, teacher: Colleague = colleagues.homeroomTeacher) =>
    confirmCovers(finished.database, finished.place, { teacher, now, making })

  it('are made of the profiles, and anew of one that changed', async () => {
    const finished = keep(await openFinishedClass(plannedClass(7, 3)))
    expect(await confirm(finished)).toEqual({ made: 3, unchanged: 0, notMade: [] })
    expect(await confirm(finished)).toEqual({ made: 0, unchanged: 3, notMade: [] })
    await askAll(
      finished.server,
      `update school.enrolment set ethnicity = 'Mông' where student_code = '7A0002'`,
    )
    expect(await confirm(finished)).toEqual({ made: 1, unchanged: 2, notMade: [] })
    expect((await readCurrent(finished)).map(({ version, draft }) => [version, draft])).toEqual([
      [0, 1],
      [0, 2],
      [0, 1],
    ])
    const acts = await askAll<{ kind: string }>(
      finished.server,
      `select kind::text from school.act where kind = 'cover'`,
    )
    expect(acts).toHaveLength(2)
  })

  it('are confirmed by the homeroom teacher alone', async () => {
    const finished = keep(await openFinishedClass(plannedClass(7, 1)))
    await expect(confirm(finished, start, colleagues.principal)).rejects.toThrow('Chỉ giáo viên chủ nhiệm')
  })

  it('go into the report with their signatures, times and acts where they are the same to the byte', async () => {
    const bench = keep(await openCovered())
    await bench.sit(colleagues.principal)
    await bench.sit(colleagues.clerk, 'seal')
    const covers = await readCurrent(bench)
    expect(covers.map(signedIds)).toEqual([
      ['s-bia-ht', 's-bia-truong'],
      ['s-bia-ht', 's-bia-truong'],
    ])
    await askAll(bench.server, `update school.enrolment set ethnicity = 'Mông' where student_code = '7A0002'`)
    await confirmAll(bench)
    await carryOverNow(bench, 'year', later(1))
    const [first, second] = [await reportOf(bench, '7A0001'), await reportOf(bench, '7A0002')]
    expect([signedIds(first), signedIds(second)]).toEqual([['s-bia-ht', 's-bia-truong'], []])
    const slotsOf = ({ slots }: typeof first) => slots.filter(({ slotId }) => slotId.startsWith('s-bia'))
    expect(slotsOf(first)).toEqual(covers[0] === undefined ? [] : slotsOf(covers[0]))
    // A cover that was not taken over is signed in the report, once.
    const current = (await readCurrent(bench)).filter(({ version }) => version === 0)
    expect(current.map(({ studentCode }) => studentCode)).toEqual(['7A0001'])
  })

  it('that nobody signed by then are signed in the report', async () => {
    const bench = keep(await openCovered())
    await confirmAll(bench)
    await carryOverNow(bench, 'year', later(1))
    expect((await readCurrent(bench)).map(({ version }) => version)).toEqual([1, 1])
    expect(await confirm(bench, later(2))).toEqual({ made: 0, unchanged: 2, notMade: [] })
  })
})
