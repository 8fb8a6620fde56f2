import { expect, it } from 'vitest'
import { parseDay, typedDay } from './day.ts'

it('reads a day as people type it', () => {
  expect(parseDay('5/9/2026')).toBe('2026-09-05')
  expect(parseDay('05-09-2026')).toBe('2026-09-05')
  expect(parseDay('2026-09-05')).toBe('2026-09-05')
  expect(parseDay('09/2014')).toBe('2014-09')
})

it('takes no day that is not in the calendar', () => {
  expect(parseDay('31/02/2026')).toBeUndefined()
  expect(parseDay('5/9/26')).toBeUndefined()
  expect(parseDay('mai')).toBeUndefined()
})

it('shows a stored day as it is typed', () => {
  expect(typedDay('2026-09-05')).toBe('05/09/2026')
  expect(typedDay(null)).toBe('')
})
