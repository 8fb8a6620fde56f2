import { describe, expect, it } from 'vitest'
import { codeOf, first, mathSheet, second } from '../testing.ts'
import { changesOf, countOutcomes, planPaste, type Paste } from './paste-plan.ts'
import { applyPatch, cellAt, openTable } from './table.ts'

const sheet = mathSheet([
  { studentCode: codeOf(1) },
  { studentCode: codeOf(2), value: '6,5'.replace(',', '.') },
])
const table = openTable(sheet)
const plan = (rows: Paste['rows'], more: Partial<Paste> = {}) =>
  planPaste(table, { rows, columns: sheet.columns, from: { row: 0, column: 0 }, ...more })

describe('a pasted block', () => {
  it('without names goes row by row, and says what each cell would do', () => {
    const found = plan([
      ['8', '7'],
      ['9', ''],
      ['11', '8,5'],
    ])
    expect(found).toMatchObject({ matchedBy: 'position', hasIdentity: false, doubts: [] })
    expect(countOutcomes(found)).toEqual({ new: 2, changed: 1, same: 2, rejected: 1, locked: 0 })
    expect(found.cells.map(({ outcome }) => outcome)).toEqual([
      'same',
      'new',
      'changed',
      'same',
      'rejected',
      'new',
    ])
  })

  it('is matched by code, in any order, and never by its place', () => {
    const found = plan([
      [codeOf(3), '9'],
      [codeOf(1), '7'],
    ])
    expect(found.matchedBy).toBe('identity')
    expect(found.cells.map(({ studentCode, path, after }) => [studentCode, path, after.value])).toEqual([
      [codeOf(3), first, '9'],
      [codeOf(1), first, '7'],
    ])
  })

  it('is matched by name where there is no code, and leaves out whom nobody knows', () => {
    const found = plan([
      ['1', 'Trần Bảo Ly', '9'],
      ['2', 'Vũ Hữu Châu', '7'],
    ])
    expect(found.cells).toHaveLength(1)
    expect(found.doubts).toMatchObject([{ index: 1, because: 'Lớp không có học sinh tên Vũ Hữu Châu.' }])
  })

  it('matched by position all the same says where its names disagree', () => {
    const found = plan([['Trần Bảo Ly', '9']], { isPositional: true })
    expect(found.cells).toMatchObject([{ studentCode: codeOf(1), after: { value: '9' } }])
    expect(found.doubts).toMatchObject([{ because: 'Dòng này ghi Trần Bảo Ly, không phải Nguyễn Thị An.' }])
  })

  it('goes by its headings where it has them', () => {
    const found = plan([
      ['Họ và tên', 'ĐĐGgk', 'ĐĐGtx2'],
      ['Trần Bảo Ly', '9', '7'],
    ])
    expect(found.targets).toEqual([null, 'terms.1.midtermMark', second])
  })

  it('steps over computed columns', () => {
    const found = plan([['1', '2', '3', '4', '5', '6', 'Học tốt', '8']])
    expect(found.targets.at(-2)).toBe('terms.1.comment')
    expect(found.targets.at(-1)).toBe('terms.2.regularMarks.0')
  })

  it('goes where the person says', () => {
    const found = plan([['9', '7']], { targets: [null, 'terms.1.finalMark'] })
    expect(found.cells.map(({ path }) => path)).toEqual(['terms.1.finalMark'])
  })

  it('never writes for who is exempt, nor beyond the list', () => {
    const found = plan([['9'], ['9']], { from: { row: 3, column: 0 } })
    expect(found.cells.map(({ outcome }) => outcome)).toEqual(['locked'])
    expect(found.doubts).toHaveLength(1)
  })

  it('brings wrong texts in as they are, to be seen and mended', () => {
    const changes = changesOf(plan([['8,55'], ['7']]))
    const pasted = applyPatch(table, changes)
    expect(cellAt(pasted, { studentCode: codeOf(1), path: first })).toMatchObject({
      state: 'invalid',
      mine: { typed: '8,55' },
    })
    expect(cellAt(pasted, { studentCode: codeOf(2), path: first }).state).toBe('unsent')
  })
})
