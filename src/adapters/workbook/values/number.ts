import { refuse, type Parse } from './parsed.ts'

/** A whole number between two bounds; '5.0' from an export is 5. */
export const wholeNumber =
  (least: number, most: number): Parse<number> =>
  (raw) => {
    const typed = raw instanceof Date ? '' : String(raw).replace(/[.,]0+$/, '')
    const value = Number(typed)
    if (!/^\d{1,9}$/.test(typed) || value < least || value > most)
      return refuse('không phải là số nguyên hợp lệ', `gõ một số nguyên từ ${least} đến ${most}`)
    return { value }
  }

/** A measure such as a weight, as a decimal string with a dot. */
export const decimalText =
  (most: number): Parse<string> =>
  (raw) => {
    const typed = raw instanceof Date ? '' : String(raw).replace(',', '.')
    if (!/^(0|[1-9]\d{0,3})(\.\d{1,2})?$/.test(typed) || Number(typed) > most)
      return refuse('không phải là số đo hợp lệ', `gõ một số từ 0 đến ${most}, ví dụ 25,5`)
    return { value: typed }
  }

/** '25.5' as the number 25.5, '25.0' as the text '25,0'. */
export const formatDecimal = (value: string): string | number =>
  String(Number(value)) === value ? Number(value) : value.replace('.', ',')
