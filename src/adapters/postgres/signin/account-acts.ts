import { sql } from 'kysely'
import type { SigninAccountActTable } from '../schema.ts'
import type { SigninTransaction } from './transaction.ts'

/** What was done to an account (lưu vết). */
export type AccountActKind =
  | 'set-up'
  | 'add'
  | 'activate'
  | 'join'
  | 'recover'
  | 'suspend'
  | 'resume'
  | 'make-administrator'
  | 'unmake-administrator'
  | 'change-staff-code'
  | 'set-up-codes'
  | 'remove-codes'
  | 'change-password'

export interface AccountAct {
  readonly actId: SigninAccountActTable['act_id']
  readonly schoolCode: string
  readonly at: Date
  readonly byAccount: string
  readonly aboutAccount: string
  readonly kind: AccountActKind
  readonly detail?: string
}

/** Adds acts to the trace of the school of the transaction. */
export const addAccountActs = async (
  transaction: SigninTransaction,
  acts: readonly AccountAct[],
): Promise<void> => {
  if (acts.length === 0) return
  await transaction
    .insertInto('signin.account_act')
    .values(
      acts.map(({ actId, schoolCode, at, byAccount, aboutAccount, kind, detail = '' }) => ({
        act_id: actId,
        school_code: schoolCode,
        acted_at: at,
        by_account: byAccount,
        about_account: aboutAccount,
        kind,
        detail,
      })),
    )
    .execute()
}

/** One line of the trace. */
export interface ListedAct {
  readonly actId: string
  readonly at: Date
  readonly byName: string
  readonly aboutName: string
  readonly kind: string
  readonly detail: string
}

/** A page of a school's trace of accounts, newest first. */
export const listAccountActs = async (
  transaction: SigninTransaction,
  schoolCode: string,
  { page, pageSize }: { readonly page: number; readonly pageSize: number },
): Promise<{ readonly acts: readonly ListedAct[]; readonly total: number }> => {
  const ofSchool = transaction.selectFrom('signin.account_act as t').where('t.school_code', '=', schoolCode)
  const { total } = await ofSchool.select(sql<string>`count(*)`.as('total')).executeTakeFirstOrThrow()
  const acts = await ofSchool
    .innerJoin('signin.account as b', 'b.account_id', 't.by_account')
    .innerJoin('signin.account as a', 'a.account_id', 't.about_account')
    .select([
      't.act_id as actId',
      't.acted_at as at',
      'b.full_name as byName',
      'a.full_name as aboutName',
      't.kind',
      't.detail',
    ])
    .orderBy('t.acted_at', 'desc')
    .orderBy('t.act_id')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute()
  return { acts, total: Number(total) }
}
