import { formatDate, isPlainDate, type PlainDate } from '../shared/dates.ts'
import { levelOfGrade, type EducationLevel, type Grade } from '../shared/education-level.ts'
import type { Closing, YearPart } from './sheet.ts'

/** Hạn nhập: the last day on which a part of the year may be filled in, as the school has set it. */
export interface Deadline {
  readonly part: YearPart
  readonly closesOn: PlainDate
  /** The document or reason the school gave. */
  readonly article: string | null
}

const parts: Readonly<Record<EducationLevel, Partial<Record<YearPart, string>>>> = {
  primary: {
    midterm1: 'giữa học kì I',
    term1: 'cuối học kì I',
    midterm2: 'giữa học kì II',
    year: 'cuối năm học',
    summer: 'sau đánh giá bổ sung',
  },
  'lower-secondary': { term1: 'học kì I', year: 'học kì II và cả năm', summer: 'sau đánh giá lại trong hè' },
  'upper-secondary': { term1: 'học kì I', year: 'học kì II và cả năm', summer: 'sau đánh giá lại trong hè' },
}

/** What a part of the year is called at a level: 'học kì I'; undefined where the level has no such part. */
export const titleOfPart = (level: EducationLevel, part: YearPart): string | undefined => parts[level][part]

const prefix = 'entry-closes.'

/** The settings that close a part of the year at a level: 'entry-closes.term1' with a date as its value. */
export const deadlineSettings = (
  level: EducationLevel,
): readonly { readonly name: string; readonly title: string }[] =>
  Object.entries(parts[level]).map(([part, name]) => ({ name: prefix + part, title: `Hạn nhập ${name}` }))

/** A deadline from a school's setting; undefined where it is none, or its value is no date. */
export const readDeadline = (name: string, value: string, reason: string | null): Deadline | undefined => {
  const part = name.startsWith(prefix) ? name.slice(prefix.length) : ''
  if (!isPart(part) || !isPlainDate(value)) return undefined
  return { part, closesOn: value, article: reason === '' ? null : reason }
}

const isPart = (text: string): text is YearPart => text in parts.primary

/** The parts of the year that are closed on a day: those whose last day has gone by. */
export const closingsOn = (deadlines: readonly Deadline[], today: PlainDate): readonly Closing[] =>
  deadlines
    .filter(({ closesOn }) => closesOn < today)
    .map(({ part, closesOn, article }) => ({
      part,
      because: `Đã hết hạn nhập ngày ${formatDate(closesOn)}${article === null ? '' : ` (${article})`}.`,
    }))

/** The deadline that comes next, with its title: 'Hạn nhập học kì I'. */
export const findNextDeadline = (
  grade: Grade,
  deadlines: readonly Deadline[],
  today: PlainDate,
): (Deadline & { readonly title: string }) | undefined => {
  const [next] = deadlines
    .filter(({ part, closesOn }) => closesOn >= today && parts[levelOfGrade(grade)][part] !== undefined)
    .toSorted((a, b) => (a.closesOn < b.closesOn ? -1 : 1))
  return next && { ...next, title: `Hạn nhập ${parts[levelOfGrade(grade)][next.part] ?? ''}` }
}
