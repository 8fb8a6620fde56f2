import { describe, expect, it } from 'vitest'
import type { SchoolYearRecords, StudentYear } from '../../records/records.ts'
import { gradesOfLevel } from '../../shared/education-level.ts'
import { inventProvince } from './index.ts'

const provinces = [60, 180, 2000].map((students) => inventProvince({ students, seed: 11 }))

const pairs = provinces.flatMap((province) =>
  province
    .filter(({ schoolYear }) => schoolYear === '2024-2025')
    .map((earlier) => {
      const last = province.find(
        ({ school, schoolYear }) => schoolYear === '2025-2026' && school.code === earlier.school.code,
      )
      if (last === undefined) throw new Error('the school has no last year')
      return { earlier, last }
    }),
)

const gradeIn = ({ classes }: SchoolYearRecords, { classId }: StudentYear): number =>
  classes.find((one) => one.classId === classId)?.grade ?? 0

describe('from one year to the next', () => {
  it('each school has an earlier year for some of its pupils, not for all', () => {
    for (const { earlier, last } of pairs) {
      expect(earlier.students.length).toBeGreaterThan(0)
      expect(earlier.students.length).toBeLessThan(last.students.length / 2)
    }
  })

  it('the same pupils go on one grade higher, with the same book', () => {
    for (const { earlier, last } of pairs) {
      const now = new Map(last.students.map((year) => [year.profile.studentCode, year]))
      for (const before of earlier.students) {
        const after = now.get(before.profile.studentCode)
        if (after === undefined) throw new Error('a pupil vanished')
        expect(gradeIn(last, after)).toBe(gradeIn(earlier, before) + 1)
        expect(after.bookLookupCode).toBe(before.bookLookupCode)
        expect(after.yearLookupCode).not.toBe(before.yearLookupCode)
        expect({ ...after.profile, address: '' }).toEqual({ ...before.profile, address: '' })
        expect(after.history.slice(0, -1)).toEqual(before.history)
        expect(after.history.at(-1)).toMatchObject({
          schoolYear: '2024-2025',
          schoolCode: earlier.school.code,
          className: earlier.classes.find(({ classId }) => classId === before.classId)?.name,
        })
      }
    }
  })

  it('says where the year before is, exactly when it is not among what is issued here', () => {
    for (const { earlier, last } of pairs) {
      const issued = new Set(earlier.students.map(({ profile }) => profile.studentCode))
      for (const year of last.students) {
        const isFirst = gradeIn(last, year) === gradesOfLevel[last.school.level][0]
        if (issued.has(year.profile.studentCode)) expect(year.yearBefore).toBeUndefined()
        else if (isFirst) expect(year.yearBefore).toBe('first')
        else expect(['paper', 'other-system']).toContain(year.yearBefore)
      }
      for (const year of earlier.students) expect(['first', 'paper']).toContain(year.yearBefore)
    }
  })

  it('the history has one row for each earlier grade of the level', () => {
    for (const { last } of pairs) {
      for (const year of last.students) {
        const earlierGrades = gradesOfLevel[last.school.level].filter(
          (grade) => grade < gradeIn(last, year),
        ).length
        const movedIn = year.entryDate?.startsWith('2026') === true ? 1 : 0
        expect(year.history.length).toBe(earlierGrades + movedIn)
      }
    }
  })
})
