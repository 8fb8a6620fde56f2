import { randomUUID } from 'node:crypto'
import type { EducationLevel } from '../../../shared/education-level.ts'
import { Refusal } from '../../../shared/refusal.ts'
import type { Database } from '../connect.ts'
import { writingSchool } from './enter-school.ts'

/** A school year as it begins: the school's own lines, and nobody yet. */
export interface NewSchoolYear {
  readonly schoolCode: string
  readonly schoolYear: string
  readonly level: EducationLevel
  readonly name: string
  readonly wardCode: string
  readonly wardName: string
  readonly provinceCode: string
  readonly provinceName: string
  readonly signingPlace: string
}

/** Begins a school year by hand, in one act. Refused where it is there already. Who approves is not known yet. */
export const addSchoolYear = (
  database: Database<'school'>,
  year: NewSchoolYear,
  { now, by, accountId }: { readonly now: Date; readonly by: string; readonly accountId?: string },
): Promise<void> =>
  writingSchool(database, year.schoolCode, async (transaction, tenant) => {
    const actId = randomUUID()
    await transaction
      .insertInto('school.act')
      .values({
        tenant_id: tenant,
        act_id: actId,
        kind: 'set-up',
        school_year: year.schoolYear,
        level: year.level,
        acted_at: now,
        acted_by: by,
        account_id: accountId ?? null,
      })
      .execute()
    const { numInsertedOrUpdatedRows } = await transaction
      .insertInto('school.school_year')
      .values({
        tenant_id: tenant,
        school_year: year.schoolYear,
        level: year.level,
        name: year.name,
        ward_code: year.wardCode,
        ward_name: year.wardName,
        province_code: year.provinceCode,
        province_name: year.provinceName,
        signing_place: year.signingPlace,
        approver: '',
        act_id: actId,
      })
      .onConflict((conflict) => conflict.columns(['tenant_id', 'school_year', 'level']).doNothing())
      .executeTakeFirstOrThrow()
    if (numInsertedOrUpdatedRows !== 1n)
      throw new Refusal('input-not-accepted', `Năm học ${year.schoolYear} của cấp học này đã có.`)
  })
