import { randomUUID } from 'node:crypto'
import { Type } from 'typebox'
import { addAccountActs } from '../../../../adapters/postgres/signin/account-acts.ts'
import { getAccount } from '../../../../adapters/postgres/signin/accounts.ts'
import { useActivation, type FoundActivation } from '../../../../adapters/postgres/signin/activations.ts'
import { joinAsGuest } from '../../../../adapters/postgres/signin/guests.ts'
import { inSignin } from '../../../../adapters/postgres/signin/transaction.ts'
import { Refusal } from '../../../../shared/refusal.ts'
import { refuseTooMany } from '../../limits/too-many.ts'
import type { Api } from '../../routes/api.ts'
import { problemAnswers, refTo } from '../../schemas/shared.ts'
import { maxFormBytes } from '../../settings.ts'
import { getSession } from '../guard.ts'
import type { SchoolPorts } from '../ports.ts'
import { digestOf, getActivation } from './activation.ts'
import { isTaken } from './add-members.ts'
import { describeMe } from './describe-me.ts'
import { ActivationCode, MeSchema } from './schemas.ts'

/** A slip's place at a school. Refused where the code renews an account instead of opening a new one. */
const getWaitingPlace = async (ports: SchoolPorts, accountId: string, code: string) => {
  const { username } = await getAccount(ports.signin, accountId)
  const allowance = await ports.attempts.take(`${username} code`, ports.clock())
  if (!allowance.isAllowed) throw refuseTooMany('Đã thử mã quá nhiều lần', allowance.retryAfter)
  const found = await getActivation(ports, code)
  await ports.attempts.giveBack(`${username} code`)
  if (found.isFresh) return found
  throw new Refusal(
    'input-not-accepted',
    'Mã này cấp lại mật khẩu cho một tài khoản đã dùng, không thêm trường. Hãy dùng mã ấy ở trang Kích hoạt tài khoản.',
  )
}

const join = async (
  { signin, clock }: SchoolPorts,
  accountId: string,
  { accountId: waiting, schoolCode, username }: FoundActivation,
  codeSha256: Uint8Array,
): Promise<void> => {
  const now = clock()
  await inSignin(signin, { schoolCode }, async (transaction) => {
    if (!(await useActivation(transaction, codeSha256, now)))
      throw new Refusal('changed-meanwhile', 'Mã kích hoạt này vừa được dùng.')
    const isIn = await joinAsGuest(transaction, { schoolCode, waiting, accountId }).catch(
      (cause: unknown) => {
        if (!isTaken(cause)) throw cause
        throw new Refusal(
          'input-not-accepted',
          'Tài khoản này đã có ở trường ấy, đang dùng hoặc tạm khóa. Hãy hỏi người quản trị của trường.',
          { cause },
        )
      },
    )
    if (!isIn) throw new Refusal('input-not-accepted', 'Trường ấy đã tạm khóa phiếu này. Hãy xin phiếu khác.')
    const act = { actId: randomUUID(), schoolCode, at: now, byAccount: accountId, aboutAccount: accountId }
    await addAccountActs(transaction, [{ ...act, kind: 'join', detail: username }])
  })
}

/** POST /api/v1/me/memberships: the slip of another school is taken with the account one has. */
export const addJoin = (api: Api, ports: SchoolPorts): void => {
  api.post(
    '/api/v1/me/memberships',
    {
      config: { access: 'signed-in' },
      bodyLimit: maxFormBytes,
      schema: {
        operationId: 'joinSchool',
        summary: 'Take the place at another school that an activation code is for, with one’s own account',
        description:
          'No second account is needed. The other school says what one is there; it neither renews nor sees more of the account than the name of the person.',
        tags: ['account'],
        body: Type.Object({ activationCode: ActivationCode }, { additionalProperties: false }),
        response: { 200: refTo(MeSchema), ...problemAnswers(400, 401, 403, 409, 413, 415, 422, 429, 500) },
      },
    },
    async (request) => {
      const session = getSession(request)
      const { activationCode } = request.body
      const place = await getWaitingPlace(ports, session.accountId, activationCode)
      await join(ports, session.accountId, place, digestOf(activationCode))
      return describeMe(ports, session.accountId, session)
    },
  )
}
