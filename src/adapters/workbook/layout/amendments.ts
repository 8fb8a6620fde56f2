import { textLimits } from '../../../shared/limits.ts'
import type { EducationLevel } from '../../../shared/education-level.ts'
import { asIs, optional, required } from '../table/column.ts'
import { plainDate, formatDateCell } from '../values/date.ts'
import { assessedMark, assessedResult, formatMark, formatResult } from '../values/mark.ts'
import { wholeNumber } from '../values/number.ts'
import { refuse, type Parse } from '../values/parsed.ts'
import { longestComment, text } from '../values/text.ts'
import { fold } from '../fold.ts'
import { subjectList } from './classes.ts'
import { nameColumn, studentCodeColumn } from './students.ts'
import { subjectNameAt } from './subject-names.ts'

const ofTerm = (term: 1 | 2): readonly (readonly [string, string])[] => {
  const name = term === 1 ? 'HK I' : 'HK II'
  const numbered = Array.from({ length: 8 }, (_, at) => [
    [`terms.${term}.regularMarks.${at}`, `${name}: ĐĐGtx${at + 1}`] as const,
    [`terms.${term}.regularResults.${at}`, `${name}: Thường xuyên ${at + 1}`] as const,
  ]).flat()
  return [
    ...numbered,
    [`terms.${term}.midtermMark`, `${name}: ĐĐGgk`],
    [`terms.${term}.finalMark`, `${name}: ĐĐGck`],
    [`terms.${term}.topicMark`, `${name}: Chuyên đề`],
    [`terms.${term}.average`, `${name}: ĐTBmhk`],
    [`terms.${term}.midtermResult`, `${name}: Giữa kì`],
    [`terms.${term}.finalResult`, `${name}: Cuối kì`],
    [`terms.${term}.result`, `${name}: Học kì`],
  ]
}

/** What may be corrected: the record's path and its name in the sheet. */
const correctable: ReadonlyMap<string, string> = new Map([
  ...ofTerm(1),
  ...ofTerm(2),
  ['reassessedMark', 'Điểm đánh giá lại'],
  ['reassessedResult', 'Mức đánh giá lại'],
  ['level', 'Mức đạt được'],
  ['finalScore', 'Điểm KTĐK'],
  ['comment', 'Nhận xét'],
])

const byCaption = new Map([...correctable].map(([path, caption]) => [fold(caption), path]))

/** The names of the cells that may be corrected, for the drop-down of each level. */
export const correctableCaptions = (level: EducationLevel): readonly string[] =>
  [...correctable]
    .filter(([path]) => isPrimaryField(path) === (level === 'primary') || path === 'comment')
    .map(([, caption]) => caption)

const isPrimaryField = (path: string): boolean => ['level', 'finalScore', 'comment'].includes(path)

const field: Parse<string> = (raw) => {
  const typed = String(raw)
  const path = correctable.has(typed) ? typed : byCaption.get(fold(typed))
  return path === undefined
    ? refuse('không có mục nào tên như vậy', 'chọn mục trong danh sách, ví dụ HK II: ĐĐGck')
    : { value: path }
}

const isMark = (path: string): boolean => /Mark(s\.\d+)?$|average$/.test(path)
const isResult = (path: string): boolean => /[rR]esult(s\.\d+)?$/.test(path)

/** A corrected value as the sheet shows it: '8.5' → 8,5; 'pass' → Đ; comments as they are; nothing for ''. */
export const amendedCaption = (path: string, value: string): string | undefined => {
  if (value === '') return undefined
  if (isMark(path)) return String(formatMark(value)).replace('.', ',')
  return isResult(path) && isResultWord(value) ? formatResult(value) : value
}

const isResultWord = (value: string): value is 'pass' | 'not-pass' | 'absent' =>
  ['pass', 'not-pass', 'absent'].includes(value)

/** How a corrected value of this cell is read, the other way round. */
export const amendedValue = (path: string): Parse<string> => {
  if (isMark(path)) return notExempt(assessedMark)
  if (isResult(path)) return notExempt(assessedResult)
  if (path === 'level') return levelLetter
  return path === 'finalScore' ? score : (raw) => ({ value: String(raw) })
}

const notExempt =
  (parse: Parse<string>): Parse<string> =>
  (raw) => {
    const parsed = parse(raw)
    return 'value' in parsed && parsed.value === 'exempt'
      ? refuse('đính chính không ghi miễn được', 'ghi điểm hoặc mức đúng')
      : parsed
  }

const levelLetter: Parse<string> = (raw) =>
  /^[THC]$/.test(String(raw))
    ? { value: String(raw) }
    : refuse('không phải là mức đạt được', 'ghi T, H hoặc C')

const score: Parse<string> = (raw) => {
  const parsed = wholeNumber(0, 10)(raw)
  return 'value' in parsed ? { value: String(parsed.value) } : parsed
}

export const amendedFieldList = "'Danh mục'!$B$4:$B$63"

/** Trang 'Đính chính': corrections after issue, in the order in which they were decided. */
export const amendmentColumns = (level: EducationLevel) => ({
  studentCode: studentCodeColumn,
  studentName: nameColumn,
  subject: required('Môn học', subjectNameAt(level).parse, subjectNameAt(level).format, {
    aliases: ['Môn học, hoạt động giáo dục'],
    list: subjectList,
    width: 30,
  }),
  field: required('Mục đính chính', field, (path) => correctable.get(path) ?? path, {
    list: amendedFieldList,
    hint: 'Chọn ô điểm hoặc nhận xét được sửa.',
    width: 20,
  }),
  oldValue: optional('Giá trị cũ', text(longestComment), asIs, {
    hint: 'Ghi như đang in trong học bạ. Để trống nếu trước đó chưa có.',
    width: 20,
  }),
  newValue: optional('Giá trị mới', text(longestComment), asIs, {
    width: 20,
    hint: 'Để trống nếu bỏ giá trị cũ.',
  }),
  reason: required('Lí do', text(textLimits.phrase), asIs, { width: 34 }),
  decisionNumber: required('Số quyết định', text(textLimits.short), asIs, { width: 18 }),
  decidedOn: required('Ngày quyết định', plainDate, formatDateCell, { width: 14 }),
})
