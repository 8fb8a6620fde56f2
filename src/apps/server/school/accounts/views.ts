import type { Role } from '../../../../accounts/index.ts'
import type { StaffRoles } from '../../../../adapters/postgres/school/staff-roles.ts'
import type { ListedMember } from '../../../../adapters/postgres/signin/memberships.ts'
import type { AddedMember } from './add-members.ts'
import type { AccountAnswer } from './schemas.ts'

type Staff = ReadonlyMap<string, StaffRoles>

const rolesOf = (
  { staffCode, isAdministrator }: Pick<ListedMember, 'staffCode' | 'isAdministrator'>,
  staff: Staff,
): Role[] => [
  ...(staff.get(staffCode ?? '')?.roles ?? []),
  ...(isAdministrator ? (['administrator'] as const) : []),
]

/** A member as the API shows them. */
export const viewMember = (member: ListedMember, staff: Staff): AccountAnswer => ({
  accountId: member.accountId,
  username: member.isGuest ? '' : member.username,
  fullName: member.fullName,
  isGuest: member.isGuest,
  staffCode: member.staffCode,
  isAdministrator: member.isAdministrator,
  state: member.isSuspended ? 'suspended' : member.isActivated ? 'active' : 'invited',
  hasOneTimeCodes: !member.isGuest && member.hasOneTimeCodes,
  lastSignInAt: member.isGuest ? null : (member.lastSignInAt?.toISOString() ?? null),
  roles: rolesOf(member, staff),
})

/** A new member as the API shows them, with the code to be handed out. */
export const viewAdded = (
  member: AddedMember,
  staff: Staff,
): {
  readonly account: AccountAnswer
  readonly activationCode: string
  readonly activationExpiresAt: string
} => ({
  account: {
    accountId: member.accountId,
    username: member.username,
    fullName: member.fullName,
    isGuest: false,
    staffCode: member.staffCode,
    isAdministrator: member.isAdministrator,
    state: 'invited',
    hasOneTimeCodes: false,
    lastSignInAt: null,
    roles: rolesOf(member, staff),
  },
  activationCode: member.code.text,
  activationExpiresAt: member.code.expiresAt.toISOString(),
})
