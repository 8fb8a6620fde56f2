import type { Actor, Role } from '../../../src/accounts/index.ts'
import type { FinishedClass } from './finished-class.ts'
import { colleagues } from './finished-class.ts'

/** The people of the finished school as they stand before a route. */
export const actorsOf = ({ records, place }: Pick<FinishedClass, 'records' | 'place'>) => {
  const { tenant, schoolYear, level, classId } = place
  const actor = (name: keyof typeof colleagues, roles: readonly Role[], more: Partial<Actor> = {}): Actor => {
    const { staffCode } = colleagues[name]
    const isOwn = (teacher: string, others: readonly string[] = []): boolean =>
      teacher === staffCode || others.includes(staffCode)
    return {
      ...colleagues[name],
      schoolCode: records.school.code,
      tenant,
      isAdministrator: false,
      schoolYear,
      level,
      roles,
      homeroomClasses: roles.includes('homeroom-teacher') ? [classId] : [],
      teaches: records.assignments.flatMap(({ teacher, otherTeachers, subject }) =>
        isOwn(teacher, otherTeachers) ? [{ classId, subject }] : [],
      ),
      follows: [],
      ...more,
    }
  }
  const ofGroup = records.assignments.filter(({ teacher }) => teacher === 'CB03')
  return {
    principal: actor('principal', ['principal']),
    vicePrincipal: actor('vicePrincipal', ['vice-principal']),
    homeroomTeacher: actor('homeroomTeacher', ['homeroom-teacher', 'subject-teacher']),
    subjectTeacher: actor('subjectTeacher', ['subject-teacher']),
    artsTeacher: actor('artsTeacher', ['subject-teacher']),
    registrar: actor('registrar', ['registrar']),
    groupHead: actor('groupHead', ['group-head'], {
      follows: ofGroup.map(({ subject }) => ({ classId, subject })),
    }),
    administrator: actor('registrar', ['administrator'], { isAdministrator: true }),
  } as const
}
