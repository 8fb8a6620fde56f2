import { describe, expect, it } from 'vitest'
import { columnsOf, type SheetContext } from '../gradebook/index.ts'
import { watchSheet, type WatchedRow } from './watch-sheet.ts'

const maths: SheetContext = { sheet: 'TOAN', schoolYear: '2026-2027', grade: 7, periodsPerYear: 140 }
const vietnamese: SheetContext = {
  sheet: 'TIENG_VIET',
  schoolYear: '2026-2027',
  grade: 4,
  periodsPerYear: 245,
}

const required = (context: SheetContext) => columnsOf(context).filter(({ isRequired }) => isRequired)

const rowOf = (
  context: SheetContext,
  number: number,
  valueOf: (path: string, at: number) => string | null,
): WatchedRow => ({
  studentCode: `7A000${number}`,
  fullName: `Lò Thị ${'ABCDEFGHIJ'[number] ?? ''}`,
  isExempt: false,
  values: new Map(
    required(context).flatMap(({ path, kind, options }, at) => {
      const value = valueOf(path, at)
      if (value === null) return []
      return [
        [
          path,
          kind === 'choice' ? (options?.[1]?.value ?? '') : kind === 'text' ? `${value} ${number}` : value,
        ],
      ]
    }),
  ),
})

const usual = (number: number): WatchedRow =>
  rowOf(maths, number, (_path, at) => String(6 + ((at + number) % 3)))
const codes = (rows: readonly WatchedRow[], context = maths): readonly string[] =>
  watchSheet(context, rows).map(({ code }) => code)

describe('before a sheet is confirmed', () => {
  it('nothing is said of one that is complete and usual', () => {
    expect(codes([usual(1), usual(2), usual(3)])).toEqual([])
  })

  it('every required cell that is empty is named, and blocks', () => {
    const row = rowOf(maths, 1, (path, at) => (path === 'terms.2.finalMark' ? null : String(6 + (at % 3))))
    expect(watchSheet(maths, [row])).toEqual([
      {
        key: 'missing:7A0001:terms.2.finalMark',
        code: 'missing',
        severity: 'blocking',
        studentCode: '7A0001',
        path: 'terms.2.finalMark',
        text: expect.stringMatching(/^Lò Thị B: còn thiếu /) as string,
      },
    ])
  })

  it('a term that is known from another school as a whole lacks no mark', () => {
    const row = rowOf(maths, 1, (path, at) => (path.startsWith('terms.1.') ? null : String(6 + (at % 3))))
    expect(codes([row])).toContain('missing')
    const values = new Map(row.values).set('terms.1.average', '7.2')
    expect(codes([{ ...row, values }])).toEqual([])
  })

  it('what an earlier moment of a primary year lacks is said once for a column, and does not block', () => {
    const lacking = (number: number): WatchedRow =>
      rowOf(vietnamese, number, (path, at) =>
        path === 'moments.midterm1.level' ? null : String(7 + (at % 3)),
      )
    expect(watchSheet(vietnamese, [lacking(1), lacking(2)])).toMatchObject([
      { code: 'missing-earlier', severity: 'confirmable', path: 'moments.midterm1.level' },
    ])
  })

  it('a pupil who is exempt lacks nothing', () => {
    expect(codes([{ ...usual(1), isExempt: true, values: new Map() }])).toEqual([])
  })

  it.each([
    ['10', 'all-tens'],
    ['7', 'all-equal'],
  ])('marks that are all %s want a look (%s)', (mark, code) => {
    const [warning] = watchSheet(maths, [rowOf(maths, 1, () => mark)])
    expect(warning).toMatchObject({ code, severity: 'confirmable', studentCode: '7A0001' })
  })

  it.each([
    ['5', '8', ['jump']],
    ['8', '5', ['jump']],
    ['5.1', '8', []],
  ])('terms of %s and %s: %j', (first, second, expected) => {
    const row = rowOf(maths, 1, (path) => (path.startsWith('terms.1') ? first : second))
    expect(codes([row])).toEqual(expected)
  })

  it.each([
    ['9', 'Em còn yếu phần hình học.', ['comment-against']],
    ['3', 'Em học rất tốt.', ['comment-against']],
    ['9', 'Em học rất tốt.', []],
    ['6', 'Em còn yếu phần hình học.', []],
  ])('a year of %s beside «%s»: %j', (mark, comment, expected) => {
    const row = rowOf(maths, 1, (_path, at) => String(Number(mark) + (at % 2) / 10))
    const values = new Map(row.values).set('comment', comment)
    expect(codes([{ ...row, values }])).toEqual(expected)
  })

  it('the same comment for a quarter of the class wants a look, once; for three of four not', () => {
    const same = (number: number): WatchedRow => {
      const row = usual(number)
      return { ...row, values: new Map(row.values).set('comment', 'Em học đều.') }
    }
    expect(codes([same(1), same(2), same(3), usual(4)])).toEqual([])
    expect(codes([same(1), same(2), same(3), same(4), usual(5)])).toEqual(['same-comment'])
  })

  it('primary’s moments are watched each by itself', () => {
    const row = rowOf(vietnamese, 1, (_path, at) => String(7 + (at % 3)))
    const level = [...row.values.keys()].find((path) => path.endsWith('midterm1.level')) ?? ''
    const values = new Map(row.values).set(level, 'C').set('moments.midterm1.comment', 'Em đọc rất tốt.')
    expect(codes([{ ...row, values }], vietnamese)).toEqual(['comment-against'])
  })
})
