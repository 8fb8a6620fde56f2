import type { PlainDate } from '../../../shared/dates.ts'
import { describeForecast, forecastPace, type Forecast } from '../../../workflow/index.ts'
import type { Database } from '../connect.ts'
import type { LevelPlace } from '../gradebook/list-work.ts'
import { readSettings } from '../set-up/settings.ts'
import type { ClassProgress } from './progress.ts'
import type { DayProgress } from './progress-series.ts'

/** A day by which something of the year has to be done, and by whose word. */
export interface YearDeadline {
  readonly name: string
  readonly title: string
  readonly date: PlainDate
  readonly article: string
}

const counted = /^(entry-closes\.|deadline\.(cover|gradebook|issue|report\.))/

/** The deadlines of a year that progress is measured against, earliest first. Two statements. */
export const listYearDeadlines = async (
  database: Database<'school'>,
  place: LevelPlace,
): Promise<readonly YearDeadline[]> => {
  const settings = await readSettings(database, place)
  return settings
    .flatMap(({ name, title, kind, value, article }) =>
      kind === 'date' && value !== null && counted.test(name)
        ? [{ name, title, date: value as PlainDate, article }]
        : [],
    )
    .toSorted((a, b) => (a.date < b.date ? -1 : 1))
}

/** What is to be expected of one kind of work, and what is left of it. */
export interface ProgressForecast {
  readonly left: number
  readonly deadline: YearDeadline | null
  /** Null where nothing can be said. */
  readonly forecast: Forecast | null
  /** 'Với tốc độ này xong ngày 03/07/2027, muộn 3 ngày.' */
  readonly text: string
}

/** Of cells, those asked for by today; of signatures, those of reports that are made; of books, one for each pupil. */
export interface ProgressForecasts {
  readonly cells: ProgressForecast
  readonly signatures: ProgressForecast
  readonly issued: ProgressForecast
}

interface Facts {
  readonly today: PlainDate
  readonly series: readonly DayProgress[]
  readonly deadlines: readonly YearDeadline[]
  readonly classes: readonly ClassProgress[]
}

const sum = (classes: readonly ClassProgress[], of: (one: ClassProgress) => number): number =>
  classes.reduce((total, one) => total + of(one), 0)

/** What is expected of cells, signatures and issued books, each against the deadline that comes first for it. */
export const forecastsOf = (facts: Facts): ProgressForecasts => {
  const { classes, deadlines, today } = facts
  const ofEntry = deadlines.find(({ name, date }) => name.startsWith('entry-closes.') && date >= today)
  const ofIssue = findFirst(deadlines, ['deadline.issue', 'deadline.report.year-end'])
  const pupils = sum(classes, (one) => (one.books === null ? 0 : one.pupils))
  return {
    cells: forecastOf(
      facts,
      'cells',
      sum(classes, (one) => one.needed - one.filled),
      ofEntry ?? findFirst(deadlines, ['deadline.gradebook', 'deadline.report.year-end']),
    ),
    signatures: forecastOf(
      facts,
      'signatures',
      sum(classes, ({ books }) => books?.signaturesLeft ?? 0),
      ofIssue,
    ),
    issued: forecastOf(facts, 'issued', pupils - sum(classes, ({ books }) => books?.issued ?? 0), ofIssue),
  }
}

const findFirst = (deadlines: readonly YearDeadline[], names: readonly string[]): YearDeadline | undefined =>
  names.flatMap((wanted) => deadlines.find(({ name }) => name === wanted) ?? [])[0]

const forecastOf = (
  { today, series }: Facts,
  kind: Exclude<keyof DayProgress, 'day'>,
  left: number,
  deadline: YearDeadline | undefined,
): ProgressForecast => {
  const forecast = forecastPace({
    finished: series.map((one) => ({ day: one.day, count: one[kind] })),
    left,
    today,
    ...(deadline === undefined ? {} : { deadline: deadline.date }),
  })
  return {
    left,
    deadline: deadline ?? null,
    forecast: forecast ?? null,
    text: describeForecast(forecast, left),
  }
}
