import { sql } from 'kysely'
import { sheetTitle } from '../../../gradebook/index.ts'
import { dayInVietnam, type PlainDate } from '../../../shared/dates.ts'
import type { EducationLevel } from '../../../shared/education-level.ts'
import type { SchoolYear } from '../../../shared/school-year.ts'
import { withTenant, type Database } from '../connect.ts'
import type { SchoolTransaction } from '../school/enter-school.ts'
import {
  listNudges,
  readIncidentNews,
  type IncidentNews,
  type NoticePerson,
  type ReceivedNudge,
} from './notice-messages.ts'
import { listDueSheets, type DueSheet } from './notice-sheets.ts'
import { listWaitingWork, type WaitingWork } from './notice-waiting.ts'
import { tellWaiting } from './waiting-words.ts'

/** One thing that somebody should know today: what kind, in words, and where it is done (under /truong). */
export interface NoticeItem {
  readonly kind: DueSheet['kind'] | WaitingWork['kind'] | 'nudge' | 'incident-open' | 'incident-answered'
  readonly text: string
  readonly path: string
}

/** A school, by its number and its code. */
export interface SchoolPlace {
  readonly tenant: number
  readonly schoolCode: string
}

interface YearOfSchool {
  readonly schoolYear: SchoolYear
  readonly level: EducationLevel
}

interface YearSheets extends YearOfSchool {
  readonly sheets: readonly DueSheet[]
}

/** All that items are made of, for everybody who was asked for. */
interface Gathered {
  readonly years: readonly YearSheets[]
  readonly waiting: readonly WaitingWork[]
  readonly nudges: readonly ReceivedNudge[]
  readonly incidents: IncidentNews
}

/**
 * What each of some members of a school should know today, by account (việc cần xem). For one person and for a whole
 * school the same statements: they grow with the school's years and levels, not with people, classes or pupils.
 */
export const readNoticeItems = async (
  database: Database<'school'>,
  place: SchoolPlace,
  people: readonly NoticePerson[],
  now: Date,
): Promise<ReadonlyMap<string, readonly NoticeItem[]>> => {
  const gathered = await gather(database, place, people, now)
  return new Map(people.map((person) => [person.accountId, itemsOf(place, person, gathered)]))
}

const gather = async (
  database: Database<'school'>,
  { tenant }: SchoolPlace,
  people: readonly NoticePerson[],
  now: Date,
): Promise<Gathered> => {
  const today = dayInVietnam(now)
  const staffCodes = people.flatMap(({ staffCode }) => staffCode ?? [])
  const [years, told] = await withTenant(database, tenant, async (transaction) => {
    const live = await listLiveYears(transaction, tenant, today)
    const schoolYears = [...new Set(live.map(({ schoolYear }) => schoolYear))]
    const waiting = await listWaitingWork(transaction, { tenant, schoolYears, staffCodes, now, today })
    const nudges = await listNudges(transaction, tenant, people, now)
    const incidents = await readIncidentNews(transaction, tenant, people, today)
    return [live, { waiting, nudges, incidents }]
  })
  const withSheets: YearSheets[] = []
  for (const year of years) {
    const sheets = await listDueSheets(database, { tenant, ...year }, staffCodes, today)
    withSheets.push({ ...year, sheets })
  }
  return { years: withSheets, ...told }
}

/** The newest school year, and the one before it until its summer is over; newest first. */
const listLiveYears = async (
  transaction: SchoolTransaction,
  tenant: number,
  today: PlainDate,
): Promise<readonly YearOfSchool[]> => {
  const { rows } = await sql<YearOfSchool>`
    select school_year as "schoolYear", level from school.school_year
    where tenant_id = ${tenant} and (
      school_year = (select max(school_year) from school.school_year where tenant_id = ${tenant})
      or right(school_year, 4) || '-09-30' >= ${today}
    )
    order by school_year desc, level`.execute(transaction)
  return rows
}

const itemsOf = (
  place: SchoolPlace,
  person: NoticePerson,
  { years, waiting, nudges, incidents }: Gathered,
): readonly NoticeItem[] => [
  ...nudges.filter(({ accountId }) => accountId === person.accountId).map((one) => ofNudge(place, one)),
  ...waiting.filter(({ staffCode }) => staffCode === person.staffCode).map((one) => ofWaiting(place, one)),
  ...years.flatMap((year) =>
    year.sheets
      .filter(({ staffCode }) => staffCode === person.staffCode)
      .map(({ kind, text, classId, sheet }) => ({
        kind,
        text,
        path: pathTo(place, year, `lop/${part(classId)}/so/${part(sheet)}`),
      })),
  ),
  ...ofIncidents(place, person, years[0], incidents),
]

const part = encodeURIComponent

const pathTo = ({ schoolCode }: SchoolPlace, { schoolYear, level }: YearOfSchool, page: string): string =>
  `/${part(schoolCode)}/${schoolYear}/${level}${page === '' ? '' : `/${page}`}`

const nudgePage = ({ classId, sheet }: ReceivedNudge): string => {
  if (classId === null) return ''
  return sheet === null ? `lop/${part(classId)}` : `lop/${part(classId)}/so/${part(sheet)}`
}

const ofNudge = (place: SchoolPlace, nudge: ReceivedNudge): NoticeItem => {
  const { level, byName, className, sheet, words } = nudge
  const about = [
    ...(sheet === null ? [] : [sheetTitle(level, sheet)]),
    ...(className === null ? [] : [className]),
  ]
  return {
    kind: 'nudge',
    text: `${byName} nhắc${about.length === 0 ? '' : ` (${about.join(' ')})`}: ${words}`,
    path: pathTo(place, nudge, nudgePage(nudge)),
  }
}

const ofWaiting = (place: SchoolPlace, work: WaitingWork): NoticeItem => {
  const { text, page } = tellWaiting(work)
  return { kind: work.kind, text, path: pathTo(place, work, page) }
}

const ofIncidents = (
  place: SchoolPlace,
  { accountId, isAdministrator }: NoticePerson,
  year: YearOfSchool | undefined,
  { open, answered }: IncidentNews,
): readonly NoticeItem[] => {
  if (year === undefined) return []
  const path = pathTo(place, year, 'su-co')
  const own = answered.get(accountId) ?? 0
  return [
    ...(isAdministrator && open > 0
      ? [{ kind: 'incident-open' as const, text: `${open} báo sự cố chưa trả lời.`, path }]
      : []),
    ...(own > 0
      ? [{ kind: 'incident-answered' as const, text: `${own} báo sự cố của thầy cô đã được trả lời.`, path }]
      : []),
  ]
}
