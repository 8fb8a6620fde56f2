import { describe, expect, it } from 'vitest'
import { depth } from './model/history.ts'
import { contentOf } from './model/cell.ts'
import { applyPatch, cellAt, openTable } from './model/table.ts'
import { createSheetStore, type SheetStore } from './sheet-store.ts'
import { codeOf, first, mathSheet } from './testing.ts'

const place = { studentCode: codeOf(1), path: first }
const open = (): SheetStore => createSheetStore(openTable(mathSheet([{}])))
const write = (store: SheetStore, value: string | null): void => {
  store.edit(
    [{ ...place, before: contentOf(cellAt(store.getMoment().table, place)), after: { value } }],
    'typed',
  )
}
const value = (store: SheetStore): unknown => contentOf(cellAt(store.getMoment().table, place)).value

describe('undo', () => {
  it('takes back an edit as a whole and brings it again', () => {
    const store = open()
    write(store, '9')
    write(store, null)
    store.undo()
    expect(value(store)).toBe('9')
    store.undo()
    expect(value(store)).toBe('8')
    store.redo()
    expect(value(store)).toBe('9')
  })

  it('forgets what was undone once something new is written', () => {
    const store = open()
    write(store, '9')
    store.undo()
    write(store, '7')
    expect(store.redo()).toBeUndefined()
    expect(value(store)).toBe('7')
  })

  it('reaches back a hundred edits', () => {
    const store = open()
    for (let number = 0; number <= depth; number += 1) write(store, String(number % 10))
    let undone = 0
    while (store.undo() !== undefined) undone += 1
    expect(undone).toBe(depth)
  })

  it('brings a text that was no value back as it was typed', () => {
    const store = open()
    const wrong = { value: null, typed: '85', fault: 'Điểm từ 0 đến 10.' }
    store.edit([{ ...place, before: { value: '8' }, after: wrong }], 'typed')
    write(store, '8.5')
    store.undo()
    expect(cellAt(store.getMoment().table, place)).toMatchObject({ state: 'invalid', mine: { typed: '85' } })
  })
})

describe('what others write', () => {
  const theirs = { ...place, value: '6', version: 2, byName: 'Vũ Minh Châu', at: '2026-11-23T08:00:00Z' }

  it('waits while this person types into the very cell, and is then a conflict, not lost', () => {
    const store = open()
    store.setTyping(place)
    store.hear([theirs])
    expect(value(store)).toBe('8')
    write(store, '9')
    store.setTyping(undefined)
    expect(cellAt(store.getMoment().table, place)).toMatchObject({
      state: 'conflict',
      theirs: { value: '6' },
    })
  })

  it('is shown once the typing was given up', () => {
    const store = open()
    store.setTyping(place)
    store.hear([theirs])
    store.setTyping(undefined)
    expect(value(store)).toBe('6')
  })

  it('touches no row it does not speak of', () => {
    const table = openTable(mathSheet([{}]))
    expect(applyPatch(table, []).rows[0]).toBe(table.rows[0])
  })
})
