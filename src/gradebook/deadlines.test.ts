import { describe, expect, it } from 'vitest'
import { closingsOn, deadlineSettings, findNextDeadline, readDeadline, type Deadline } from './deadlines.ts'

const deadlines: readonly Deadline[] = [
  { part: 'year', closesOn: '2027-05-25', article: null },
  { part: 'term1', closesOn: '2027-01-15', article: 'KH 12/KH-THCS' },
]

describe('a deadline', () => {
  it('closes its part of the year on the day after', () => {
    expect(closingsOn(deadlines, '2027-01-15')).toEqual([])
    expect(closingsOn(deadlines, '2027-01-16')).toEqual([
      { part: 'term1', because: 'Đã hết hạn nhập ngày 15/01/2027 (KH 12/KH-THCS).' },
    ])
  })

  it('is the next one until its day has gone by', () => {
    expect(findNextDeadline(7, deadlines, '2027-01-15')?.title).toBe('Hạn nhập học kì I')
    expect(findNextDeadline(7, deadlines, '2027-01-16')?.closesOn).toBe('2027-05-25')
    expect(findNextDeadline(7, deadlines, '2027-05-26')).toBeUndefined()
  })

  it('is read from a setting of the school, if it is a date of a known part', () => {
    expect(readDeadline('entry-closes.term1', '2027-01-15', '')).toEqual({
      part: 'term1',
      closesOn: '2027-01-15',
      article: null,
    })
    expect(readDeadline('entry-closes.term1', '15/01/2027', '')).toBeUndefined()
    expect(readDeadline('entry-closes.never', '2027-01-15', '')).toBeUndefined()
    expect(readDeadline('one-time-codes', '2027-01-15', '')).toBeUndefined()
  })

  it('of a secondary school has no middle of a term', () => {
    expect(deadlineSettings('lower-secondary').map(({ name }) => name)).toEqual([
      'entry-closes.term1',
      'entry-closes.year',
      'entry-closes.summer',
    ])
  })
})
