import { answerOf, api } from '../api/client.ts'
import type { SchoolInUse } from '../parts/index.ts'
import type { AnswerOf } from '../setting-up/request.ts'

/** Một việc trong thông báo. */
export type NoticeItem = AnswerOf<'listNotices'>['today']['items'][number]
/** Một sự cố đã báo. */
export type Incident = AnswerOf<'listIncidents'>['incidents'][number]

const pathOf = ({ schoolCode }: SchoolInUse) => ({ params: { path: { schoolCode } } })

export const noticesQuery = (school: SchoolInUse) => ({
  queryKey: ['notices', school.schoolCode],
  queryFn: () => answerOf(api.GET('/api/v1/schools/{schoolCode}/notices', pathOf(school))),
})

export const incidentsQuery = (school: SchoolInUse) => ({
  queryKey: ['incidents', school.schoolCode],
  queryFn: () => answerOf(api.GET('/api/v1/schools/{schoolCode}/incidents', pathOf(school))),
})

export const ownMailQuery = (school: SchoolInUse) => ({
  queryKey: ['own-mail', school.schoolCode],
  queryFn: () => answerOf(api.GET('/api/v1/schools/{schoolCode}/me/mail', pathOf(school))),
})

export const saveOwnMail = (
  { schoolCode }: { readonly schoolCode: string },
  body: { readonly address: string | null; readonly wantsDigest: boolean },
) => answerOf(api.PUT('/api/v1/schools/{schoolCode}/me/mail', { params: { path: { schoolCode } }, body }))

export const reportIncident = (
  { schoolCode }: { readonly schoolCode: string },
  page: string,
  words: string,
) =>
  answerOf(
    api.POST('/api/v1/schools/{schoolCode}/incidents', {
      params: { path: { schoolCode } },
      body: { page, words },
    }),
  )

export const answerIncident = (
  { schoolCode }: { readonly schoolCode: string },
  incidentId: string,
  words: string,
) =>
  answerOf(
    api.POST('/api/v1/schools/{schoolCode}/incidents/{incidentId}/answer', {
      params: { path: { schoolCode, incidentId } },
      body: { words },
    }),
  )
