import { formatDate } from '../parts/format.ts'

/** '2026-09-05' from 05/09/2026 or 5-9-2026; a month or a year alone stays one; undefined where it is no date. */
export const parseDay = (typed: string): string | undefined => {
  const text = typed.trim()
  if (/^\d{4}(-\d{2}){0,2}$/.test(text)) return text
  const parts = text.split(/[/.-]/)
  if (parts.length > 3 || parts.some((one) => !/^\d{1,4}$/.test(one))) return undefined
  const iso = parts
    .toReversed()
    .map((one, index) => (index === 0 ? one : one.padStart(2, '0')))
    .join('-')
  return /^\d{4}(-\d{2}){0,2}$/.test(iso) && isRealDay(iso) ? iso : undefined
}

const isRealDay = (iso: string): boolean => {
  const [year, month = '01', day = '01'] = iso.split('-')
  const date = new Date(`${year ?? ''}-${month}-${day}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(8, 10) === day
}

/** A date as it is to be typed again: 05/09/2026. */
export const typedDay = (value: string | null | undefined): string =>
  value === null || value === undefined || value === '' ? '' : formatDate(value)
