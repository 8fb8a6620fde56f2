import { useParams } from '@tanstack/react-router'
import { isPermitted, type Permission, type Role, type Target } from '../../../accounts/index.ts'
import type { EducationLevel } from '../../../shared/education-level.ts'
import type { SchoolYear } from '../../../shared/school-year.ts'
import { useMe, type Me } from '../api/me.ts'

export type Membership = Me['memberships'][number]

/** The school and year of the address, and what its visitor may do there. */
export interface SchoolInUse {
  readonly schoolCode: string
  readonly schoolYear: SchoolYear
  readonly level: EducationLevel
  readonly schoolName: string
  readonly accountId: string
  readonly fullName: string
  readonly membership: Membership | undefined
  readonly roles: readonly Role[]
  /** What the pages can know without asking: by role, and by the classes that are known to be led. The server decides. */
  readonly can: (permission: Permission, target?: Target, homeroomClasses?: readonly string[]) => boolean
  /** '/9912345678/2025-2026/lower-secondary', and anything below it. */
  readonly path: (below?: string) => string
}

/** Reads them from the address and from who is signed in; only under a school's addresses. */
export const useSchool = (): SchoolInUse => {
  const { account, memberships } = useMe()
  const params = useParams({ strict: false })
  const schoolCode = params.schoolCode ?? ''
  const schoolYear = (params.schoolYear ?? '') as SchoolYear
  const level = (params.level ?? 'lower-secondary') as EducationLevel
  const membership = memberships.find((one) => one.schoolCode === schoolCode)
  const year = membership?.years.find((one) => one.schoolYear === schoolYear && one.level === level)
  const roles = (year?.roles ??
    (membership?.isAdministrator === true ? ['administrator'] : [])) as readonly Role[]
  const base = `/${encodeURIComponent(schoolCode)}/${schoolYear}/${level}`
  const actor = {
    accountId: account.accountId,
    fullName: account.fullName,
    schoolCode,
    tenant: 0,
    isAdministrator: membership?.isAdministrator === true,
    roles,
    teaches: [],
    follows: [],
  }
  return {
    schoolCode,
    schoolYear,
    level,
    schoolName: membership?.schoolName ?? schoolCode,
    accountId: account.accountId,
    fullName: account.fullName,
    membership,
    roles,
    can: (permission, target = {}, homeroomClasses = []) =>
      isPermitted({ ...actor, homeroomClasses }, permission, target),
    path: (below = '') => (below === '' ? base : `${base}/${below}`),
  }
}
