import { accept, refuse, type ParsedCell, type TypingHabits } from './parsed.ts'

const withoutSpaces = (typed: string): string => typed.normalize('NFKC').replace(/[\s\u200b\ufeff]+/gu, '')

/** The whole and decimal digits of a plain decimal number; leading and trailing noughts do not count. */
const digitsOf = (typed: string): { readonly whole: string; readonly decimals: string } | undefined => {
  const found = /^(\d{1,6})(?:[.,](\d{1,6}))?$/.exec(withoutSpaces(typed))
  if (found === null) return undefined
  const [, whole = '', decimals = ''] = found
  return { whole: whole.replace(/^0+(?=\d)/, ''), decimals: decimals.replace(/0+$/, '') }
}

const notAMark = 'Không phải điểm: gõ số từ 0 đến 10, nhiều nhất một chữ số thập phân, ví dụ 8 hoặc 8,5.'

/**
 * A mark from 0 to 10 with at most one decimal (TT 22/2021, Điều 5): '8,5', '8.5', '08,50' and '10' are marks; '85',
 * '8,55', '11', '-1', '1e1' are none, and nothing is ever repaired into one.
 */
export const parseMark = (typed: string, { keypadTenths = false }: TypingHabits = {}): ParsedCell => {
  const keyed = keypadTenths ? /^(\d)(\d)$/.exec(withoutSpaces(typed)) : null
  if (keyed !== null && withoutSpaces(typed) !== '10') return markOf(keyed[1] ?? '', keyed[2] ?? '')
  const digits = digitsOf(typed)
  if (digits === undefined) return refuse(notAMark)
  const { whole, decimals } = digits
  if (decimals.length > 1) return refuse('Điểm chỉ có một chữ số thập phân (TT 22/2021, Điều 5).')
  if (Number(`${whole}.${decimals}0`) > 10) return refuse(tooHigh(whole, decimals))
  return markOf(whole, decimals)
}

const markOf = (whole: string, decimal: string): ParsedCell =>
  accept(decimal === '' || decimal === '0' ? whole : `${whole}.${decimal}`)

const tooHigh = (whole: string, decimals: string): string =>
  whole.length === 2 && decimals === ''
    ? `Điểm từ 0 đến 10. Nếu là ${whole[0] ?? ''},${whole[1] ?? ''} hãy gõ cả dấu phẩy.`
    : 'Điểm từ 0 đến 10.'

/** A score of a primary test: a whole number from 0 to 10 (TT 27/2020, Điều 7). */
export const parseScore = (typed: string): ParsedCell => {
  const digits = digitsOf(typed)
  if (digits === undefined) return refuse('Không phải điểm: gõ số nguyên từ 0 đến 10.')
  if (digits.decimals !== '')
    return refuse('Điểm kiểm tra định kì là số nguyên, không có điểm thập phân (TT 27/2020, Điều 7).')
  return Number(digits.whole) > 10 ? refuse('Điểm từ 0 đến 10.') : accept(digits.whole)
}

/** What a column of numbers may hold. */
export interface Bounds {
  readonly min?: number
  readonly max?: number
}

const rangeText = ({ min = 0, max = 9999 }: Bounds): string => `từ ${min} đến ${max}`

/** A whole number between two bounds. */
export const parseCount = (typed: string, bounds: Bounds): ParsedCell => {
  const digits = digitsOf(typed)
  const fits = digits?.decimals === '' && isWithin(Number(digits.whole), bounds)
  return fits ? accept(digits.whole) : refuse(`Gõ một số nguyên ${rangeText(bounds)}.`)
}

/** A measure with at most two decimals, kept as typed but with a dot. */
export const parseDecimal = (typed: string, bounds: Bounds): ParsedCell => {
  const digits = digitsOf(typed)
  const fits =
    digits !== undefined &&
    digits.decimals.length <= 2 &&
    isWithin(Number(`${digits.whole}.${digits.decimals}0`), bounds)
  if (!fits) return refuse(`Gõ một số ${rangeText(bounds)}, ví dụ 25,5.`)
  return accept(digits.decimals === '' ? digits.whole : `${digits.whole}.${digits.decimals}`)
}

const isWithin = (value: number, { min = 0, max = 9999 }: Bounds): boolean => value >= min && value <= max
