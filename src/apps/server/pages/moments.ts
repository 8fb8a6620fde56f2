import { formatDate, formatInstant } from '../../../shared/dates.ts'

/** The time of day in Viet Nam, '09:05'. */
export const timeOf = (at: Date): string => formatInstant(at).slice(11, 16)

/** The day in Viet Nam, '23/11/2026'. */
export const dayTextOf = (at: Date): string => formatDate(formatInstant(at).slice(0, 10))

/** '29/05/2026 09:00', from an instant in ISO 8601. */
export const momentText = (instant: string): string => {
  const at = new Date(instant)
  return Number.isNaN(at.getTime()) ? instant : `${dayTextOf(at)} ${timeOf(at)}`
}

/**
 * Reads a date of birth as people type it: 2/9/2013, 02-09-2013, 02092013, also 2013-09-02. Gives ISO 8601;
 * undefined when it is none.
 */
export const parseBirthDate = (typed: string): string | undefined => {
  const text = typed.trim()
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  const [, day = '', month = '', year = ''] =
    iso === null
      ? (/^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})$/.exec(text) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(text) ?? [])
      : [undefined, iso[3], iso[2], iso[1]]
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const at = new Date(`${date}T00:00:00Z`)
  return year !== '' && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(date) ? date : undefined
}
