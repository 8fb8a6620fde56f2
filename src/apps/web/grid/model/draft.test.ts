import { describe, expect, it } from 'vitest'
import { put, type Cell } from './cell.ts'
import { draftOf, mergeDraft } from './draft.ts'

const eight: Cell = {
  value: '8',
  version: 3,
  byName: 'Lê Thu Hiền',
  at: '2026-11-20T07:00:00Z',
  state: 'saved',
}
const draft = { studentCode: '26000001', path: 'comment', value: '9', base: '8', baseVersion: 3 }

describe('a draft that comes back', () => {
  it('is dropped where the server has the same', () => {
    const saved = { ...eight, value: '9', version: 4 }
    expect(mergeDraft(saved, draft)).toBe(saved)
  })

  it('is sent where the server did not change', () => {
    expect(mergeDraft(eight, draft)).toMatchObject({ state: 'unsent', mine: { value: '9' }, version: 3 })
  })

  it('is a conflict where somebody wrote meanwhile, with both values', () => {
    const theirs = { ...eight, value: '6', version: 5, byName: 'Vũ Minh Châu' }
    expect(mergeDraft(theirs, draft)).toMatchObject({
      state: 'conflict',
      value: '8',
      version: 3,
      mine: { value: '9' },
      theirs: { value: '6', version: 5, byName: 'Vũ Minh Châu' },
    })
  })

  it('keeps a text that is no value', () => {
    const typed = { ...draft, value: null, typed: '85', fault: 'Điểm từ 0 đến 10.' }
    expect(mergeDraft(eight, typed)).toMatchObject({ state: 'invalid', mine: { typed: '85' } })
  })

  it('is what the cell was when it was kept', () => {
    const cell = put(eight, { value: '9' })
    expect(draftOf('26000001', 'comment', cell)).toEqual(draft)
    expect(draftOf('26000001', 'comment', eight)).toBeUndefined()
    expect(mergeDraft(eight, draftOf('26000001', 'comment', cell) ?? draft)).toEqual(cell)
  })
})
