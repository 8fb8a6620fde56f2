import { firstYearOf } from '../../../shared/school-year.ts'
import { formatDate, type PlainDate } from '../../../shared/dates.ts'
import { addDays } from '../../../workflow/index.ts'
import { withTenant, type Database } from '../connect.ts'
import { listProgress, type LevelPlace, type Progress } from '../gradebook/list-work.ts'
import { listYearDeadlines, type YearDeadline } from './progress-forecasts.ts'
import { listSheetStates, type SheetState } from './progress-sheets.ts'

/** A sheet that is due, and why, in words. */
export interface DueSheet extends Pick<SheetState, 'classId' | 'sheet'> {
  readonly staffCode: string
  readonly kind: 'sheet-due' | 'sheet-unconfirmed'
  readonly text: string
}

/** So many days before a deadline somebody is told of it, and so many after it. */
const daysBefore = 7
const daysAfter = 7

/** The sheets that some members of staff answer for, that are due about now and not complete or not confirmed. */
export const listDueSheets = async (
  database: Database<'school'>,
  place: LevelPlace,
  staffCodes: readonly string[],
  today: PlainDate,
): Promise<readonly DueSheet[]> => {
  const deadlines = dueAbout(today, await listYearDeadlines(database, place))
  const states = await withTenant(database, place.tenant, (transaction) =>
    listSheetStates(transaction, place),
  )
  const open = states.filter(
    ({ staffCode, isConfirmed }) => !isConfirmed && staffCode !== null && staffCodes.includes(staffCode),
  )
  const wanted = deadlines.entry === undefined && deadlines.confirmation === undefined ? [] : open
  const progress = await listProgress(database, place, wanted, askedAsOf(place, deadlines.entry, today))
  const byKey = new Map(progress.map((one) => [keyOf(one), one]))
  return open.flatMap((state) => {
    const found = byKey.get(keyOf(state))
    return found === undefined ? [] : toDueSheet(state, found, deadlines, today)
  })
}

const keyOf = ({ classId, sheet }: Pick<SheetState, 'classId' | 'sheet'>): string => `${classId}\n${sheet}`

interface DueDeadlines {
  readonly entry?: YearDeadline
  readonly confirmation?: YearDeadline
}

const confirmedBy = new Set(['entry-closes.year', 'deadline.gradebook', 'deadline.report.year-end'])

const dueAbout = (today: PlainDate, deadlines: readonly YearDeadline[]): DueDeadlines => {
  const entry = deadlines.find(({ name, date }) => name.startsWith('entry-closes.') && isAbout(today, date))
  // Of several the earliest counts, also once it has gone by.
  const first = deadlines.find(({ name }) => confirmedBy.has(name))
  const confirmation = first !== undefined && isAbout(today, first.date) ? first : undefined
  return {
    ...(entry === undefined ? {} : { entry }),
    ...(confirmation === undefined ? {} : { confirmation }),
  }
}

const isAbout = (today: PlainDate, date: PlainDate): boolean =>
  today >= addDays(date, -daysBefore) && today <= addDays(date, daysAfter)

/** What closes with the first term asks for no cell of the second, which begins to be asked for before that. */
const askedAsOf = (
  { schoolYear, level }: LevelPlace,
  entry: YearDeadline | undefined,
  today: PlainDate,
): PlainDate => {
  const lastOfTerm: PlainDate = `${firstYearOf(schoolYear) + 1}-01-14`
  const isFirstTerm = level !== 'primary' && entry?.name === 'entry-closes.term1'
  return isFirstTerm && today > lastOfTerm ? lastOfTerm : today
}

const toDueSheet = (
  { classId, sheet, staffCode }: SheetState,
  { className, title, needed, filled }: Progress,
  { entry, confirmation }: DueDeadlines,
  today: PlainDate,
): readonly DueSheet[] => {
  const deadline = entry ?? confirmation
  if (staffCode === null || deadline === undefined) return []
  const of = { classId, sheet, staffCode }
  const name = `${title} ${className}`
  if (filled < needed)
    return [
      {
        ...of,
        kind: 'sheet-due',
        text: `${name}: còn ${needed - filled} ô chưa nhập. ${tell(deadline, today)}`,
      },
    ]
  if (confirmation === undefined || needed === 0) return []
  return [
    { ...of, kind: 'sheet-unconfirmed', text: `${name}: đã đủ, chưa xác nhận. ${tell(confirmation, today)}` },
  ]
}

const tell = ({ title, date }: YearDeadline, today: PlainDate): string => {
  const day = `${title}: ${formatDate(date)}`
  if (today > date) return `${day}, đã quá hạn.`
  const days = Math.round((Date.parse(date) - Date.parse(today)) / 86_400_000)
  return days === 0 ? `${day}, hôm nay.` : `${day}, còn ${days} ngày.`
}
