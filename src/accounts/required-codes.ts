import type { Role } from './roles.ts'

/** Who signs for the school, seals or administers signs in with one-time codes too; a school may ask it of others. */
export const oneTimeCodesAlwaysFor: readonly Role[] = ['principal', 'clerk', 'administrator']

/** Whether somebody with these roles must have set one-time codes up. */
export const needsOneTimeCodes = (roles: readonly Role[], required: readonly Role[]): boolean =>
  roles.some((role) => required.includes(role))
