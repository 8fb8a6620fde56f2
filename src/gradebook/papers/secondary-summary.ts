import { ratings, ratingNames } from '../../shared/ratings.ts'
import { summarizeClass, type ClassSummary, type SummarySubject } from '../class/summarize-class.ts'
import type { Tally } from '../class/class-counts.ts'
import { judgeClass, nameSubject, toSummarized, type ClassBook, type JudgedStudent } from './class-book.ts'
import type { ClassPaper, PaperCell, PaperColumn, PaperTable } from './paper.ts'
import { absencesOf } from './attendance.ts'
import { summaryHead, summarySignatures } from './summary-head.ts'
import { countCell } from './term-tables.ts'
import { awardsOf, subjectCell } from './year-tables.ts'
import {
  centred,
  decisionNames,
  listColumns,
  ordinal,
  ratingText,
  shareCells,
  table,
  turned,
  written,
} from './words.ts'

export type SecondaryPeriod = 'term-1' | 'term-2' | 'year'

const periodNames: Readonly<Record<SecondaryPeriod, string>> = {
  'term-1': 'HỌC KÌ I',
  'term-2': 'HỌC KÌ II',
  year: 'CẢ NĂM HỌC',
}

/** Bảng tổng hợp kết quả đánh giá giáo dục of a secondary class: a term or the year, with the class in numbers. */
export const secondarySummary = (book: ClassBook, period: SecondaryPeriod): ClassPaper => {
  const summary = summarizeClass(book.schoolClass.grade, toSummarized(book), period)
  const head = summaryHead(book, periodNames[period])
  return {
    title: head.title,
    sections: [
      { ...pupilTable(book, summary, judgeClass(book)), ...head.above },
      ratingCounts(summary),
      { ...subjectCounts(book, summary), ...summarySignatures(book) },
    ],
  }
}

const pupilTable = (book: ClassBook, summary: ClassSummary, judged: readonly JudgedStudent[]): PaperTable => {
  const isYear = summary.period === 'year'
  return table({
    tab: 'Kết quả',
    titles: [],
    orientation: 'landscape',
    size: 'small',
    columns: [
      ...listColumns('Họ và tên', isYear ? 42 : 'rest'),
      centred(['Ngày sinh'], 20),
      centred(['Nữ'], 7),
      ...summary.subjects.map(({ code }) =>
        turned(['Môn học và hoạt động giáo dục', nameSubject(book, code)], isYear ? 9.5 : 11),
      ),
      centred(['Kết quả học tập'], 15),
      centred(['Kết quả rèn luyện'], 15),
      ...(isYear ? yearColumns : []),
    ],
    rows: summary.rows.map((row, index) => [
      ordinal(index),
      row.fullName,
      row.birthDate.split('-').reverse().join('/'),
      row.gender === 'female' ? 'x' : '',
      ...summary.subjects.map(({ code }) => subjectCell(row.subjects[code])),
      ratingText(row.learning),
      ratingText(row.conduct),
      ...(isYear ? yearCells(judged[index]) : []),
    ]),
    notes: ['Đ: Đạt; CĐ: Chưa đạt. Ô trống: chưa có đủ kết quả.'],
  })
}

const afterSummer = 'Sau đánh giá lại, rèn luyện hè'
const yearColumns: readonly PaperColumn[] = [
  turned(['Số buổi nghỉ'], 9),
  centred([afterSummer, 'Học tập'], 14),
  centred([afterSummer, 'Rèn luyện'], 14),
  centred(['Lên lớp'], 26),
  written(['Khen thưởng'], 'rest'),
]

const yearCells = (pupil: JudgedStudent | undefined): readonly PaperCell[] => {
  if (pupil === undefined) return []
  const { student, result } = pupil
  return [
    countCell(absencesOf(student)[0] ?? null),
    ratingText(result.learning?.afterReassessment),
    ratingText(result.conduct?.afterSummer),
    result.decision === null ? '' : decisionNames[result.decision],
    awardsOf(pupil),
  ]
}

const shares = (caption: readonly string[], width = 13): readonly PaperColumn[] => [
  centred([...caption, 'Số lượng'], width),
  centred([...caption, 'Tỉ lệ %'], width),
]

const total = (tally: Tally): number => Object.values(tally).reduce((sum, count) => sum + count, 0)

const ratingCounts = ({ counts }: ClassSummary): PaperTable =>
  table({
    tab: 'Thống kê',
    titles: ['THỐNG KÊ KẾT QUẢ HỌC TẬP, RÈN LUYỆN'],
    orientation: 'landscape',
    size: 'small',
    left: `Tổng số học sinh: ${counts.students}; nữ: ${counts.girls}`,
    columns: [
      written(['Nội dung'], 'rest'),
      centred(['Số học sinh được đánh giá'], 28),
      ...ratings.flatMap((rating) => shares([ratingNames[rating]], 18)),
    ],
    rows: (
      [
        ['Kết quả học tập', counts.learning],
        ['Kết quả rèn luyện', counts.conduct],
      ] as const
    ).map(([name, tally]) => [
      name,
      countCell(total(tally)),
      ...ratings.flatMap((rating) => shareCells(tally[rating] ?? 0, total(tally))),
    ]),
  })

const bands = [
  ['from-8', 'Từ 8,0'],
  ['from-6.5', '6,5 – 7,9'],
  ['from-5', '5,0 – 6,4'],
  ['from-3.5', '3,5 – 4,9'],
  ['below-3.5', 'Dưới 3,5'],
] as const
const results = [
  ['pass', 'Đạt'],
  ['not-pass', 'Chưa đạt'],
] as const

const subjectCounts = (book: ClassBook, { subjects, counts }: ClassSummary): PaperTable =>
  table({
    tab: 'Thống kê môn học',
    titles: ['THỐNG KÊ THEO MÔN HỌC, HOẠT ĐỘNG GIÁO DỤC'],
    orientation: 'landscape',
    size: 'small',
    columns: [
      written(['Môn học và hoạt động giáo dục'], 'rest'),
      ...bands.flatMap(([, name]) => shares(['Điểm trung bình môn học', name])),
      ...results.flatMap(([, name]) => shares(['Mức đánh giá', name])),
    ],
    rows: subjects.map((subject) => [
      nameSubject(book, subject.code),
      ...countCells(subject, counts.subjects[subject.code]?.values ?? {}),
    ]),
    notes: ['Tỉ lệ % tính trên số học sinh có kết quả của từng môn học, hoạt động giáo dục.'],
  })

const countCells = ({ kind }: SummarySubject, tally: Tally): readonly PaperCell[] => {
  const of = total(tally)
  const cells = (codes: readonly (readonly [string, string])[], applies: boolean): readonly PaperCell[] =>
    codes.flatMap(([code]) => (applies ? shareCells(tally[code] ?? 0, of) : ['', '']))
  return [...cells(bands, kind === 'marked'), ...cells(results, kind === 'commented')]
}
