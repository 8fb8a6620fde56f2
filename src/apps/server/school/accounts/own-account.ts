import QRCode from 'qrcode'
import { Type } from 'typebox'
import { randomUUID } from 'node:crypto'
import { checkPassword } from '../../../../accounts/index.ts'
import {
  describeSecret,
  drawSecret,
  findStep,
  openSecret,
  sealSecret,
} from '../../../../adapters/one-time-codes.ts'
import { addAccountActs, type AccountActKind } from '../../../../adapters/postgres/signin/account-acts.ts'
import {
  changeSecrets,
  getAccount,
  type StoredAccount,
} from '../../../../adapters/postgres/signin/accounts.ts'
import { listMemberships } from '../../../../adapters/postgres/signin/memberships.ts'
import { endSessions } from '../../../../adapters/postgres/signin/sessions.ts'
import { inSignin } from '../../../../adapters/postgres/signin/transaction.ts'
import { Refusal } from '../../../../shared/refusal.ts'
import { refuseTooMany } from '../../limits/too-many.ts'
import type { Api } from '../../routes/api.ts'
import { problem, problemType } from '../../problems.ts'
import { problemAnswers, refTo } from '../../schemas/shared.ts'
import { maxFormBytes } from '../../settings.ts'
import { getSession } from '../guard.ts'
import type { SchoolPorts } from '../ports.ts'
import { describeMe } from './describe-me.ts'
import { openSession } from './open-session.ts'
import { MeSchema, OneTimeCode, Password } from './schemas.ts'
import { takeOneTimeCode } from './sign-in.ts'

const config = { access: 'signed-in' } as const

/** The own account, once its password was typed again: whoever finds a screen unlocked changes nothing. */
const proveOwner = async (
  ports: SchoolPorts,
  accountId: string,
  password: string,
): Promise<StoredAccount> => {
  const account = await getAccount(ports.signin, accountId)
  const allowance = await ports.attempts.take(account.username, ports.clock())
  if (!allowance.isAllowed) throw refuseTooMany('Đã thử mật khẩu quá nhiều lần', allowance.retryAfter)
  if (!(await ports.hasher.verify(password, account.passwordHash ?? undefined)))
    throw new Refusal('input-not-accepted', 'Mật khẩu hiện tại không đúng.')
  await ports.attempts.giveBack(account.username)
  return account
}

/** Counts a try at a code, before it is looked at; gives what undoes that. */
const countCode = async (
  { attempts, clock }: SchoolPorts,
  username: string,
): Promise<() => Promise<void>> => {
  const allowance = await attempts.take(`${username} code`, clock())
  if (!allowance.isAllowed) throw refuseTooMany('Đã thử mã quá nhiều lần', allowance.retryAfter)
  return () => attempts.giveBack(`${username} code`)
}

/** Leaves an act at each school where somebody works and is no guest: what guests do with their account is told there to nobody. */
const traceOwn = async (ports: SchoolPorts, accountId: string, kind: AccountActKind): Promise<void> => {
  const memberships = await listMemberships(ports.signin, accountId)
  for (const { schoolCode } of memberships.filter(({ isGuest }) => !isGuest))
    await inSignin(ports.signin, { schoolCode }, (transaction) =>
      addAccountActs(transaction, [
        {
          actId: randomUUID(),
          schoolCode,
          at: ports.clock(),
          byAccount: accountId,
          aboutAccount: accountId,
          kind,
        },
      ]),
    )
}

/** PUT /api/v1/me/password; every other session ends. */
const addChangePassword = (api: Api, ports: SchoolPorts): void => {
  api.put(
    '/api/v1/me/password',
    {
      config,
      bodyLimit: maxFormBytes,
      schema: {
        operationId: 'changePassword',
        summary: 'Change one’s password; other sessions end',
        tags: ['account'],
        body: Type.Object(
          { currentPassword: Password, newPassword: Password },
          { additionalProperties: false },
        ),
        response: {
          204: Type.Null({ description: 'Done.' }),
          ...problemAnswers(400, 401, 403, 422, 429, 500),
        },
      },
    },
    async (request, reply) => {
      const { accountId, sessionId } = getSession(request)
      const { username } = await proveOwner(ports, accountId, request.body.currentPassword)
      checkPassword(request.body.newPassword, username)
      await changeSecrets(ports.signin, accountId, {
        passwordHash: await ports.hasher.hash(request.body.newPassword),
      })
      await endSessions(ports.signin, accountId, { but: sessionId })
      await traceOwn(ports, accountId, 'change-password')
      return reply.code(204).send(null)
    },
  )
}

