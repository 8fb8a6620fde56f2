import type { SubjectLevel } from '../../../shared/ratings.ts'
import type { Term } from '../../../shared/school-year.ts'
import type { Subject } from '../../../shared/subjects.ts'
import { asIs, optional, type AnyColumn } from '../table/column.ts'
import { choice } from '../values/choice.ts'
import {
  assessedMark,
  assessedResult,
  formatMark,
  formatResult,
  plainMark,
  plainResult,
} from '../values/mark.ts'
import { wholeNumber } from '../values/number.ts'
import { longestComment, text } from '../values/text.ts'

/** How a subject is written down: with marks, by results only, or (primary) by level. */
export type SubjectKind = 'marked' | 'commented' | 'leveled'

export const kindOf = (subject: Subject): SubjectKind =>
  subject.assessedBy === undefined ? 'leveled' : subject.assessedBy === 'mark' ? 'marked' : 'commented'

/** What one column of a subject's block holds. */
export type Field =
  | 'regular'
  | 'midterm'
  | 'final'
  | 'topic'
  | 'average'
  | 'result'
  | 'reassessed'
  | 'level'
  | 'score'
  | 'comment'
  | 'exemption'

/** One column of a subject's block: its term where it has one, and which of several regular assessments it is. */
export interface Leaf {
  readonly field: Field
  readonly term?: Term
  readonly index?: number
  readonly column: AnyColumn
}

const markCheck = {
  formula:
    'OR(AND(ISNUMBER(CELL),CELL>=0,CELL<=10,ROUND(CELL,1)=CELL),AND(ISTEXT(CELL),OR(LEN(CELL)<=4,CELL="vắng")))',
  message:
    'Điểm từ 0 đến 10, nhiều nhất một chữ số thập phân; ghi v nếu vắng không kiểm tra bù, M nếu được miễn.',
}

const markOptions = (hint?: string) => ({
  width: 7,
  asText: false,
  check: markCheck,
  ...(hint === undefined ? {} : { hint }),
})

const resultList = ['Đ', 'CĐ']

const markOf = (caption: string, hint?: string) =>
  optional(caption, assessedMark, formatMark, markOptions(hint))
const resultOf = (caption: string, hint?: string) =>
  optional(caption, assessedResult, formatResult, { width: 7, hint, list: [...resultList, 'v', 'M'] })

const regularMark = (index: number): AnyColumn =>
  markOf(`ĐĐGtx${index + 1}`, 'Điểm đánh giá thường xuyên (hệ số 1). Ghi v nếu vắng không đánh giá bù.')
const regularResult = (index: number): AnyColumn =>
  optional(`Thường xuyên ${index + 1}`, plainResult, formatResult, { width: 8, list: [...resultList, 'M'] })

const midtermMark = markOf('ĐĐGgk', 'Điểm đánh giá giữa kì (hệ số 2). Ghi v nếu vắng không kiểm tra bù.')
const finalMark = markOf('ĐĐGck', 'Điểm đánh giá cuối kì (hệ số 3). Ghi v nếu vắng không kiểm tra bù.')
const topicMark = markOf(
  'Chuyên đề',
  'Kết quả cụm chuyên đề học tập, tính là một điểm ĐĐGtx (TT 22/2021, Điều 6.3).',
)
const average = optional('ĐTBmhk', plainMark, formatMark, {
  ...markOptions(
    'CHỈ ghi cho học sinh chuyển đến đã có điểm trung bình của học kì; các cột điểm khác để trống.',
  ),
  aliases: ['ĐTBmhkI', 'ĐTBmhkII', 'ĐTBmhk1', 'ĐTBmhk2'],
})
const reassessedMark = optional('Đánh giá lại', plainMark, formatMark, {
  ...markOptions('Điểm kiểm tra, đánh giá lại trong hè (TT 22/2021, Điều 14).'),
  aliases: ['Điểm đánh giá lại', 'Kiểm tra lại'],
})

const midtermResult = resultOf('Giữa kì')
const finalResult = resultOf('Cuối kì')
const termResult = optional('Học kì', plainResult, formatResult, {
  width: 7,
  list: [...resultList, 'M'],
  hint: 'Mức của học kì, khi không ghi từng lần đánh giá (ví dụ học sinh chuyển đến).',
  aliases: ['Mức học kì'],
})
const reassessedResult = optional('Đánh giá lại', plainResult, formatResult, {
  width: 7,
  list: resultList,
  hint: 'Mức kiểm tra, đánh giá lại trong hè (TT 22/2021, Điều 14).',
  aliases: ['Mức đánh giá lại'],
})

