import { sql, type RawBuilder } from 'kysely'
import type { SchoolYear } from '../../../shared/school-year.ts'

/** In which years of which school slots are looked for. */
export interface SlotYears {
  readonly tenant: number
  readonly schoolYears: readonly SchoolYear[]
}

/** Every unsigned slot of current drafts. */
export const unsignedSlots = ({ tenant, schoolYears }: SlotYears): RawBuilder<unknown> => sql`
  select * from school.signature_slot
  where tenant_id = ${tenant} and school_year = any(${schoolYears}::text[]) and is_current and signature is null`

/** The unsigned slots of those pupils in whose books some members of staff have still to sign; found pupil by pupil. */
export const unsignedSlotsAround = (
  { tenant, schoolYears }: SlotYears,
  staffCodes: readonly string[],
): RawBuilder<unknown> => sql`
  select s.* from (
    select distinct school_year, student_code from school.signature_slot
    where tenant_id = ${tenant} and school_year = any(${schoolYears}::text[]) and is_current and signature is null
      and staff_code = any(${staffCodes}::text[])
  ) own cross join lateral (
    select * from school.signature_slot s
    where s.tenant_id = ${tenant} and s.school_year = own.school_year and s.student_code = own.student_code
    offset 0
  ) s
  where s.is_current and s.signature is null`

/**
 * Of some unsigned slots (all of each draft) those (s) whose turn has come: every slot before them is signed, and no
 * cell that they cover has been sent back. A cover by itself does not count once the pupil has a report, which contains it.
 */
export const readySlots = (tenant: number, slots: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  select s.* from (
    select s.*, array_agg(slot_id) over (partition by school_year, student_code, version, draft) as open
    from (${slots}) s
  ) s
  where not s.after && s.open
    and (s.version > 0 or not exists (
      select from school.report r where r.tenant_id = ${tenant} and r.school_year = s.school_year
        and r.student_code = s.student_code and r.version > 0 and r.is_current
    ))
    and not exists (
      select from school.send_back b where b.tenant_id = ${tenant} and b.school_year = s.school_year
        and b.student_code = s.student_code and b.answer is null and s.version > 0
        and ('hb' = any(s.covers) or 'mon-' || b.sheet = any(s.covers))
    )`
