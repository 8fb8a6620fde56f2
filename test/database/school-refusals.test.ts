import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connect, type Database } from '../../src/adapters/postgres/connect.ts'
import { listSchoolYears, readSchoolYear } from '../../src/adapters/postgres/school/read-school-year.ts'
import { compareSchoolYear, saveSchoolYear } from '../../src/adapters/postgres/school/save-school-year.ts'
import { openTestDatabase, type TestDatabase } from '../../src/adapters/postgres/testing.ts'
import type { SchoolYearRecords, StudentYear } from '../../src/records/index.ts'
import { Refusal } from '../../src/shared/refusal.ts'
import { by, fullSchool, now, withPupil, withProfile } from './support/school-years.ts'

let server: TestDatabase
let database: Database<'school'>

const withLookupCodes = (student: StudentYear): StudentYear => ({
  ...student,
  bookLookupCode: 'a'.repeat(32),
  yearLookupCode: 'b'.repeat(32),
})

const earlier: SchoolYearRecords = { ...withPupil(fullSchool, 0, withLookupCodes), schoolYear: '2024-2025' }

beforeAll(async () => {
  server = await openTestDatabase()
  database = await connect(server.url, 'school')
  await saveSchoolYear(database, earlier, { now, by })
  await saveSchoolYear(database, fullSchool, { now, by })
})
afterAll(async () => {
  await database.destroy()
  await server.close()
})

const refused = async (records: SchoolYearRecords, schoolCode?: string): Promise<string> => {
  const options = { now, by, ...(schoolCode === undefined ? {} : { schoolCode }) }
  const texts = []
  for (const act of [compareSchoolYear, saveSchoolYear]) {
    const error: unknown = await act(database, records, options).catch((reason: unknown) => reason)
    if (!(error instanceof Refusal)) throw new Error('it was not refused')
    expect(error.code).toBe('workbook-not-accepted')
    texts.push(error.message)
  }
  expect(texts[1]).toBe(texts[0])
  expect(await readSchoolYear(database, fullSchool.school.code, fullSchool.schoolYear)).toEqual(fullSchool)
  return texts[0] ?? ''
}

describe('a workbook is refused, with place and remedy,', () => {
  it('when it is not of the school at work', async () => {
    const text = await refused(fullSchool, '0079000999')
    expect(text).toContain('0079000123')
    expect(text).toContain('0079000999')
    expect(text).toContain("trang 'Trường'")
  })

  it('when a student code is given to another person', async () => {
    const other = withProfile({
      fullName: 'Lường Văn Pó',
      citizenId: '001214000099',
      birthDate: '2013-01-02',
    })
    const text = await refused(withPupil(fullSchool, 1, other))
    expect(text).toContain('Lường Văn Pó (mã 0112345602, lớp 6A1)')
    expect(text).toContain('Ngần Thị Ưu')
    expect(text).toContain('→')
  })

  it('when a citizen number is another pupil’s of an earlier year', async () => {
    const swapped = withPupil(fullSchool, 1, withProfile({ studentCode: '0112345699' }))
    expect(await refused(swapped)).toContain('số định danh 001214000002 đã là của Ngần Thị Ưu')
  })

  it('when a lookup code leads to another pupil’s book or another year', async () => {
    const text = await refused(withPupil(fullSchool, 1, withLookupCodes))
    expect(text).toContain('mã tra cứu học bạ đã là của Đặng Ánh Dương')
    expect(text).toContain('mã tra cứu của năm học đã là của Đặng Ánh Dương')
  })

  it('when it puts a pupil or a class of the year into a second level', async () => {
    const upper: SchoolYearRecords = {
      ...fullSchool,
      school: { ...fullSchool.school, level: 'upper-secondary' },
      classes: fullSchool.classes.map((one) => ({ ...one, classId: `11-${one.classId}`, grade: 11 })),
      assignments: [],
      amendments: [],
      students: fullSchool.students.map((one) => ({ ...one, classId: `11-${one.classId}` })),
    }
    expect(await refused(upper)).toContain('năm học này đã ở lớp 6A1, cấp Trung học cơ sở')
    const onlyClasses = { ...upper, students: [], classes: fullSchool.classes }
    expect(await refused(onlyClasses)).toContain('mã lớp 6A1 đã dùng ở cấp Trung học cơ sở')
  })
})

describe('a workbook is accepted', () => {
  it('when it corrects a name, a birth date or a citizen number of the same person', async () => {
    for (const facts of [
      { fullName: 'Ngần Thị Ươm', birthDate: '2014-09-06' },
      { citizenId: '001214000077', fullName: 'Ngần Thị Ươm', birthDate: '2014-09-06' },
    ])
      await saveSchoolYear(database, withPupil(fullSchool, 1, withProfile(facts)), { now, by })
    const { students } = await readSchoolYear(database, fullSchool.school.code, fullSchool.schoolYear)
    expect(students[1]?.profile).toMatchObject({ fullName: 'Ngần Thị Ươm', citizenId: '001214000077' })
    const { students: before } = await readSchoolYear(database, earlier.school.code, earlier.schoolYear)
    expect(before[1]?.profile.fullName).toBe('Ngần Thị Ưu')
  })

  it('when it is another level of the same school and year, and leaves the first alone', async () => {
    const { code } = fullSchool.school
    const upper: SchoolYearRecords = {
      ...fullSchool,
      school: { ...fullSchool.school, level: 'upper-secondary', name: 'Trường THCS và THPT Đồng Vọng' },
      classes: [{ classId: '11B', name: '11B', grade: 11, homeroomTeacher: '0100000002' }],
      assignments: [],
      amendments: [],
      students: [],
    }
    const lower = await readSchoolYear(database, code, '2025-2026')
    await saveSchoolYear(database, upper, { now, by })
    await expect(readSchoolYear(database, code, '2025-2026')).rejects.toThrow('--level')
    const [one, other] = [
      await readSchoolYear(database, code, '2025-2026', { level: 'lower-secondary' }),
      await readSchoolYear(database, code, '2025-2026', { level: 'upper-secondary' }),
    ]
    expect([one, other]).toEqual([lower, upper])
    expect((await listSchoolYears(database, code)).map(({ level }) => level)).toEqual([
      'lower-secondary',
      'lower-secondary',
      'upper-secondary',
    ])
  })
})

describe('a year that is not there', () => {
  it('is refused with the years that are', async () => {
    await expect(readSchoolYear(database, fullSchool.school.code, '2030-2031')).rejects.toThrow(
      'Đang có: 2024-2025',
    )
  })

  it.each(['0079000998', "x'; drop table school.school --", ''])('nor is a school %s', async (code) => {
    await expect(readSchoolYear(database, code, '2025-2026')).rejects.toThrow('chưa có năm học nào')
    expect(await listSchoolYears(database, code)).toEqual([])
  })
})
