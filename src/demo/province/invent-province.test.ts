import { describe, expect, it } from 'vitest'
import { educationLevels, lastGradeOfLevel } from '../../shared/education-level.ts'
import { isLookupCode } from '../../shared/ids.ts'
import { isPartialDate, isPlainDate } from '../../shared/dates.ts'
import { describeProvince, inventProvince } from './index.ts'

const province = inventProvince({ students: 180, seed: 7 })
const lastYears = province.filter(({ schoolYear }) => schoolYear === '2025-2026')

/** Every string anywhere in the records. */
const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

describe('the invented province', () => {
  it('is the same for the same size and seed', () => {
    expect(inventProvince({ students: 180, seed: 7 })).toEqual(province)
    expect(describeProvince({ students: 60, seed: 3 })).toEqual(describeProvince({ students: 60, seed: 3 }))
  })

  it('differs for another seed in people, marks and codes', () => {
    const other = inventProvince({ students: 180, seed: 8 })
    const codes = new Set(
      province.flatMap(({ students }) => students.map(({ profile }) => profile.studentCode)),
    )
    expect(other).not.toEqual(province)
    expect(other[1]?.staff.map(({ fullName }) => fullName)).not.toEqual(
      province[1]?.staff.map(({ fullName }) => fullName),
    )
    expect(other[1]?.students.every(({ profile }) => codes.has(profile.studentCode))).toBe(false)
  })

  it.each([60, 61, 180, 500, 2000])(
    'has exactly %i pupils in 2025-2026, with the last grade of each level',
    (students) => {
      const years = inventProvince({ students, seed: 1 }).filter(
        ({ schoolYear }) => schoolYear === '2025-2026',
      )
      expect(years.map(({ school }) => school.level)).toEqual(educationLevels)
      expect(years.reduce((sum, year) => sum + year.students.length, 0)).toBe(students)
      for (const { school, classes } of years) {
        const grades = new Set(classes.map(({ grade }) => grade))
        expect(grades.size).toBeGreaterThanOrEqual(2)
        expect(grades.has(lastGradeOfLevel[school.level])).toBe(true)
      }
    },
  )

  it('forms classes of about 30 to 45 where there are pupils enough', () => {
    for (const { students, classes } of inventProvince({ students: 2000, seed: 1 }).filter(
      ({ schoolYear }) => schoolYear === '2025-2026',
    )) {
      for (const { classId } of classes) {
        const size = students.filter((student) => student.classId === classId).length
        expect(size).toBeGreaterThanOrEqual(30)
        expect(size).toBeLessThanOrEqual(45)
      }
    }
  })

  it('comes in the order of issue: of each school the earlier year first', () => {
    expect(province.map(({ school, schoolYear }) => `${school.level} ${schoolYear}`)).toEqual(
      educationLevels.flatMap((level) => [`${level} 2024-2025`, `${level} 2025-2026`]),
    )
  })

  it('refuses fewer pupils than the special cases need, and sizes and seeds that are no whole numbers', () => {
    expect(() => inventProvince({ students: 59, seed: 1 })).toThrow(RangeError)
    expect(() => inventProvince({ students: 100.5, seed: 1 })).toThrow(RangeError)
    expect(() => inventProvince({ students: 100, seed: Number.NaN })).toThrow(RangeError)
  })

  it('writes everything in NFC with single ordinary spaces', () => {
    const texts = textsIn(province)
    expect(texts.length).toBeGreaterThan(10_000)
    expect(
      texts.filter((text) => text !== text.normalize('NFC') || /^\s|\s$|\s\s|[^\S ]/u.test(text)),
    ).toEqual([])
  })

  it('belongs to no real province: code 99, districts only before July 2025', () => {
    for (const { school, schoolYear } of province) {
      expect(school.province.code).toBe('99')
      expect(school.ward.code).toMatch(/^99\d{3}$/)
      expect(school.code).toMatch(/^99\d{8}$/)
      expect(school.district === undefined).toBe(schoolYear === '2025-2026')
    }
  })
})

