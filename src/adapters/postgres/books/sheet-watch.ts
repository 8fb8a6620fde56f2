import type { CellValues } from '../../../gradebook/index.ts'
import { isSubjectCode } from '../../../shared/subjects.ts'
import { watchSheet, type Warning, type WatchedRow } from '../../../workflow/index.ts'
import { readSheetIn, type StoredSheet } from '../gradebook/read-sheet.ts'
import type { SheetPlace } from '../gradebook/sheet-facts.ts'
import type { SchoolTransaction } from '../school/enter-school.ts'

/** A sheet as it stands with what is to be looked at before it is confirmed. */
export interface WatchedSheet {
  readonly sheet: StoredSheet
  readonly warnings: readonly Warning[]
}

/** Watches a sheet of a class; undefined where the class has no such sheet. Three statements. */
export const readWatchedSheet = async (
  transaction: SchoolTransaction,
  place: SheetPlace,
): Promise<WatchedSheet | undefined> => {
  const sheet = await readSheetIn(transaction, place, {})
  if (sheet === undefined) return undefined
  const { sheet: name, schoolYear } = place
  const context = {
    sheet: name,
    schoolYear,
    grade: sheet.schoolClass.grade,
    periodsPerYear: sheet.periodsPerYear,
  }
  return { sheet, warnings: watchSheet(context, rowsOf(sheet, isSubjectCode(name))) }
}

const rowsOf = ({ students, cells }: StoredSheet, isSubject: boolean): readonly WatchedRow[] => {
  const byStudent = Map.groupBy(cells, ({ studentCode }) => studentCode)
  return students.map(({ studentCode, fullName, isExempt }) => ({
    studentCode,
    fullName,
    isExempt: isSubject && isExempt,
    values: new Map(
      (byStudent.get(studentCode) ?? []).map(({ path, value }) => [path, value]),
    ) satisfies CellValues,
  }))
}
