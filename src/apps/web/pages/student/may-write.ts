import { useSchool } from '../../parts/index.ts'
import { useList } from '../../setting-up/index.ts'

/** Whether whoever looks may change the pupils of a class: who keeps the school's pupils, and who leads the class. */
export const useMayWriteStudents = (classId: string): boolean => {
  const { can, membership } = useSchool()
  const classes = useList('classes').data?.classes ?? []
  const leader = classes.find((one) => one.classId === classId)?.homeroomTeacher?.staffCode
  return can('students.write') || (leader !== undefined && leader === membership?.staffCode)
}
