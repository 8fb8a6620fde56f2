import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { Type } from 'typebox'
import { checkPassword, checkUsername } from '../../../../accounts/index.ts'
import { addSchoolYear } from '../../../../adapters/postgres/school/add-school-year.ts'
import { listSchoolYears } from '../../../../adapters/postgres/school/read-school-year.ts'
import { addAccountActs } from '../../../../adapters/postgres/signin/account-acts.ts'
import { addAccounts, hasAccounts } from '../../../../adapters/postgres/signin/accounts.ts'
import { addMemberships } from '../../../../adapters/postgres/signin/memberships.ts'
import { inSignin } from '../../../../adapters/postgres/signin/transaction.ts'
import { Refusal } from '../../../../shared/refusal.ts'
import { isSchoolYear } from '../../../../shared/school-year.ts'
import type { Api } from '../../routes/api.ts'
import { problemAnswers, refTo } from '../../schemas/shared.ts'
import { maxFormBytes } from '../../settings.ts'
import type { SchoolPorts } from '../ports.ts'
import { describeMe } from './describe-me.ts'
import { openSession } from './open-session.ts'
import { MeSchema, SetUpSchema, type SetUpRequest } from './schemas.ts'

/** GET /api/v1/set-up: whether nobody has an account yet. */
const addGetSetUp = (api: Api, { signin }: SchoolPorts): void => {
  api.get(
    '/api/v1/set-up',
    {
      config: { access: 'public' },
      schema: {
        operationId: 'getSetUp',
        summary: 'Whether the server still waits for its first school',
        tags: ['account'],
        response: { 200: Type.Object({ isNeeded: Type.Boolean() }), ...problemAnswers(500) },
      },
    },
    async () => ({ isNeeded: !(await hasAccounts(signin)) }),
  )
}

const refuseDone = (): never => {
  throw new Refusal('changed-meanwhile', 'Máy chủ này đã được thiết lập. Hãy đăng nhập.')
}

/** Begins the school's year, unless its workbook was imported before anybody had an account. */
const addFirstYear = async (
  { school, clock }: SchoolPorts,
  { school: { code, ...own }, schoolYear, administrator }: SetUpRequest,
  accountId: string,
): Promise<void> => {
  const known = await listSchoolYears(school, code)
  if (known.some((one) => one.schoolYear === schoolYear && one.level === own.level)) return
  const year = { schoolCode: code, schoolYear, ...own }
  await addSchoolYear(school, year, { now: clock(), by: administrator.fullName, accountId })
}

/**
 * Makes the first account, and the school with it or not at all; whoever comes second, even at the same moment, is
 * refused.
 */
const addFirstAdministrator = async (ports: SchoolPorts, request: SetUpRequest): Promise<string> => {
  const { signin, clock, hasher } = ports
  const { school, administrator } = request
  const username = checkUsername(administrator.username)
  checkPassword(administrator.password, username)
  const passwordHash = await hasher.hash(administrator.password)
  const accountId = randomUUID()
  await inSignin(signin, { schoolCode: school.code }, async (transaction) => {
    await sql`select pg_advisory_xact_lock(7312004)`.execute(transaction)
    if (await hasAccounts(transaction)) refuseDone()
    const account = {
      accountId,
      username,
      usernameKey: username,
      fullName: administrator.fullName,
      passwordHash,
    }
    await addAccounts(transaction, [account], clock())
    await addMemberships(transaction, [
      { accountId, schoolCode: school.code, staffCode: null, isAdministrator: true },
    ])
    await addAccountActs(transaction, [
      {
        actId: randomUUID(),
        schoolCode: school.code,
        at: clock(),
        byAccount: accountId,
        aboutAccount: accountId,
        kind: 'set-up',
      },
    ])
    await addFirstYear(ports, request, accountId)
  })
  return accountId
}

/** POST /api/v1/set-up: the first school, its year and its administrator. */
const addSetUpRoute = (api: Api, ports: SchoolPorts): void => {
  api.post(
    '/api/v1/set-up',
    {
      config: { access: 'public', givesSession: true },
      bodyLimit: maxFormBytes,
      schema: {
        operationId: 'setUp',
        summary: 'Found the first school of a new server',
        description: 'With the code that the server prints on its console while nobody has an account.',
        tags: ['account'],
        body: SetUpSchema,
        response: { 201: refTo(MeSchema), ...problemAnswers(400, 403, 409, 413, 415, 422, 429, 500) },
      },
    },
    async (request, reply) => {
      const { body } = request
      if (await hasAccounts(ports.signin)) refuseDone()
      if (!ports.setUpCode.fits(body.setUpCode))
        throw new Refusal(
          'input-not-accepted',
          'Mã thiết lập không đúng. Mã hiện trên màn hình chạy máy chủ.',
        )
      if (!isSchoolYear(body.schoolYear))
        throw new Refusal(
          'input-not-accepted',
          `Năm học '${body.schoolYear}' không đúng, ví dụ đúng: 2026-2027.`,
        )
      const accountId = await addFirstAdministrator(ports, body)
      const session = await openSession(ports, request, reply, { accountId })
      if (session === undefined) throw new Error('an account that was just made is there')
      return reply.code(201).send(await describeMe(ports, accountId, session))
    },
  )
}

/** The routes of the first run (thiết lập lần đầu). */
export const addSetUp = (api: Api, ports: SchoolPorts): void => {
  addGetSetUp(api, ports)
  addSetUpRoute(api, ports)
}
