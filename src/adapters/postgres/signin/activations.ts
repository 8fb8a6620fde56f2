import { sql } from 'kysely'
import type { Database } from '../connect.ts'
import type { SigninTransaction } from './transaction.ts'

/** A code that may set a password, once. */
export interface NewActivation {
  readonly codeSha256: Uint8Array
  readonly accountId: string
  readonly schoolCode: string
  readonly purpose: 'activate' | 'recover'
  readonly expiresAt: Date
}

/** Keeps codes; earlier ones of the same accounts no longer count. */
export const addActivations = async (
  transaction: SigninTransaction,
  activations: readonly NewActivation[],
  now: Date,
): Promise<void> => {
  if (activations.length === 0) return
  await transaction
    .updateTable('signin.activation')
    .set({ used_at: now })
    .where(
      'account_id',
      'in',
      activations.map(({ accountId }) => accountId),
    )
    .where('used_at', 'is', null)
    .execute()
  await transaction
    .insertInto('signin.activation')
    .values(
      activations.map(({ codeSha256, accountId, schoolCode, purpose, expiresAt }) => ({
        code_sha256: Buffer.from(codeSha256),
        account_id: accountId,
        school_code: schoolCode,
        purpose,
        expires_at: expiresAt,
      })),
    )
    .execute()
}

/** Whom a code is for. */
export interface FoundActivation {
  readonly accountId: string
  readonly username: string
  readonly fullName: string
  readonly schoolCode: string
  /** Nobody ever signed in with the account. */
  readonly isFresh: boolean
}

/** Whom an unused code that has not expired is for. */
export const findActivation = (
  from: Pick<Database<'signin'>, 'selectFrom'>,
  codeSha256: Uint8Array,
  now: Date,
): Promise<FoundActivation | undefined> =>
  from
    .selectFrom('signin.activation as c')
    .innerJoin('signin.account as a', 'a.account_id', 'c.account_id')
    .select([
      'a.account_id as accountId',
      'a.username',
      'a.full_name as fullName',
      'c.school_code as schoolCode',
      sql<boolean>`a.password_hash is null and a.last_sign_in_at is null`.as('isFresh'),
    ])
    .where('c.code_sha256', '=', Buffer.from(codeSha256))
    .where('c.used_at', 'is', null)
    .where('c.expires_at', '>', now)
    .executeTakeFirst()

/** Uses a code up; false where somebody just did. */
export const useActivation = async (
  transaction: SigninTransaction,
  codeSha256: Uint8Array,
  now: Date,
): Promise<boolean> => {
  const { numUpdatedRows } = await transaction
    .updateTable('signin.activation')
    .set({ used_at: now })
    .where('code_sha256', '=', Buffer.from(codeSha256))
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}
