import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readClassResults } from '../../src/adapters/postgres/gradebook/class-results.ts'
import { listProgress } from '../../src/adapters/postgres/gradebook/list-work.ts'
import { readSheet } from '../../src/adapters/postgres/gradebook/read-sheet.ts'
import { listTrace } from '../../src/adapters/postgres/gradebook/trace.ts'
import { evaluate } from '../../src/evaluation/index.ts'
import type { SheetName } from '../../src/gradebook/index.ts'
import type { Grade } from '../../src/shared/education-level.ts'
import { recording } from './support/recorded.ts'
import {
  colleague,
  emptyClass,
  openFilled,
  save,
  saveOf,
  schoolYear,
  sheetOf,
  want,
  withSubject,
  type FilledDatabase,
} from './support/gradebook.ts'

let filled: FilledDatabase
const write = (grade: Grade, sheet: SheetName, ...cells: readonly ReturnType<typeof want>[]) =>
  save(filled.database, saveOf(sheetOf(filled.tenant, grade, sheet), cells))

beforeAll(async () => {
  const exempt = withSubject(emptyClass(7), 5, { kind: 'marked', subject: 'TOAN', terms: {}, exempt: true })
  filled = await openFilled(exempt, emptyClass(4))
  await write(
    7,
    'TOAN',
    ...['8', '7', '9', '8'].map((mark, index) => want('7A0001', `terms.1.regularMarks.${index}`, mark)),
    want('7A0001', 'terms.1.midtermMark', '8'),
    want('7A0001', 'terms.1.finalMark', '7.5'),
  )
  await write(7, 'attendance', want('7A0001', 'absentOn.2026-10-01', 'excused'))
  await write(7, 'homeroom', want('7A0001', 'conduct.1', 'good'), want('7A0002', 'absences.excused', '0'))
  await write(4, 'TOAN', want('4A0001', 'moments.midterm1.level', 'T'), want('4A0001', 'level', 'H'))
})
afterAll(() => filled.close())

describe('the results of a class', () => {
  it('follow from every sheet, and ask for every assigned subject', async () => {
    const found = await readClassResults(filled.database, sheetOf(filled.tenant, 7, 'TOAN'))
    const student = found?.students.find(({ studentCode }) => studentCode === '7A0001')
    expect(student?.input.subjects.map(({ code }) => code)).toHaveLength(12)
    const result = evaluate(student?.input)
    expect(result.subjects?.TOAN?.terms[1]).toBe('7.8')
    expect(result.conduct?.[1]).toBe('good')
    expect(student?.input).toMatchObject({ absences: { excused: 1, unexcused: 0 }, schoolYear, grade: 7 })
    expect(result.findings).toContainEqual({ code: 'missing-mark', at: 'subjects.KHTN.terms.1' })
  })

  it('leave out what a pupil is exempt from', async () => {
    const found = await readClassResults(filled.database, sheetOf(filled.tenant, 7, 'TOAN'))
    const student = found?.students.find(({ studentCode }) => studentCode === '7A0006')
    expect(student?.input.subjects).toContainEqual({ code: 'TOAN', exempt: true })
  })

  it('of a primary class tell what stood at the earlier moments', async () => {
    const found = await readClassResults(filled.database, sheetOf(filled.tenant, 4, 'TOAN'))
    const student = found?.students.find(({ studentCode }) => studentCode === '4A0001')
    expect(student?.moments?.midterm1.subjects.TOAN).toEqual({ level: 'T' })
    expect(student?.input.subjects).toContainEqual({ code: 'TOAN', level: 'H' })
  })
})

