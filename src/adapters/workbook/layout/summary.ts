import { countLimits, textLimits } from '../../../shared/limits.ts'
import type { HomeroomRecord, StudyCertificate } from '../../../records/index.ts'
import { ratingNames, ratings, type Rating } from '../../../shared/ratings.ts'
import { normalizeText } from '../../../shared/text.ts'
import { asIs, optional } from '../table/column.ts'
import { choice, tick } from '../values/choice.ts'
import { decimalText, formatDecimal, wholeNumber } from '../values/number.ts'
import { refuse, type Parse } from '../values/parsed.ts'
import { longestComment, text } from '../values/text.ts'
import { nameColumn, studentCodeColumn } from './students.ts'

const rating = choice<Rating>(...ratings.map((value) => [value, ratingNames[value]] as const))

const decision = choice<NonNullable<HomeroomRecord['principalDecision']>>(
  ['promoted', 'Được lên lớp'],
  ['retained', 'Không được lên lớp', 'Chưa được lên lớp', 'Ở lại lớp'],
)

const asNumber = (value: number): number => value
const comment = text(longestComment)
const count = wholeNumber(0, 400)

// Items stand one under the other; a semicolon separates them only when no line does.
const split = (raw: string): readonly string[] =>
  (raw.includes('\n') ? raw.split('\n') : raw.split(';')).map(normalizeText).filter((item) => item !== '')

/** Several things in one cell, a line for each. */
export const listOf =
  <V>(parseItem: (item: string) => V, most: number): Parse<readonly V[]> =>
  (raw) => {
    if (raw instanceof Date)
      return refuse('Excel đã đổi ô này thành ngày tháng', 'định dạng ô là Văn bản (Text)')
    const items = split(String(raw))
    if (items.some((item) => item.length > textLimits.phrase))
      return refuse('nội dung quá dài', `mỗi mục tối đa ${textLimits.phrase} ký tự`)
    if (items.length > most)
      return refuse(`có ${items.length} mục, quá ${most} mục`, `ghi tối đa ${most} mục`)
    return { value: items.map(parseItem) }
  }

/** A single item that holds a semicolon gets a line end, so that it stays one. */
export const joinLines = (items: readonly string[]): string =>
  items.length === 1 && items[0]?.includes(';') ? `${items[0]}\n` : items.join('\n')

const gradeMark = ' - Loại: '

const parseCertificate = (item: string): StudyCertificate => {
  const found = /^(.+?)\s+[-–]\s*loại\s*:\s*(.+)$/i.exec(item)
  return found ? { name: found[1] ?? '', grade: found[2] ?? '' } : { name: item }
}

const formatCertificate = ({ name, grade }: StudyCertificate): string =>
  grade ? name + gradeMark + grade : name

const pupil = { studentCode: studentCodeColumn, studentName: nameColumn }

const shared = {
  excused: optional('Số buổi nghỉ có phép', count, asNumber, {
    aliases: ['Nghỉ có phép', 'Số ngày nghỉ có phép'],
    hint: 'Không nghỉ buổi nào thì ghi 0. Để trống là chưa tổng hợp.',
    width: 9,
    asText: false,
  }),
  unexcused: optional('Số buổi nghỉ không phép', count, asNumber, {
    aliases: ['Nghỉ không phép', 'Số ngày nghỉ không phép'],
    hint: 'Không nghỉ buổi nào thì ghi 0.',
    width: 9,
    asText: false,
  }),
}

const closing = {
  commendations: optional('Khen thưởng', listOf(asIs, countLimits.commendations), joinLines, {
    multiline: true,
    hint: 'Mỗi nội dung một dòng trong ô (Alt+Enter).',
    width: 28,
  }),
  principalDecision: optional('Quyết định của hiệu trưởng', decision.parse, decision.format, {
    list: decision.captions,
    hint: 'Chỉ ghi khi thuộc thẩm quyền của hiệu trưởng: sau đánh giá bổ sung (TT 27/2020, Điều 11) hoặc học sinh khuyết tật (TT 22/2021, Điều 12).',
    width: 18,
  }),
}

/** Trang 'Tổng hợp' of a secondary class: what the homeroom teacher writes. */
export const secondarySummaryColumns = {
  ...pupil,
  ...shared,
  conduct1: optional('Kết quả rèn luyện HK I', rating.parse, rating.format, {
    list: rating.captions,
    width: 11,
  }),
  conduct2: optional('Kết quả rèn luyện HK II', rating.parse, rating.format, {
    list: rating.captions,
    width: 11,
  }),
  conductAfterSummer: optional('Kết quả rèn luyện sau hè', rating.parse, rating.format, {
    list: rating.captions,
    hint: 'Chỉ ghi cho học sinh phải rèn luyện trong kì nghỉ hè (TT 22/2021, Điều 13).',
    width: 11,
  }),
  comment: optional('Nhận xét của giáo viên chủ nhiệm', comment, asIs, { aliases: ['Nhận xét'], width: 48 }),
  summerComment: optional('Nhận xét rèn luyện trong kì nghỉ hè', comment, asIs, { width: 32 }),
  ...closing,
  certificates: optional(
    'Chứng chỉ',
    listOf(parseCertificate, countLimits.certificates),
    (all) => joinLines(all.map(formatCertificate)),
    {
      multiline: true,
      hint: 'Mỗi chứng chỉ một dòng: Tên chứng chỉ - Loại: …',
      width: 28,
    },
  ),
  competitions: optional('Kết quả tham gia các cuộc thi', listOf(asIs, countLimits.competitions), joinLines, {
    multiline: true,
    hint: 'Mỗi kết quả một dòng trong ô (Alt+Enter).',
    width: 28,
  }),
} as const

/** Trang 'Tổng hợp' of a primary class. */
export const primarySummaryColumns = {
  ...pupil,
  heightCm: optional('Chiều cao (cm)', wholeNumber(40, 250), asNumber, {
    aliases: ['Chiều cao'],
    width: 9,
    asText: false,
  }),
  weightKg: optional('Cân nặng (kg)', decimalText(300), formatDecimal, {
    aliases: ['Cân nặng'],
    width: 9,
    asText: false,
  }),
  ...shared,
  comment: optional('Nhận xét của giáo viên chủ nhiệm', comment, asIs, { aliases: ['Nhận xét'], width: 48 }),
  outstanding: optional('Tiêu biểu, được lớp công nhận', tick.parse, tick.format, {
    list: ['x'],
    hint: 'Ghi x cho học sinh có thành tích xuất sắc về ít nhất một môn hoặc tiến bộ rõ rệt, được tập thể lớp công nhận (TT 27/2020, Điều 13).',
    width: 12,
  }),
  ...closing,
} as const
