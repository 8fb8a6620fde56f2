import { answerOf, api } from '../../api/client.ts'

/** Where the empty list is to be had. */
export const templateAddress = (schoolCode: string): string =>
  `/api/v1/schools/${encodeURIComponent(schoolCode)}/accounts/file`

/** Sends a list of people to be looked at, or to be given accounts. */
export const importList = (schoolCode: string, file: File, isToBeSaved: boolean) => {
  const form = new FormData()
  form.append('file', file)
  return answerOf(
    api.POST('/api/v1/schools/{schoolCode}/accounts/file', {
      params: { path: { schoolCode }, query: { commit: isToBeSaved ? 'true' : 'false' } },
      body: form as never,
      bodySerializer: (body: unknown) => body as FormData,
    }),
  )
}

export type ListReading = Awaited<ReturnType<typeof importList>>
export type ListRow = ListReading['rows'][number]
