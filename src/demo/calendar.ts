import type { YearReport } from '../bookfile/index.ts'
import { firstYearOf } from '../shared/school-year.ts'

const at = (year: number, monthDay: string, time: string): Date =>
  new Date(`${year}-${monthDay}T${time}:00+07:00`)

/** Days on which the invented schools sign; cover before October, the year in May, the summer's group in August. */
const yearEnd = { subjects: '05-20', homeroom: '05-23', approval: '05-26', seal: '05-29' } as const
const afterSummer = { subjects: '08-03', homeroom: '08-05', approval: '08-07', seal: '08-10' } as const

const dayAfter = (date: string, days: number, time: string): Date =>
  new Date(new Date(`${date}T${time}:00+07:00`).getTime() + days * 24 * 60 * 60 * 1000)

/** When each step of a report takes place in the invented province: always in its own school year. */
export const demoCalendar = (
  report: YearReport,
): {
  readonly cover: Date
  readonly subjects: Date
  readonly homeroom: Date
  readonly approval: Date
  readonly seal: Date
} => {
  const first = firstYearOf(report.identity.schoolYear)
  const cover = at(first, '09-15', '09:00')
  const decidedOn = report.version.amendments.at(-1)?.decidedOn
  if (decidedOn !== undefined)
    return {
      cover,
      subjects: dayAfter(decidedOn, 1, '09:00'),
      homeroom: dayAfter(decidedOn, 1, '15:00'),
      approval: dayAfter(decidedOn, 2, '09:00'),
      seal: dayAfter(decidedOn, 2, '15:00'),
    }
  const days = report.version.expectedEffectiveDate.slice(5) > '07-15' ? afterSummer : yearEnd
  return {
    cover,
    subjects: at(first + 1, days.subjects, '20:30'),
    homeroom: at(first + 1, days.homeroom, '16:00'),
    approval: at(first + 1, days.approval, '10:00'),
    seal: at(first + 1, days.seal, '09:00'),
  }
}
