import { sheetTitle, type SheetName } from '../../../gradebook/index.ts'
import { subjectsOfLevel } from '../../../shared/subjects.ts'
import { confirmedClosings } from '../../../workflow/index.ts'
import type { SchoolTransaction } from '../school/enter-school.ts'
import { listSheetStandings, nameOf } from './entry-standings.ts'
import type { TouchedYear } from './require-open.ts'

/** Moves out of or into a class of which anything is confirmed, each with the reason. One statement. */
export const listClosedMoves = async (
  transaction: SchoolTransaction,
  touched: TouchedYear,
): Promise<readonly string[]> => {
  const moves = listMoves(touched)
  if (moves.length === 0) return []
  const closed = await listClosedClasses(transaction, touched, [...new Set(moves.flatMap(({ of }) => of))])
  return moves.flatMap(({ pupil, of }) => {
    const [because] = of.flatMap((classId) => closed.get(classId) ?? [])
    return because === undefined ? [] : [`Chuyển lớp ${nameOf(pupil)}: ${because}`]
  })
}

const listMoves = ({ rows, standings }: TouchedYear) =>
  rows.flatMap(({ table, studentCode, before, after }) => {
    const pupil = standings.get(studentCode)
    if (table !== 'enrolment' || before === undefined || after === undefined) return []
    const of = [before, after].map((row) => String(row['class_id']))
    return of[0] !== of[1] && pupil?.isIssued === false ? [{ pupil, of }] : []
  })

/** Classes of which a sheet is confirmed or that are carried over, each with one reason. */
const listClosedClasses = async (
  transaction: SchoolTransaction,
  touched: TouchedYear,
  classIds: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const subjects = subjectsOfLevel[touched.level].map(({ code }) => code)
  const names: readonly SheetName[] = [...subjects, 'homeroom', 'decisions']
  const sheets = classIds.flatMap((classId) => names.map((sheet) => ({ classId, sheet })))
  const standings = await listSheetStandings(transaction, touched, sheets)
  return new Map(
    standings.flatMap(({ classId, sheet, facts }) => {
      const [closing] = confirmedClosings(facts)
      const place = `lớp ${classId}, trang ${sheetTitle(touched.level, sheet)}`
      return closing === undefined ? [] : [[classId, `${place}: ${closing.because}`] as const]
    }),
  )
}
