import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { Refusal } from '../../../shared/refusal.ts'
import { addAccountActs } from './account-acts.ts'
import { changeMembership, lockAdministrators } from './memberships.ts'
import { enterScope, type SigninTransaction } from './transaction.ts'

const listOtherSchools = async (
  transaction: SigninTransaction,
  accountId: string,
  schoolCode: string,
): Promise<readonly string[]> => {
  await enterScope(transaction, { accountId })
  const rows = await transaction
    .selectFrom('signin.membership')
    .select('school_code')
    .where('account_id', '=', accountId)
    .where('school_code', '<>', schoolCode)
    .where('is_suspended', '=', false)
    .orderBy('school_code')
    .execute()
  await sql`set local hb.account = ''`.execute(transaction)
  return rows.map(({ school_code: code }) => code)
}

const suspendAt = async (
  transaction: SigninTransaction,
  schoolCode: string,
  { accountId, by, now }: Suspension,
): Promise<void> => {
  await enterScope(transaction, { schoolCode })
  const administrators = await lockAdministrators(transaction, schoolCode)
  if (administrators.length === 1 && administrators[0] === accountId)
    throw new Refusal(
      'input-not-accepted',
      'Người này là người quản trị duy nhất của một trường khác. Hãy để trường đó có thêm người quản trị trước.',
    )
  await changeMembership(transaction, schoolCode, accountId, { isSuspended: true })
  await addAccountActs(transaction, [
    {
      actId: randomUUID(),
      schoolCode,
      at: now,
      byAccount: by,
      aboutAccount: accountId,
      kind: 'suspend',
      detail: 'tài khoản được khôi phục ở một trường khác',
    },
  ])
}

interface Suspension {
  readonly accountId: string
  readonly by: string
  readonly now: Date
}

/**
 * Suspends somebody at all schools but one: a new way in that one school handed out opens no door of another until that
 * one says so. Refused where one of them would be left without an administrator. The transaction is at its school again
 * afterwards.
 */
export const suspendElsewhere = async (
  transaction: SigninTransaction,
  schoolCode: string,
  suspension: Suspension,
): Promise<void> => {
  for (const other of await listOtherSchools(transaction, suspension.accountId, schoolCode))
    await suspendAt(transaction, other, suspension)
  await enterScope(transaction, { schoolCode })
}
