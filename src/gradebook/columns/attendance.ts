import { formatDate, isPlainDate, type PlainDate } from '../../shared/dates.ts'
import { firstYearOf, type SchoolYear } from '../../shared/school-year.ts'
import type { SheetContext } from '../sheet.ts'
import { computed, type Draft } from './column.ts'
import { absenceOptions } from './options.ts'

/** The months of a school year in order, 'YYYY-MM': August to July. */
export const monthsOf = (schoolYear: SchoolYear): readonly string[] => {
  const first = firstYearOf(schoolYear)
  return [8, 9, 10, 11, 12, 1, 2, 3, 4, 5, 6, 7].map(
    (month) => `${month >= 8 ? first : first + 1}-${String(month).padStart(2, '0')}`,
  )
}

/** The days of a month on which there may be school, and the pupils' totals (điểm danh: one page a month). */
export const attendanceColumns = ({ schoolYear, month }: SheetContext): readonly Draft[] => {
  const months = monthsOf(schoolYear)
  const shown = month !== undefined && months.includes(month) ? month : (months[1] ?? '')
  return [...daysOf(shown).filter(isSchoolDay).map(dayColumn), ...totals]
}

/** The column of one day, or undefined where the path is no day of the school year. */
export const dayColumnOf = (schoolYear: SchoolYear, path: string): Draft | undefined => {
  const date = path.startsWith(prefix) ? path.slice(prefix.length) : ''
  return isPlainDate(date) && monthsOf(schoolYear).includes(date.slice(0, 7)) ? dayColumn(date) : undefined
}

const prefix = 'absentOn.'

const daysOf = (month: string): readonly PlainDate[] =>
  Array.from({ length: 31 }, (_, day) => `${month}-${String(day + 1).padStart(2, '0')}`).filter(isPlainDate)

const weekdayOf = (date: PlainDate): number => new Date(`${date}T00:00:00Z`).getUTCDay()

const isSchoolDay = (date: PlainDate): boolean => weekdayOf(date) !== 0

const weekdays = ['Chủ nhật', 'Thứ hai', 'Thứ ba', 'Thứ tư', 'Thứ năm', 'Thứ sáu', 'Thứ bảy'] as const

const dayColumn = (date: PlainDate): Draft => ({
  path: `${prefix}${date}`,
  title: `${weekdays[weekdayOf(date)] ?? ''}, ${formatDate(date)}`,
  shortTitle: String(Number(date.slice(8))),
  group: `Tháng ${Number(date.slice(5, 7))} năm ${date.slice(0, 4)}`,
  kind: 'choice',
  options: absenceOptions,
  part: 'year',
})

const totals: readonly Draft[] = (
  [
    ['computed.absences', 'Tổng số buổi nghỉ cả năm', 'TS'],
    ['computed.absences.excused', 'Số buổi nghỉ có phép cả năm', 'P'],
    ['computed.absences.unexcused', 'Số buổi nghỉ không phép cả năm', 'K'],
  ] as const
).map(([path, title, shortTitle]) =>
  computed({ path, title, shortTitle, group: 'Tổng số buổi nghỉ', part: 'year' }),
)
