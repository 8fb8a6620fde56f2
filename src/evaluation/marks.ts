import { addFault, type Findings } from './findings.ts'
import type { FaultCode } from './result.ts'

/** A mark or average in whole tenths, 0 to 100: 8.5 is 85. Never a fraction, so never a rounding surprise. */
export type Tenths = number

export const highestMark: Tenths = 100

const notAMark = -1
const outOfRange = -2
const tooPrecise = -3

const dot = 46
const comma = 44
const zero = 48

const digitAt = (text: string, index: number): number => {
  const digit = text.charCodeAt(index) - zero
  return digit >= 0 && digit <= 9 ? digit : -1
}

/**
 * Reads a mark '0' to '10' with at most one decimal after a dot or a comma (TT 22/2021, Điều 5): tenths, or a
 * negative number that names the fault. Most marks are '8' or '7.5' and are read digit by digit.
 */
export const parseMark = (value: unknown): Tenths => {
  if (typeof value !== 'string') return notAMark
  if (value === '10') return highestMark
  const first = digitAt(value, 0)
  if (first >= 0) {
    if (value.length === 1) return first * 10
    const separator = value.charCodeAt(1)
    const decimal = digitAt(value, 2)
    if (value.length === 3 && decimal >= 0 && (separator === dot || separator === comma))
      return first * 10 + decimal
  }
  return parseRareMark(value)
}

const parseRareMark = (text: string): Tenths => {
  const parts = /^(-?)(0|[1-9]\d*)(?:[.,](\d+))?$/.exec(text)
  if (parts === null) return notAMark
  const [, sign, whole = '', decimals = ''] = parts
  if (sign === '-' || Number(`${whole}.${decimals}`) > 10) return outOfRange
  if (decimals.length > 1) return tooPrecise
  return Number(whole) * 10 + Number(decimals)
}

const faultCodes: Readonly<Record<number, FaultCode>> = {
  [notAMark]: 'not-a-mark',
  [outOfRange]: 'mark-out-of-range',
  [tooPrecise]: 'mark-too-precise',
}

/** Notes why `parseMark` refused a value. */
export const addMarkFault = (findings: Findings, fault: number, at: string): void => {
  addFault(findings, faultCodes[fault] ?? 'not-a-mark', at)
}

/** Half-up to one decimal (TT 22/2021, Điều 5.3): `points` in tenths over a small divisor; exact integers. */
export const roundHalfUp = (points: Tenths, divisor: number): Tenths => {
  const doubled = 2 * points + divisor
  const over = 2 * divisor
  return (doubled - (doubled % over)) / over
}

/** A table over all possible marks, so that no mark is formatted twice. */
export const forEveryMark = (text: (mark: Tenths) => string): readonly string[] =>
  Array.from({ length: highestMark + 1 }, (_, mark) => text(mark))

const average = (mark: Tenths, separator: string): string =>
  `${(mark - (mark % 10)) / 10}${separator}${mark % 10}`

const averages = forEveryMark((mark) => average(mark, '.'))
const averageTexts = forEveryMark((mark) => average(mark, ','))
const markTexts = forEveryMark((mark) => average(mark, ',').replace(',0', ''))

/** '8.0': an average as results carry it. */
export const formatAverage = (mark: Tenths): string => averages[mark] ?? ''

/** '8,0': an average as Vietnamese readers write it. */
export const averageText = (mark: Tenths): string => averageTexts[mark] ?? ''

/** '8' or '7,5': a mark as Vietnamese readers write it. */
export const markText = (mark: Tenths): string => markTexts[mark] ?? ''
