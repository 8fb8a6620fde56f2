import type { Mark } from '../../../records/index.ts'
import type { CommentResult } from '../../../shared/ratings.ts'
import { choice } from './choice.ts'
import { refuse, type Parse, type Parsed } from './parsed.ts'

/** What may stand where a mark is written: a mark, 'absent' (vắng) or, beyond the records' own words, 'exempt'. */
export type Assessment = Mark

const words = choice<'absent' | 'exempt'>(['absent', 'v', 'vắng'], ['exempt', 'M', 'miễn', 'miễn học'])

const range = 'gõ điểm từ 0 đến 10, nhiều nhất một chữ số thập phân, ví dụ 8 hoặc 8,5'

/**
 * A mark from 0 to 10 with at most one decimal (TT 22/2021, Điều 5 khoản 2), kept as typed but with a dot. A number
 * cell gives the shortest decimal that stands for it, which is what Excel shows. Nothing is rounded or repaired.
 */
export const mark: Parse<Mark> = (raw) => accepted.get(raw) ?? remember(raw, readMark(raw))

// There are a hundred and one marks and hundreds of thousands of cells.
const accepted = new Map<string | number | Date, Parsed<Mark>>()

const remember = (raw: string | number | Date, parsed: Parsed<Mark>): Parsed<Mark> => {
  if ('value' in parsed) accepted.set(raw, parsed)
  return parsed
}

const readMark: Parse<Mark> = (raw) => {
  if (raw instanceof Date)
    return refuse('Excel đã đổi điểm thành ngày tháng', 'định dạng ô là Số (Number) rồi gõ lại điểm')
  const typed = String(raw).replace(',', '.')
  if (/[oO]/.test(typed) && /^[\doO.]+$/.test(typed))
    return refuse('chữ O đứng ở chỗ số 0', `gõ lại bằng chữ số: ${range}`)
  if (!/^-?\d+(\.\d+)?$/.test(typed)) return refuse('không phải là điểm số', range)
  if (Number(typed) > 10 || typed.startsWith('-')) return refuse('điểm nằm ngoài khoảng 0-10', range)
  if (!/^\d{1,2}(\.\d)?$/.test(typed)) return refuse('điểm có quá một chữ số thập phân', range)
  if (/^0\d/.test(typed)) return refuse('điểm có số 0 thừa ở đầu', range)
  return { value: typed }
}

/** A mark, 'v' for a missed assessment without make-up (TT 22/2021, Điều 7 khoản 5), or 'M' for an exempt pupil. */
export const assessedMark: Parse<Assessment> = (raw) => orWord(raw, mark(raw))

/** A mark, or 'M' for an exempt pupil; nobody can be absent from it. */
export const plainMark: Parse<Assessment> = (raw) => orExempt(raw, mark(raw))

const results = choice<CommentResult>(['pass', 'Đ', 'Đạt', 'D'], ['not-pass', 'CĐ', 'Chưa đạt', 'CD'])

/** Đ or CĐ (TT 22/2021, Điều 5 khoản 1), 'v' or 'M'. */
export const assessedResult: Parse<CommentResult | 'absent' | 'exempt'> = (raw) => orWord(raw, result(raw))

/** Đ or CĐ, or 'M'. */
export const plainResult: Parse<CommentResult | 'exempt'> = (raw) => orExempt(raw, result(raw))

const result: Parse<CommentResult> = (raw) => {
  const parsed = results.parse(raw)
  return 'value' in parsed ? parsed : refuse('không phải là mức đánh giá', 'ghi Đ (Đạt) hoặc CĐ (Chưa đạt)')
}

const orWord = <V>(raw: string | number | Date, parsed: Parsed<V>): Parsed<V | 'absent' | 'exempt'> => {
  if ('value' in parsed || typeof raw !== 'string') return parsed
  const word = words.parse(raw)
  return 'value' in word ? word : parsed
}

const orExempt = <V>(raw: string | number | Date, parsed: Parsed<V>): Parsed<V | 'exempt'> => {
  if ('value' in parsed || typeof raw !== 'string') return parsed
  const word = words.parse(raw)
  if (!('value' in word)) return parsed
  return word.value === 'exempt'
    ? { value: word.value }
    : refuse('ô này không ghi vắng được', 'để trống nếu chưa có kết quả')
}

/** '8.5' is written as the number 8.5, '8.0' as the text '8,0': what was typed is what is read again. */
export const formatMark = (value: Mark): string | number => {
  if (value === 'absent') return 'v'
  if (value === 'exempt') return 'M'
  return String(Number(value)) === value ? Number(value) : value.replace('.', ',')
}

export const formatResult = (value: CommentResult | 'absent' | 'exempt'): string =>
  ({ pass: 'Đ', 'not-pass': 'CĐ', absent: 'v', exempt: 'M' })[value]