describe('the progress of sheets', () => {
  const progress = (grade: Grade, sheet: SheetName, today: '2026-11-10' | '2027-05-20') =>
    listProgress(
      filled.database,
      sheetOf(filled.tenant, grade, sheet),
      [{ classId: `${grade}A`, sheet }],
      today,
    )

  it('counts the cells asked for by today, of the pupils who are not exempt', async () => {
    const [math] = await progress(7, 'TOAN', '2026-11-10')
    expect(math).toMatchObject({ className: '7A', title: 'Toán', filled: 6, needed: 5 * 6 })
    const [later] = await progress(7, 'TOAN', '2027-05-20')
    expect(later).toMatchObject({ filled: 6, needed: 5 * 13 })
  })

  it('counts absences that single days make as filled', async () => {
    const [homeroom] = await progress(7, 'homeroom', '2027-05-20')
    // Two terms of conduct, two totals and a comment of six pupils; filled are one, two and one.
    expect(homeroom).toMatchObject({ filled: 4, needed: 30 })
  })

  it("counts primary's moments one by one", async () => {
    expect((await progress(4, 'TOAN', '2026-11-10'))[0]).toMatchObject({ filled: 1, needed: 12 })
  })
})

describe('the trace', () => {
  it('tells who wrote what from what to what, latest first, with the names of pupil and column', async () => {
    const path = 'terms.2.finalMark'
    await write(7, 'KHTN', want('7A0002', path, '4'))
    const place = sheetOf(filled.tenant, 7, 'KHTN')
    const later = new Date('2026-11-12T08:00:00+07:00')
    await save(
      filled.database,
      saveOf(place, [want('7A0002', path, '6.5', 1)], { account: colleague, now: later }),
    )
    const entries = await listTrace(filled.database, place, { sheet: 'KHTN' })
    const common = {
      kind: 'entry',
      studentCode: '7A0002',
      studentName: 'Cầm Văn Ấm',
      sheet: 'KHTN',
      path,
      columnTitle: 'Điểm đánh giá cuối kì (hệ số 3), học kì II',
    }
    expect(entries).toEqual([
      { ...common, at: later.toISOString(), byName: 'Ngân Thị Lụa', before: '4', after: '6.5' },
      { ...common, at: '2026-11-10T01:00:00.000Z', byName: 'Kha Văn Tiến', before: null, after: '4' },
    ])
  })

  it('of a pupil has all sheets', async () => {
    const entries = await listTrace(filled.database, sheetOf(filled.tenant, 7, 'TOAN'), {
      studentCode: '7A0001',
    })
    expect(new Set(entries?.map(({ sheet }) => sheet))).toEqual(new Set(['TOAN', 'attendance', 'homeroom']))
    const days = entries?.filter(({ sheet }) => sheet === 'attendance')
    expect(days?.[0]?.columnTitle).toBe('Thứ năm, 01/10/2026')
  })
})

describe('the number of statements', () => {
  const countOf = async (pupils: number): Promise<readonly number[]> => {
    const other = await openFilled(emptyClass(7, pupils))
    const { database } = other
    const place = sheetOf(other.tenant, 7, 'TOAN')
    const wanted = Array.from({ length: pupils }, (_, index) =>
      want(`7A${String(index + 1).padStart(4, '0')}`, 'terms.1.finalMark', '8'),
    )
    const over = wanted.map((cell) => ({ ...cell, value: '9', seenVersion: 1 }))
    const works: readonly (() => Promise<unknown>)[] = [
      () => save(database, saveOf(place, wanted)),
      () => save(database, saveOf(place, over)),
      () => save(database, saveOf(place, over)),
      () => readSheet(database, place, { closings: [] }),
      () => readClassResults(database, place),
      () => listTrace(database, place, { sheet: 'TOAN' }),
      () => listProgress(database, place, [{ sheet: 'TOAN' }, { sheet: 'homeroom' }], '2026-11-10'),
    ]
    const counts: number[] = []
    for (const work of works) counts.push((await recording(work)).length)
    await other.close()
    return counts
  }

  it('does not grow with the pupils', async () => {
    expect(await countOf(40)).toEqual(await countOf(2))
  })
})
