import type { SigninTransaction } from './transaction.ts'

/** Somebody who may work at a school today. */
export interface ActiveMember {
  readonly accountId: string
  readonly fullName: string
  readonly staffCode: string | null
  readonly isAdministrator: boolean
}

/** Every member of a school who is not suspended, guests too. */
export const listActiveMembers = (
  transaction: SigninTransaction,
  schoolCode: string,
): Promise<readonly ActiveMember[]> =>
  transaction
    .selectFrom('signin.membership as m')
    .innerJoin('signin.account as a', 'a.account_id', 'm.account_id')
    .select([
      'm.account_id as accountId',
      'a.full_name as fullName',
      'm.staff_code as staffCode',
      'm.is_administrator as isAdministrator',
    ])
    .where('m.school_code', '=', schoolCode)
    .where('m.is_suspended', '=', false)
    .orderBy('m.account_id')
    .execute()
