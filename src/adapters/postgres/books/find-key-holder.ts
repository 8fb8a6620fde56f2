import type { KeyHolder, SealHolder } from '../../../issuing/index.ts'
import type { SchoolTransaction } from '../school/enter-school.ts'
import type { YearScope } from '../school/load-rows.ts'

/** The school as a year writes it: whose seal is affixed. */
export const findSealHolder = async (
  transaction: SchoolTransaction,
  { tenant, schoolYear, level }: YearScope,
): Promise<SealHolder | undefined> => {
  const found = await transaction
    .selectFrom('school.school_year as y')
    .innerJoin('school.school as s', 's.tenant_id', 'y.tenant_id')
    .select(['s.school_code as code', 'y.name'])
    .where('y.tenant_id', '=', tenant)
    .where('s.tenant_id', '=', tenant)
    .where('y.school_year', '=', schoolYear)
    .where('y.level', '=', level)
    .executeTakeFirst()
  return found
}

/** A member of a year's staff as the one who holds a key (người giữ khóa); undefined where there is none, or no more. */
export const findKeyHolder = async (
  transaction: SchoolTransaction,
  scope: YearScope,
  staffCode: string,
): Promise<KeyHolder | undefined> => {
  const school = await findSealHolder(transaction, scope)
  const found = await transaction
    .selectFrom('school.staff')
    .select(['citizen_id', 'full_name'])
    .where('tenant_id', '=', scope.tenant)
    .where('school_year', '=', scope.schoolYear)
    .where('level', '=', scope.level)
    .where('staff_code', '=', staffCode)
    .where((where) => where.or([where('has_left', 'is', null), where('has_left', '=', false)]))
    .executeTakeFirst()
  return school === undefined || found === undefined
    ? undefined
    : {
        staffCode,
        citizenId: found.citizen_id,
        fullName: found.full_name,
        schoolCode: school.code,
        schoolName: school.name,
      }
}
