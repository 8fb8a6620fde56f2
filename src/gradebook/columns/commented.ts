import type { Assessments } from '../../evaluation/index.ts'
import type { SheetContext } from '../sheet.ts'
import { computed, remark, type Draft } from './column.ts'
import { absent, commentResults } from './options.ts'
import { summer, terms, transferred, wholeYear, type TermPlace } from './terms.ts'

/** The columns of a subject assessed by comment only (TT 22/2021, Điều 5, Điều 6). */
export const commentedColumns = (context: SheetContext, assessments: Assessments): readonly Draft[] => [
  ...terms.flatMap((place) => termColumns(context, assessments, place)),
  computed({
    path: 'computed.year',
    title: 'Kết quả cả năm',
    shortTitle: 'Cả năm',
    group: wholeYear,
    options: commentResults,
    part: 'year',
  }),
  remark({
    path: 'comment',
    title: 'Nhận xét sự tiến bộ, ưu điểm nổi bật, hạn chế chủ yếu (cả năm)',
    shortTitle: 'Nhận xét',
    group: wholeYear,
    part: 'year',
    isRequired: true,
  }),
  ...summerColumns,
  ...terms.map(knownResult),
]

const termColumns = (
  { lengths }: SheetContext,
  assessments: Assessments,
  place: TermPlace,
): readonly Draft[] => {
  const asked = assessments.countRegular('comment', 1)
  const count = Math.max(asked, lengths?.regular ?? 0)
  return [
    ...Array.from({ length: count }, (_, index) => regularResult(place, index, index < asked)),
    periodicResult(place, 'midtermResult', 'Giữa kì'),
    periodicResult(place, 'finalResult', 'Cuối kì'),
    computed({
      path: `computed.terms.${place.term}`,
      title: `Kết quả ${place.name}`,
      shortTitle: 'Học kì',
      group: place.group,
      options: commentResults,
      term: place.term,
      part: place.part,
    }),
    remark({
      path: `terms.${place.term}.comment`,
      title: `Nhận xét ${place.name}`,
      shortTitle: place.term === 1 ? 'NX HK I' : 'NX HK II',
      group: place.group,
      term: place.term,
      part: place.part,
    }),
  ]
}

const resultOf = ({ term, group, part }: TermPlace) =>
  ({ kind: 'choice', options: commentResults, term, group, part }) as const

const regularResult = (place: TermPlace, index: number, isRequired: boolean): Draft => ({
  ...resultOf(place),
  path: `terms.${place.term}.regularResults.${index}`,
  title: `Đánh giá thường xuyên ${index + 1}, ${place.name}`,
  shortTitle: `TX${index + 1}`,
  isRequired,
})

const periodicResult = (place: TermPlace, field: string, shortTitle: string): Draft => ({
  ...resultOf(place),
  path: `terms.${place.term}.${field}`,
  title: `Đánh giá ${shortTitle.toLowerCase()}, ${place.name}`,
  shortTitle,
  options: [...commentResults, absent],
  isRequired: true,
})

const summerColumns: readonly Draft[] = [
  {
    path: 'reassessedResult',
    title: 'Kết quả đánh giá lại trong hè',
    shortTitle: 'Đánh giá lại',
    kind: 'choice',
    options: commentResults,
    group: summer,
    part: 'summer',
  },
  computed({
    path: 'computed.reassessed',
    title: 'Kết quả cả năm sau đánh giá lại',
    shortTitle: 'Sau ĐGL',
    options: commentResults,
    group: summer,
    part: 'summer',
  }),
]

const knownResult = (place: TermPlace): Draft => ({
  ...resultOf(place),
  group: transferred,
  path: `terms.${place.term}.result`,
  title: `Kết quả ${place.name} đã có ở trường cũ (các ô đánh giá của học kì để trống)`,
  shortTitle: place.term === 1 ? 'KQ HK I cũ' : 'KQ HK II cũ',
})
