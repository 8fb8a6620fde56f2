import { sql } from 'kysely'
import { readDeadline, type Deadline } from '../../../gradebook/index.ts'
import { withTenant, type Database } from '../connect.ts'
import type { SheetPlace } from './sheet-facts.ts'

/** Settings as a query gathers them: name, value, reason. */
export type GatheredSettings = readonly (readonly [name: string, value: string, reason: string])[]

/** Gathers a year's deadlines within a query on (tenant, school year, level): parameters or columns, as text. */
export const gatheredDeadlines = (tenant: string, schoolYear: string, level: string): string => `
  coalesce((
    select jsonb_agg(jsonb_build_array(s.name, s.value, s.reason)) from school.setting s
    where s.tenant_id = ${tenant} and s.school_year = ${schoolYear} and s.level = ${level}
      and s.name like 'entry-closes.%'
  ), '[]')`

/** The deadlines among gathered settings. */
export const toDeadlines = (settings: GatheredSettings): readonly Deadline[] =>
  settings.flatMap(([name, value, reason]) => readDeadline(name, value, reason) ?? [])

/** The deadlines a school has set for a year of a level. */
export const listDeadlines = (
  database: Database<'school'>,
  { tenant, schoolYear, level }: Pick<SheetPlace, 'tenant' | 'schoolYear' | 'level'>,
): Promise<readonly Deadline[]> =>
  withTenant(database, tenant, async (transaction) => {
    const { rows } = await sql<{ readonly settings: GatheredSettings }>`
      select ${sql.raw(gatheredDeadlines('y.tenant_id', 'y.school_year', 'y.level'))} as settings
      from school.school_year y
      where y.tenant_id = ${tenant} and y.school_year = ${schoolYear} and y.level = ${level}`.execute(
      transaction,
    )
    return toDeadlines(rows[0]?.settings ?? [])
  })
