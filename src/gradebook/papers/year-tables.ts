import { awardNames } from '../../shared/ratings.ts'
import type { ClassSummary, SubjectCell, SummaryRow } from '../class/summarize-class.ts'
import { recordKindOf } from '../sheet.ts'
import { absencesOf } from './attendance.ts'
import { cellsOf, listSubjects, nameSubject, type ClassBook, type JudgedStudent } from './class-book.ts'
import type { PaperCell, PaperColumn, PaperTable } from './paper.ts'
import { countCell, termNumerals } from './term-tables.ts'
import {
  centred,
  dateLineOf,
  decisionNames,
  homeroomSignature,
  listColumns,
  ordinal,
  principalSignature,
  ratingText,
  table,
  turned,
  valueCell,
  written,
} from './words.ts'

const commentedGroup = 'Môn học đánh giá bằng nhận xét'
const markedGroup = 'Môn học đánh giá bằng nhận xét kết hợp đánh giá bằng điểm số'

/** The subjects in the order of the form's summary: those without marks first. */
const groupedSubjects = (book: ClassBook) => {
  const kinds = (['commented', 'marked'] as const).map((kind) =>
    listSubjects(book).filter(({ code }) => recordKindOf(book.level, code) === kind),
  )
  return kinds.flat()
}

const subjectColumns = (book: ClassBook): readonly PaperColumn[] =>
  groupedSubjects(book).map(({ code }) =>
    turned(
      [recordKindOf(book.level, code) === 'marked' ? markedGroup : commentedGroup, nameSubject(book, code)],
      12,
    ),
  )

/** A subject's cell in a summary. */
export const subjectCell = (cell: SubjectCell | undefined): PaperCell =>
  cell === undefined ? '' : cell.isExempt ? 'Miễn' : valueCell(cell.value)

const subjectCells = (book: ClassBook, row: SummaryRow): readonly PaperCell[] =>
  groupedSubjects(book).map(({ code }) => subjectCell(row.subjects[code]))

const about = (book: ClassBook) => ({
  left: `Lớp: ${book.schoolClass.name}`,
  right: `Năm học: ${book.schoolYear.replace('-', ' - ')}`,
})

/** Tổng hợp học kỳ. */
export const termSummary = (book: ClassBook, summary: ClassSummary, term: 1 | 2): PaperTable =>
  table({
    ...about(book),
    tab: `Tổng hợp HK${term}`,
    titles: [`TỔNG HỢP HỌC KỲ ${termNumerals[term]}`],
    orientation: 'landscape',
    size: 'small',
    columns: [
      ...listColumns(),
      ...subjectColumns(book),
      centred(['Kết quả học tập'], 19),
      centred(['Kết quả rèn luyện'], 19),
    ],
    rows: summary.rows.map((row, index) => [
      ordinal(index),
      row.fullName,
      ...subjectCells(book, row),
      ratingText(row.learning),
      ratingText(row.conduct),
    ]),
    signatures: [homeroomSignature(book)],
  })

/** Tổng hợp cả năm học (10). */
export const yearSummary = (book: ClassBook, summary: ClassSummary): PaperTable =>
  table({
    ...about(book),
    tab: 'Tổng hợp cả năm',
    titles: ['TỔNG HỢP CẢ NĂM HỌC'],
    orientation: 'landscape',
    size: 'small',
    columns: [...listColumns(), ...subjectColumns(book)],
    rows: summary.rows.map((row, index) => [ordinal(index), row.fullName, ...subjectCells(book, row)]),
    signatures: [homeroomSignature(book)],
  })

const assessed = 'Mức đánh giá'
const again = 'Mức đánh giá sau khi rèn luyện trong kì nghỉ hè; kiểm tra, đánh giá lại'

