import type { Lesson } from '../../../accounts/index.ts'
import type { SheetName } from '../../../gradebook/index.ts'
import type { PlainDate } from '../../../shared/dates.ts'
import type { Grade } from '../../../shared/education-level.ts'
import { subjectsOfLevel } from '../../../shared/subjects.ts'
import { withTenant, type Database } from '../connect.ts'
import { listProgress, type LevelPlace, type Progress, type WorkPlace } from '../gradebook/list-work.ts'
import {
  listWaitingReports,
  noBooks,
  readClassBooks,
  type ClassBooks,
  type WaitingReports,
} from './progress-books.ts'
import {
  forecastsOf,
  listYearDeadlines,
  type ProgressForecasts,
  type YearDeadline,
} from './progress-forecasts.ts'
import { readSeries, type DayProgress } from './progress-series.ts'
import {
  listClassStates,
  listNamedStaff,
  listSheetStates,
  type ClassState,
  type NamedStaff,
  type SheetState,
} from './progress-sheets.ts'

/** One sheet: of the cells asked for by today how many are filled, and whether its year is confirmed. */
export interface SheetProgress extends SheetState {
  readonly className: string
  readonly grade: Grade
  readonly title: string
  readonly needed: number
  readonly filled: number
}

/** The sum of some sheets. */
export interface SheetTotals {
  readonly needed: number
  readonly filled: number
  readonly sheets: number
  readonly confirmed: number
  readonly sentBack: number
}

export interface ClassProgress extends ClassState, SheetTotals {
  readonly className: string
  readonly grade: Grade
  /** Null where only some lessons are shown. */
  readonly books: ClassBooks | null
}

export interface SubjectProgress extends SheetTotals {
  readonly sheet: SheetName
  readonly title: string
}

export interface TeacherProgress extends SheetTotals, NamedStaff {
  /** Reports whose next signature is theirs, by class. */
  readonly waiting: readonly Omit<WaitingReports, 'staffCode'>[]
}

/** Tiến độ: how far a level's year is on its way to issued books. Every number is the sum of rows of `sheets`. */
export interface YearProgress {
  readonly today: PlainDate
  readonly sheets: readonly SheetProgress[]
  readonly classes: readonly ClassProgress[]
  readonly subjects: readonly SubjectProgress[]
  readonly teachers: readonly TeacherProgress[]
  /** Reports that wait for the school's seal, by class. */
  readonly toSeal: readonly Omit<WaitingReports, 'staffCode'>[]
  readonly series: readonly DayProgress[]
  readonly deadlines: readonly YearDeadline[]
  readonly forecasts: ProgressForecasts
}

/** Of which day, and of which lessons: without any, of the whole level with its books. */
export interface ProgressQuestion {
  readonly today: PlainDate
  readonly lessons?: readonly Lesson[]
}

/**
 * The progress of a level's year by sheet, class, subject and teacher, with the last thirty days and what is to be
 * expected. A fixed number of statements, whatever the size of the school.
 */
export const readProgress = async (
  database: Database<'school'>,
  place: LevelPlace,
  question: ProgressQuestion,
): Promise<YearProgress> => {
  const { today, lessons } = question
  // Side by side: counting cells takes longer than all the rest.
  const [cells, deadlines, standing] = await Promise.all([
    listProgress(database, place, wantedOf(place, lessons), today),
    listYearDeadlines(database, place),
    readStanding(database, place, question),
  ])
  const { classStates, states, staff, books, waiting, series } = standing
  const sheets = joinSheets(cells, states)
  const classes = classStates.flatMap((one) => toClass(one, sheets, books))
  return {
    today,
    sheets,
    classes,
    subjects: listSubjects(sheets),
    teachers: staff.flatMap((one) => toTeacher(one, sheets, waiting)),
    toSeal: waitingFor(null, waiting),
    series,
    deadlines,
    forecasts: forecastsOf({ today, series, deadlines, classes }),
  }
}

