import { describe, expect, it } from 'vitest'
import type { Row } from './columns.ts'
import { compareRows, isWritten } from './compare-rows.ts'
import type { YearTable } from './tables.ts'

const staff: YearTable = {
  name: 'staff',
  key: ['staff_code'],
  by: 'level',
  types: { staff_code: 'text', full_name: 'text', position: 'integer' },
}
const cells: YearTable = {
  name: 'homeroom_entry',
  key: ['student_code', 'field'],
  by: 'pupils',
  types: { student_code: 'text', field: 'text', value: 'text' },
}
const person = (staff_code: string, full_name: string, position: number): Row => ({
  staff_code,
  full_name,
  position,
})
const stored = (row: Row): Row => ({ ...row, version: 3, act_id: 'x' })
const cell = (student_code: string, value: string | null): Row => ({ student_code, field: 'comment', value })

describe('comparing rows', () => {
  it('finds what is new, other, as it was, and gone', () => {
    const before = [person('1', 'An', 0), person('2', 'Bình', 1), person('3', 'Chi', 2)].map(stored)
    const wanted = [person('1', 'An', 0), person('2', 'Bính', 1), person('4', 'Dung', 2)]
    const { inserts, overwrites, deletes, counts } = compareRows(staff, before, wanted)
    expect(inserts).toEqual([wanted[2]])
    expect(overwrites).toEqual([{ before: before[1], after: wanted[1], isMove: false }])
    expect(deletes).toEqual([before[2]])
    expect(counts).toEqual({ added: 1, changed: 1, unchanged: 1, removed: 1 })
  })

  it('takes a row that only moved for unchanged, though it is written', () => {
    const changes = compareRows(staff, [stored(person('1', 'An', 0))], [person('1', 'An', 5)])
    expect(changes.overwrites.map(({ isMove }) => isMove)).toEqual([true])
    expect(changes.counts).toEqual({ added: 0, changed: 0, unchanged: 1, removed: 0 })
    expect(isWritten(changes)).toBe(true)
  })

  it('has nothing to write where all is as it was', () => {
    expect(isWritten(compareRows(staff, [stored(person('1', 'An', 0))], [person('1', 'An', 0)]))).toBe(false)
    expect(isWritten(compareRows(cells, [stored(cell('a', null))], []))).toBe(false)
  })

  it('empties a cell and never deletes it, and fills an emptied one again as new', () => {
    const emptied = compareRows(cells, [stored(cell('a', 'Ngoan'))], [])
    expect(emptied.overwrites.map(({ after }) => after['value'])).toEqual([null])
    expect(emptied.deletes).toEqual([])
    expect(emptied.counts).toEqual({ added: 0, changed: 0, unchanged: 0, removed: 1 })
    const filled = compareRows(cells, [stored(cell('a', null))], [cell('a', 'Ngoan')])
    expect(filled.inserts).toEqual([])
    expect(filled.overwrites).toHaveLength(1)
    expect(filled.counts).toEqual({ added: 1, changed: 0, unchanged: 0, removed: 0 })
  })
})
