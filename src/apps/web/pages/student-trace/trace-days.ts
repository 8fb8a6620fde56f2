import {
  describeCell,
  findColumn,
  isSheetName,
  sheetTitle,
  type SheetName,
} from '../../../../gradebook/index.ts'
import { levelOfGrade, type Grade } from '../../../../shared/education-level.ts'
import type { SchoolYear } from '../../../../shared/school-year.ts'

/** One writing as the server answers it. */
export interface TraceEntry {
  readonly at: string
  readonly byName: string
  readonly kind: string
  readonly sheet: string
  readonly path: string
  readonly columnTitle: string
  readonly before: string | null
  readonly after: string | null
}

/** One writing as a person reads it. */
export interface ReadableEntry {
  readonly key: string
  readonly time: string
  readonly byName: string
  readonly kind: string
  readonly sheet: string
  readonly column: string
  readonly before: string | null
  readonly after: string | null
}

export interface TraceDay {
  /** '23/11/2026' */
  readonly day: string
  readonly entries: readonly ReadableEntry[]
}

interface YearOfTrace {
  readonly grade: Grade
  readonly schoolYear: SchoolYear
}

/** The sheets that a trace speaks of, each once. */
export const sheetsOf = (
  grade: Grade,
  entries: readonly TraceEntry[],
): readonly { readonly sheet: string; readonly title: string }[] =>
  [...new Set(entries.map(({ sheet }) => sheet))].map((sheet) => ({ sheet, title: titleOf(grade, sheet) }))

const titleOf = (grade: Grade, sheet: string): string =>
  isSheetName(sheet) ? sheetTitle(levelOfGrade(grade), sheet) : sheet

/** The writings by day of Vietnam, latest first, values in full words. */
export const listDays = (year: YearOfTrace, entries: readonly TraceEntry[]): readonly TraceDay[] =>
  [...Map.groupBy(entries, ({ at }) => dayFormat.format(new Date(at)))].map(([day, own]) => ({
    day,
    entries: own.map((entry) => readable(year, entry)),
  }))

const inVietnam = { timeZone: 'Asia/Ho_Chi_Minh' } as const
const dayFormat = new Intl.DateTimeFormat('en-GB', {
  ...inVietnam,
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
})
const timeFormat = new Intl.DateTimeFormat('en-GB', { ...inVietnam, hour: '2-digit', minute: '2-digit' })

const readable = (year: YearOfTrace, entry: TraceEntry): ReadableEntry => {
  const { at, byName, kind, sheet, path, columnTitle, before, after } = entry
  const inWords = (value: string | null): string | null =>
    value === null ? null : isSheetName(sheet) ? describe(year, sheet, path, value) : value
  return {
    key: `${at} ${sheet} ${path}`,
    time: timeFormat.format(new Date(at)),
    byName,
    kind,
    sheet: titleOf(year.grade, sheet),
    column: columnTitle,
    before: inWords(before),
    after: inWords(after),
  }
}

const describe = (year: YearOfTrace, sheet: SheetName, path: string, value: string): string => {
  const column = findColumn({ ...year, sheet }, path)
  return column === undefined ? value.replace(/^(\d+)\.(\d+)$/, '$1,$2') : describeCell(column, value)
}
