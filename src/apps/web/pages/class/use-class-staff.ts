import { useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../../api/client.ts'
import { useSchool } from '../../parts/index.ts'

/** Who teaches the class, and who is its homeroom teacher. */
export const useClassStaff = (classId: string) => {
  const { schoolCode, schoolYear, level } = useSchool()
  const params = { path: { schoolCode, schoolYear, level } }
  const taught = useQuery({
    queryKey: ['assignments', schoolCode, schoolYear, level],
    queryFn: () =>
      answerOf(api.GET('/api/v1/schools/{schoolCode}/years/{schoolYear}/{level}/assignments', { params })),
    select: ({ assignments }) => assignments.filter((one) => one.classId === classId),
  })
  const homeroom = useQuery({
    queryKey: ['classes', schoolCode, schoolYear, level],
    queryFn: () =>
      answerOf(api.GET('/api/v1/schools/{schoolCode}/years/{schoolYear}/{level}/classes', { params })),
    select: ({ classes }) => classes.find((one) => one.classId === classId)?.homeroomTeacher?.fullName,
  })
  return { taught: taught.data, homeroomTeacher: homeroom.data }
}