interface Standing {
  readonly classStates: readonly ClassState[]
  readonly states: readonly SheetState[]
  readonly staff: readonly NamedStaff[]
  readonly books: ReadonlyMap<string, ClassBooks> | undefined
  readonly waiting: readonly WaitingReports[]
  readonly series: readonly DayProgress[]
}

/** All but the cells; of some lessons nothing about the books. */
const readStanding = (
  database: Database<'school'>,
  place: LevelPlace,
  question: ProgressQuestion,
): Promise<Standing> =>
  withTenant(database, place.tenant, async (transaction) => {
    const isWhole = question.lessons === undefined
    return {
      classStates: await listClassStates(transaction, place),
      states: await listSheetStates(transaction, place),
      staff: await listNamedStaff(transaction, place),
      books: isWhole ? await readClassBooks(transaction, place) : undefined,
      waiting: isWhole ? await listWaitingReports(transaction, place) : [],
      series: await readSeries(transaction, place, question),
    }
  })

/** Every sheet that has cells to be filled by somebody: without a class, that of each class that has it. */
const wantedOf = ({ level }: LevelPlace, lessons: readonly Lesson[] | undefined): readonly WorkPlace[] =>
  lessons === undefined
    ? [...subjectsOfLevel[level].map(({ code }) => ({ sheet: code })), { sheet: 'homeroom' }]
    : lessons.map(({ classId, subject }) => ({ classId, sheet: subject }))

const keyOf = ({ classId, sheet }: Pick<SheetState, 'classId' | 'sheet'>): string => `${classId}\n${sheet}`

const joinSheets = (cells: readonly Progress[], states: readonly SheetState[]): readonly SheetProgress[] => {
  const byKey = new Map(states.map((one) => [keyOf(one), one]))
  return cells.flatMap((one) => {
    const state = byKey.get(keyOf(one))
    return state === undefined ? [] : [{ ...one, ...state }]
  })
}

const sumOf = (sheets: readonly SheetProgress[]): SheetTotals => ({
  needed: sheets.reduce((sum, { needed }) => sum + needed, 0),
  filled: sheets.reduce((sum, { filled }) => sum + filled, 0),
  sheets: sheets.length,
  confirmed: sheets.filter(({ isConfirmed }) => isConfirmed).length,
  sentBack: sheets.reduce((sum, { sentBack }) => sum + sentBack, 0),
})

const toClass = (
  state: ClassState,
  sheets: readonly SheetProgress[],
  books: ReadonlyMap<string, ClassBooks> | undefined,
): readonly ClassProgress[] => {
  const own = sheets.filter(({ classId }) => classId === state.classId)
  const [first] = own
  if (first === undefined) return []
  const { className, grade } = first
  const made = books === undefined ? null : (books.get(state.classId) ?? noBooks)
  return [{ ...state, className, grade, ...sumOf(own), books: made }]
}

const listSubjects = (sheets: readonly SheetProgress[]): readonly SubjectProgress[] =>
  [...Map.groupBy(sheets, ({ sheet }) => sheet)].map(([sheet, own]) => ({
    sheet,
    title: own[0]?.title ?? sheet,
    ...sumOf(own),
  }))

const waitingFor = (
  staffCode: string | null,
  waiting: readonly WaitingReports[],
): TeacherProgress['waiting'] =>
  waiting.filter((one) => one.staffCode === staffCode).map(({ classId, reports }) => ({ classId, reports }))

/** Whoever answers for no sheet and has nothing to sign is not listed. */
const toTeacher = (
  one: NamedStaff,
  sheets: readonly SheetProgress[],
  waiting: readonly WaitingReports[],
): readonly TeacherProgress[] => {
  const own = sheets.filter(({ staffCode }) => staffCode === one.staffCode)
  const toSign = waitingFor(one.staffCode, waiting)
  return own.length + toSign.length === 0 ? [] : [{ ...one, ...sumOf(own), waiting: toSign }]
}
