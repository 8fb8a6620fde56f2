import type { SchoolInUse } from '../parts/index.ts'
import { requestOfYear, type AnswerOf } from '../setting-up/request.ts'
import type { SittingKind } from './plan.ts'

/** One sitting as it stands. */
export type SittingView = AnswerOf<'listSittings'>['sittings'][number]
/** One sitting with what it did not sign. */
export type SittingDetail = AnswerOf<'getSitting'>

/** What somebody may sign or seal now. */
export const planQuery = (school: SchoolInUse, kind: SittingKind) => ({
  queryKey: ['signing', school.schoolCode, school.schoolYear, school.level, 'plan', kind],
  queryFn: () => requestOfYear<'getSigningPlan'>('get', school, `signing?kind=${kind}`),
})

/** The sittings that somebody may see, latest first. */
export const sittingsQuery = (school: SchoolInUse) => ({
  queryKey: ['signing', school.schoolCode, school.schoolYear, school.level, 'sittings'],
  queryFn: () => requestOfYear<'listSittings'>('get', school, 'signing/sittings'),
})

/** One sitting with what it did not sign. */
export const sittingQuery = (school: SchoolInUse, sittingId: string) => ({
  queryKey: ['sitting', school.schoolCode, sittingId],
  queryFn: () => requestOfYear<'getSitting'>('get', school, `signing/sittings/${sittingId}`),
})

/** Where the progress of a sitting is told (server-sent events). */
export const eventsAddress = ({ schoolCode, schoolYear, level }: SchoolInUse, sittingId: string): string =>
  `/api/v1/schools/${encodeURIComponent(schoolCode)}/years/${schoolYear}/${level}/signing/sittings/${sittingId}/events`
