import type { CellValue } from '../grid.ts'
import { showValue } from '../findings.ts'

/** What somebody typed into a cell of a file, or why it cannot be taken as typed. */
export type TypedCell =
  { readonly typed: string; readonly fault: null } | { readonly typed: string; readonly fault: string }

/** 8.299999999999999 is what spreadsheets keep of 8,3. */
const withoutNoise = (number: number): string => String(Number(number.toPrecision(12)))

/** Reads a cell's value as what was typed. A formula's result is not taken: it may be out of date. */
export const typedIn = (value: CellValue): TypedCell => {
  if (value === null) return { typed: '', fault: null }
  if (typeof value === 'string') return { typed: value, fault: null }
  if (typeof value === 'number') return { typed: withoutNoise(value).replace('.', ','), fault: null }
  const typed = showValue(value)
  if (value instanceof Date)
    return { typed, fault: 'Excel đã đổi ô này thành ngày tháng: định dạng ô là Văn bản (Text) rồi gõ lại.' }
  if (typeof value === 'boolean') return { typed, fault: 'Ô này là giá trị đúng/sai: hãy gõ lại.' }
  if ('formula' in value) return { typed, fault: 'Ô này là công thức: hãy dán giá trị thay cho công thức.' }
  return { typed, fault: 'Ô này là lỗi của Excel: hãy gõ lại giá trị.' }
}

/** A cell as it helps to recognise a pupil: dates as typed, codes that lost their zeros with them again. */
export const identityText = (value: CellValue, codes: ReadonlySet<string>): string => {
  if (value instanceof Date) return showValue(value)
  if (typeof value === 'number') return codeOf(String(value), codes)
  if (typeof value !== 'string') return ''
  return /^\d+\.0+$/.test(value.trim()) ? codeOf(value.trim().replace(/\.0+$/, ''), codes) : value
}

const codeOf = (digits: string, codes: ReadonlySet<string>): string => {
  const padded = [digits, digits.padStart(10, '0'), digits.padStart(12, '0')]
  return padded.find((code) => codes.has(code)) ?? digits
}