const levels = choice<SubjectLevel | 'exempt'>(
  ['T', 'T', 'Hoàn thành tốt'],
  ['H', 'H', 'Hoàn thành'],
  ['C', 'C', 'Chưa hoàn thành'],
  ['exempt', 'M', 'miễn'],
)
const level = optional('Mức đạt được', levels.parse, levels.format, {
  width: 7,
  list: ['T', 'H', 'C', 'M'],
  hint: 'T: Hoàn thành tốt; H: Hoàn thành; C: Chưa hoàn thành (TT 27/2020, Điều 6).',
  aliases: ['Mức', 'Mức đạt được CK', 'Mức đạt được cuối năm'],
})
const score = optional('Điểm KTĐK', wholeNumber(0, 10), (value: number) => value, {
  width: 7,
  asText: false,
  hint: 'Điểm kiểm tra định kì cuối năm: số nguyên từ 0 đến 10 (TT 27/2020, Điều 7).',
  check: {
    formula: 'AND(ISNUMBER(CELL),CELL>=0,CELL<=10,INT(CELL)=CELL)',
    message: 'Số nguyên từ 0 đến 10.',
  },
  aliases: ['Điểm', 'Điểm kiểm tra định kì'],
})

const comment = optional('Nhận xét', text(longestComment), asIs, {
  width: 30,
  hint: 'Sự tiến bộ, ưu điểm nổi bật, hạn chế chủ yếu (nếu có).',
  aliases: ['Nội dung nhận xét', 'Nhận xét CK', 'Nhận xét sự tiến bộ, ưu điểm nổi bật, hạn chế chủ yếu'],
})
const exemptions = choice<'whole' | 'practice'>(
  ['whole', 'Miễn học', 'M', 'miễn', 'x'],
  ['practice', 'Miễn thực hành', 'Miễn phần thực hành', 'TH'],
)
const exemption = optional('Miễn', exemptions.parse, exemptions.format, {
  width: 10,
  list: exemptions.captions,
  hint: 'Miễn học: theo kế hoạch giáo dục cá nhân (TT 22/2021, Điều 11). Miễn thực hành: vẫn đánh giá lí thuyết (Điều 10).',
  aliases: ['Miễn, giảm', 'Miễn giảm'],
})

/** How many columns of regular assessments each term has, and whether study topics are written down. */
export interface BlockSize {
  readonly regular: number
  readonly withTopic: boolean
  readonly withScore: boolean
}

const numbered = (count: number, field: 'regular', term: Term, of: (index: number) => AnyColumn): Leaf[] =>
  Array.from({ length: count }, (_, index) => ({ field, term, index, column: of(index) }))

const markedTerm = (term: Term, { regular, withTopic }: BlockSize): Leaf[] => [
  ...numbered(regular, 'regular', term, regularMark),
  { field: 'midterm', term, column: midtermMark },
  { field: 'final', term, column: finalMark },
  ...(withTopic ? [{ field: 'topic', term, column: topicMark } as const] : []),
  { field: 'average', term, column: average },
]

const commentedTerm = (term: Term, { regular }: BlockSize): Leaf[] => [
  ...numbered(regular, 'regular', term, regularResult),
  { field: 'midterm', term, column: midtermResult },
  { field: 'final', term, column: finalResult },
  { field: 'result', term, column: termResult },
]

const closing: readonly Leaf[] = [
  { field: 'comment', column: comment },
  { field: 'exemption', column: exemption },
]

/** The columns of one subject's block, in order. */
export const leavesOf = (kind: SubjectKind, size: BlockSize): readonly Leaf[] => {
  if (kind === 'leveled')
    return [
      { field: 'level', column: level },
      ...(size.withScore ? [{ field: 'score', column: score } as const] : []),
      ...closing,
    ]
  const term = kind === 'marked' ? markedTerm : commentedTerm
  const again: Leaf = { field: 'reassessed', column: kind === 'marked' ? reassessedMark : reassessedResult }
  return [...term(1, size), ...term(2, size), again, ...closing]
}

/** More regular assessments than any plan has; a header is understood up to here. */
const mostRegular = 12

/** Every column a block may have, to recognise headers by. */
export const possibleLeaves = (kind: SubjectKind): readonly Leaf[] =>
  leavesOf(kind, { regular: mostRegular, withTopic: true, withScore: true })

/** How many regular assessments a term has (TT 22/2021, Điều 6 khoản 2). */
export const regularCount = (kind: SubjectKind, periodsPerYear: number): number =>
  kind === 'commented' ? 2 : periodsPerYear <= 35 ? 2 : periodsPerYear <= 70 ? 3 : 4
