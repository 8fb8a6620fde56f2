import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readSheet, type StoredSheet } from '../../src/adapters/postgres/gradebook/read-sheet.ts'
import type { SheetPlace } from '../../src/adapters/postgres/gradebook/sheet-facts.ts'
import { askAll } from './support/rows.ts'
import {
  colleague,
  emptyClass,
  now,
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
beforeAll(async () => {
  const secondary = withSubject(emptyClass(7), 5, {
    kind: 'commented',
    subject: 'GDTC',
    terms: {},
    exempt: true,
  })
  filled = await openFilled(secondary, emptyClass(4))
})
afterAll(() => filled.close())

const math = (): SheetPlace => sheetOf(filled.tenant, 7, 'TOAN')
const sheet = async (place: SheetPlace): Promise<StoredSheet> => {
  const found = await readSheet(filled.database, place, { closings: [] })
  if (found === undefined) throw new Error('no sheet')
  return found
}
const cellOf = async (place: SheetPlace, studentCode: string, path: string) =>
  (await sheet(place)).cells.find((cell) => cell.studentCode === studentCode && cell.path === path)

describe('a sheet', () => {
  it('lists its pupils as Vietnamese lists do, by given name first', async () => {
    const { students } = await sheet(math())
    expect(students.map(({ fullName }) => fullName)).toEqual([
      'Cầm Văn Ấm',
      'Lò Văn Ấm',
      'Lương Thị Bưởi',
      'Vi Thị Mận',
      'Đinh Thị Na',
      'Hoàng Văn Ổi',
    ])
  })

  it('says who teaches it and how many periods it has', async () => {
    const { teachers, periodsPerYear, title } = await sheet(math())
    expect({ teachers, periodsPerYear, title }).toEqual({
      teachers: ['Kha Văn Tiến', 'Ngân Thị Lụa'],
      periodsPerYear: 140,
      title: 'Toán',
    })
  })

  it('is not there where the class has no such subject, or there is no such class', async () => {
    const ask = (place: SheetPlace) => readSheet(filled.database, place, { closings: [] })
    expect(await ask(sheetOf(filled.tenant, 7, 'KHOA_HOC'))).toBeUndefined()
    expect(await ask(sheetOf(filled.tenant, 7, 'NGOAI_NGU_2'))).toBeUndefined()
    expect(await ask({ ...math(), classId: '9Z' })).toBeUndefined()
  })
})

describe('a save', () => {
  it('writes each cell with a first version, and says who wrote it when', async () => {
    const [outcome] = await save(
      filled.database,
      saveOf(math(), [want('7A0001', 'terms.1.regularMarks.0', '8.5')]),
    )
    expect(outcome).toEqual({
      studentCode: '7A0001',
      path: 'terms.1.regularMarks.0',
      outcome: 'saved',
      value: '8.5',
      version: 1,
      byName: 'Kha Văn Tiến',
      at: now.toISOString(),
      message: null,
    })
    expect(await cellOf(math(), '7A0001', 'terms.1.regularMarks.0')).toMatchObject({
      value: '8.5',
      version: 1,
    })
  })

  it('of a cell that somebody else wrote since it was seen is a conflict that shows their value', async () => {
    const path = 'terms.1.midtermMark'
    await save(filled.database, saveOf(math(), [want('7A0001', path, '7')]))
    await save(filled.database, saveOf(math(), [want('7A0001', path, '8', 1)], { account: colleague }))
    const [outcome] = await save(filled.database, saveOf(math(), [want('7A0001', path, '9', 1)]))
    expect(outcome).toMatchObject({ outcome: 'conflict', value: '8', version: 2, byName: 'Ngân Thị Lụa' })
    expect(await cellOf(math(), '7A0001', path)).toMatchObject({ value: '8', version: 2 })
  })

  it('leaves the other cells saved where one is overtaken or refused', async () => {
    const outcomes = await save(
      filled.database,
      saveOf(math(), [
        want('7A0002', 'terms.1.midtermMark', '7'),
        want('7A0001', 'terms.1.midtermMark', '10', 1),
        want('7A0002', 'terms.1.finalMark', '85'),
        want('7A0002', 'comment', 'Học tốt'.normalize('NFD')),
      ]),
    )
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['saved', 'conflict', 'refused', 'saved'])
    expect(await cellOf(math(), '7A0002', 'comment')).toMatchObject({ value: 'Học tốt' })
  })

  it('of a value that stands there already writes no new version', async () => {
    const again = saveOf(math(), [want('7A0002', 'terms.1.midtermMark', '7', 1)], { account: colleague })
    const [outcome] = await save(filled.database, again)
    expect(outcome).toMatchObject({ outcome: 'saved', version: 1, byName: 'Kha Văn Tiến' })
  })

  it('empties a cell by a new version, so that nobody overwrites it unseen', async () => {
    const path = 'terms.2.finalMark'
    await save(filled.database, saveOf(math(), [want('7A0003', path, '5')]))
    await save(filled.database, saveOf(math(), [want('7A0003', path, null, 1)]))
    const [late] = await save(filled.database, saveOf(math(), [want('7A0003', path, '6', 0)]))
    expect(late).toMatchObject({ outcome: 'conflict', value: null, version: 2 })
  })

  it('keeps what it overwrites, and which act had written that', async () => {
    const first = saveOf(math(), [want('7A0004', 'terms.1.finalMark', '4')])
    const second = saveOf(math(), [want('7A0004', 'terms.1.finalMark', '6', 1)])
    await save(filled.database, first)
    await save(filled.database, second)
    const traces = await askAll(
      filled.server,
      `select before, version, row_key from school.superseded where act_id = $1`,
      [second.saveId],
    )
    const key = ['7A0004', 'TOAN', 'final', 1, 0]
    expect(traces).toEqual([
      {
        version: 1,
        row_key: key,
        before: {
          student_code: '7A0004',
          subject: 'TOAN',
          kind: 'final',
          term: 1,
          number: 0,
          value: '4',
          version: 1,
          act_id: first.saveId,
        },
      },
    ])
  })

  it('sent again after a lost answer is answered as it was, and writes nothing', async () => {
    const wanted = saveOf(math(), [
      want('7A0005', 'terms.1.midtermMark', '8'),
      want('7A0005', 'terms.1.finalMark', 'abc'),
      want('7A0001', 'terms.1.midtermMark', '1', 1),
      want('7A0005', 'comment', 'Chăm  ngoan'),
    ])
    const first = await save(filled.database, wanted)
    await save(filled.database, saveOf(math(), [want('7A0005', 'terms.1.midtermMark', '9', 1)]))
    expect(await save(filled.database, { ...wanted, now: new Date('2026-11-11T00:00:00Z') })).toEqual(first)
    expect(await cellOf(math(), '7A0005', 'terms.1.midtermMark')).toMatchObject({ value: '9', version: 2 })
  })

  it('is refused where its number stands for something else', async () => {
    const wanted = saveOf(math(), [want('7A0006', 'terms.1.midtermMark', '8')])
    await save(filled.database, wanted)
    const other = { ...wanted, cells: [want('7A0006', 'terms.1.midtermMark', '9')] }
    await expect(save(filled.database, other)).rejects.toMatchObject({ code: 'changed-meanwhile' })
    await expect(save(filled.database, { ...wanted, account: colleague })).rejects.toMatchObject({
      code: 'changed-meanwhile',
    })
  })

  it('twice at the same moment is one save', async () => {
    const wanted = saveOf(math(), [want('7A0006', 'terms.2.midtermMark', '8')])
    const answers = await Promise.all(Array.from({ length: 6 }, () => save(filled.database, wanted)))
    for (const answer of answers) expect(answer).toEqual(answers[0])
    expect(await cellOf(math(), '7A0006', 'terms.2.midtermMark')).toMatchObject({ version: 1 })
  })
})

