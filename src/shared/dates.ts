/** A calendar date 'YYYY-MM-DD'. A day, never an instant: it has no time zone. */
export type PlainDate = `${number}-${number}-${number}`

/** A date of which only the year, or the month and year, may be known: 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD'. */
export type PartialDate = string

const daysInMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

export const isPlainDate = (value: unknown): value is PlainDate => {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  const [year, month, day] = value.split('-').map(Number) as [number, number, number]
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

export const isPartialDate = (value: unknown): value is PartialDate =>
  typeof value === 'string' &&
  (/^\d{4}$/.test(value) || /^\d{4}-(0[1-9]|1[0-2])$/.test(value) || isPlainDate(value))

/** 'YYYY-MM-DD' → 'dd/mm/yyyy', and partial dates likewise, as Vietnamese readers expect. */
export const formatDate = (date: PartialDate): string => date.split('-').reverse().join('/')

const vietnamOffset = 7 * 60 * 60 * 1000

/** An instant as ISO 8601 in Vietnamese time, to the second: '2026-05-30T09:15:00+07:00' (UTC+7, no summer time). */
export const formatInstant = (at: Date): string =>
  new Date(at.getTime() + vietnamOffset).toISOString().slice(0, 19) + '+07:00'

/** The calendar day of an instant in Viet Nam. */
export const dayInVietnam = (at: Date): PlainDate => formatInstant(at).slice(0, 10) as PlainDate
