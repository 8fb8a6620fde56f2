import type { Assessments } from '../../evaluation/index.ts'
import type { SheetContext } from '../sheet.ts'
import { computed, remark, type Draft } from './column.ts'
import { absent } from './options.ts'
import { summer, terms, transferred, wholeYear, type TermPlace } from './terms.ts'

/** The columns of a subject assessed by comment and mark (TT 22/2021, Điều 5, Điều 6). */
export const markedColumns = (context: SheetContext, assessments: Assessments): readonly Draft[] => [
  ...terms.flatMap((place) => termColumns(context, assessments, place)),
  computed({
    path: 'computed.year',
    title: 'Điểm trung bình môn cả năm (ĐTBmcn)',
    shortTitle: 'ĐTBmcn',
    group: wholeYear,
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
  ...terms.map(knownAverage),
]

const termColumns = (context: SheetContext, assessments: Assessments, place: TermPlace): readonly Draft[] => [
  ...regularMarks(context, assessments, place),
  ...(assessments.topicMarkGrades.includes(context.grade) ? [topicMark(place)] : []),
  periodicMark(place, 'midtermMark', 'Điểm đánh giá giữa kì (hệ số 2)', 'ĐĐGgk'),
  periodicMark(place, 'finalMark', 'Điểm đánh giá cuối kì (hệ số 3)', 'ĐĐGck'),
  computed({
    path: `computed.terms.${place.term}`,
    title: `Điểm trung bình môn ${place.name} (ĐTBmhk)`,
    shortTitle: place.term === 1 ? 'ĐTBmhkI' : 'ĐTBmhkII',
    group: place.group,
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

// Điều 6, khoản 2, điểm b: how many follows from the periods a year; more only where more are written already.
const regularMarks = (
  { periodsPerYear, lengths }: SheetContext,
  assessments: Assessments,
  place: TermPlace,
): readonly Draft[] => {
  const asked = assessments.countRegular('mark', periodsPerYear ?? 1)
  return Array.from({ length: Math.max(asked, lengths?.regular ?? 0) }, (_, index) => ({
    ...markOf(place),
    path: `terms.${place.term}.regularMarks.${index}`,
    title: `Điểm đánh giá thường xuyên ${index + 1}, ${place.name}`,
    shortTitle: `ĐĐGtx${index + 1}`,
    isRequired: index < asked,
  }))
}

const markOf = ({ term, group, part }: TermPlace) =>
  ({ kind: 'mark', min: 0, max: 10, term, group, part }) as const

const periodicMark = (place: TermPlace, field: string, title: string, shortTitle: string): Draft => ({
  ...markOf(place),
  path: `terms.${place.term}.${field}`,
  title: `${title}, ${place.name}`,
  shortTitle,
  options: [absent],
  isRequired: true,
})

// Điều 6, khoản 3: counts as one regular mark of the term it is written in.
const topicMark = (place: TermPlace): Draft => ({
  ...markOf(place),
  path: `terms.${place.term}.topicMark`,
  title: `Kết quả cụm chuyên đề học tập, ${place.name} (tính là một ĐĐGtx)`,
  shortTitle: 'Chuyên đề',
})

const summerColumns: readonly Draft[] = [
  {
    path: 'reassessedMark',
    title: 'Điểm kiểm tra, đánh giá lại trong hè',
    shortTitle: 'Đánh giá lại',
    kind: 'mark',
    min: 0,
    max: 10,
    group: summer,
    part: 'summer',
  },
  computed({
    path: 'computed.reassessed',
    title: 'Điểm cả năm sau đánh giá lại',
    shortTitle: 'Sau ĐGL',
    group: summer,
    part: 'summer',
  }),
]

const knownAverage = (place: TermPlace): Draft => ({
  ...markOf(place),
  group: transferred,
  path: `terms.${place.term}.average`,
  title: `Điểm trung bình môn ${place.name} đã có ở trường cũ (các ô điểm của học kì để trống)`,
  shortTitle: place.term === 1 ? 'ĐTB HK I cũ' : 'ĐTB HK II cũ',
})
