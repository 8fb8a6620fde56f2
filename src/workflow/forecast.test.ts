import { describe, expect, it } from 'vitest'
import { addDays, describeForecast, forecastPace, type FinishedOn } from './forecast.ts'

const today = '2027-05-20'

const daily = (count: number, days: number): readonly FinishedOn[] =>
  Array.from({ length: days }, (_, index) => ({ day: addDays(today, -index), count }))

describe('the pace forecast', () => {
  it.each([
    ['ten a day for two weeks, a hundred left', daily(10, 14), 100, '2027-05-30'],
    ['what is left over counts as a day', daily(10, 14), 101, '2027-05-31'],
    ['begun five days ago: five days are the pace', daily(10, 5), 100, '2027-05-30'],
    ['one busy day is spread over three', daily(30, 1), 100, '2027-05-30'],
    ['days without work count', [{ day: '2027-05-11', count: 100 }] as const, 100, '2027-05-30'],
    [
      'what is older than two weeks does not',
      [...daily(10, 14), { day: '2027-05-06', count: 999 }] as const,
      100,
      '2027-05-30',
    ],
    [
      'nor what is of tomorrow',
      [...daily(10, 14), { day: '2027-05-21', count: 999 }] as const,
      100,
      '2027-05-30',
    ],
    ['nothing left is finished today', [], 0, '2027-05-20'],
    ['a snail is not told apart from a year', [{ day: today, count: 1 }] as const, 100_000, '2028-05-20'],
  ] as const)('%s', (_what, finished, left, finishesOn) => {
    expect(forecastPace({ finished, left, today })?.finishesOn).toBe(finishesOn)
  })

  it.each([
    ['nothing was ever finished', []],
    ['nothing in the last fourteen days', [{ day: '2027-05-06', count: 50 }]],
    ['days with nothing on them', daily(0, 14)],
  ] as const)('says nothing where there is no pace: %s', (_what, finished) => {
    expect(forecastPace({ finished, left: 10, today })).toBeUndefined()
  })

  it.each([
    ['2027-05-30', false, 0],
    ['2027-05-29', true, 1],
    ['2027-05-01', true, 29],
  ] as const)('against the deadline %s: late %s', (deadline, isLate, daysLate) => {
    const facts = { finished: daily(10, 14), left: 100, today, deadline } as const
    expect(forecastPace(facts)).toMatchObject({ isLate, daysLate })
  })

  it('is not late once nothing is left, whatever the deadline was', () => {
    expect(forecastPace({ finished: [], left: 0, today, deadline: '2027-05-01' })?.isLate).toBe(false)
  })

  it('is one sentence', () => {
    const late = forecastPace({ finished: daily(10, 14), left: 100, today, deadline: '2027-05-28' })
    const inTime = forecastPace({ finished: daily(10, 14), left: 100, today })
    expect([
      describeForecast(late, 100),
      describeForecast(inTime, 100),
      describeForecast(undefined, 5),
      describeForecast(undefined, 0),
    ]).toEqual([
      'Với tốc độ này xong ngày 30/05/2027, muộn 2 ngày.',
      'Với tốc độ này xong ngày 30/05/2027.',
      'Chưa đủ dữ liệu để dự báo.',
      'Đã xong.',
    ])
  })
})

describe('days', () => {
  it('follow each other over months and years', () => {
    expect([addDays('2026-12-31', 1), addDays('2028-03-01', -1)]).toEqual(['2027-01-01', '2028-02-29'])
  })
})
