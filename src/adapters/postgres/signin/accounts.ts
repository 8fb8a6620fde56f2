import type { Database } from '../connect.ts'
import type { SigninTransaction } from './transaction.ts'

type Reading = Pick<Database<'signin'>, 'selectFrom'>
type Writing = Pick<Database<'signin'>, 'updateTable'>

/** An account as signing in needs it. */
export interface StoredAccount {
  readonly accountId: string
  readonly username: string
  readonly fullName: string
  readonly passwordHash: string | null
  readonly oneTimeSecret: Buffer | null
  readonly pendingSecret: Buffer | null
  readonly lastStep: number
}

const accountsOf = (from: Reading) =>
  from
    .selectFrom('signin.account')
    .select([
      'account_id as accountId',
      'username',
      'full_name as fullName',
      'password_hash as passwordHash',
      'one_time_secret as oneTimeSecret',
      'pending_secret as pendingSecret',
      'last_step as lastStep',
    ])

/** The account of a user name as it is compared (`usernameKey`). */
export const findAccountByName = (from: Reading, key: string): Promise<StoredAccount | undefined> =>
  accountsOf(from).where('username_key', '=', key).executeTakeFirst()

/** An account that is known to be there. */
export const getAccount = (from: Reading, accountId: string): Promise<StoredAccount> =>
  accountsOf(from).where('account_id', '=', accountId).executeTakeFirstOrThrow()

/** Whether anybody has an account yet. */
export const hasAccounts = async (from: Reading): Promise<boolean> =>
  (await from.selectFrom('signin.account').select('account_id').limit(1).executeTakeFirst()) !== undefined

export interface NewAccount {
  readonly accountId: string
  readonly username: string
  readonly usernameKey: string
  readonly fullName: string
  readonly passwordHash?: string
}

/** Adds accounts that are new; false where a name is taken. */
export const addAccounts = async (
  transaction: SigninTransaction,
  accounts: readonly NewAccount[],
  now: Date,
): Promise<boolean> => {
  if (accounts.length === 0) return true
  const { numInsertedOrUpdatedRows } = await transaction
    .insertInto('signin.account')
    .values(
      accounts.map(({ accountId, username, usernameKey, fullName, passwordHash }) => ({
        account_id: accountId,
        username,
        username_key: usernameKey,
        full_name: fullName,
        password_hash: passwordHash ?? null,
        created_at: now,
      })),
    )
    .onConflict((conflict) => conflict.column('username_key').doNothing())
    .executeTakeFirstOrThrow()
  return Number(numInsertedOrUpdatedRows) === accounts.length
}

/** What of an account changes when its owner proves or forgets something. */
export interface AccountChange {
  readonly passwordHash?: string | null
  readonly oneTimeSecret?: Buffer | null
  readonly pendingSecret?: Buffer | null
  readonly lastStep?: number
}

/** Changes an account. */
export const changeSecrets = async (
  to: Writing,
  accountId: string,
  { passwordHash, oneTimeSecret, pendingSecret, lastStep }: AccountChange,
): Promise<void> => {
  await to
    .updateTable('signin.account')
    .set({
      ...(passwordHash === undefined ? {} : { password_hash: passwordHash }),
      ...(oneTimeSecret === undefined ? {} : { one_time_secret: oneTimeSecret }),
      ...(pendingSecret === undefined ? {} : { pending_secret: pendingSecret }),
      ...(lastStep === undefined ? {} : { last_step: lastStep }),
    })
    .where('account_id', '=', accountId)
    .execute()
}

/** Uses a step of the one-time codes up; false where it, or a later one, was used already: two at once never both win. */
export const takeStep = async (to: Writing, accountId: string, step: number): Promise<boolean> => {
  const { numUpdatedRows } = await to
    .updateTable('signin.account')
    .set({ last_step: step })
    .where('account_id', '=', accountId)
    .where('last_step', '<', step)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}
