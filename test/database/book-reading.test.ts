import { afterEach, describe, expect, it } from 'vitest'
import { listBooks } from '../../src/adapters/postgres/books/list-books.ts'
import { readBook } from '../../src/adapters/postgres/books/read-book.ts'
import { makeAnewNow, openAgain, writeCell } from './support/edit-books.ts'
import {
  carryOverNow,
  colleagues,
  confirmAll,
  openFinishedClass,
  plannedClass,
  yearEnd,
  type FinishedClass,
} from './support/finished-class.ts'
import { openCarriedOver, signThrough } from './support/issued-class.ts'
import { recording } from './support/recorded.ts'

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

const whole = { seesWhole: true }

describe('the books of a class', () => {
  it('say how far each is and whom it waits for', async () => {
    const bench = keep(await openCarriedOver())
    const list = async () => (await listBooks(bench.database, bench.place, whole))?.books[0]
    expect(await list()).toMatchObject({
      cover: {
        status: 'made',
        awaits: [{ slotId: 's-bia-ht', staffCode: 'CB01', fullName: 'Quàng Thị Thời' }],
      },
      report: { status: 'entered', version: 1, draft: 1 },
      notMade: null,
    })
    expect((await list())?.report?.awaits.map(({ staffCode }) => staffCode).toSorted()).toEqual([
      'CB02',
      'CB03',
      'CB04',
    ])
    await bench.sit(colleagues.principal)
    await bench.sit(colleagues.clerk, 'seal')
    expect((await list())?.cover).toMatchObject({ status: 'sealed', awaits: [] })
    await bench.sit(colleagues.subjectTeacher)
    await bench.sit(colleagues.artsTeacher)
    await bench.sit(colleagues.homeroomTeacher)
    expect((await list())?.report).toMatchObject({
      status: 'homeroom-signed',
      awaits: [{ slotId: 's-hieutruong', fullName: 'Quàng Thị Thời' }],
    })
    await bench.sit(colleagues.principal)
    expect((await list())?.report).toMatchObject({
      status: 'approved',
      awaits: [{ slotId: 's-truong', staffCode: null }],
    })
    await bench.sit(colleagues.clerk, 'seal')
    expect((await list())?.report).toMatchObject({ status: 'issued', awaits: [] })
  })

  it('tell who teaches one subject nothing of what became of the year', async () => {
    const finished = keep(await openFinishedClass(plannedClass(7, 2)))
    await openAgain(finished, yearEnd)
    await writeCell(finished, 'homeroom', ['7A0001', 'conduct.2', 'not-pass'], yearEnd)
    await confirmAll(finished)
    await carryOverNow(finished)
    const ofAll = await listBooks(finished.database, finished.place, whole)
    const ofTeacher = await listBooks(finished.database, finished.place, { seesWhole: false })
    expect(JSON.stringify(ofAll)).toContain('rèn luyện')
    expect(JSON.stringify(ofTeacher)).not.toContain('rèn luyện')
  })

  it('are read with as many statements for six pupils as for two', async () => {
    const counts: number[] = []
    for (const pupils of [2, 6]) {
      const bench = await openCarriedOver(plannedClass(7, pupils))
      counts.push((await recording(() => listBooks(bench.database, bench.place, whole))).length)
      await bench.close()
    }
    expect(counts[0]).toBe(counts[1])
  })
})

describe('one book', () => {
  it('shows who signed when, what was kept, its drafts, and to whoever signed what changed since', async () => {
    const bench = keep(await openCarriedOver())
    await signThrough(bench)
    await openAgain(bench, later(1))
    await writeCell(bench, 'NGU_VAN', ['7A0001', 'comment', 'Em đọc tốt và viết đều tay.'], later(1))
    await makeAnewNow(bench, ['7A0001'], later(2))
    const look = (staffCode?: string) =>
      readBook(bench.database, bench.place, '7A0001', {
        ...whole,
        ...(staffCode === undefined ? {} : { staffCode }),
      })
    const book = await look('CB03')
    expect(
      book?.slots.map(({ slotId, isSigned, isKept, isAwaited }) => [slotId, isSigned, isKept, isAwaited]),
    ).toEqual([
      ['s-bia-ht', true, true, false],
      ['s-bia-truong', true, true, false],
      ['s-gv-CB03', false, false, true],
      ['s-gv-CB02', true, true, false],
      ['s-gv-CB04', true, true, false],
      ['s-gvcn', false, false, false],
      ['s-hieutruong', false, false, false],
      ['s-truong', false, false, false],
    ])
    expect(book?.slots[1]).toMatchObject({
      signedBy: 'Vi Thị Dấu',
      signedAt: yearEnd.toISOString(),
      staffCode: null,
    })
    expect(
      book?.drafts.map(({ version, draft, isCurrent, madeBy }) => [version, draft, isCurrent, madeBy]),
    ).toEqual([
      [1, 2, true, 'Ngân Thị Lụa'],
      [1, 1, false, 'Kha Văn Tiến'],
    ])
    const changes = [
      { part: 'mon-NGU_VAN', place: 'Ngữ văn', what: 'Nhận xét', after: 'Em đọc tốt và viết đều tay.' },
    ]
    expect(book?.changesSinceSigned).toMatchObject({
      version: 1,
      draft: 1,
      signedAt: yearEnd.toISOString(),
      changes,
    })
    expect((await look('CB01'))?.changesSinceSigned).toMatchObject({ changes })
    expect([(await look('CB04'))?.changesSinceSigned, (await look())?.changesSinceSigned]).toEqual([
      null,
      null,
    ])
  })

  it('of a pupil who is not in the class is not there', async () => {
    const finished = keep(await openFinishedClass(plannedClass(7, 1)))
    expect(await readBook(finished.database, finished.place, '7B0001', whole)).toBeUndefined()
    expect(await readBook(finished.database, finished.place, '7A0001', whole)).toMatchObject({
      cover: null,
      report: null,
      slots: [],
      drafts: [],
    })
  })
})
