import { columnsOf, sheetTitle, type SheetName } from '../../../gradebook/index.ts'
import type { Grade } from '../../../shared/education-level.ts'
import { Refusal } from '../../../shared/refusal.ts'
import { isSubjectCode } from '../../../shared/subjects.ts'
import type { ConfirmedPart } from '../../../workflow/index.ts'
import type { ClassPlace } from '../gradebook/class-results.ts'
import type { SchoolTransaction } from '../school/enter-school.ts'
import { listConfirmations } from './stored-confirmations.ts'

interface ConfirmableSheet {
  readonly sheet: SheetName
  /** Whether it has columns for what the summer gives. */
  readonly hasSummer: boolean
}

/**
 * Refuses as long as a subject's sheet or the homeroom teacher's does not stand confirmed, and names those that do not.
 * The summer is asked of sheets that have something of it.
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
  const missing = (await listSheets(transaction, place)).filter(
    ({ sheet, hasSummer }) =>
      !standing.has(`${sheet}/year`) || (part === 'summer' && hasSummer && !standing.has(`${sheet}/summer`)),
  )
  if (missing.length === 0) return
  const titles = missing.map(({ sheet }) => sheetTitle(place.level, sheet))
  throw new Refusal(
    'act-not-available',
    `Chưa kết chuyển được: ${titles.length} trang chưa xác nhận${part === 'summer' ? ' kết quả hè' : ''}: ` +
      `${titles.join(', ')}. Hãy nhờ giáo viên của trang xác nhận trước.`,
  )
}

const listSheets = async (
  transaction: SchoolTransaction,
  { tenant, schoolYear, classId }: ClassPlace,
): Promise<readonly ConfirmableSheet[]> => {
  const rows = await transaction
    .selectFrom('school.class as c')
    .leftJoin('school.assignment as a', (join) =>
      join
        .on('a.tenant_id', '=', tenant)
        .on('a.school_year', '=', schoolYear)
        .onRef('a.class_id', '=', 'c.class_id'),
    )
    .select(['c.grade', 'a.subject', 'a.periods_per_year as periodsPerYear'])
    .where('c.tenant_id', '=', tenant)
    .where('c.school_year', '=', schoolYear)
    .where('c.class_id', '=', classId)
    .orderBy('a.position')
    .execute()
  const [first] = rows
  const lessons = rows.flatMap((row) => (isSubjectCode(row.subject) ? [{ ...row, sheet: row.subject }] : []))
  const all = [
    ...lessons,
    ...(first === undefined ? [] : [{ ...first, sheet: 'homeroom', periodsPerYear: null } as const]),
  ]
  return all.map(({ sheet, grade, periodsPerYear }) => ({
    sheet,
    hasSummer: columnsOf({ sheet, schoolYear, grade: grade as Grade, periodsPerYear, closings: summer }).some(
      ({ isLocked }) => isLocked,
    ),
  }))
}

const summer = [{ part: 'summer', because: 'hè' }] as const
