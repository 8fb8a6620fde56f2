import { describe, expect, it } from 'vitest'
import { dayTextOf, momentText, parseBirthDate, timeOf } from './moments.ts'

describe('a date of birth as people type it', () => {
  it.each([
    ['02/09/2013', '2013-09-02'],
    ['2/9/2013', '2013-09-02'],
    ['02-09-2013', '2013-09-02'],
    ['02.09.2013', '2013-09-02'],
    ['2 9 2013', '2013-09-02'],
    ['02092013', '2013-09-02'],
    ['2013-09-02', '2013-09-02'],
    ['  02/09/2013 ', '2013-09-02'],
    ['29/02/2012', '2012-02-29'],
    ['31/12/2019', '2019-12-31'],
  ])('reads %s as %s', (typed, date) => {
    expect(parseBirthDate(typed)).toBe(date)
  })

  it.each([
    '',
    '2013',
    '09/2013',
    '29/02/2013',
    '31/04/2013',
    '00/01/2013',
    '01/13/2013',
    '09/25/2013',
    '2/9/13',
    '2013-9-2',
    '2013/09/02',
    '02/09/2013x',
    '02/09/20133',
    'hai tháng chín',
    '٠٢/٠٩/٢٠١٣',
  ])('reads %j as no date', (typed) => {
    expect(parseBirthDate(typed)).toBeUndefined()
  })
})

describe('a moment', () => {
  it('is told in the time of Viet Nam', () => {
    expect(dayTextOf(new Date('2026-05-28T17:30:00Z'))).toBe('29/05/2026')
    expect(timeOf(new Date('2026-05-28T17:30:00Z'))).toBe('00:30')
    expect(momentText('2026-05-29T09:05:00+07:00')).toBe('29/05/2026 09:05')
  })

  it('that is none stays as it was written', () => {
    expect(momentText('không rõ')).toBe('không rõ')
  })
})
