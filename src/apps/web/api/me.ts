import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import { answerOf, api } from './client.ts'

/** Who is signed in, at which schools, as what. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: () => answerOf(api.GET('/api/v1/me')),
  staleTime: 60_000,
})

export type Me = Awaited<ReturnType<NonNullable<typeof meQuery.queryFn>>>

export const useMe = (): Me => useSuspenseQuery(meQuery).data
