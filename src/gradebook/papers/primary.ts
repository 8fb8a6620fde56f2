import type { Moment } from '../../evaluation/index.ts'
import { attendanceOf } from './attendance.ts'
import {
  cellsOf,
  listSubjects,
  nameSubject,
  type BookStudent,
  type ClassBook,
  type TaughtSubject,
} from './class-book.ts'
import { frontOf } from './front.ts'
import type { ClassPaper, PaperCell, PaperTable } from './paper.ts'
import { momentNames, momentTables } from './primary-summary.ts'
import { bookTitle } from './secondary.ts'
import { principalRemarks } from './year-tables.ts'
import {
  centred,
  homeroomSignature,
  listColumns,
  numberCell,
  ordinal,
  table,
  valueCell,
  written,
} from './words.ts'

const moments = ['midterm1', 'term1', 'midterm2', 'year'] as const satisfies readonly Moment[]
const spokenMoments: Readonly<Record<Moment, string>> = {
  midterm1: 'Giữa học kì I',
  term1: 'Cuối học kì I',
  midterm2: 'Giữa học kì II',
  year: 'Cuối năm học',
}

/** The tracking book of a primary class with comments and the summary of each moment (TT 27/2020, Điều 7-9). */
export const primaryBook = (book: ClassBook): ClassPaper => ({
  title: bookTitle(book),
  sections: [
    ...frontOf(book),
    ...attendanceOf(book),
    ...listSubjects(book).map((subject) => leveledTable(book, subject)),
    commentsOf(book),
    ...moments.flatMap((moment) => titled(momentTables(book, moment), moment)),
    principalRemarks(),
  ],
})

const titled = ([pupils, ...counts]: readonly PaperTable[], moment: Moment): readonly PaperTable[] => [
  ...(pupils === undefined
    ? []
    : [{ ...pupils, titles: ['BẢNG TỔNG HỢP KẾT QUẢ ĐÁNH GIÁ GIÁO DỤC', momentNames[moment]] }]),
  ...counts.map((table) => ({
    ...table,
    titles: [...table.titles, momentNames[moment]],
    tab: `${table.tab} ${spokenMoments[moment]}`,
  })),
]

const prefixOf = (moment: Moment): string => (moment === 'year' ? '' : `moments.${moment}.`)
const scorePath = (moment: Moment): string => (moment === 'year' ? 'finalScore' : `moments.${moment}.score`)

/** One subject at the four moments, with the comment of each that has one and of the year. */
export const leveledTable = (book: ClassBook, subject: TaughtSubject): PaperTable => {
  const isWritten = (path: string): boolean =>
    book.students.some((student) => cellsOf(student, subject.code).get(path) != null)
  const shown = moments.map((moment) => ({
    moment,
    hasScore: isWritten(scorePath(moment)),
    hasComment: moment === 'year' || isWritten(`${prefixOf(moment)}comment`),
  }))
  return table({
    tab: nameSubject(book, subject.code),
    titles: [`Môn ${nameSubject(book, subject.code)}`],
    left: `Lớp: ${book.schoolClass.name}`,
    right: `Năm học: ${book.schoolYear.replace('-', ' - ')}`,
    orientation: 'landscape',
    size: 'small',
    columns: [
      ...listColumns('Họ và tên', 42),
      ...shown.flatMap(({ moment, hasScore, hasComment }) => [
        centred([spokenMoments[moment], 'Mức đạt được'], 12),
        ...(hasScore ? [centred([spokenMoments[moment], 'Điểm KTĐK'], 12)] : []),
        ...(hasComment ? [written([spokenMoments[moment], 'Nhận xét'], 'rest')] : []),
      ]),
    ],
    rows: book.students.map((student, index) => [
      ordinal(index),
      student.profile.fullName,
      ...shown.flatMap(({ moment, hasScore, hasComment }) => [
        levelCell(student, subject, moment),
        ...(hasScore ? [scoreCell(student, subject, moment)] : []),
        ...(hasComment ? [cellsOf(student, subject.code).get(`${prefixOf(moment)}comment`) ?? ''] : []),
      ]),
    ]),
    notes: ['T – Hoàn thành tốt; H – Hoàn thành; C – Chưa hoàn thành.'],
    signatures: subject.teachers.map((name) => ({
      titles: ['Giáo viên'],
      hint: '(Ký và ghi rõ họ tên)',
      name,
    })),
  })
}

const levelCell = (student: BookStudent, { code }: TaughtSubject, moment: Moment): PaperCell => {
  const cells = cellsOf(student, code)
  return cells.get('exempt') === 'true' ? 'Miễn' : valueCell(cells.get(`${prefixOf(moment)}level`) ?? null)
}

const scoreCell = (student: BookStudent, { code }: TaughtSubject, moment: Moment): PaperCell => {
  const score = cellsOf(student, code).get(scorePath(moment)) ?? null
  return score === null ? '' : numberCell(score)
}

const commentColumns = [
  ['qualitiesComment', 'Những phẩm chất chủ yếu'],
  ['generalCompetencesComment', 'Năng lực chung'],
  ['specificCompetencesComment', 'Năng lực đặc thù'],
  ['comment', 'Nhận xét của giáo viên chủ nhiệm'],
] as const

const commentsOf = (book: ClassBook): PaperTable =>
  table({
    tab: 'Nhận xét',
    titles: ['NHẬN XÉT CỦA GIÁO VIÊN CHỦ NHIỆM'],
    left: `Lớp: ${book.schoolClass.name}`,
    orientation: 'landscape',
    size: 'small',
    columns: [
      ...listColumns('Họ và tên', 42),
      ...commentColumns.map(([, caption]) => written([caption], 'rest')),
    ],
    rows: book.students.map((student, index) => [
      ordinal(index),
      student.profile.fullName,
      ...commentColumns.map(([path]) => cellsOf(student, 'homeroom').get(path) ?? ''),
    ]),
    signatures: [homeroomSignature(book)],
  })
