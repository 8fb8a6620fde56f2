import { Refusal } from '../../../shared/refusal.ts'
import type { ClassPlace } from '../gradebook/class-results.ts'
import type { SchoolTransaction } from '../school/enter-school.ts'

/** A member of staff who acts for a class, by their account. */
export interface ClassTeacher {
  readonly accountId: string
  readonly fullName: string
  readonly staffCode?: string
}

/** Refuses an act on a class, as `act` names it, by anybody but its homeroom teacher. The class is there. */
export const requireHomeroomTeacher = async (
  transaction: SchoolTransaction,
  { tenant, schoolYear, classId }: ClassPlace,
  { staffCode }: ClassTeacher,
  act: string,
): Promise<void> => {
  const { name, homeroom_teacher: leads } = await transaction
    .selectFrom('school.class')
    .select(['name', 'homeroom_teacher'])
    .where('tenant_id', '=', tenant)
    .where('school_year', '=', schoolYear)
    .where('class_id', '=', classId)
    .executeTakeFirstOrThrow()
  if (leads !== null && leads === staffCode) return
  throw new Refusal(
    'act-not-available',
    leads === null
      ? `Lớp ${name} chưa có giáo viên chủ nhiệm nên chưa ${act} được. Hãy phân công giáo viên chủ nhiệm trước.`
      : `Chỉ giáo viên chủ nhiệm lớp ${name} được ${act} của lớp này.`,
  )
}
