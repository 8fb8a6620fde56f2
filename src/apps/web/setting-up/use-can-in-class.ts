import type { Permission } from '../../../accounts/index.ts'
import { useSchool } from '../parts/index.ts'
import type { ClassLine } from './answers.ts'
import { useList } from './queries.ts'

type Can = (permission: Permission) => boolean

/** What whoever looks may do in a class: by role, and as the one who leads it. */
export const useCanInClasses = (): ((room: Pick<ClassLine, 'classId' | 'homeroomTeacher'>) => Can) => {
  const { can, membership } = useSchool()
  return ({ classId, homeroomTeacher }) => {
    const leads = homeroomTeacher !== null && homeroomTeacher.staffCode === membership?.staffCode
    return (permission) => can(permission, { classId }, leads ? [classId] : [])
  }
}

/** The same of one class by its code; by role alone until the classes are known. */
export const useCanInClass = (classId: string): Can => {
  const room = useList('classes').data?.classes.find((one) => one.classId === classId)
  return useCanInClasses()(room ?? { classId, homeroomTeacher: null })
}
