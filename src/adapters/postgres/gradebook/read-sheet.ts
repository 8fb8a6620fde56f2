import {
  columnsOf,
  isSheetOfGrade,
  sheetTitle,
  type Closing,
  type Column,
  type Deadline,
  type ListLengths,
} from '../../../gradebook/index.ts'
import type { Grade } from '../../../shared/education-level.ts'
import { isSubjectCode } from '../../../shared/subjects.ts'
import { sheetClosings } from '../../../workflow/index.ts'
import { withTenant, type Database } from '../connect.ts'
import type { SchoolTransaction } from '../school/enter-school.ts'
import { contextOf, findSheetFacts, type SheetFactsRow, type SheetPlace } from './sheet-facts.ts'
import { listSheetStudents, type SheetStudent } from './sheet-students.ts'
import { toEntryFacts } from './stored-entry-facts.ts'
import { listStoredCells, type StoredCell } from './stored-cells.ts'

/** A cell as a sheet shows it; of counted absences also why it cannot be written. */
export interface SheetCell extends StoredCell {
  readonly lockedBecause: string | null
}

/** A sheet with all that is needed to show and fill it. */
export interface StoredSheet {
  readonly schoolClass: { readonly classId: string; readonly name: string; readonly grade: Grade }
  readonly title: string
  readonly subjectName: string | null
  readonly teachers: readonly string[]
  readonly periodsPerYear: number | null
  readonly columns: readonly Column[]
  readonly students: readonly SheetStudent[]
  readonly cells: readonly SheetCell[]
  readonly article9_3: 'mask' | 'replace'
  readonly deadlines: readonly Deadline[]
}

/** What changes a sheet from outside. */
export interface SheetCircumstances {
  /** What is closed besides the parts whose deadline has gone by. */
  readonly closings?: readonly Closing[]
  /** Without it what is written is asked for, and nothing is closed. */
  readonly now?: Date
  /** Of attendance: 'YYYY-MM'. */
  readonly month?: string
}

/**
 * A sheet of a class's gradebook as it stands; undefined where there is no such class or the class has no such sheet.
 * Three queries, however many pupils.
 */
export const readSheet = (
  database: Database<'school'>,
  place: SheetPlace,
  circumstances: SheetCircumstances,
): Promise<StoredSheet | undefined> =>
  withTenant(database, place.tenant, (transaction) => readSheetIn(transaction, place, circumstances))

/** The same within a transaction. */
export const readSheetIn = async (
  transaction: SchoolTransaction,
  place: SheetPlace,
  circumstances: SheetCircumstances,
): Promise<StoredSheet | undefined> => {
  const facts = await findSheetFacts(transaction, place, circumstances.now)
  if (facts === undefined || !hasSheet(place, facts)) return undefined
  const students = await listSheetStudents(transaction, place)
  const stored = await listStoredCells(transaction, place)
  return toSheet(place, facts, students, stored, circumstances)
}

/** A subject's sheet is there where the plan assigns it; the class's own sheets always are. */
export const hasSheet = ({ sheet }: SheetPlace, { grade, periods_per_year }: SheetFactsRow): boolean =>
  isSheetOfGrade(grade, sheet) && (!isSubjectCode(sheet) || periods_per_year !== null)

const toSheet = (
  place: SheetPlace,
  facts: SheetFactsRow,
  students: readonly SheetStudent[],
  stored: readonly StoredCell[],
  { closings = [], month, now }: SheetCircumstances,
): StoredSheet => {
  const { sheet, level } = place
  const title = titleOf(sheetTitle(level, sheet), sheet, facts)
  const entry = toEntryFacts(facts.facts)
  const closed = [...closings, ...(now === undefined ? [] : sheetClosings(entry, { now }))]
  const context = { ...contextOf(place, facts, closed), lengths: lengthsOf(stored) }
  return {
    schoolClass: { classId: facts.class_id, name: facts.name, grade: facts.grade },
    title,
    subjectName: isSubjectCode(sheet) ? title : null,
    teachers: facts.teachers,
    periodsPerYear: facts.periods_per_year,
    columns: columnsOf(month === undefined ? context : { ...context, month }),
    students,
    cells: sheet === 'homeroom' ? withCountedAbsences(stored, students) : stored.map(open),
    article9_3: facts.article9_3 ?? 'mask',
    deadlines: entry.deadlines,
  }
}

const titleOf = (title: string, sheet: string, { foreign_language }: SheetFactsRow): string =>
  sheet === 'NGOAI_NGU_1' && foreign_language !== null ? `${title} (${foreign_language})` : title

const open = (cell: StoredCell): SheetCell => ({ ...cell, lockedBecause: null })

const lists = ['commendations', 'certificates', 'competitions'] as const

/** How long the lists of the sheet are, by the last item that is written. */
const lengthsOf = (cells: readonly StoredCell[]): ListLengths => {
  const lengths: { -readonly [Name in keyof ListLengths]: number } = {}
  for (const { path, value } of cells) {
    const [head = '', , field = '', index = ''] = path.split('.')
    if (value === null) continue
    if (field.startsWith('regular')) lengths.regular = Math.max(lengths.regular ?? 0, Number(index) + 1)
    const list = lists.find((name) => name === head)
    if (list !== undefined) lengths[list] = Math.max(lengths[list] ?? 0, Number(path.split('.')[1]) + 1)
  }
  return lengths
}

export const countedBecause = 'Đếm từ trang điểm danh: hãy sửa ở trang đó.'

/** Totals of absences are those of attendance wherever it has a day of the pupil. */
const withCountedAbsences = (
  stored: readonly StoredCell[],
  students: readonly SheetStudent[],
): readonly SheetCell[] => {
  const counted = students.flatMap((student) => countedCells(student, stored))
  const replaced = new Set(counted.map(({ studentCode, path }) => `${studentCode} ${path}`))
  const others = stored.filter(({ studentCode, path }) => !replaced.has(`${studentCode} ${path}`))
  return [...others.map(open), ...counted]
}

const countedCells = (
  { studentCode, excusedDays, unexcusedDays }: SheetStudent,
  stored: readonly StoredCell[],
): readonly SheetCell[] => {
  if (excusedDays === null || unexcusedDays === null) return []
  return (
    [
      ['absences.excused', excusedDays],
      ['absences.unexcused', unexcusedDays],
    ] as const
  ).map(([path, count]) => {
    const own = stored.find((cell) => cell.studentCode === studentCode && cell.path === path)
    return {
      studentCode,
      path,
      value: String(count),
      version: own?.version ?? 0,
      byName: own?.byName ?? '',
      at: own?.at ?? new Date(0).toISOString(),
      lockedBecause: countedBecause,
    }
  })
}
