import { sql } from 'kysely'
import type { EducationLevel } from '../../../shared/education-level.ts'
import type { SchoolYear } from '../../../shared/school-year.ts'
import { withTenant, type Database } from '../connect.ts'
import type { ClassPlace } from '../gradebook/class-results.ts'
import type { SchoolActTable } from '../schema.ts'
import type { SchoolTransaction } from '../school/enter-school.ts'

/**
 * Does something to a class's books in one transaction: nobody writes in its gradebook, confirms it or makes its reports
 * meanwhile. Undefined where the level has no such class this year, or where the work gives it.
 */
export const holdingClass = <T>(
  database: Database<'school'>,
  place: ClassPlace,
  work: (transaction: SchoolTransaction) => Promise<T | undefined>,
): Promise<T | undefined> =>
  withTenant(database, place.tenant, async (transaction) =>
    (await holdClass(transaction, place)) ? work(transaction) : undefined,
  )

/**
 * Holds a class until the transaction ends; false where there is none. Saves of its cells wait, other classes do not. An
 * import or a set-up of the school that is at work goes first, and the next one waits.
 */
export const holdClass = async (
  transaction: SchoolTransaction,
  { tenant, schoolYear, level, classId }: ClassPlace,
): Promise<boolean> => {
  // Before the class, since its act asks for the school's row too: who imports holds that first.
  await sql`select tenant_id from school.school where tenant_id = ${tenant} for key share`.execute(
    transaction,
  )
  const { rows } = await sql`
    select class_id from school.class
    where tenant_id = ${tenant} and school_year = ${schoolYear} and class_id = ${classId} and level = ${level}
    for no key update`.execute(transaction)
  return rows.length > 0
}

/** One act, as the trace names it: who did what, when, and on which sheet of which class. */
export interface EnteredAct {
  readonly tenant: number
  readonly schoolYear: SchoolYear
  readonly level: EducationLevel
  readonly actId: string
  readonly kind: SchoolActTable['kind']
  readonly by: { readonly accountId: string; readonly fullName: string }
  readonly now: Date
  readonly classId?: string
  readonly sheet?: string
}

/** Enters an act. Before what refers to it. */
export const enterAct = async (
  transaction: SchoolTransaction,
  { tenant, schoolYear, level, actId, kind, by, now, classId, sheet }: EnteredAct,
): Promise<void> => {
  await transaction
    .insertInto('school.act')
    .values({
      tenant_id: tenant,
      act_id: actId,
      kind,
      school_year: schoolYear,
      level,
      acted_at: now,
      acted_by: by.fullName,
      account_id: by.accountId,
      class_id: classId ?? null,
      sheet: sheet ?? null,
    })
    .execute()
}
