import { textLimits } from '../../../shared/limits.ts'
import { assessedMark, formatMark, plainMark, plainResult, formatResult } from '../values/mark.ts'
import type { SubjectKind } from '../layout/marks.ts'
import { possibleLeaves } from '../layout/marks.ts'
import { nameColumn, studentCodeColumn } from '../layout/students.ts'
import { asIs, optional, type AnyColumn } from '../table/column.ts'
import { refuse, type Parse } from '../values/parsed.ts'
import { text, longestComment } from '../values/text.ts'

/** All regular marks of a term in one cell, separated by spaces (CSDL ngành, second pattern). */
const manyMarks: Parse<readonly string[]> = (raw) => {
  if (raw instanceof Date)
    return refuse('Excel đã đổi điểm thành ngày tháng', 'định dạng ô là Văn bản (Text) rồi gõ lại')
  const marks: string[] = []
  for (const item of String(raw).split(/[ ;]+/)) {
    const parsed = assessedMark(item)
    if (!('value' in parsed)) return { ...parsed, message: `“${item}”: ${parsed.message}` }
    marks.push(parsed.value)
  }
  return { value: marks }
}

const leaf = (kind: SubjectKind, field: string): AnyColumn | undefined =>
  possibleLeaves(kind).find((candidate) => candidate.field === field)?.column

/** One column of an exported mark sheet. */
export interface MarkColumn {
  readonly field:
    'regular' | 'regulars' | 'midterm' | 'final' | 'average' | 'result' | 'level' | 'score' | 'comment'
  readonly index?: number
  readonly column: AnyColumn
}

const marked: readonly MarkColumn[] = [
  ...possibleLeaves('marked').flatMap(({ field, index, term, column }): MarkColumn[] =>
    term === 1 && index !== undefined && field === 'regular' ? [{ field, index, column }] : [],
  ),
  { field: 'regulars', column: optional('ĐĐGtx', manyMarks, (marks) => marks.join(' ')) },
  { field: 'midterm', column: optional('ĐĐGgk', assessedMark, formatMark) },
  { field: 'final', column: optional('ĐĐGck', assessedMark, formatMark) },
  {
    field: 'average',
    column: optional('ĐTBmhk', plainMark, formatMark, { aliases: ['ĐTBmhkI', 'ĐTBmhkII', 'TBM', 'ĐTB'] }),
  },
]

const comment: MarkColumn = {
  field: 'comment',
  column: optional('Nhận xét', text(longestComment), asIs, { aliases: ['Nội dung nhận xét', 'Nhận xét CK'] }),
}

const commented: readonly MarkColumn[] = [
  {
    field: 'result',
    column: optional('Đánh giá', plainResult, formatResult, { aliases: ['Mức đánh giá', 'Xếp loại'] }),
  },
]

const leveled: readonly MarkColumn[] = [
  ...(['level', 'score'] as const).flatMap((field): MarkColumn[] => {
    const column = leaf('leveled', field)
    return column ? [{ field, column }] : []
  }),
]

/** The columns that make a sheet one of marks, of results, or of levels. */
export const markColumns: Readonly<Record<SubjectKind, readonly MarkColumn[]>> = {
  marked: [...marked, comment],
  commented: [...commented, comment],
  leveled: [...leveled, comment],
}

/** The columns that say whose row it is. */
export const pupilColumns = {
  code: studentCodeColumn,
  name: nameColumn,
  className: optional('Lớp', text(textLimits.className), asIs, { aliases: ['Mã lớp', 'Tên lớp', 'Lớp học'] }),
}
