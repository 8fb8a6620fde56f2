import type { Actor } from '../../../../accounts/index.ts'

/** Who answers for the school's records brings marks in, and takes them out; an administrator never does. */
export const mayBringMarks = ({ isAdministrator, roles }: Actor): boolean =>
  !isAdministrator && roles.some((role) => ['principal', 'vice-principal', 'registrar'].includes(role))
