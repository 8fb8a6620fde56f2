import { expect, it } from 'vitest'
import { confirmCovers } from '../../src/adapters/postgres/books/confirm-covers.ts'
import { listBooks } from '../../src/adapters/postgres/books/list-books.ts'
import { readBook } from '../../src/adapters/postgres/books/read-book.ts'
import { tryingAs, type Tried } from '../server/support/other-tenant.ts'
import { makeAnewNow, openAgain, readCurrent, writeCell } from './support/edit-books.ts'
import {
  carryOverNow,
  colleagues,
  confirmAll,
  making,
  openFinishedClass,
  plannedClass,
  yearEnd,
} from './support/finished-class.ts'
import { digestAll, tenantOf } from './support/rows.ts'

/** The same class of another school: whatever is not told apart by the tenant is found there. */
const twinCode = '0079000888'

const isRefusal = (outcome: Tried['outcomes'][number]): boolean =>
  'code' in outcome && (outcome.code === '23503' || outcome.message.includes('row-level security'))

const isNothing = (outcome: Tried['outcomes'][number]): boolean =>
  'rows' in outcome && outcome.rows.length === 0 && outcome.written === 0

it('no statement of covers, reports and their lists meets or writes a row in another school’s name, or in nobody’s', async () => {
  const finished = await openFinishedClass(plannedClass(7, 2), plannedClass(7, 2, twinCode))
  await confirmAll(finished)
  await openAgain(finished, yearEnd)
  const { database, place, server } = finished
  const other = String(await tenantOf(server, twinCode))
  const names = [
    { tenant: other, schoolCode: twinCode },
    { tenant: '', schoolCode: '' },
  ]
  const acting = { teacher: colleagues.homeroomTeacher, now: yearEnd, making }
  const acts: Readonly<Record<string, () => Promise<unknown>>> = {
    covers: () => confirmCovers(database, place, acting),
    'carry over': () => carryOverNow(finished),
    'make anew': () => makeAnewNow(finished, ['7A0001', '7A0002'], yearEnd),
    list: () => listBooks(database, place, { seesWhole: true }),
    'one book': () => readBook(database, place, '7A0001', { seesWhole: true, staffCode: 'CB03' }),
    sheets: () => readCurrent(finished),
  }
  for (const [act, run] of Object.entries(acts)) {
    if (act === 'make anew')
      await writeCell(finished, 'NGU_VAN', ['7A0001', 'comment', 'Em viết đều tay.'], yearEnd)
    const before = act === 'list' ? await digestAll(server) : undefined
    const tried = await tryingAs(names, run)
    expect([act, tried.some(({ own }) => own > 0)]).toEqual([act, true])
    const faults = tried.filter(({ outcomes }) => !outcomes.every((one) => isNothing(one) || isRefusal(one)))
    expect([act, faults.map(({ sql, outcomes }) => [sql, outcomes])]).toEqual([act, []])
    if (before !== undefined) expect(await digestAll(server)).toEqual(before)
  }
  await finished.close()
})
