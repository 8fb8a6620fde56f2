import { readFileSync } from 'node:fs'
import type { SchoolYearRecords } from '../../../src/records/index.ts'

interface Operation {
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, object>> }>>
}

interface Description {
  readonly paths: Readonly<Record<string, { readonly get?: Operation }>>
}

const { paths } = JSON.parse(
  readFileSync(new URL('../../../docs/openapi.json', import.meta.url), 'utf8'),
) as Description

const answersInJson = ({ get }: { readonly get?: Operation }): boolean =>
  get?.responses['200']?.content?.['application/json'] !== undefined

/** Every address of a school that the documented API reads lists and pages from: '/api/v1/schools/{schoolCode}/years'. */
export const listRoutes: readonly string[] = Object.entries(paths).flatMap(([path, route]) =>
  path.startsWith('/api/v1/schools/') && answersInJson(route) ? [path] : [],
)

/** An order and a sitting that the lists are asked of. */
const listedOrder = '018f0000-0000-4000-8000-0000000000a1'
const listedSitting = '018f0000-0000-4000-8000-0000000000a2'

/** The route's address for a school: its first class, a pupil of it and a sheet of marks. */
export const addressOf = (route: string, records: SchoolYearRecords, sheet: string): string => {
  const [{ classId } = { classId: '' }] = records.classes
  const pupil = records.students.find((student) => student.classId === classId)
  const values: Readonly<Record<string, string>> = {
    schoolCode: records.school.code,
    schoolYear: records.schoolYear,
    level: records.school.level,
    classId,
    studentCode: pupil?.profile.studentCode ?? '',
    sheet,
    orderId: listedOrder,
    sittingId: listedSitting,
  }
  const path = route.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? ''))
  return path.endsWith('/changes') ? `${path}?since=2026-01-01T00:00:00Z` : path
}

/** Puts an order and a sitting into a school, which are asked for by their numbers. */
export const putListed = async (
  ask: (text: string, values: readonly unknown[]) => Promise<unknown>,
  tenant: number,
  { school, schoolYear }: SchoolYearRecords,
): Promise<void> => {
  const place = [tenant, schoolYear, school.level]
  await ask(
    `insert into school.entry_order (tenant_id, school_year, level, order_id, order_number, reason, opens_at, ends_at,
       by_name, act_id)
     select $1, $2, $3::school.education_level, $4, '05/L-HT', 'Bổ sung điểm', '2026-11-01', '2026-11-05',
       'Quàng Thị Thời', act_id
     from school.act where tenant_id = $1 limit 1`,
    [...place, listedOrder],
  )
  await ask(
    `insert into school.sitting (tenant_id, school_year, level, sitting_id, kind, staff_code, account_id, by_name,
       digest, began_at, state, ended_at, total)
     values ($1, $2, $3::school.education_level, $4, 'sign', $5, $4, 'Quàng Thị Thời', sha256(''), '2026-11-01',
       'ended', '2026-11-01', 0)`,
    [...place, listedSitting, school.approver.staffCode],
  )
}
