import type { EducationLevel } from '../shared/education-level.ts'
import type { SchoolYear } from '../shared/school-year.ts'
import type { SubjectCode } from '../shared/subjects.ts'
import type { Role } from './roles.ts'

/** One subject of one class. */
export interface Lesson {
  readonly classId: string
  readonly subject: SubjectCode
}

/** Somebody at work in one school: who they are there this year, as the school's own records say. */
export interface Actor {
  readonly accountId: string
  readonly fullName: string
  readonly schoolCode: string
  readonly tenant: number
  readonly isAdministrator: boolean
  readonly staffCode?: string
  /** The year of the address; where it names none, the newest. */
  readonly schoolYear?: SchoolYear
  readonly level?: EducationLevel
  readonly roles: readonly Role[]
  readonly homeroomClasses: readonly string[]
  /** Lessons they answer for or teach too. */
  readonly teaches: readonly Lesson[]
  /** Lessons of the members of the subject groups they head. */
  readonly follows: readonly Lesson[]
}
