import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { startFindings } from './findings.ts'
import { addMarkFault, averageText, formatAverage, markText, parseMark, roundHalfUp } from './marks.ts'

const faultOf = (value: unknown): string | undefined => {
  const findings = startFindings(false)
  const mark = parseMark(value)
  if (mark < 0) addMarkFault(findings, mark, 'here')
  return findings.list[0]?.code
}

describe('a mark (TT 22/2021, Điều 5)', () => {
  it.each([
    ['0', 0],
    ['8', 80],
    ['8.0', 80],
    ['8,5', 85],
    ['0.1', 1],
    ['9.9', 99],
    ['10', 100],
    ['10.0', 100],
    ['10,0', 100],
  ])('%s is %i tenths', (text, tenths) => {
    expect(parseMark(text)).toBe(tenths)
  })

  it.each(['11', '10.1', '10.01', '-1', '-0.5', '99999999999999999999999'])(
    '%s is outside 0 to 10',
    (text) => {
      expect(faultOf(text)).toBe('mark-out-of-range')
    },
  )

  it.each(['7.25', '7,25', '8.00', '0.001'])('%s has more than one decimal', (text) => {
    expect(faultOf(text)).toBe('mark-too-precise')
  })

  it.each(['', ' 8', '8 ', '8.', '.5', '08', '8-5', '+8', '1e1', 'tám', 'absent', '٨', 8, true, [], {}, 7.5])(
    '%j is not a mark',
    (value) => {
      expect(faultOf(value)).toBe('not-a-mark')
    },
  )

  it('reads back every mark it writes, with a dot or a comma, and writes it the same again', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), (tenths) => {
        expect(parseMark(formatAverage(tenths))).toBe(tenths)
        expect(parseMark(averageText(tenths))).toBe(tenths)
        expect(parseMark(markText(tenths))).toBe(tenths)
        expect(formatAverage(parseMark(formatAverage(tenths)))).toBe(formatAverage(tenths))
      }),
    )
  })
})

describe('rounding half-up to one decimal (TT 22/2021, Điều 9, khoản 1)', () => {
  it.each([
    [516, 8, '6.5', '51.6 / 8 = 6.45 goes up'],
    [716, 8, '9.0', '71.6 / 8 = 8.95 goes up, which binary fractions miss'],
    [390, 7, '5.6', '39 / 7 = 5.571'],
    [194, 3, '6.5', '19.4 / 3 = 6.467'],
    [193, 3, '6.4', '19.3 / 3 = 6.433'],
    [710, 9, '7.9', '71 / 9 = 7.889'],
    [635, 10, '6.4', '63.5 / 10 = 6.35 goes up'],
    [634, 10, '6.3', '63.4 / 10 = 6.34 stays'],
    [0, 9, '0.0', 'nothing is nothing'],
    [900, 9, '10.0', 'all tens are ten'],
  ])('%i tenths over %i are %s: %s', (points, divisor, average) => {
    expect(formatAverage(roundHalfUp(points, divisor))).toBe(average)
  })

  it('is the nearest tenth, the higher one of two that are equally near', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1100 }), fc.integer({ min: 3, max: 11 }), (points, divisor) => {
        const rounded = roundHalfUp(points, divisor)
        expect(2 * divisor * rounded).toBeGreaterThan(2 * points - divisor - 1)
        expect(2 * divisor * rounded).toBeLessThanOrEqual(2 * points + divisor)
        expect(Number.isInteger(rounded)).toBe(true)
      }),
    )
  })
})