/** POST /api/v1/me/one-time-codes: a new secret to be read by an authenticator; it counts once a code confirms it. */
const addBeginOneTimeCodes = (api: Api, ports: SchoolPorts): void => {
  api.post(
    '/api/v1/me/one-time-codes',
    {
      config,
      bodyLimit: maxFormBytes,
      schema: {
        operationId: 'beginOneTimeCodes',
        summary: 'Begin to set up one-time codes (TOTP, RFC 6238)',
        tags: ['account'],
        body: Type.Object({ password: Password }, { additionalProperties: false }),
        response: {
          200: Type.Object({ secret: Type.String(), uri: Type.String(), qrSvg: Type.String() }),
          ...problemAnswers(400, 401, 403, 422, 429, 500),
        },
      },
    },
    async (request) => {
      const { accountId } = getSession(request)
      const { username } = await proveOwner(ports, accountId, request.body.password)
      const secret = drawSecret()
      await changeSecrets(ports.signin, accountId, {
        pendingSecret: sealSecret(secret, ports.secretKey, accountId),
      })
      const described = describeSecret(secret, username)
      return { ...described, qrSvg: await QRCode.toString(described.uri, { type: 'svg', margin: 2 }) }
    },
  )
}

/** PUT /api/v1/me/one-time-codes: the first code proves that the authenticator has the secret; the session is renewed. */
const addConfirmOneTimeCodes = (api: Api, ports: SchoolPorts): void => {
  api.put(
    '/api/v1/me/one-time-codes',
    {
      config,
      bodyLimit: maxFormBytes,
      schema: {
        operationId: 'confirmOneTimeCodes',
        summary: 'Confirm one-time codes with the first of them',
        tags: ['account'],
        body: Type.Object({ oneTimeCode: OneTimeCode }, { additionalProperties: false }),
        response: { 200: refTo(MeSchema), ...problemAnswers(400, 401, 403, 422, 429, 500) },
      },
    },
    async (request, reply) => {
      const { accountId } = getSession(request)
      const { pendingSecret, username, passwordHash } = await getAccount(ports.signin, accountId)
      if (pendingSecret === null)
        throw new Refusal(
          'input-not-accepted',
          'Chưa có mã QR nào đang chờ. Hãy bắt đầu lại từ bước lấy mã QR.',
        )
      await countCode(ports, username)
      const secret = openSecret(pendingSecret, ports.secretKey, accountId)
      const step = findStep(secret, request.body.oneTimeCode, { now: ports.clock(), lastStep: 0 })
      if (step === undefined)
        throw new Refusal(
          'input-not-accepted',
          'Mã không đúng. Hãy nhập mã đang hiện trên điện thoại, và kiểm tra giờ của điện thoại.',
        )
      await changeSecrets(ports.signin, accountId, {
        oneTimeSecret: pendingSecret,
        pendingSecret: null,
        lastStep: step,
      })
      await traceOwn(ports, accountId, 'set-up-codes')
      const session = await openSession(ports, request, reply, { accountId, passwordHash })
      if (session === undefined) return reply.code(401).type(problemType).send(problem('not-signed-in'))
      return describeMe(ports, accountId, session)
    },
  )
}

/** DELETE /api/v1/me/one-time-codes: gives them up, where no role asks for them. */
const addRemoveOneTimeCodes = (api: Api, ports: SchoolPorts): void => {
  api.delete(
    '/api/v1/me/one-time-codes',
    {
      config,
      bodyLimit: maxFormBytes,
      schema: {
        operationId: 'removeOneTimeCodes',
        summary: 'Give one-time codes up',
        tags: ['account'],
        body: Type.Object({ password: Password, oneTimeCode: OneTimeCode }, { additionalProperties: false }),
        response: {
          204: Type.Null({ description: 'Done.' }),
          ...problemAnswers(400, 401, 403, 422, 429, 500),
        },
      },
    },
    async (request, reply) => {
      const session = getSession(request)
      const account = await proveOwner(ports, session.accountId, request.body.password)
      const me = await describeMe(ports, session.accountId, session)
      if (me.account.needsOneTimeCodes)
        throw new Refusal(
          'input-not-accepted',
          'Vai trò của tài khoản này bắt buộc dùng mã xác nhận một lần.',
        )
      const { oneTimeSecret, username } = account
      const uncount = await countCode(ports, username)
      if (
        oneTimeSecret === null ||
        !(await takeOneTimeCode(ports, account, oneTimeSecret, request.body.oneTimeCode))
      )
        throw new Refusal('input-not-accepted', 'Mã xác nhận không đúng.')
      await uncount()
      await changeSecrets(ports.signin, session.accountId, { oneTimeSecret: null })
      await traceOwn(ports, session.accountId, 'remove-codes')
      return reply.code(204).send(null)
    },
  )
}

/** The routes of one's own account. */
export const addOwnAccount = (api: Api, ports: SchoolPorts): void => {
  addChangePassword(api, ports)
  addBeginOneTimeCodes(api, ports)
  addConfirmOneTimeCodes(api, ports)
  addRemoveOneTimeCodes(api, ports)
}
