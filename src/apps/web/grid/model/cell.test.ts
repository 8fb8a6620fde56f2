import { describe, expect, it } from 'vitest'
import {
  choose,
  clash,
  confirm,
  discard,
  emptyCell,
  hear,
  put,
  refuse,
  send,
  valueOf,
  type Cell,
} from './cell.ts'

const eight: Cell = {
  value: '8',
  version: 3,
  byName: 'Lê Thu Hiền',
  at: '2026-11-20T07:00:00Z',
  state: 'saved',
}
const nine = { value: '9', version: 4, byName: 'Lê Thu Hiền', at: '2026-11-20T08:00:00Z' }
const theirs = { value: '6', version: 4, byName: 'Vũ Minh Châu', at: '2026-11-20T08:01:00Z' }
const wrong = { value: null, typed: '85', fault: 'Điểm từ 0 đến 10.' }

describe('a cell', () => {
  it('waits to be sent once written, and not when it is back at what the server has', () => {
    expect(put(eight, { value: '9' }).state).toBe('unsent')
    expect(put(put(eight, { value: '9' }), { value: '8' })).toEqual(eight)
  })

  it('keeps a text that is no value, never sends it and counts it for nothing', () => {
    const cell = put(eight, wrong)
    expect(cell).toMatchObject({ state: 'invalid', mine: wrong, value: '8' })
    expect(valueOf(cell)).toBeNull()
  })

  it('is saved once the server confirms what stands there', () => {
    const cell = confirm(send(put(eight, { value: '9' })), nine)
    expect(cell).toEqual({ ...nine, state: 'saved' })
  })

  it('is sent again where something else was typed while it was on its way', () => {
    const cell = confirm(put(send(put(eight, { value: '9' })), { value: '7' }), nine)
    expect(cell).toMatchObject({ state: 'unsent', value: '9', version: 4, mine: { value: '7' } })
  })

  it('taken back to the old value while another one is on its way is sent again too', () => {
    const cell = put(send(put(eight, { value: '9' })), { value: '8' })
    expect(cell.state).toBe('unsent')
    expect(confirm(cell, nine)).toMatchObject({ state: 'unsent', mine: { value: '8' }, version: 4 })
  })

  it('written by two people keeps both values until one is chosen', () => {
    const cell = clash(send(put(eight, { value: '9' })), theirs)
    expect(cell).toMatchObject({ state: 'conflict', mine: { value: '9' }, theirs })
    expect(choose(cell, 'mine')).toMatchObject({ state: 'unsent', mine: { value: '9' }, version: 4 })
    expect(choose(cell, 'theirs')).toEqual({ ...theirs, state: 'saved' })
  })

  it('is no conflict where both wrote the same', () => {
    expect(clash(send(put(eight, { value: '6' })), theirs)).toEqual({ ...theirs, state: 'saved' })
    expect(put(clash(put(eight, { value: '9' }), theirs), { value: '6' })).toEqual({
      ...theirs,
      state: 'saved',
    })
  })

  it('shows what others wrote where nothing of this person stands, and older news never', () => {
    expect(hear(eight, theirs)).toMatchObject(theirs)
    expect(hear(eight, { ...theirs, version: 3 })).toBe(eight)
    expect(hear(put(eight, { value: '9' }), theirs).state).toBe('conflict')
    expect(hear(send(put(eight, { value: '9' })), theirs).state).toBe('saving')
  })

  it('that was refused keeps what was written and says why', () => {
    const cell = refuse(send(put(eight, { value: '9' })), 'Đã khóa sổ.')
    expect(cell).toMatchObject({ state: 'failed', refusal: 'Đã khóa sổ.', mine: { value: '9' } })
    expect(discard(cell)).toEqual(eight)
  })

  it('that was never written has version 0', () => {
    expect(send(put(emptyCell, { value: '9' }))).toMatchObject({ version: 0, state: 'saving' })
  })
})
