import { randomUUID } from 'node:crypto'
import { Type } from 'typebox'
import type { Actor } from '../../../../accounts/index.ts'
import { readStaffRoles } from '../../../../adapters/postgres/school/staff-roles.ts'
import { addAccountActs, type AccountActKind } from '../../../../adapters/postgres/signin/account-acts.ts'
import { changeSecrets } from '../../../../adapters/postgres/signin/accounts.ts'
import { addActivations } from '../../../../adapters/postgres/signin/activations.ts'
import {
  changeMembership,
  findMember,
  lockAdministrators,
  type ListedMember,
  type MembershipChange,
} from '../../../../adapters/postgres/signin/memberships.ts'
import { endSessions } from '../../../../adapters/postgres/signin/sessions.ts'
import { suspendElsewhere } from '../../../../adapters/postgres/signin/suspend-elsewhere.ts'
import { inSignin, type SigninTransaction } from '../../../../adapters/postgres/signin/transaction.ts'
import { Refusal } from '../../../../shared/refusal.ts'
import type { Api } from '../../routes/api.ts'
import { problem, problemType } from '../../problems.ts'
import { problemAnswers, refTo } from '../../schemas/shared.ts'
import { getActor } from '../guard.ts'
import type { SchoolPorts } from '../ports.ts'
import { drawActivationCode } from './activation.ts'
import { AccountChangeSchema, AccountParams, AccountSchema, line } from './schemas.ts'
import { isTaken } from './add-members.ts'
import { viewMember } from './views.ts'

const refuse = (message: string): never => {
  throw new Refusal('input-not-accepted', message)
}

/** Refuses what would leave a school without anybody to administer it, or let somebody become another person. */
const checkChange = (
  actor: Actor,
  member: ListedMember,
  change: MembershipChange,
  administrators: readonly string[],
): void => {
  const goes = change.isAdministrator === false || change.isSuspended === true
  if (goes && administrators.length === 1 && administrators[0] === member.accountId)
    refuse('Đây là người quản trị cuối cùng của trường. Hãy giao quyền quản trị cho người khác trước.')
  if (change.staffCode !== undefined && actor.accountId === member.accountId)
    refuse('Người quản trị không tự đổi mã cán bộ của mình. Hãy nhờ một người quản trị khác.')
}

const actsOf = (member: ListedMember, change: MembershipChange): readonly [AccountActKind, string][] =>
  [
    ...(change.isAdministrator !== undefined && change.isAdministrator !== member.isAdministrator
      ? ([[change.isAdministrator ? 'make-administrator' : 'unmake-administrator', '']] as const)
      : []),
    ...(change.isSuspended !== undefined && change.isSuspended !== member.isSuspended
      ? ([[change.isSuspended ? 'suspend' : 'resume', '']] as const)
      : []),
    ...(change.staffCode !== undefined && change.staffCode !== member.staffCode
      ? ([['change-staff-code', `${member.staffCode ?? '–'} → ${change.staffCode ?? '–'}`]] as const)
      : []),
  ].map(([kind, detail]) => [kind, detail])

const applyChange = async (
  transaction: SigninTransaction,
  actor: Actor,
  accountId: string,
  { change, now }: { readonly change: MembershipChange; readonly now: Date },
): Promise<ListedMember | undefined> => {
  const { schoolCode } = actor
  const administrators = await lockAdministrators(transaction, schoolCode)
  const member = await findMember(transaction, schoolCode, accountId)
  if (member === undefined) return undefined
  checkChange(actor, member, change, administrators)
  await changeMembership(transaction, schoolCode, accountId, change).catch((cause: unknown) => {
    if (!isTaken(cause)) throw cause
    throw new Refusal('input-not-accepted', 'Mã cán bộ này đã có tài khoản khác.', { cause })
  })
  // A guest's sessions are of another school too; here they open nothing from now on, for the guard asks each time.
  if (change.isSuspended === true && !member.isGuest) await endSessions(transaction, accountId)
  await addAccountActs(
    transaction,
    actsOf(member, change).map(([kind, detail]) => ({
      actId: randomUUID(),
      schoolCode,
      at: now,
      byAccount: actor.accountId,
      aboutAccount: accountId,
      kind,
      detail,
    })),
  )
  return { ...member, ...change }
}

