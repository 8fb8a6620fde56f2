import {
  formatDate,
  isPartialDate,
  isPlainDate,
  type PartialDate,
  type PlainDate,
} from '../../../shared/dates.ts'
import { isSchoolYear, type SchoolYear } from '../../../shared/school-year.ts'
import { refuse, type Parse } from './parsed.ts'

const remedy = 'gõ ngày/tháng/năm, ví dụ 05/09/2014'

const pad = (digits: string): string => digits.padStart(2, '0')

const toIso = (typed: string): string => {
  const full = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(typed)
  if (full) return `${full[3] ?? ''}-${pad(full[2] ?? '')}-${pad(full[1] ?? '')}`
  const monthly = /^(\d{1,2})[/.-](\d{4})$/.exec(typed)
  return monthly ? `${monthly[2] ?? ''}-${pad(monthly[1] ?? '')}` : typed
}

const fromCell = (raw: string | number | Date): string => {
  if (raw instanceof Date) return raw.getTime() % 86_400_000 === 0 ? raw.toISOString().slice(0, 10) : ''
  return toIso(String(raw).replace(/(?: |T)00:00(:00)?(\.0+)?$/, ''))
}

const isPlausible = (date: string): boolean =>
  Number(date.slice(0, 4)) >= 1900 && Number(date.slice(0, 4)) <= 2099

/** A day: dd/mm/yyyy, d/m/yyyy or yyyy-mm-dd as text, or a real date cell. */
export const plainDate: Parse<PlainDate> = (raw) => {
  const date = fromCell(raw)
  return isPlainDate(date) && isPlausible(date)
    ? { value: date }
    : refuse('ngày không có thật hoặc không đọc được', remedy)
}

/** A birth date of which only the year ('2014') or the month and year ('09/2014') may be known. */
export const partialDate: Parse<PartialDate> = (raw) => {
  const date = fromCell(raw)
  return isPartialDate(date) && isPlausible(date)
    ? { value: date }
    : refuse(
        'ngày không có thật hoặc không đọc được',
        `${remedy}; chỉ biết tháng, năm thì gõ 09/2014 hoặc 2014`,
      )
}

/** 'YYYY-MM-DD' → the text 'dd/mm/yyyy', and partial dates likewise. */
export const formatDateCell = (date: PartialDate): string => formatDate(date)

/** Năm học: '2025-2026', also written '2025 - 2026'. */
export const schoolYear: Parse<SchoolYear> = (raw) => {
  const typed = raw instanceof Date ? '' : String(raw).replace(/\s*[-–—]\s*/, '-')
  return isSchoolYear(typed)
    ? { value: typed }
    : refuse('không phải là năm học', 'gõ hai năm liền nhau, ví dụ 2025-2026')
}