describe('the people of the invented province', () => {
  const students = lastYears.flatMap((year) => year.students)
  const staff = lastYears.flatMap((year) => year.staff)

  it('have codes that are nobody’s: student codes from 99, citizen ids from 999, all different', () => {
    const studentCodes = students.map(({ profile }) => profile.studentCode)
    const staffCodes = staff.map(({ staffCode }) => staffCode)
    const citizenIds = [
      ...students.map(({ profile }) => profile.citizenId),
      ...staff.map(({ citizenId }) => citizenId),
    ].filter((id) => id !== undefined)
    for (const code of [...studentCodes, ...staffCodes]) expect(code).toMatch(/^99\d{8}$/)
    for (const id of citizenIds) expect(id).toMatch(/^999[0-3]\d{8}$/)
    expect(new Set([...studentCodes, ...staffCodes]).size).toBe(students.length + staff.length)
    expect(new Set(citizenIds).size).toBe(citizenIds.length)
    expect(citizenIds.length).toBe(students.length + staff.length - 1)
  })

  it('have citizen ids that tell sex, century and year of birth', () => {
    for (const { profile } of students) {
      if (profile.citizenId === undefined) continue
      expect(profile.citizenId[3]).toBe(profile.gender === 'male' ? '2' : '3')
      expect(profile.citizenId.slice(4, 6)).toBe(profile.birthDate.slice(2, 4))
    }
    for (const { citizenId, birthDate = '', fullName } of staff) {
      const digit = Number(citizenId[3])
      expect(digit >= 2).toBe(Number(birthDate.slice(0, 4)) >= 2000)
      expect(citizenId.slice(4, 6)).toBe(birthDate.slice(2, 4))
      if (fullName.includes(' Thị ')) expect(digit % 2).toBe(1)
      if (fullName.includes(' Văn ')) expect(digit % 2).toBe(0)
    }
  })

  it('are of the age of their grade, and only one birth date is known by the year alone', () => {
    const partial = students.filter(({ profile }) => !isPlainDate(profile.birthDate))
    expect(students.every(({ profile }) => isPartialDate(profile.birthDate))).toBe(true)
    expect(partial.map(({ profile }) => profile.birthDate.length)).toEqual([4])
    for (const { classes, students: pupils } of lastYears) {
      for (const { classId, profile } of pupils) {
        const grade = classes.find((one) => one.classId === classId)?.grade ?? 0
        const age = 2025 - Number(profile.birthDate.slice(0, 4))
        expect([grade + 5, grade + 6]).toContain(age)
      }
    }
  })

  it('carry their father’s family name, and live in the province', () => {
    for (const { profile } of students) {
      const family = profile.fullName.split(' ')[0]
      if (profile.father !== undefined) expect(profile.father.fullName.split(' ')[0]).toBe(family)
      expect(profile.father ?? profile.mother ?? profile.guardian).toBeDefined()
      expect(profile.address).toContain('Tỉnh Sông Lam Hạ')
      expect(profile.address).not.toMatch(/Huyện|Thành phố/u)
    }
  })

  it('are mostly Kinh, with families of other peoples and more than a third called Nguyễn', () => {
    const many = inventProvince({ students: 2000, seed: 5 })
      .filter(({ schoolYear }) => schoolYear === '2025-2026')
      .flatMap((year) => year.students.map(({ profile }) => profile))
    const kinh = many.filter(({ ethnicity }) => ethnicity === 'Kinh').length / many.length
    const nguyen = many.filter(({ fullName }) => fullName.startsWith('Nguyễn ')).length / many.length
    expect(kinh).toBeGreaterThan(0.8)
    expect(kinh).toBeLessThan(0.95)
    expect(nguyen).toBeGreaterThan(0.28)
    expect(nguyen).toBeLessThan(0.42)
    expect(new Set(many.map(({ ethnicity }) => ethnicity)).size).toBeGreaterThanOrEqual(6)
  })

  it('have brothers and sisters in the same household', () => {
    const parents = students.map(({ profile }) =>
      [profile.father?.fullName, profile.mother?.fullName, profile.address].join(),
    )
    expect(new Set(parents).size).toBeLessThan(parents.length)
  })

  it('have two lookup codes each, drawn from the seed and never twice', () => {
    const all = province.flatMap((year) => year.students)
    const yearCodes = all.map(({ yearLookupCode }) => yearLookupCode)
    const bookCodes = new Map(all.map(({ profile, bookLookupCode }) => [profile.studentCode, bookLookupCode]))
    expect(yearCodes.every(isLookupCode)).toBe(true)
    expect([...bookCodes.values()].every(isLookupCode)).toBe(true)
    expect(new Set([...yearCodes, ...bookCodes.values()]).size).toBe(yearCodes.length + bookCodes.size)
  })
})
