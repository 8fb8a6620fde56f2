import { columnsOf, sheetTitle, type Closing, type Column } from '../../../gradebook/index.ts'
import { countLimits } from '../../../shared/limits.ts'
import { confirmedClosings, sheetClosings, whyClosed } from '../../../workflow/index.ts'
import { cellCaption } from '../school/change-words.ts'
import type { SchoolTransaction } from '../school/enter-school.ts'
import {
  listSheetStandings,
  nameOf,
  type ClassSheetName,
  type SheetStanding,
  type StoredStanding,
} from './entry-standings.ts'
import type { TouchedYear } from './require-open.ts'
import { listTouchedCells, type TouchedCell } from './touched-rows.ts'

interface PlacedCell extends TouchedCell, ClassSheetName {
  readonly pupil: StoredStanding | undefined
}

/** Cells and exemptions that are closed, of pupils whose book is not issued, each with the reason. One statement. */
export const listClosedCells = async (
  transaction: SchoolTransaction,
  touched: TouchedYear,
): Promise<readonly string[]> => {
  const { level } = touched
  const cells = placeCells(touched)
  if (cells.length === 0) return []
  const sheets = new Map(cells.map(({ classId, sheet }) => [keyOf({ classId, sheet }), { classId, sheet }]))
  const known = await listSheetStandings(transaction, touched, [...sheets.values()])
  const doors = new Map(known.map((sheet) => [keyOf(sheet), doorOf(touched, sheet)]))
  return cells.flatMap((cell) => {
    const because = doors.get(keyOf(cell))?.(cell)
    if (because === undefined) return []
    const who = cell.pupil === undefined ? `Học sinh ${cell.studentCode}` : nameOf(cell.pupil)
    return [`${who}, ${sheetTitle(level, cell.sheet)}, ${cellCaption(cell.row)}: ${because}`]
  })
}

const keyOf = ({ classId, sheet }: ClassSheetName): string => `${classId}\n${sheet}`

/** Cells with the class on whose sheet they stand: the pupil's as stored, of a new pupil the wanted one. */
const placeCells = ({ level, rows, standings }: TouchedYear): readonly PlacedCell[] => {
  const wanted = new Map(
    rows.flatMap(({ table, studentCode, after }) =>
      table === 'enrolment' && after !== undefined ? [[studentCode, String(after['class_id'])] as const] : [],
    ),
  )
  return listTouchedCells(rows, level).flatMap((cell) => {
    const pupil = standings.get(cell.studentCode)
    const classId = pupil?.classId ?? wanted.get(cell.studentCode)
    return classId === undefined || pupil?.isIssued === true ? [] : [{ ...cell, classId, pupil }]
  })
}

type Door = (cell: PlacedCell) => string | undefined

/** Why cells of one sheet may not be written. */
const doorOf = (touched: TouchedYear, sheet: SheetStanding): Door => {
  const closings = sheetClosings(sheet.facts, touched)
  const ofExemptions = lockOf('exempt', confirmedClosings(sheet.facts))
  const columns = columnsIn(touched, sheet, closings)
  return ({ path, pupil }) => {
    if (path === null) return whyClosed(ofExemptions, { isIssued: false, sentBack: [] })
    const sent = pupil?.sentBack ?? []
    const sentBack = sent.filter((one) => one.sheet === sheet.sheet).map((one) => one.path)
    if (closings.length === 0 && sentBack.length === 0) return undefined
    return whyClosed(columns.get(path) ?? lockOf(path, closings), { isIssued: false, sentBack })
  }
}

type Lock = Pick<Column, 'path' | 'isLocked' | 'lockedBecause'>

/** What has no column of its own belongs to the year. */
const lockOf = (path: string, closings: readonly Closing[]): Lock => {
  const closing = closings.find(({ part }) => part === 'year')
  return { path, isLocked: closing !== undefined, lockedBecause: closing?.because ?? null }
}

// Whatever is written already has its column, also of a list that is longer than it should be.
const lengths = { regular: 10, ...countLimits }

/** The columns of a sheet of which anything is closed, by their paths. */
const columnsIn = (
  { schoolYear, coming }: TouchedYear,
  { classId, sheet, ...stored }: SheetStanding,
  closings: readonly Closing[],
): ReadonlyMap<string, Column> => {
  const grade = stored.grade ?? coming.grades.get(classId)
  if (closings.length === 0 || grade === undefined) return new Map()
  const periodsPerYear = stored.periodsPerYear ?? coming.periods.get(`${classId}/${sheet}`) ?? null
  const context = { sheet, schoolYear, grade, periodsPerYear, closings, lengths }
  return new Map(columnsOf(context).map((column) => [column.path, column]))
}
