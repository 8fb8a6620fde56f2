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

/** An order and a sitting that the lists are asked of; whoever asks puts them there. */
export const listedOrder = '018f0000-0000-4000-8000-0000000000a1'
export const listedSitting = '018f0000-0000-4000-8000-0000000000a2'

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
