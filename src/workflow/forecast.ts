import { formatDate, type PlainDate } from '../shared/dates.ts'

/** How many things of a kind (ô, chữ ký, học bạ) were finished on a day. */
export interface FinishedOn {
  readonly day: PlainDate
  readonly count: number
}

/** What a pace follows from. */
export interface PaceFacts {
  /** Days on which nothing was finished may be missing. */
  readonly finished: readonly FinishedOn[]
  readonly left: number
  readonly today: PlainDate
  readonly deadline?: PlainDate
}

/** Dự báo theo tốc độ: when the rest will be finished if people go on as they did. */
export interface Forecast {
  /** How many a day, holidays counted. */
  readonly perDay: number
  /** A year from today at the latest: slower than that is not told apart. */
  readonly finishesOn: PlainDate
  readonly isLate: boolean
  /** 0 where it is in time, or nothing has to be in time. */
  readonly daysLate: number
}

/** How far back a pace is taken from, today counted. */
export const paceDays = 14

// One busy morning is no pace: what was begun yesterday is spread over at least so many days.
const fewestDays = 3
const mostDays = 366

const dayLength = 86_400_000

const dayNumber = (day: PlainDate): number => Date.parse(`${day}T00:00:00Z`) / dayLength

/** The day so many days later; earlier where the number is negative. */
export const addDays = (day: PlainDate, days: number): PlainDate =>
  new Date((dayNumber(day) + days) * dayLength).toISOString().slice(0, 10) as PlainDate

const paceOf = ({ finished, today }: PaceFacts): number => {
  const since = addDays(today, 1 - paceDays)
  const recent = finished.filter(({ day, count }) => count > 0 && day >= since && day <= today)
  if (recent.length === 0) return 0
  const total = recent.reduce((sum, { count }) => sum + count, 0)
  const begun = recent.reduce((first, { day }) => Math.min(first, dayNumber(day)), dayNumber(today))
  return total / Math.max(fewestDays, dayNumber(today) - begun + 1)
}

/**
 * When the rest is expected to be finished, by what was finished in the last 14 days: divided by the days since the
 * first of them, three at least. Undefined where nothing was finished and something is left: then nothing can be said.
 */
export const forecastPace = (facts: PaceFacts): Forecast | undefined => {
  const { left, today, deadline } = facts
  const perDay = paceOf(facts)
  if (left > 0 && perDay === 0) return undefined
  const finishesOn = left <= 0 ? today : addDays(today, Math.min(mostDays, Math.ceil(left / perDay)))
  const daysLate =
    deadline === undefined || left <= 0 ? 0 : Math.max(0, dayNumber(finishesOn) - dayNumber(deadline))
  return { perDay, finishesOn, isLate: daysLate > 0, daysLate }
}

/** The forecast in one sentence: 'Với tốc độ này xong ngày 03/07/2027, muộn 3 ngày.' */
export const describeForecast = (forecast: Forecast | undefined, left: number): string => {
  if (left <= 0) return 'Đã xong.'
  if (forecast === undefined) return 'Chưa đủ dữ liệu để dự báo.'
  const { finishesOn, isLate, daysLate } = forecast
  const late = isLate ? `, muộn ${daysLate} ngày` : ''
  return `Với tốc độ này xong ngày ${formatDate(finishesOn)}${late}.`
}
