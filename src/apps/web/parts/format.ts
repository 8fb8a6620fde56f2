/** '2026-05-30' or an instant as 30/05/2026, in Viet Nam's time. */
export const formatDate = (value: string): string => {
  if (/^\d{4}(-\d{2}){0,2}$/.test(value)) return value.split('-').reverse().join('/')
  return new Intl.DateTimeFormat('vi-VN', {
    timeZone: 'Asia/Ho_Chi_Minh',
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
  }).format(new Date(value))
}

/** An instant as 21:14 30/05/2026, in Viet Nam's time. */
export const formatTime = (instant: string): string => {
  const time = new Intl.DateTimeFormat('vi-VN', {
    timeZone: 'Asia/Ho_Chi_Minh',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(instant))
  return `${time} ${formatDate(instant)}`
}

/** '8.5' as 8,5. */
export const formatDecimal = (value: string | number): string => String(value).replace('.', ',')

const dayOf = (instant: Date): number =>
  Date.parse(new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(instant))

/** Whole days from now until the end of a day in Viet Nam; negative once it has passed. */
export const daysUntil = (date: string, now: Date): number => (Date.parse(date) - dayOf(now)) / 86_400_000
