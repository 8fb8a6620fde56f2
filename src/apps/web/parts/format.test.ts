import { describe, expect, it } from 'vitest'
import { daysUntil, formatDate, formatDecimal, formatTime } from './format.ts'

describe('dates and numbers on the page', () => {
  it('writes days as dd/mm/yyyy, partial ones as far as they are known', () => {
    expect(formatDate('2026-05-30')).toBe('30/05/2026')
    expect(formatDate('2012-03')).toBe('03/2012')
    expect(formatDate('2012')).toBe('2012')
  })

  it('writes instants in Vietnamese time, whatever the computer thinks', () => {
    expect(formatDate('2026-05-29T18:30:00Z')).toBe('30/05/2026')
    expect(formatTime('2026-05-29T18:30:00Z')).toBe('01:30 30/05/2026')
  })

  it('writes a decimal comma', () => {
    expect(formatDecimal('8.5')).toBe('8,5')
  })

  it('counts days to a deadline by Vietnamese calendar days', () => {
    expect(daysUntil('2026-06-30', new Date('2026-06-29T17:30:00Z'))).toBe(0)
    expect(daysUntil('2026-06-30', new Date('2026-06-28T10:00:00Z'))).toBe(2)
    expect(daysUntil('2026-06-30', new Date('2026-07-01T10:00:00Z'))).toBe(-1)
  })
})
