import { sql } from 'kysely'
import { textLimits } from '../../../shared/limits.ts'
import { withTenant, type Database } from '../connect.ts'
import type { NamedStaff, YearPlace } from './lists.ts'
import { settingUp, type OpenYear, type SetUpBy, type SetUpPlace } from './set-up-act.ts'
import { changeOf, findRow, refuseInput, requireSeen } from './set-up-rows.ts'
import { readText } from './typed-values.ts'

/** A subject group (tổ chuyên môn) with its head and members. */
export interface ListedGroup {
  readonly name: string
  readonly head: NamedStaff | null
  readonly members: readonly NamedStaff[]
  /** Null while only its members name it. */
  readonly version: number | null
}

/** The subject groups of a year by name: those that have a row, and those that staff are said to be in. One statement. */
export const listSubjectGroups = (
  database: Database<'school'>,
  { tenant, schoolYear, level }: YearPlace,
): Promise<readonly ListedGroup[]> =>
  withTenant(database, tenant, async (transaction) => {
    const here = (alias: string) =>
      sql`${sql.ref(`${alias}.tenant_id`)} = ${tenant} and ${sql.ref(`${alias}.school_year`)} = ${schoolYear}
        and ${sql.ref(`${alias}.level`)} = ${level}`
    const { rows } = await sql<ListedGroup>`
      select n.name, g.version,
        (select jsonb_build_object('staffCode', h.staff_code, 'fullName', h.full_name)
          from school.staff h where ${here('h')} and h.staff_code = g.head) as head,
        coalesce((select jsonb_agg(jsonb_build_object('staffCode', m.staff_code, 'fullName', m.full_name)
          order by m.given_name, m.full_name) from school.staff m where ${here('m')} and m.subject_group = n.name),
          '[]') as members
      from (select g.name from school.subject_group g where ${here('g')}
        union select s.subject_group collate hocba.vi from school.staff s
          where ${here('s')} and s.subject_group is not null) n
        left join school.subject_group g on ${here('g')} and g.name = n.name
      order by n.name`.execute(transaction)
    return rows
  })

/** Makes a subject group, or gives it another head. */
export const saveSubjectGroup = (
  database: Database<'school'>,
  place: SetUpPlace,
  typed: { readonly name: string; readonly head: string | null; readonly seenVersion: number | null },
  by: SetUpBy,
): Promise<{ readonly version: number }> =>
  settingUp(database, place, by, async (year) => {
    const name = readText('Tên tổ', typed.name, textLimits.name)
    const before = await findRow(year, 'subject_group', { name })
    requireSeen(before, typed.seenVersion, `Tổ ${name}`)
    if (typed.head !== null) await requireStaff(year, 'Tổ trưởng', [typed.head])
    const change = changeOf('subject_group', before, { name, head: typed.head })
    await year.write([change])
    return { version: Number(before?.['version'] ?? 0) + (change.counts.unchanged === 1 ? 0 : 1) }
  })

/** Refuses codes that nobody of the year's present staff has. */
export const requireStaff = async (
  { transaction, tenant, schoolYear, level }: OpenYear,
  field: string,
  codes: readonly string[],
): Promise<void> => {
  const { rows } = await sql<{ readonly code: string; readonly has_left: boolean | null }>`
    select n.code, s.has_left from unnest(${[...new Set(codes)]}::text[]) as n(code)
      left join school.staff s on s.tenant_id = ${tenant} and s.school_year = ${schoolYear} and s.level = ${level}
        and s.staff_code = n.code
    where s.staff_code is null or s.has_left`.execute(transaction)
  const [missing] = rows
  if (missing === undefined) return
  throw refuseInput(
    missing.has_left === true
      ? `Mục '${field}': cán bộ ${missing.code} đã rời trường → chọn người khác.`
      : `Mục '${field}': không có cán bộ mã ${missing.code} trong năm học này → thêm cán bộ trước, hoặc sửa mã.`,
  )
}
