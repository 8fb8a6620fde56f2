import { sql } from 'kysely'
import type { Role } from '../../../accounts/index.ts'
import { withTenant, type Database } from '../connect.ts'

interface Row {
  readonly staff_code: string
  readonly full_name: string
  readonly roles: readonly Role[]
}

/** Who is on the newest school year's staff, and as what; the administrator's duty is not known here. */
export interface StaffRoles {
  readonly fullName: string
  readonly roles: readonly Role[]
}

/** The staff of a school year (of the newest, where none is named), by code: one statement. */
export const readStaffRoles = (
  database: Database<'school'>,
  tenant: number,
  year?: { readonly schoolYear: string; readonly level: string },
): Promise<ReadonlyMap<string, StaffRoles>> =>
  withTenant(database, tenant, async (transaction) => {
    const { rows } = await sql<Row>`
      with y as (
        select school_year, level from school.school_year where tenant_id = ${tenant}
          ${
            year === undefined
              ? sql`and school_year = (select max(school_year) from school.school_year where tenant_id = ${tenant})`
              : sql`and school_year = ${year.schoolYear} and level::text = ${year.level}`
          })
      select s.staff_code, min(s.full_name) as full_name,
        array_remove(array_agg(distinct case when s.post in ('teacher', 'other') then null else s.post::text end)
          || array[
            case when bool_or(exists (select 1 from school.subject_group g where g.tenant_id = ${tenant}
              and g.school_year = s.school_year and g.level = s.level and g.head = s.staff_code)) then 'group-head' end,
            case when bool_or(exists (select 1 from school.class c where c.tenant_id = ${tenant}
              and c.school_year = s.school_year and c.level = s.level and c.homeroom_teacher = s.staff_code))
              then 'homeroom-teacher' end,
            case when bool_or(exists (select 1 from school.assignment a where a.tenant_id = ${tenant}
              and a.school_year = s.school_year and a.level = s.level and a.teacher = s.staff_code))
              then 'subject-teacher' end], null) as roles
      from y join school.staff s using (school_year, level)
      where s.tenant_id = ${tenant} and s.has_left is not true
      group by s.staff_code order by s.staff_code`.execute(transaction)
    return new Map(rows.map((row) => [row.staff_code, { fullName: row.full_name, roles: row.roles }]))
  })
