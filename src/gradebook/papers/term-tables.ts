import { formatCell } from '../cells/format-cell.ts'
import { recordKindOf } from '../sheet.ts'
import {
  cellsOf,
  listSubjects,
  nameSubject,
  type ClassBook,
  type JudgedStudent,
  type TaughtSubject,
} from './class-book.ts'
import type { PaperCell, PaperColumn, PaperTable, PaperText } from './paper.ts'
import { centred, listColumns, numberCell, ordinal, table, valueCell, written } from './words.ts'

type Term = 1 | 2

export const termNumerals = { 1: 'I', 2: 'II' } as const

/** Phần II of a term: its title page, then one table for each subject. */
export const termOf = (
  book: ClassBook,
  judged: readonly JudgedStudent[],
  term: Term,
): readonly (PaperText | PaperTable)[] => [
  {
    kind: 'text',
    tab: `Học kỳ ${termNumerals[term]}`,
    titles: ['PHẦN II', `GHI ĐIỂM HỌC KỲ ${termNumerals[term]}`],
    lines: [],
    paragraphs: [],
  },
  ...listSubjects(book).map((subject) => subjectTable(book, judged, subject, term)),
]

/** One subject in one term, as the form has it for the subject's way of assessment. */
export const subjectTable = (
  book: ClassBook,
  judged: readonly JudgedStudent[],
  subject: TaughtSubject,
  term: Term,
): PaperTable => {
  const form = recordKindOf(book.level, subject.code) === 'marked' ? markedForm : commentedForm
  const regular = Math.max(4, regularCount(judged, subject, term, form))
  const topic = form === markedForm && hasTopics(judged, subject, term)
  return table({
    tab: `${nameSubject(book, subject.code)} HK${term}`,
    titles: [`HỌC KÌ ${termNumerals[term]}`, `Môn ${nameSubject(book, subject.code)}`],
    left: `Lớp: ${book.schoolClass.name}`,
    right: `Số tiết cả năm: ${subject.periodsPerYear}`,
    size: 'small',
    columns: [...listColumns(), ...form.columns(regular, term, topic), written(['Ghi chú'], 24)],
    rows: judged.map((pupil, index) => [
      ordinal(index),
      pupil.student.profile.fullName,
      ...resultCells(pupil, subject, term, form, regular, topic),
      noteOf(pupil, subject),
    ]),
    notes: [form.note],
    signatures: subject.teachers.map((name) => ({
      titles: ['Giáo viên môn học'],
      hint: '(Ký và ghi rõ họ tên)',
      name,
    })),
  })
}

interface Form {
  readonly regular: string
  readonly midterm: string
  readonly final: string
  readonly again: string
  readonly columns: (regular: number, term: Term, topic: boolean) => readonly PaperColumn[]
  readonly note: string
}

const markedForm: Form = {
  regular: 'regularMarks',
  midterm: 'midtermMark',
  final: 'finalMark',
  again: 'reassessedMark',
  columns: (regular, term, topic) => [
    ...Array.from({ length: regular }, (_, index) => centred(['ĐĐGtx', String(index + 1)], 10)),
    ...(topic ? [centred(['Chuyên đề'], 13)] : []),
    centred(['ĐĐGgk'], 14),
    centred(['ĐĐGck'], 14),
    ...(term === 1
      ? [centred(['ĐTBmhkI'], 17)]
      : [centred(['ĐTBmhkII'], 17), centred(['ĐTBmcn'], 16), centred(['Đánh giá lại'], 14)]),
  ],
  note: 'V: vắng, không kiểm tra bù (TT 22/2021/TT-BGDĐT, Điều 7).',
}

const levels = 'Mức đánh giá Đạt (Đ), Chưa đạt (CĐ)'

const commentedForm: Form = {
  regular: 'regularResults',
  midterm: 'midtermResult',
  final: 'finalResult',
  again: 'reassessedResult',
  columns: (regular, term) => [
    ...Array.from({ length: regular }, (_, index) =>
      centred([levels, 'Thường xuyên', String(index + 1)], 10),
    ),
    centred([levels, 'Giữa kì'], 13),
    centred([levels, 'Cuối kì'], 13),
    centred([levels, 'Học kì'], 13),
    ...(term === 1 ? [] : [centred([levels, 'Cả năm'], 13), centred(['Mức đánh giá lại'], 15)]),
  ],
  note: 'V: vắng, không kiểm tra bù (TT 22/2021/TT-BGDĐT, Điều 7).',
}

const pathsAt = ({ student }: JudgedStudent, { code }: TaughtSubject, prefix: string): readonly string[] =>
  [...cellsOf(student, code)].flatMap(([path, value]) =>
    value !== null && path.startsWith(prefix) ? [path] : [],
  )

const regularCount = (
  judged: readonly JudgedStudent[],
  subject: TaughtSubject,
  term: Term,
  form: Form,
): number => {
  const prefix = `terms.${term}.${form.regular}.`
  const places = judged.flatMap((pupil) =>
    pathsAt(pupil, subject, prefix).map((path) => Number(path.slice(prefix.length)) + 1),
  )
  return Math.max(0, ...places)
}

const hasTopics = (judged: readonly JudgedStudent[], subject: TaughtSubject, term: Term): boolean =>
  judged.some((pupil) => pathsAt(pupil, subject, `terms.${term}.topicMark`).length > 0)

const resultCells = (
  { student, result }: JudgedStudent,
  { code }: TaughtSubject,
  term: Term,
  form: Form,
  regular: number,
  topic: boolean,
): readonly PaperCell[] => {
  const cells = cellsOf(student, code)
  const isExempt = cells.get('exempt') === 'true'
  const shown = (path: string): PaperCell => {
    const value = cells.get(path) ?? null
    return value === 'absent' ? formatCell({ kind: 'mark' }, value) : valueCell(value)
  }
  const own = result.subjects?.[code]
  return [
    ...Array.from({ length: regular }, (_, index) => shown(`terms.${term}.${form.regular}.${index}`)),
    ...(topic ? [shown(`terms.${term}.topicMark`)] : []),
    shown(`terms.${term}.${form.midterm}`),
    shown(`terms.${term}.${form.final}`),
    isExempt ? '' : valueCell(own?.terms[term] ?? null),
    ...(term === 1 ? [] : [valueCell(own?.year ?? null), shown(form.again)]),
  ]
}

const noteOf = ({ student }: JudgedStudent, { code }: TaughtSubject): string => {
  const cells = cellsOf(student, code)
  if (cells.get('exempt') === 'true') return 'Miễn học'
  if (cells.get('practiceExempt') === 'true') return 'Miễn thực hành'
  const known = (['1', '2'] as const).some((term) => cells.get(`terms.${term}.average`) != null)
  return known ? 'Chuyển đến' : ''
}

/** A count as a cell, nothing where it is not known. */
export const countCell = (count: number | null): PaperCell =>
  count === null ? '' : numberCell(String(count))
