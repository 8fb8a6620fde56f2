import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { closeEntryOrder, giveEntryOrder } from '../../src/adapters/postgres/books/entry-orders.ts'
import type { OrderScope } from '../../src/adapters/postgres/books/stored-orders.ts'
import type { CellSource } from '../../src/adapters/postgres/gradebook/save-cells.ts'
import { actorsOf } from './support/actors.ts'
import { bringIn, openTwoClasses, takeWorkbook, withFinalMark } from './support/closed-writes.ts'
import { confirmAll, yearEnd, type FinishedClass } from './support/finished-class.ts'
import { save, saveOf, want } from './support/gradebook.ts'
import { decideDay } from './support/written-books.ts'

let school: FinishedClass
beforeEach(async () => {
  school = await openTwoClasses()
  await decideDay(school, 'entry-closes.term1', '2027-01-18')
  await confirmAll(school)
})
afterEach(() => school.close())

const hour = 3_600_000
const later = (hours: number): Date => new Date(yearEnd.getTime() + hours * hour)

/** An order of one hour from the end of the year on. */
const order = (scope: Partial<OrderScope>) =>
  giveEntryOrder(
    school.database,
    school.place,
    {
      orderId: randomUUID(),
      orderNumber: '12/LMS',
      reason: 'Nhập bù điểm cuối kì',
      ...{ classId: null, sheet: null, part: null, ...scope },
      endsAt: later(1),
    },
    { actor: actorsOf(school).principal, now: yearEnd },
  )

type Lesson = 'NGU_VAN' | 'GDCD'

const outcomeOf = (work: Promise<unknown>): Promise<'written' | 'closed'> =>
  work.then(
    () => 'written',
    (error: unknown) => {
      expect(String(error)).toMatch(/chỗ đã đóng/)
      return 'closed'
    },
  )

const type = async (subject: Lesson, term: 1 | 2, now: Date, source: CellSource = 'typed') => {
  const place = { ...school.place, sheet: subject }
  const write = async (seenVersion: number) =>
    (
      await save(
        school.database,
        saveOf(place, [want('7A0001', `terms.${term}.finalMark`, '5', seenVersion)], { now, source }),
      )
    )[0]
  const first = await write(0)
  const last = first?.outcome === 'conflict' ? await write(first.version) : first
  return last?.outcome === 'saved' ? 'written' : 'closed'
}

/** What becomes of one mark: in the grid, and in a workbook. */
const tryAll = async (subject: Lesson, term: 1 | 2, now = yearEnd) => [
  await type(subject, term, now),
  await outcomeOf(
    takeWorkbook(school).then((records) =>
      bringIn(school, withFinalMark(records, ['7A0001', subject, term], '6'), now),
    ),
  ),
]

const written = ['written', 'written']
const closed = ['closed', 'closed']

describe('an order to open the gradebook', () => {
  it('opens its sheet to the grid and to a workbook, and no other sheet', async () => {
    expect(await tryAll('NGU_VAN', 2)).toEqual(closed)
    await order({ classId: '7A', sheet: 'NGU_VAN' })
    for (const term of [1, 2] as const) {
      expect(await tryAll('NGU_VAN', term), `term ${term}`).toEqual(written)
      expect(await tryAll('GDCD', term), `term ${term}`).toEqual(closed)
    }
  })

  it('opens its part of the year on every sheet, and no other part', async () => {
    await order({ part: 'term1' })
    for (const subject of ['NGU_VAN', 'GDCD'] as const) {
      expect(await tryAll(subject, 1), subject).toEqual(written)
      expect(await tryAll(subject, 2), subject).toEqual(closed)
    }
  })

  it('of another class opens nothing here', async () => {
    await order({ classId: '7B' })
    expect(await tryAll('NGU_VAN', 2)).toEqual(closed)
  })

  it('opens nothing before it, nor from its end on', async () => {
    await order({ sheet: 'NGU_VAN' })
    expect(await tryAll('NGU_VAN', 2, later(-0.01))).toEqual(closed)
    expect(await tryAll('NGU_VAN', 2, later(1))).toEqual(closed)
    expect(await tryAll('NGU_VAN', 2, later(0.99))).toEqual(written)
  })

  it('opens nothing once it is closed before its end', async () => {
    const { orderId } = await order({ sheet: 'NGU_VAN' })
    const acting = { actor: actorsOf(school).principal, now: later(0.1) }
    await closeEntryOrder(school.database, school.place, orderId, acting)
    expect(await tryAll('NGU_VAN', 2, later(0.2))).toEqual(closed)
  })
})

describe('a confirmed sheet', () => {
  it('is closed to the grid, however its cells come', async () => {
    for (const source of ['typed', 'pasted', 'file', 'undo'] as const)
      expect(await type('NGU_VAN', 2, yearEnd, source), source).toBe('closed')
  })
})
