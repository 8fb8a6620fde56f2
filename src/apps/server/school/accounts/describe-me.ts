import { needsOneTimeCodes, type Role } from '../../../../accounts/index.ts'
import { readMemberYears } from '../../../../adapters/postgres/school/member-roles.ts'
import { getAccount } from '../../../../adapters/postgres/signin/accounts.ts'
import { listMemberships, type Membership } from '../../../../adapters/postgres/signin/memberships.ts'
import type { SchoolPorts } from '../ports.ts'
import type { MeAnswer } from './schemas.ts'

type MembershipAnswer = MeAnswer['memberships'][number]

const describeMembership = async (
  { school, oneTimeCodesFor }: SchoolPorts,
  { schoolCode, staffCode, isAdministrator }: Membership,
  hasOneTimeCodes: boolean,
): Promise<MembershipAnswer> => {
  const found = await readMemberYears(school, { schoolCode, staffCode })
  const own: readonly Role[] = isAdministrator ? ['administrator'] : []
  const years = (found?.years ?? []).map(({ schoolYear, level, roles }) => ({
    schoolYear,
    level,
    roles: [...roles, ...own],
  }))
  const roles = [...own, ...years.flatMap((year) => year.roles)]
  return {
    schoolCode,
    schoolName: found?.years[0]?.schoolName ?? schoolCode,
    isAdministrator,
    staffCode,
    mustSetUpOneTimeCodes: !hasOneTimeCodes && needsOneTimeCodes(roles, oneTimeCodesFor),
    years: years.filter((year) => year.roles.length > 0),
  }
}

const rolesAt = ({ isAdministrator, years }: MembershipAnswer): readonly Role[] => [
  ...(isAdministrator ? (['administrator'] as const) : []),
  ...years.flatMap((year) => year.roles),
]

/** Who is signed in, at which schools, as what. */
export const describeMe = async (
  ports: SchoolPorts,
  accountId: string,
  session: { readonly sessionId: string; readonly expiresAt: Date },
): Promise<MeAnswer> => {
  const account = await getAccount(ports.signin, accountId)
  const memberships = await listMemberships(ports.signin, accountId)
  const hasOneTimeCodes = account.oneTimeSecret !== null
  const described = await Promise.all(
    memberships.map((membership) => describeMembership(ports, membership, hasOneTimeCodes)),
  )
  return {
    account: {
      accountId,
      username: account.username,
      fullName: account.fullName,
      hasOneTimeCodes,
      needsOneTimeCodes: needsOneTimeCodes(described.flatMap(rolesAt), ports.oneTimeCodesFor),
    },
    session: { sessionId: session.sessionId, expiresAt: session.expiresAt.toISOString() },
    memberships: described,
  }
}
