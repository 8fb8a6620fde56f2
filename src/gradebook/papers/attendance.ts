import { monthsOf } from '../columns/attendance.ts'
import { countAbsences } from '../cells/records.ts'
import { cellsOf, type BookStudent, type ClassBook } from './class-book.ts'
import type { PaperCell, PaperTable } from './paper.ts'
import { centred, listColumns, numberCell, ordinal, table } from './words.ts'

/** Điểm danh: a page for every month of which a day is written down, or one page of the year's totals. */
export const attendanceOf = (book: ClassBook): readonly PaperTable[] => {
  const months = monthsOf(book.schoolYear).filter((month) => isWritten(book, month))
  return months.length === 0 ? [totalsOf(book)] : months.map((month) => monthOf(book, month))
}

const isWritten = ({ students }: ClassBook, month: string): boolean =>
  students.some((student) =>
    [...cellsOf(student, 'attendance')].some(
      ([path, value]) => value !== null && path.startsWith(`absentOn.${month}-`),
    ),
  )

const weekdays = ['CN', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7'] as const

const daysOf = (month: string): readonly Date[] => {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const last = new Date(Date.UTC(year, number, 0)).getUTCDate()
  return Array.from({ length: last }, (_, day) => new Date(Date.UTC(year, number - 1, day + 1)))
}

const signs: Readonly<Record<string, string>> = { excused: 'P', unexcused: 'K' }

const pathOf = (day: Date): string => `absentOn.${day.toISOString().slice(0, 10)}`

/** One month's page. */
export const monthOf = (book: ClassBook, month: string): PaperTable => {
  const days = daysOf(month)
  const [year = '', number = ''] = month.split('-')
  return table({
    tab: `Điểm danh ${number}-${year}`,
    titles: ['ĐIỂM DANH'],
    orientation: 'landscape',
    size: 'tiny',
    left: `Tháng ${Number(number)} năm ${year}`,
    right: `Tổng số học sinh của lớp ${book.schoolClass.name}: ${book.students.length}`,
    columns: [
      ...listColumns(),
      ...days.map((day) =>
        centred(['Ngày / Thứ', String(day.getUTCDate()), weekdays[day.getUTCDay()] ?? ''], 6.2),
      ),
      ...['TS', 'P', 'K'].map((caption) => centred(['Tổng số buổi nghỉ', caption], 7)),
    ],
    rows: book.students.map((student, index) => [ordinal(index), ...rowOf(student, days)]),
    notes: ['P: nghỉ có phép; K: nghỉ không phép.'],
  })
}

const rowOf = (student: BookStudent, days: readonly Date[]): readonly PaperCell[] => {
  const cells = cellsOf(student, 'attendance')
  const marks = days.map((day) => signs[cells.get(pathOf(day)) ?? ''] ?? '')
  const count = (sign: string): number => marks.filter((mark) => mark === sign).length
  const totals = [count('P') + count('K'), count('P'), count('K')]
  return [
    student.profile.fullName,
    ...marks,
    ...totals.map((total) => (total === 0 ? '' : numberCell(String(total)))),
  ]
}

const totalsOf = (book: ClassBook): PaperTable =>
  table({
    tab: 'Điểm danh',
    titles: ['TỔNG SỐ BUỔI NGHỈ HỌC CẢ NĂM HỌC'],
    right: `Tổng số học sinh của lớp ${book.schoolClass.name}: ${book.students.length}`,
    columns: [
      ...listColumns(),
      ...['TS', 'P', 'K'].map((caption) => centred(['Tổng số buổi nghỉ', caption], 16)),
    ],
    rows: book.students.map((student, index) => [
      ordinal(index),
      student.profile.fullName,
      ...absencesOf(student).map((count) => (count === null ? '' : numberCell(String(count)))),
    ]),
    notes: ['P: nghỉ có phép; K: nghỉ không phép.'],
  })

/** Sessions missed: in all, with and without permission; counted where days are written down. */
export const absencesOf = (student: BookStudent): readonly (number | null)[] => {
  const counted = countAbsences(cellsOf(student, 'attendance'))
  if (counted !== undefined) return [counted.excused + counted.unexcused, counted.excused, counted.unexcused]
  const homeroom = cellsOf(student, 'homeroom')
  const [excused, unexcused] = (['excused', 'unexcused'] as const).map((kind) => {
    const value = homeroom.get(`absences.${kind}`) ?? null
    return value === null ? null : Number(value)
  })
  if (excused == null && unexcused == null) return [null, null, null]
  return [(excused ?? 0) + (unexcused ?? 0), excused ?? null, unexcused ?? null]
}
