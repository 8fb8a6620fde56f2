import { describe, expect, it } from 'vitest'
import { listDueColumns } from './due-columns.ts'
import { mathSheet, primarySheet } from './testing.ts'

describe('the columns asked for by a day', () => {
  it('of a secondary year are those of the first term, and of the second from January', () => {
    const terms = (today: '2026-09-10' | '2027-02-01') =>
      new Set(listDueColumns(mathSheet, today).map(({ term }) => term))
    expect(terms('2026-09-10')).toEqual(new Set([1]))
    expect(terms('2027-02-01')).toEqual(new Set([1, 2, 0]))
  })

  it('of a primary year are those of the moments that have come', () => {
    const moments = (today: '2026-09-10' | '2026-11-05' | '2027-05-20') => [
      ...new Set(listDueColumns(primarySheet, today).map(({ moment }) => moment)),
    ]
    expect(moments('2026-09-10')).toEqual([])
    expect(moments('2026-11-05')).toEqual(['midterm1'])
    expect(moments('2027-05-20')).toEqual(['midterm1', 'term1', 'midterm2', 'year'])
  })
})
