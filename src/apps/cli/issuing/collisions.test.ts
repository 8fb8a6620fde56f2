import { describe, expect, it } from 'vitest'
import { inventProvince } from '../../../demo/province/index.ts'
import type { SchoolYearRecords, StudentYear } from '../../../records/index.ts'
import { Refusal } from '../../../shared/refusal.ts'
import { refuseCollisions } from './collisions.ts'

const province = inventProvince({ students: 60, seed: 3 })

/** The first school's latest year, with its second pupil changed after the first. */
const withSecond = (change: (first: StudentYear, second: StudentYear) => StudentYear): SchoolYearRecords => {
  const records = province.find(({ schoolYear }) => schoolYear === '2025-2026')
  const [first, second, ...rest] = records?.students ?? []
  if (records === undefined || first === undefined || second === undefined)
    throw new Error('a school has pupils')
  return { ...records, students: [first, change(first, second), ...rest] }
}

const given = <T extends object>(value: T | undefined): T | object => value ?? {}

describe('workbooks of one call', () => {
  it('may hold the same pupil in different years, with one code for the book', () => {
    expect(() => {
      refuseCollisions(province)
    }).not.toThrow()
  })

  it.each<readonly [string, string, readonly SchoolYearRecords[]]>([
    [
      'say a pupil’s year twice',
      'Một học sinh có hai lần trong một năm học',
      [...province, ...province.slice(0, 1)],
    ],
    [
      'give two pupils one code for the book',
      'Hai học sinh chung một mã tra cứu học bạ',
      [
        withSecond(({ bookLookupCode }, second) => ({
          ...second,
          ...given(bookLookupCode === undefined ? undefined : { bookLookupCode }),
        })),
      ],
    ],
    [
      'give two pupils one code for the year',
      'Hai năm học chung một mã tra cứu năm',
      [
        withSecond(({ yearLookupCode }, second) => ({
          ...second,
          ...given(yearLookupCode === undefined ? undefined : { yearLookupCode }),
        })),
      ],
    ],
  ])('that %s are refused, with both places', (_, reason, years) => {
    const attempt = () => {
      refuseCollisions(years)
    }
    expect(attempt).toThrow(Refusal)
    expect(attempt).toThrow(reason)
    expect(attempt).toThrow(/\(\d{10}, lớp [^)]*\) và [^(]*\(\d{10}, lớp/)
  })

  it('that have nothing but collisions name the first ten and count the others', () => {
    const attempt = () => {
      refuseCollisions([...province, ...province])
    }
    expect(attempt).toThrow(/… và \d+ chỗ khác$/)
  })

  it('without codes collide in nothing but the pupil', () => {
    const [first] = province
    if (first === undefined) throw new Error('the province has schools')
    const bare = first.students.map((student) =>
      Object.fromEntries(Object.entries(student).filter(([key]) => !key.endsWith('LookupCode'))),
    ) as unknown as StudentYear[]
    expect(() => {
      refuseCollisions([{ ...first, students: bare }])
    }).not.toThrow()
  })
})
