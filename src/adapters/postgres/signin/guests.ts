import type { SigninTransaction } from './transaction.ts'

/** A place at a school that waits for somebody, and the account they have already. */
export interface JoiningGuest {
  readonly schoolCode: string
  /** The account that was made for the place, with which nobody ever signed in. */
  readonly waiting: string
  readonly accountId: string
}

/**
 * Gives the place that waits to the account that somebody has from another school; they are a guest there. Nothing else
 * of either account changes. False where the school has closed the place meanwhile; fails on a unique key where that
 * account is a member of the school already.
 */
export const joinAsGuest = async (
  transaction: SigninTransaction,
  { schoolCode, waiting, accountId }: JoiningGuest,
): Promise<boolean> => {
  const { numUpdatedRows } = await transaction
    .updateTable('signin.membership')
    .set({ account_id: accountId, is_guest: true })
    .where('school_code', '=', schoolCode)
    .where('account_id', '=', waiting)
    .where('is_suspended', '=', false)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}