describe("primary's moments and dated absences", () => {
  it('are cells as any other', async () => {
    const place = sheetOf(filled.tenant, 4, 'TIENG_VIET')
    const wanted = [
      want('4A0001', 'moments.midterm1.level', 'T'),
      want('4A0001', 'moments.term1.level', 'H'),
      want('4A0001', 'moments.midterm2.level', 'C'),
      want('4A0001', 'level', 'T'),
      want('4A0001', 'moments.midterm1.score', '7'),
      want('4A0001', 'moments.term1.score', '8'),
      want('4A0001', 'finalScore', '9'),
      want('4A0001', 'moments.midterm2.comment', 'Đọc to'),
      want('4A0001', 'moments.term1.comment', 'Viết rõ'),
      want('4A0001', 'comment', 'Giỏi'),
    ]
    await save(filled.database, saveOf(place, wanted))
    const { cells } = await sheet(place)
    const read = Object.fromEntries(cells.map(({ path, value }) => [path, value]))
    expect(read).toEqual(Object.fromEntries(wanted.map(({ path, value }) => [path, value])))
  })

  it('make the totals of absences, which then cannot be typed', async () => {
    const homeroom = sheetOf(filled.tenant, 7, 'homeroom')
    await save(filled.database, saveOf(homeroom, [want('7A0001', 'absences.excused', '9')]))
    const attendance = sheetOf(filled.tenant, 7, 'attendance')
    await save(
      filled.database,
      saveOf(attendance, [
        want('7A0001', 'absentOn.2026-09-15', 'excused'),
        want('7A0001', 'absentOn.2026-10-02', 'excused'),
        want('7A0001', 'absentOn.2026-10-05', 'unexcused'),
      ]),
    )
    expect(await cellOf(homeroom, '7A0001', 'absences.excused')).toMatchObject({ value: '2', version: 1 })
    expect(await cellOf(homeroom, '7A0001', 'absences.unexcused')).toMatchObject({ value: '1', version: 0 })
    const [refused] = await save(
      filled.database,
      saveOf(homeroom, [want('7A0001', 'absences.excused', '3', 1)]),
    )
    expect(refused).toMatchObject({
      outcome: 'refused',
      message: 'Đếm từ trang điểm danh: hãy sửa ở trang đó.',
    })
  })

  it('outside the school year are no cells', async () => {
    const attendance = sheetOf(filled.tenant, 7, 'attendance')
    const [outcome] = await save(
      filled.database,
      saveOf(attendance, [want('7A0001', 'absentOn.2025-09-15', 'excused')]),
    )
    expect(outcome?.outcome).toBe('refused')
  })
})

it('every act of entry says whose account wrote on which sheet', async () => {
  const acts = await askAll<{ readonly kind: string; readonly sheet: string }>(
    filled.server,
    `select distinct kind::text, class_id, sheet, source, account_id is null as nobody from school.act
     where kind = 'entry' and sheet = 'attendance' and school_year = '${schoolYear}'`,
  )
  expect(acts).toEqual([
    { kind: 'entry', class_id: '7A', sheet: 'attendance', source: 'typed', nobody: false },
  ])
})
