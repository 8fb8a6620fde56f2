import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readSheet } from '../../src/adapters/postgres/gradebook/read-sheet.ts'
import { readSchoolYear } from '../../src/adapters/postgres/school/read-school-year.ts'
import { compareSchoolYear, saveSchoolYear } from '../../src/adapters/postgres/school/save-school-year.ts'
import type { SheetName } from '../../src/gradebook/index.ts'
import type { Grade } from '../../src/shared/education-level.ts'
import {
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

const code = '0079000777'
const secondary = emptyClass(7)
const primary = emptyClass(4)
const later = { now: new Date('2026-12-01T08:00:00+07:00'), by: 'Người nhập sổ' }

let filled: FilledDatabase
const write = (grade: Grade, sheet: SheetName, ...cells: readonly ReturnType<typeof want>[]) =>
  save(filled.database, saveOf(sheetOf(filled.tenant, grade, sheet), cells))

beforeAll(async () => {
  filled = await openFilled(secondary, primary)
  await write(
    4,
    'TOAN',
    want('4A0001', 'moments.midterm1.level', 'T'),
    want('4A0001', 'moments.term1.score', '8'),
    want('4A0001', 'moments.term1.comment', 'Tính nhanh'),
    want('4A0001', 'level', 'T'),
  )
  await write(4, 'homeroom', want('4A0001', 'moments.midterm2.qualities.CHAM_CHI', 'Đ'))
  await write(7, 'TOAN', want('7A0001', 'terms.1.comment', 'Khá'), want('7A0001', 'terms.1.finalMark', '8'))
  await write(7, 'homeroom', want('7A0001', 'absences.excused', '7'), want('7A0002', 'absences.excused', '3'))
  await write(
    7,
    'attendance',
    want('7A0001', 'absentOn.2026-10-01', 'excused'),
    want('7A0001', 'absentOn.2026-10-02', 'unexcused'),
  )
})
afterAll(() => filled.close())

const valuesOf = async (grade: Grade, sheet: SheetName): Promise<Readonly<Record<string, string | null>>> => {
  const found = await readSheet(filled.database, sheetOf(filled.tenant, grade, sheet), { closings: [] })
  return Object.fromEntries(
    (found?.cells ?? []).map(({ studentCode, path, value }) => [`${studentCode} ${path}`, value]),
  )
}

describe('the records of a year that was filled in the gradebook', () => {
  it('hold what a workbook can express, and absences as they are counted', async () => {
    const { students } = await readSchoolYear(filled.database, code, schoolYear, { level: 'lower-secondary' })
    const [first, second] = students
    expect(first?.subjects).toEqual([{ kind: 'marked', subject: 'TOAN', terms: { 1: { finalMark: '8' } } }])
    expect(first?.homeroom).toEqual({ absences: { excused: 1, unexcused: 1 } })
    expect(second?.homeroom.absences).toEqual({ excused: 3 })
    const pupils = await readSchoolYear(filled.database, code, schoolYear, { level: 'primary' })
    expect(pupils.students[0]?.subjects).toEqual([{ kind: 'leveled', subject: 'TOAN', level: 'T' }])
  })

  it('saved again change nothing', async () => {
    for (const level of ['lower-secondary', 'primary'] as const) {
      const records = await readSchoolYear(filled.database, code, schoolYear, { level })
      expect(await compareSchoolYear(filled.database, records)).toMatchObject({
        added: 0,
        changed: 0,
        removed: 0,
      })
    }
  })
})

describe('an import after entry', () => {
  it("keeps primary's moments, comments of a term and single days, and replaces the rest", async () => {
    const [moments, days] = [await valuesOf(4, 'homeroom'), await valuesOf(7, 'attendance')]
    const imported = withSubject(primary, 0, { kind: 'leveled', subject: 'TOAN', level: 'H' })
    await saveSchoolYear(filled.database, imported, later)
    await saveSchoolYear(filled.database, secondary, later)
    expect(await valuesOf(4, 'TOAN')).toEqual({
      '4A0001 moments.midterm1.level': 'T',
      '4A0001 moments.term1.score': '8',
      '4A0001 moments.term1.comment': 'Tính nhanh',
      '4A0001 level': 'H',
    })
    expect(await valuesOf(4, 'homeroom')).toEqual(moments)
    expect(await valuesOf(7, 'attendance')).toEqual(days)
    expect(await valuesOf(7, 'TOAN')).toEqual({
      '7A0001 terms.1.comment': 'Khá',
      '7A0001 terms.1.finalMark': null,
    })
  })

  it('leaves the totals that are counted alone, and replaces those that were typed', async () => {
    const homeroom = await valuesOf(7, 'homeroom')
    expect(homeroom['7A0001 absences.excused']).toBe('1')
    expect(homeroom['7A0002 absences.excused']).toBe(null)
  })
})
