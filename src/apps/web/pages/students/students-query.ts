import { queryOptions } from '@tanstack/react-query'
import type { EducationLevel } from '../../../../shared/education-level.ts'
import { answerOf, api } from '../../api/client.ts'

interface Place {
  readonly schoolCode: string
  readonly schoolYear: string
  readonly level: EducationLevel
}

interface Asked {
  readonly search: string
  readonly classId: string | undefined
  readonly page: number
  readonly pageSize: number
}

/** A page of the pupils of a year. */
export const studentsQuery = (
  { schoolCode, schoolYear, level }: Place,
  { search, classId, page, pageSize }: Asked,
) => {
  const query = {
    page: String(page),
    pageSize: String(pageSize),
    ...(search === '' ? {} : { search }),
    ...(classId === undefined ? {} : { classId }),
  }
  return queryOptions({
    queryKey: ['students', schoolCode, schoolYear, level, query],
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/schools/{schoolCode}/years/{schoolYear}/{level}/students', {
          params: { path: { schoolCode, schoolYear, level }, query },
        }),
      ),
  })
}
