import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { SummarizedStudent } from '../../../../gradebook/index.ts'
import type { Grade } from '../../../../shared/education-level.ts'
import type { SchoolYear } from '../../../../shared/school-year.ts'
import { answerOf, api } from '../../api/client.ts'
import { useSchool } from '../../parts/index.ts'

/** All that the results of one class follow from; the pages conclude the results themselves. */
export interface ClassResults {
  readonly class: { readonly classId: string; readonly name: string; readonly grade: Grade }
  readonly schoolYear: SchoolYear
  readonly students: readonly SummarizedStudent[]
}

// Others write marks meanwhile: what is shown is never much older than this.
const refreshEvery = 10_000

interface PupilPlace {
  readonly classId?: string
  readonly studentCode?: string
}

/** The class and the pupil of the address, by their codes; '' where it names none. */
export const usePlace = (): Required<PupilPlace> => {
  const { classId = '', studentCode = '' }: PupilPlace = useParams({ strict: false })
  return { classId, studentCode }
}

/** Reads what the results of a class follow from, and again whenever the page is looked at or some seconds pass. */
export const useClassResults = (classId: string) => {
  const { schoolCode, schoolYear, level } = useSchool()
  return useQuery({
    queryKey: ['class-results', schoolCode, schoolYear, level, classId],
    queryFn: async () => {
      const path = { schoolCode, schoolYear, level, classId }
      const answer = await answerOf(
        api.GET('/api/v1/schools/{schoolCode}/years/{schoolYear}/{level}/classes/{classId}/results', {
          params: { path },
        }),
      )
      // The description of the API leaves the cases open; evaluation reads them as hostile anyway.
      return answer as unknown as ClassResults
    },
    enabled: classId !== '',
    refetchInterval: refreshEvery,
    refetchOnWindowFocus: 'always',
  })
}
