import type { Column } from '../columns/column.ts'
import { columnsOf } from '../columns/columns-of.ts'
import { formatCell } from '../cells/format-cell.ts'
import { sheetTitle, recordKindOf, type ClassSheet, type SheetName } from '../sheet.ts'
import { isSubjectCode, type SubjectCode } from '../../shared/subjects.ts'
import { attendanceOf, monthOf } from './attendance.ts'
import { cellsOf, judgeClass, nameSubject, type ClassBook, type TaughtSubject } from './class-book.ts'
import { leveledTable } from './primary.ts'
import type { ClassPaper, PaperColumn, PaperTable } from './paper.ts'
import { subjectTable } from './term-tables.ts'
import {
  centred,
  homeroomSignature,
  listColumns,
  numberCell,
  ordinal,
  spelled,
  table,
  written,
} from './words.ts'

/** One sheet of the gradebook on paper (trang sổ); of attendance one month where it is named. */
export const sheetPage = (book: ClassBook, sheet: SheetName, month?: string): ClassPaper => ({
  title: `${titleOf(book, sheet)}, lớp ${book.schoolClass.name}, năm học ${spelled(book.schoolYear)}`,
  sections: isSubjectCode(sheet) ? subjectPages(book, sheet) : classPages(book, sheet, month),
})

const titleOf = (book: ClassBook, sheet: SheetName): string =>
  isSubjectCode(sheet) ? nameSubject(book, sheet) : sheetTitle(book.level, sheet)

const subjectPages = (book: ClassBook, code: SubjectCode): readonly PaperTable[] => {
  const subject: TaughtSubject = book.subjects.find((one) => one.code === code) ?? {
    code,
    periodsPerYear: 0,
    teachers: [],
  }
  if (recordKindOf(book.level, code) === 'leveled') return [leveledTable(book, subject)]
  const judged = judgeClass(book)
  return ([1, 2] as const).map((term) => subjectTable(book, judged, subject, term))
}

const classPages = (book: ClassBook, sheet: ClassSheet, month?: string): readonly PaperTable[] => {
  if (sheet === 'attendance') return month === undefined ? attendanceOf(book) : [monthOf(book, month)]
  const { schoolYear, schoolClass } = book
  const columns = columnsOf({ sheet, schoolYear, grade: schoolClass.grade }).filter(
    ({ kind, path }) => kind !== 'computed' && isShown(book, sheet, path),
  )
  const parts = Map.groupBy(columns, ({ moment, kind }) => (kind === 'text' ? 'text' : (moment ?? 'year')))
  return [...parts.values()].map((own) => plainTable(book, sheet, own))
}

const isShown = (book: ClassBook, sheet: SheetName, path: string): boolean =>
  !/\.\d+(\.|$)/.test(path) || path.startsWith('conduct.')
    ? true
    : book.students.some((student) => cellsOf(student, sheet).get(path) != null)

const columnOnPaper = ({ group, title, shortTitle, kind }: Column): PaperColumn => {
  const captions = [...(group === null ? [] : [group]), kind === 'text' ? shortTitle : shortTitle || title]
  return kind === 'text' ? written(captions, 'rest') : centred(captions, 16)
}

const plainTable = (book: ClassBook, sheet: ClassSheet, columns: readonly Column[]): PaperTable =>
  table({
    tab: sheetTitle(book.level, sheet),
    titles: [sheetTitle(book.level, sheet).toLocaleUpperCase('vi')],
    left: `Lớp: ${book.schoolClass.name}`,
    right: `Năm học: ${spelled(book.schoolYear)}`,
    orientation: 'landscape',
    size: 'small',
    columns: [
      ...listColumns('Họ và tên', columns.some(({ kind }) => kind === 'text') ? 45 : 'rest'),
      ...columns.map(columnOnPaper),
    ],
    rows: book.students.map((student, index) => [
      ordinal(index),
      student.profile.fullName,
      ...columns.map((column) => {
        const text = formatCell(column, cellsOf(student, sheet).get(column.path) ?? null)
        return column.kind === 'text' ? text : numberCell(text.replace(',', '.'))
      }),
    ]),
    signatures: [homeroomSignature(book)],
  })
