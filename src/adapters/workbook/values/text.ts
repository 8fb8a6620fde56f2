import { textLimits } from '../../../shared/limits.ts'
import { refuse, type Parse } from './parsed.ts'

/** A name or caption of at most `longest` characters. Numbers are taken as their digits. */
export const text =
  (longest: number): Parse<string> =>
  (raw) => {
    if (raw instanceof Date)
      return refuse('Excel đã đổi ô này thành ngày tháng', 'định dạng ô là Văn bản (Text) rồi gõ lại')
    const value = String(raw)
    const { length } = value
    if (length > longest)
      return refuse(
        `nội dung dài ${length} ký tự, quá ${longest} ký tự`,
        `rút gọn còn tối đa ${longest} ký tự`,
      )
    return { value }
  }

/** The longest comment (nhận xét) that is accepted, in characters. */
export const longestComment = textLimits.remark
