import { describe, expect, it } from 'vitest'
import { codeOf, first, mathSheet, second } from '../testing.ts'
import { columnsIn, viewsOf } from './shown-columns.ts'
import { hintsAt } from './remarks.ts'
import { applyPatch, changeAt, lockOf, openTable, readTyped, type Table } from './table.ts'
import { totalsOf } from './totals.ts'

const term = [
  first,
  second,
  'terms.1.regularMarks.2',
  'terms.1.regularMarks.3',
  'terms.1.midtermMark',
  'terms.1.finalMark',
]
const filled = (value: string, student = codeOf(1)) =>
  term.map((path) => ({ path, value, studentCode: student }))
const type = (table: Table, path: string, typed: string, student = codeOf(1)): Table => {
  const column = table.columns.get(path)
  if (column === undefined) throw new Error(path)
  const change = changeAt(table, { studentCode: student, path }, readTyped(column, typed))
  return change === undefined ? table : applyPatch(table, [change])
}
const average = (table: Table): unknown => table.rows[0]?.computed.get('computed.terms.1')

describe('a table', () => {
  it('forms the averages anew as soon as something is typed (TT 22/2021, Điều 9)', () => {
    const table = openTable(mathSheet(filled('8')))
    expect(average(table)).toBe('8.0')
    expect(average(type(table, 'terms.1.finalMark', '5'))).toBe('7.0')
  })

  it('forms none from a text that is no mark', () => {
    expect(average(type(openTable(mathSheet(filled('8'))), first, '85'))).toBeNull()
  })

  it('leaves other rows as they are', () => {
    const table = openTable(mathSheet(filled('8')))
    const after = type(table, first, '9')
    expect(after.rows[1]).toBe(table.rows[1])
    expect(after.rows[0]).not.toBe(table.rows[0])
  })

  it('says why a cell cannot be written', () => {
    const locked = mathSheet([{ lockedBecause: 'Đếm từ điểm danh.' }])
    const table = openTable(locked)
    expect(lockOf(table, { studentCode: codeOf(1), path: first })).toEqual({
      kind: 'locked',
      because: 'Đếm từ điểm danh.',
    })
    expect(lockOf(table, { studentCode: codeOf(4), path: first })).toEqual({ kind: 'exempt' })
    expect(lockOf(table, { studentCode: codeOf(1), path: 'computed.year' })).toEqual({ kind: 'computed' })
    expect(lockOf(table, { studentCode: codeOf(2), path: first })).toBeUndefined()
  })

  it('says of a cell that was sent back who wants it looked at again, and why', () => {
    const sent = { path: first, byName: 'Hà Thị Tổ', reason: 'Bài kiểm tra ghi 6,5' }
    const sheet = mathSheet()
    const students = sheet.students.map((one) => ({
      ...one,
      sentBack: one.studentCode === codeOf(2) ? [sent] : [],
    }))
    const table = openTable({ ...sheet, students })
    expect(lockOf(table, { studentCode: codeOf(2), path: first })).toEqual({
      kind: 'sent-back',
      byName: sent.byName,
      reason: sent.reason,
    })
    expect(lockOf(table, { studentCode: codeOf(1), path: first })).toBeUndefined()
  })

  it('adds a column up exactly, without words and without who is exempt', () => {
    const cells = [
      { value: '8.5' },
      { value: '7.1', studentCode: codeOf(2) },
      { value: 'absent', studentCode: codeOf(3) },
    ]
    const table = openTable(mathSheet(cells.map((cell) => ({ ...cell, path: 'terms.1.midtermMark' }))))
    const column = table.columns.get('terms.1.midtermMark')
    expect(column && totalsOf(table, column)).toEqual({ filled: 3, expected: 3, sum: '15,6', mean: '7,8' })
  })
})

describe('the parts of the year', () => {
  it('show a term, or both terms’ marks side by side as the book does', () => {
    const { columns } = mathSheet()
    expect(viewsOf(mathSheet())).toEqual(['term1', 'term2', 'year'])
    expect(columnsIn(columns, 'term2').every(({ term: of }) => of === 2)).toBe(true)
    const marks = columnsIn(columns, 'year').filter(
      ({ path }) => /Marks?\b/.test(path) && path.startsWith('terms'),
    )
    expect(marks).toHaveLength(12)
  })
})

describe('a comment', () => {
  const comment = 'terms.1.comment'
  const hintsOf = (table: Table) => {
    const column = table.columns.get(comment)
    return column === undefined ? [] : hintsAt(table, { studentCode: codeOf(1), path: comment }, column)
  }

  it('is marked where others have the very same words', () => {
    const both = [codeOf(1), codeOf(2)].map((studentCode) => ({
      studentCode,
      path: comment,
      value: 'Chăm học.',
    }))
    expect(hintsOf(openTable(mathSheet(both)))).toEqual([{ kind: 'identical', names: ['Trần Bảo Ly'] }])
  })

  it('is marked where it says otherwise than the marks', () => {
    const praised = [...filled('3'), { path: comment, value: 'Em nắm vững kiến thức.' }]
    expect(hintsOf(openTable(mathSheet(praised)))).toMatchObject([{ kind: 'contradicts', result: '3,0' }])
    const honest = [...filled('3'), { path: comment, value: 'Em chưa nắm vững kiến thức.' }]
    expect(hintsOf(openTable(mathSheet(honest)))).toEqual([])
  })
})
