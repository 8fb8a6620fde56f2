import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { Type } from 'typebox'
import {
  activationDays,
  checkPassword,
  normalizeActivationCode,
  writeActivationCode,
} from '../../../../accounts/index.ts'
import { listSchoolYears } from '../../../../adapters/postgres/school/read-school-year.ts'
import { addAccountActs } from '../../../../adapters/postgres/signin/account-acts.ts'
import { changeSecrets } from '../../../../adapters/postgres/signin/accounts.ts'
import {
  findActivation,
  useActivation,
  type FoundActivation,
} from '../../../../adapters/postgres/signin/activations.ts'
import { inSignin } from '../../../../adapters/postgres/signin/transaction.ts'
import { Refusal } from '../../../../shared/refusal.ts'
import type { Api } from '../../routes/api.ts'
import { problemAnswers, refTo } from '../../schemas/shared.ts'
import { maxFormBytes } from '../../settings.ts'
import type { SchoolPorts } from '../ports.ts'
import { describeMe } from './describe-me.ts'
import { openSession } from './open-session.ts'
import { ActivationCode, MeSchema, Password } from './schemas.ts'

/** What is kept of a code. */
export const digestOf = (code: string): Uint8Array =>
  createHash('sha256').update(normalizeActivationCode(code)).digest()

/** A code that was just drawn: what is handed out, and what is kept. */
export interface DrawnCode {
  readonly text: string
  readonly codeSha256: Uint8Array
  readonly expiresAt: Date
}

/** Draws a code that sets a password once, within two weeks. */
export const drawActivationCode = (now: Date): DrawnCode => {
  const text = writeActivationCode(randomBytes(12))
  const expiresAt = new Date(now.getTime() + activationDays * 86_400_000)
  return { text, codeSha256: digestOf(text), expiresAt }
}

/** Whom a code is for. Refused where it is wrong, used or too old. */
export const getActivation = async (
  { signin, clock }: SchoolPorts,
  code: string,
): Promise<FoundActivation> => {
  const found = await findActivation(signin, digestOf(code), clock())
  if (found !== undefined) return found
  throw new Refusal(
    'input-not-accepted',
    'Mã kích hoạt không đúng, đã dùng hoặc đã hết hạn. Hãy xin người quản trị của trường mã mới.',
  )
}

const schoolNameOf = async ({ school }: SchoolPorts, schoolCode: string): Promise<string> =>
  (await listSchoolYears(school, schoolCode)).at(-1)?.schoolName ?? schoolCode

/** POST /api/v1/activations/look: whose account a code opens. */
const addLook = (api: Api, ports: SchoolPorts): void => {
  api.post(
    '/api/v1/activations/look',
    {
      config: { access: 'public' },
      bodyLimit: maxFormBytes,
      schema: {
        operationId: 'lookAtActivation',
        summary: 'Whose account an activation code opens',
        tags: ['account'],
        body: Type.Object({ activationCode: ActivationCode }, { additionalProperties: false }),
        response: {
          200: Type.Object({
            fullName: Type.String(),
            username: Type.String(),
            schoolName: Type.String(),
            isNew: Type.Boolean({ description: 'Nobody has used the account yet.' }),
          }),
          ...problemAnswers(400, 413, 415, 422, 429, 500),
        },
      },
    },
    async ({ body }) => {
      const found = await getActivation(ports, body.activationCode)
      const { fullName, username, schoolCode, isFresh: isNew } = found
      return { fullName, username, schoolName: await schoolNameOf(ports, schoolCode), isNew }
    },
  )
}

const activate = async (ports: SchoolPorts, code: string, password: string): Promise<FoundActivation> => {
  const found = await getActivation(ports, code)
  checkPassword(password, found.username)
  const passwordHash = await ports.hasher.hash(password)
  const now = ports.clock()
  await inSignin(ports.signin, found, async (transaction) => {
    if (!(await useActivation(transaction, digestOf(code), now)))
      throw new Refusal('changed-meanwhile', 'Mã kích hoạt này vừa được dùng.')
    await changeSecrets(transaction, found.accountId, { passwordHash })
    await addAccountActs(transaction, [
      {
        actId: randomUUID(),
        schoolCode: found.schoolCode,
        at: now,
        byAccount: found.accountId,
        aboutAccount: found.accountId,
        kind: 'activate',
      },
    ])
  })
  return found
}

/** POST /api/v1/activations: sets the password and signs in. */
const addActivate = (api: Api, ports: SchoolPorts): void => {
  api.post(
    '/api/v1/activations',
    {
      config: { access: 'public', givesSession: true },
      bodyLimit: maxFormBytes,
      schema: {
        operationId: 'activate',
        summary: 'Set a password with an activation code, and sign in',
        tags: ['account'],
        body: Type.Object(
          { activationCode: ActivationCode, password: Password },
          { additionalProperties: false },
        ),
        response: { 201: refTo(MeSchema), ...problemAnswers(400, 403, 409, 413, 415, 422, 429, 500) },
      },
    },
    async (request, reply) => {
      const { activationCode, password } = request.body
      const { accountId } = await activate(ports, activationCode, password)
      const session = await openSession(ports, request, reply, { accountId })
      if (session === undefined) throw new Error('an account that was just opened is there')
      return reply.code(201).send(await describeMe(ports, accountId, session))
    },
  )
}

/** The routes of activation (kích hoạt tài khoản). */
export const addActivations = (api: Api, ports: SchoolPorts): void => {
  addLook(api, ports)
  addActivate(api, ports)
}
