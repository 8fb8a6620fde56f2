import { describe, expect, it } from 'vitest'
import {
  confirmedClosings,
  issuedBecause,
  sentBackBecause,
  sheetClosings,
  whyClosed,
  type EntryFacts,
} from './entry-policy.ts'

const now = new Date('2027-05-24T08:00:00+07:00')
const open: EntryFacts = { deadlines: [], confirmations: [], orders: [] }
const byTien = { byName: 'Kha Văn Tiến', at: '2027-05-23T17:30:00Z' }

const partsOf = (facts: Partial<EntryFacts>): readonly string[] =>
  sheetClosings({ ...open, ...facts }, { now }).map(({ part }) => part)

describe('a sheet', () => {
  it('of which nothing is said is open', () => {
    expect(partsOf({})).toEqual([])
  })

  it('is closed by a deadline from the day after on, part by part', () => {
    const deadlines = [
      { part: 'term1', closesOn: '2027-01-20', article: 'KH 05' },
      { part: 'year', closesOn: '2027-05-24', article: null },
    ] as const
    expect(sheetClosings({ ...open, deadlines }, { now })).toEqual([
      { part: 'term1', because: 'Đã hết hạn nhập ngày 20/01/2027 (KH 05).' },
    ])
  })

  it('confirmed for the year is closed but for the summer, with who said so, when, and what to do', () => {
    const facts = { confirmations: [{ part: 'year', ...byTien }] } as const
    expect(partsOf(facts)).toEqual(['midterm1', 'term1', 'midterm2', 'year'])
    const [{ because } = { because: '' }] = sheetClosings({ ...open, ...facts }, { now })
    expect(because).toMatch(/Kha Văn Tiến đã xác nhận .* 24\/05\/2027\. .*trả lại ô, hoặc xin lệnh mở sổ/)
  })

  it('confirmed for the summer is closed for that', () => {
    expect(partsOf({ confirmations: [{ part: 'summer', ...byTien }] })).toEqual(['summer'])
  })

  it('is opened by an order: the part it names, or the whole', () => {
    const facts = {
      deadlines: [{ part: 'year', closesOn: '2027-05-01', article: null }],
      confirmations: [
        { part: 'year', ...byTien },
        { part: 'summer', ...byTien },
      ],
    } as const
    expect(partsOf({ ...facts, orders: [{ orderNumber: '12/LMS', part: 'year' }] })).toEqual([
      'midterm1',
      'term1',
      'midterm2',
      'summer',
    ])
    expect(partsOf({ ...facts, orders: [{ orderNumber: '12/LMS', part: null }] })).toEqual([])
  })

  it('has confirmations that also close what deadlines do not speak of', () => {
    const deadlines = [{ part: 'year', closesOn: '2027-05-01', article: null }] as const
    expect(confirmedClosings({ ...open, deadlines })).toEqual([])
    const confirmations = [{ part: 'summer', ...byTien }] as const
    expect(confirmedClosings({ ...open, deadlines, confirmations }).map(({ part }) => part)).toEqual([
      'summer',
    ])
    const orders = [{ orderNumber: '12/LMS', part: null }]
    expect(confirmedClosings({ ...open, confirmations, orders })).toEqual([])
  })
})

describe('a cell', () => {
  const cell = { path: 'comment', isLocked: false, lockedBecause: null }
  const closed = { path: 'comment', isLocked: true, lockedBecause: 'Đã hết hạn nhập.' }
  const pupil = { isIssued: false, sentBack: [] }

  it('is open where its part is, and closed with the reason of its part', () => {
    expect(whyClosed(cell, pupil)).toBeUndefined()
    expect(whyClosed(closed, pupil)).toBe('Đã hết hạn nhập.')
  })

  it('that was sent back is written by its answer alone, also where its part is closed', () => {
    const waiting = { ...pupil, sentBack: ['comment'] }
    expect(whyClosed(cell, waiting)).toBe(sentBackBecause)
    expect(whyClosed(closed, waiting, { isAnswer: true })).toBeUndefined()
    expect(whyClosed({ ...closed, path: 'average' }, waiting, { isAnswer: true })).toBe('Đã hết hạn nhập.')
  })

  it('of an issued book is opened by nothing', () => {
    const issued = { isIssued: true, sentBack: ['comment'] }
    expect(whyClosed(cell, issued, { isAnswer: true })).toBe(issuedBecause)
  })
})
