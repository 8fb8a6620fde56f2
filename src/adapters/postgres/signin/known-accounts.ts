import type { SigninTransaction } from './transaction.ts'

/** An account that has one of some names already, with what it is at the school where it is a member of it and no guest. */
export interface KnownAccount {
  readonly usernameKey: string
  readonly fullName: string
  readonly isMember: boolean
  readonly staffCode: string | null
  readonly isAdministrator: boolean
}

/** The accounts that have one of these user names (as compared): one statement. */
export const listKnownAccounts = async (
  transaction: SigninTransaction,
  schoolCode: string,
  keys: readonly string[],
): Promise<readonly KnownAccount[]> => {
  if (keys.length === 0) return []
  const rows = await transaction
    .selectFrom('signin.account as a')
    .leftJoin('signin.membership as m', (join) =>
      join
        .onRef('m.account_id', '=', 'a.account_id')
        .on('m.school_code', '=', schoolCode)
        .on('m.is_guest', '=', false),
    )
    .select(['a.username_key', 'a.full_name', 'm.school_code', 'm.staff_code', 'm.is_administrator'])
    .where('a.username_key', 'in', [...keys])
    .execute()
  return rows.map((row) => ({
    usernameKey: row.username_key,
    fullName: row.full_name,
    isMember: row.school_code !== null,
    staffCode: row.staff_code,
    isAdministrator: row.is_administrator === true,
  }))
}
