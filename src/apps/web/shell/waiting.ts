import { useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../api/client.ts'
import { useSchool, type SchoolInUse } from './use-school.ts'

/** What waits for whoever is signed in, in the year of the address. */
const waitingQuery = ({ schoolCode, schoolYear, level }: SchoolInUse) => ({
  queryKey: ['waiting', schoolCode, schoolYear, level],
  queryFn: () =>
    answerOf(
      api.GET('/api/v1/schools/{schoolCode}/years/{schoolYear}/{level}/waiting', {
        params: { path: { schoolCode, schoolYear, level } },
      }),
    ),
})

/** One thing that waits: how many, in words, and where it is done. */
export type Waiting = Awaited<ReturnType<ReturnType<typeof waitingQuery>['queryFn']>>['waiting'][number]

/** Asked for once a minute at most, wherever it is shown; nothing while it is not known. */
export const useWaiting = (): readonly Waiting[] => {
  const school = useSchool()
  const isYear = school.membership?.years.some((one) => one.schoolYear === school.schoolYear) === true
  const { data } = useQuery({ ...waitingQuery(school), enabled: isYear, staleTime: 60_000 })
  return data?.waiting ?? []
}
