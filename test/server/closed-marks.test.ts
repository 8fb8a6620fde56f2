import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { colleagues } from '../database/support/finished-class.ts'
import { issueAll, openCarriedOver, type CarriedOverClass } from '../database/support/issued-class.ts'
import { askAll } from '../database/support/rows.ts'
import { openBooksServer, type Colleague } from './support/books-server.ts'
import { drawnRequests } from './support/drawn-requests.ts'

/** The doors that the law leaves open: an order, a cell sent back, a correction that is granted. */
const doors = [
  'POST /entry-orders',
  'POST /classes/{classId}/sheets/{sheet}/send-backs',
  'POST /corrections/{correctionId}/decision',
]

const someone = '018f0000-0000-4000-8000-00000000000a'
const pupils = ['7A0001', '7A0002', '7A0003']

/** What requests are filled with, so that many of them are about what is there. */
const words = {
  ...{
    classId: ['7A', '7B'],
    studentCode: pupils,
    sheet: ['TOAN', 'NGU_VAN', 'homeroom', 'attendance', 'decisions'],
  },
  ...{
    subject: ['TOAN', 'NGU_VAN', 'GDTC'],
    grade: [7],
    staffCode: Object.values(colleagues).map((one) => one.staffCode),
  },
  ...{
    teacher: ['CB02', 'CB03', 'CB04'],
    homeroomTeacher: ['CB02', 'CB03'],
    name: ['Tổ Xã hội', 'deadlines', 'entry'],
  },
  ...{ path: ['terms.1.finalMark', 'terms.2.finalMark', 'terms.1.regularMarks.1', 'comment', 'finalMark'] },
  ...{
    field: ['terms.2.finalMark'],
    value: ['5', '9', null],
    newValue: ['5'],
    oldValue: ['8'],
    seenVersion: [0, 1, 2, 3],
  },
  ...{ sendBackId: [someone], orderId: [someone], sittingId: [someone], part: ['year', 'summer'] },
  ...{ citizenId: [null], seenVersions: [1], date: ['2027-05-20'], on: ['2027-05-20'], keep: [false] },
  ...{ from: ['2026-09-05'], until: ['2027-05-31'], birthDate: ['2014-03-02'], entryDate: ['2026-09-05'] },
}

const everybody: readonly Colleague[] = [...(Object.keys(colleagues) as Colleague[]), 'administrator']

const answered = new Map<string, number[]>()

/** What is written of the pupils, by their teachers and by the homeroom teacher: each row whole. */
const readMarks = ({ server }: CarriedOverClass) =>
  askAll<{ readonly row: string }>(
    server,
    `select 'a' || t::text as row from school.assessment t
     union all select 'h' || t::text from school.homeroom_entry t order by 1`,
  )

const { operations, requests } = drawnRequests(words, doors)

/** Asks a thousand times, whoever it is; what is written stays as it was, to the byte. */
const tryEverything = async (school: CarriedOverClass): Promise<void> => {
  const books = await openBooksServer(school)
  const before = await readMarks(school)
  expect(before.length).toBeGreaterThan(20)
  await fc
    .assert(
      fc.asyncProperty(fc.constantFrom(...everybody), requests, async (who, request) => {
        const { status } = await books.ask(who, request.method, request.path, request.body)
        answered.set(request.operation, [...(answered.get(request.operation) ?? []), status])
        expect(await readMarks(school)).toEqual(before)
      }),
      { numRuns: 1000 },
    )
    .finally(() => books.close())
}

describe('whoever asks for whatever, no mark changes', () => {
  it('after the class was carried over', async () => {
    await tryEverything(await openCarriedOver())
  }, 120_000)

  it('after its books are issued', async () => {
    const school = await openCarriedOver()
    await issueAll(school)
    await tryEverything(school)
  }, 120_000)

  it('and what was asked was everything that writes, and some of it was done', () => {
    expect([...answered.keys()].sort()).toEqual([...operations].sort())
    expect([...answered].filter(([, statuses]) => statuses.some((status) => status >= 500))).toEqual([])
    const done = [...answered].filter(([, statuses]) => statuses.some((status) => status < 300))
    expect(done.length).toBeGreaterThan(5)
  })
})