/** PATCH …/accounts/:accountId: duty of administrator, suspension, staff code. */
export const addChangeAccount = (api: Api, { school, signin, clock }: SchoolPorts): void => {
  api.patch(
    '/api/v1/schools/:schoolCode/accounts/:accountId',
    {
      config: { access: 'accounts.manage' },
      schema: {
        operationId: 'changeAccount',
        summary: 'Change what somebody is at the school',
        tags: ['account'],
        params: AccountParams,
        body: AccountChangeSchema,
        response: {
          200: Type.Object({ account: refTo(AccountSchema) }),
          ...problemAnswers(400, 401, 403, 404, 413, 415, 422, 500),
        },
      },
    },
    async (request, reply) => {
      const actor = getActor(request)
      const { isAdministrator, state, staffCode } = request.body
      const change: MembershipChange = {
        ...(isAdministrator === undefined ? {} : { isAdministrator }),
        ...(state === undefined ? {} : { isSuspended: state === 'suspended' }),
        ...(staffCode === undefined ? {} : { staffCode }),
      }
      const { accountId } = request.params
      const member = await inSignin(signin, { schoolCode: actor.schoolCode }, (transaction) =>
        applyChange(transaction, actor, accountId, { change, now: clock() }),
      )
      if (member === undefined) return reply.code(404).type(problemType).send(problem('not-found'))
      return { account: viewMember(member, await readStaffRoles(school, actor.tenant)) }
    },
  )
}

const recover = async (
  transaction: SigninTransaction,
  { schoolCode, accountId: by }: Actor,
  accountId: string,
  { reason, now }: { readonly reason: string; readonly now: Date },
) => {
  const member = await findMember(transaction, schoolCode, accountId)
  if (member === undefined) return undefined
  if (member.isGuest)
    refuse(
      'Tài khoản này do một trường khác cấp, nên chỉ trường ấy cấp lại mã. Ở đây có thể tạm khóa và mở khóa.',
    )
  await suspendElsewhere(transaction, schoolCode, { accountId, by, now })
  const code = drawActivationCode(now)
  await changeSecrets(transaction, accountId, {
    passwordHash: null,
    oneTimeSecret: null,
    pendingSecret: null,
  })
  await endSessions(transaction, accountId)
  await addActivations(transaction, [{ ...code, accountId, schoolCode, purpose: 'recover' }], now)
  const act = { actId: randomUUID(), schoolCode, at: now, byAccount: by, aboutAccount: accountId }
  await addAccountActs(transaction, [{ ...act, kind: 'recover', detail: reason }])
  return code
}

/** POST …/accounts/:accountId/recovery: everything somebody signed in with is void; a new code opens the account. */
export const addRecoverAccount = (api: Api, { signin, clock }: SchoolPorts): void => {
  api.post(
    '/api/v1/schools/:schoolCode/accounts/:accountId/recovery',
    {
      config: { access: 'accounts.manage' },
      schema: {
        operationId: 'recoverAccount',
        summary: 'Void password, one-time codes and sessions of somebody who lost them; with a trace',
        tags: ['account'],
        params: AccountParams,
        body: Type.Object({ reason: line(500) }, { additionalProperties: false }),
        response: {
          200: Type.Object({
            activationCode: Type.String(),
            activationExpiresAt: Type.String({ format: 'date-time' }),
          }),
          ...problemAnswers(400, 401, 403, 404, 413, 415, 422, 500),
        },
      },
    },
    async (request, reply) => {
      const actor = getActor(request)
      const { accountId } = request.params
      if (accountId === actor.accountId)
        refuse('Hãy đổi mật khẩu ở trang Tài khoản; không tự khôi phục chính mình.')
      const code = await inSignin(signin, { schoolCode: actor.schoolCode }, (transaction) =>
        recover(transaction, actor, accountId, { reason: request.body.reason, now: clock() }),
      )
      if (code === undefined) return reply.code(404).type(problemType).send(problem('not-found'))
      return { activationCode: code.text, activationExpiresAt: code.expiresAt.toISOString() }
    },
  )
}
