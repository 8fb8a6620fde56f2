import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readSheet } from '../../src/adapters/postgres/gradebook/read-sheet.ts'
import type { SheetPlace } from '../../src/adapters/postgres/gradebook/sheet-facts.ts'
import { askAll } from './support/rows.ts'
import {
  emptyClass,
  openFilled,
  save,
  saveOf,
  sheetOf,
  want,
  withSubject,
  type FilledDatabase,
} from './support/gradebook.ts'

let filled: FilledDatabase
beforeAll(async () => {
  filled = await openFilled(
    withSubject(emptyClass(7), 5, { kind: 'commented', subject: 'GDTC', terms: {}, exempt: true }),
    emptyClass(4),
  )
})
afterAll(() => filled.close())

const math = (): SheetPlace => sheetOf(filled.tenant, 7, 'TOAN')

describe('hostile cells', () => {
  const refusals = async (place: SheetPlace, ...cells: readonly ReturnType<typeof want>[]) =>
    (await save(filled.database, saveOf(place, cells))).map(({ outcome, message }) =>
      outcome === 'refused' ? message : outcome,
    )

  it('of other sheets, other classes and no sheet at all are refused with their reason', async () => {
    const noCell = 'Trang sổ này không có ô như vậy.'
    expect(
      await refusals(
        math(),
        want('7A0001', 'level', 'T'),
        want('7A0001', 'terms.1.regularMarks.99', '8'),
        want('7A0001', 'computed.year', '10'),
        want('7A0001', 'exempt', 'true'),
        want('7A0001', '__proto__', '1'),
        want('4A0001', 'terms.1.finalMark', '8'),
        want("7A0001' or true", 'terms.1.finalMark', '8'),
      ),
    ).toEqual([
      ...Array.from({ length: 5 }, () => noCell),
      ...Array.from({ length: 2 }, () => 'Học sinh này không có trong lớp.'),
    ])
  })

  it('of a pupil exempt from the subject are refused', async () => {
    const place = sheetOf(filled.tenant, 7, 'GDTC')
    expect(await refusals(place, want('7A0006', 'terms.1.finalResult', 'pass'))).toEqual([
      'Học sinh được miễn môn học này: không ghi kết quả.',
    ])
  })

  it('of a closed part of the year are refused, whatever the page shows', async () => {
    const closings = [{ part: 'term1', because: 'Đã khóa sổ học kì I.' }] as const
    const cells = [want('7A0003', 'terms.1.finalMark', '8'), want('7A0003', 'terms.2.midtermMark', '8')]
    const outcomes = await save(filled.database, saveOf(math(), cells, { closings }))
    expect(outcomes.map(({ message }) => message)).toEqual(['Đã khóa sổ học kì I.', null])
  })

  it('of a part whose deadline in the school’s settings has gone by are refused, and the others are not', async () => {
    await askAll(
      filled.server,
      `insert into school.setting (tenant_id, school_year, level, name, value, reason, act_id)
       select tenant_id, school_year, level, 'entry-closes.term1', '2027-01-15', 'KH 5/KH-THCS', act_id
       from school.school_year where tenant_id = $1 and level = 'lower-secondary'`,
      [filled.tenant],
    )
    const place = sheetOf(filled.tenant, 7, 'KHTN')
    const cells = [want('7A0003', 'terms.1.finalMark', '8'), want('7A0003', 'terms.2.midtermMark', '8')]
    const on = async (day: string) =>
      (await save(filled.database, saveOf(place, cells, { now: new Date(`${day}T23:59:59+07:00`) }))).map(
        ({ message }) => message,
      )
    expect(await on('2027-01-16')).toEqual(['Đã hết hạn nhập ngày 15/01/2027 (KH 5/KH-THCS).', null])
    expect(await on('2027-01-15')).toEqual([null, null])
    const late = await readSheet(filled.database, place, { now: new Date('2027-01-16T08:00:00+07:00') })
    expect(late?.columns.find(({ path }) => path === 'terms.1.finalMark')?.isLocked).toBe(true)
  })

  it('beyond the marks the subject has are refused, but may be emptied', async () => {
    const place = sheetOf(filled.tenant, 7, 'GDCD')
    const path = 'terms.1.regularMarks.2'
    expect(await refusals(place, want('7A0001', path, '8'), want('7A0002', path, null))).toEqual([
      'Nhiều hơn số lần đánh giá thường xuyên của môn học (TT 22/2021, Điều 6).',
      'saved',
    ])
  })

  it('given twice in one save are refused the second time', async () => {
    const path = 'terms.2.regularMarks.0'
    expect(await refusals(math(), want('7A0001', path, '8'), want('7A0001', path, '9'))).toEqual([
      'saved',
      'Ô này có hai lần trong một lần lưu.',
    ])
  })
})
