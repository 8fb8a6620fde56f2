import { sheetTitle, type SheetName } from '../../../gradebook/index.ts'
import { isSubjectCode } from '../../../shared/subjects.ts'
import type { ConfirmedPart } from '../../../workflow/index.ts'
import type { ClassPlace } from '../gradebook/class-results.ts'
import type { SchoolTransaction } from '../school/enter-school.ts'
import { refuseAct } from './acting.ts'
import { listSummerSheets } from './cell-digests.ts'
import { listConfirmations } from './stored-confirmations.ts'

/**
 * Refuses as long as a subject's sheet or the homeroom teacher's does not stand confirmed, and names those that do not.
 * The summer is asked of those sheets alone on which it gave something: nobody else is called back from the holidays.
 */
export const requireConfirmed = async (
  transaction: SchoolTransaction,
  place: ClassPlace,
  part: ConfirmedPart,
): Promise<void> => {
  const confirmations = await listConfirmations(transaction, place)
  const standing = new Set(
    confirmations.filter(({ kind }) => kind === 'confirm').map((one) => `${one.sheet}/${one.part}`),
  )
  const ofSummer = part === 'summer' ? await listSummerSheets(transaction, place) : []
  const missing = (await listSheets(transaction, place)).filter(
    (sheet) =>
      !standing.has(`${sheet}/year`) || (ofSummer.includes(sheet) && !standing.has(`${sheet}/summer`)),
  )
  if (missing.length === 0) return
  const titles = missing.map((sheet) => sheetTitle(place.level, sheet))
  throw refuseAct(
    `Chưa kết chuyển được: ${titles.length} trang chưa xác nhận${part === 'summer' ? ' kết quả hè' : ''}: ` +
      `${titles.join(', ')}. Hãy nhờ giáo viên của trang xác nhận trước.`,
  )
}

/** The class's subjects in their order, then the homeroom teacher's sheet. */
const listSheets = async (
  transaction: SchoolTransaction,
  { tenant, schoolYear, classId }: ClassPlace,
): Promise<readonly SheetName[]> => {
  const rows = await transaction
    .selectFrom('school.assignment')
    .select('subject')
    .where('tenant_id', '=', tenant)
    .where('school_year', '=', schoolYear)
    .where('class_id', '=', classId)
    .orderBy('position')
    .execute()
  return [...rows.flatMap(({ subject }) => (isSubjectCode(subject) ? [subject] : [])), 'homeroom']
}
