import { Type } from 'typebox'
import { suggestUsername } from '../../../../accounts/index.ts'
import { readStaffRoles, type StaffRoles } from '../../../../adapters/postgres/school/staff-roles.ts'
import { listMemberStaff } from '../../../../adapters/postgres/signin/memberships.ts'
import { inSignin, type SigninTransaction } from '../../../../adapters/postgres/signin/transaction.ts'
import type { Api } from '../../routes/api.ts'
import { problemAnswers, refTo } from '../../schemas/shared.ts'
import { getActor } from '../guard.ts'
import type { SchoolPorts } from '../ports.ts'
import { addMembers, type NewMember } from './add-members.ts'
import { AccountSchema, LevelSchema, NewAccountSchema, SchoolParams } from './schemas.ts'
import { viewAdded } from './views.ts'

/** An account with the code that opens it. */
export const AddedSchema = Type.Object({
  account: refTo(AccountSchema),
  activationCode: Type.String(),
  activationExpiresAt: Type.String({ format: 'date-time' }),
})

/** POST …/accounts: one account. */
export const addAddAccount = (api: Api, { school, signin, clock }: SchoolPorts): void => {
  api.post(
    '/api/v1/schools/:schoolCode/accounts',
    {
      config: { access: 'accounts.manage' },
      schema: {
        operationId: 'addAccount',
        summary: 'Give somebody an account, opened by a one-time activation code',
        tags: ['account'],
        params: SchoolParams,
        body: NewAccountSchema,
        response: { 201: AddedSchema, ...problemAnswers(400, 401, 403, 404, 413, 415, 422, 500) },
      },
    },
    async (request, reply) => {
      const { schoolCode, tenant, accountId } = getActor(request)
      const [added] = await inSignin(signin, { schoolCode }, (transaction) =>
        addMembers(transaction, [request.body], { schoolCode, by: accountId, now: clock() }),
      )
      if (added === undefined) throw new Error('one was to be added')
      return reply.code(201).send(viewAdded(added, await readStaffRoles(school, tenant)))
    },
  )
}

/** A name that nobody has yet: the suggested one, with a number where it is taken. */
const freeName = (wanted: string, taken: Set<string>): string => {
  let name = wanted
  for (let number = 2; taken.has(name); number += 1) name = `${wanted}${number}`
  taken.add(name)
  return name
}

const listTakenNames = async (
  transaction: SigninTransaction,
  wanted: readonly string[],
): Promise<Set<string>> => {
  if (wanted.length === 0) return new Set()
  const rows = await transaction
    .selectFrom('signin.account')
    .select('username_key')
    .where((is) => is.or(wanted.map((name) => is('username_key', 'like', `${name}%`))))
    .execute()
  return new Set(rows.map(({ username_key: key }) => key))
}

const listNewMembers = async (
  transaction: SigninTransaction,
  staff: ReadonlyMap<string, StaffRoles>,
  known: ReadonlySet<string>,
): Promise<readonly NewMember[]> => {
  const missing = [...staff].filter(([code]) => !known.has(code))
  const wanted = missing.map(([, { fullName }]) => suggestUsername(fullName))
  const taken = await listTakenNames(transaction, [...new Set(wanted)])
  return missing.map(([staffCode, { fullName }], index) => ({
    fullName,
    username: freeName(wanted[index] ?? staffCode, taken),
    staffCode,
    isAdministrator: false,
  }))
}

/** POST …/accounts/from-staff: an account for everybody on a year's staff who has none. */
export const addAddAccountsFromStaff = (api: Api, { school, signin, clock }: SchoolPorts): void => {
  api.post(
    '/api/v1/schools/:schoolCode/accounts/from-staff',
    {
      config: { access: 'accounts.manage' },
      schema: {
        operationId: 'addAccountsFromStaff',
        summary: 'Give everybody on a year’s staff an account who has none',
        tags: ['account'],
        params: SchoolParams,
        body: Type.Object(
          { schoolYear: Type.String({ pattern: '^\\d{4}-\\d{4}$' }), level: LevelSchema },
          { additionalProperties: false },
        ),
        response: {
          200: Type.Object({
            added: Type.Array(AddedSchema),
            skipped: Type.Array(
              Type.Object({ staffCode: Type.String(), fullName: Type.String(), reason: Type.String() }),
            ),
          }),
          ...problemAnswers(400, 401, 403, 404, 413, 415, 422, 500),
        },
      },
    },
    async (request) => {
      const { schoolCode, tenant, accountId } = getActor(request)
      const staff = await readStaffRoles(school, tenant, request.body)
      return inSignin(signin, { schoolCode }, async (transaction) => {
        const known = await listMemberStaff(transaction, schoolCode)
        const members = await listNewMembers(transaction, staff, known)
        const added = await addMembers(transaction, members, { schoolCode, by: accountId, now: clock() })
        const skipped = [...staff]
          .filter(([code]) => known.has(code))
          .map(([staffCode, { fullName }]) => ({ staffCode, fullName, reason: 'đã có tài khoản' }))
        return { added: added.map((one) => viewAdded(one, staff)), skipped }
      })
    },
  )
}