/** The awards of a pupil: what the circular gives, then what was written down. */
export const awardsOf = ({ student, result }: JudgedStudent): string => {
  const written = [...cellsOf(student, 'homeroom')].flatMap(([path, value]) =>
    value !== null && path.startsWith('commendations.') ? [value] : [],
  )
  return [...new Set([...(result.award === null ? [] : [awardNames[result.award]]), ...written])].join('; ')
}

const hasSummer = ({ result }: JudgedStudent): boolean =>
  result.learning?.afterReassessment != null || result.conduct?.afterSummer != null

/** Kết quả cả năm: one row each with the decision, and the class in numbers (11). */
export const yearResults = (book: ClassBook, judged: readonly JudgedStudent[]): PaperTable =>
  table({
    ...about(book),
    tab: 'Kết quả cả năm',
    titles: ['KẾT QUẢ ĐÁNH GIÁ CẢ NĂM HỌC'],
    orientation: 'landscape',
    size: 'small',
    columns: [
      ...listColumns('Họ và tên', 52),
      centred([assessed, 'Kết quả rèn luyện'], 20),
      centred([assessed, 'Kết quả học tập'], 20),
      centred([again, 'Kết quả rèn luyện'], 22),
      centred([again, 'Kết quả học tập'], 22),
      centred(['Tổng số buổi nghỉ học'], 18),
      centred(['Được lên lớp'], 17),
      centred(['Không được lên lớp'], 19),
      written(['Khen thưởng'], 'rest'),
    ],
    rows: judged.map((pupil, index) => resultRow(pupil, index)),
    box: { title: 'Tổng hợp chung', lines: countLines(judged) },
    dateLine: dateLineOf(book),
    signatures: [homeroomSignature(book), principalSignature(book)],
  })

const resultRow = (pupil: JudgedStudent, index: number): readonly PaperCell[] => {
  const { student, result } = pupil
  const { learning, conduct, decision } = result
  return [
    ordinal(index),
    student.profile.fullName,
    ratingText(conduct?.year),
    ratingText(learning?.year),
    ratingText(conduct?.afterSummer),
    ratingText(learning?.afterReassessment),
    countCell(absencesOf(student)[0] ?? null),
    decision === 'promoted' ? 'x' : '',
    decision === 'retained' ? 'x' : '',
    awardsOf(pupil),
  ]
}

const countLines = (judged: readonly JudgedStudent[]): readonly string[] => {
  const promoted = judged.filter(({ result }) => result.decision === 'promoted')
  const retained = judged.filter(({ result }) => result.decision === 'retained').length
  const waiting = judged.filter(({ result }) => result.decision === 'reassessment').length
  const undecided = judged.length - promoted.length - retained - waiting
  return [
    `Tổng số học sinh: ${judged.length}`,
    `Được lên lớp: ${promoted.length}`,
    `Trong đó ${promoted.filter(hasSummer).length} học sinh được lên lớp sau khi học tập, rèn luyện thêm trong hè.`,
    `Không được lên lớp: ${retained}`,
    ...(waiting === 0 ? [] : [`${decisionNames.reassessment}: ${waiting}`]),
    ...(undecided === 0 ? [] : [`Chưa đủ dữ liệu để kết luận: ${undecided}`]),
  ]
}

const schoolMonths = ['8', '9', '10', '11', '12', '1', '2', '3', '4', '5', '6', '7']

/** Nhận xét của hiệu trưởng về sử dụng sổ (12): to be written by hand. */
export const principalRemarks = (): PaperTable =>
  table({
    tab: 'Nhận xét của hiệu trưởng',
    titles: ['NHẬN XÉT CỦA HIỆU TRƯỞNG', 'VỀ SỬ DỤNG SỔ THEO DÕI VÀ ĐÁNH GIÁ HỌC SINH'],
    columns: [centred(['Tháng'], 20), written(['Nhận xét'], 'rest'), centred(['Ký tên, đóng dấu'], 50)],
    rows: schoolMonths.map((month) => [month, '\n\n', '']),
  })
