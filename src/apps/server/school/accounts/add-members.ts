import { randomUUID } from 'node:crypto'
import { checkUsername } from '../../../../accounts/index.ts'
import { addAccountActs } from '../../../../adapters/postgres/signin/account-acts.ts'
import { addAccounts } from '../../../../adapters/postgres/signin/accounts.ts'
import { addActivations } from '../../../../adapters/postgres/signin/activations.ts'
import { addMemberships } from '../../../../adapters/postgres/signin/memberships.ts'
import type { SigninTransaction } from '../../../../adapters/postgres/signin/transaction.ts'
import { Refusal } from '../../../../shared/refusal.ts'
import { drawActivationCode, type DrawnCode } from './activation.ts'

/** Somebody who is to get an account. */
export interface NewMember {
  readonly fullName: string
  readonly username: string
  readonly staffCode: string | null
  readonly isAdministrator: boolean
}

/** Somebody who just got one, with the code that opens it. */
export interface AddedMember extends NewMember {
  readonly accountId: string
  readonly code: DrawnCode
}

/** Whether a staff code has an account already: a unique violation, by its SQLSTATE. */
export const isTaken = (error: unknown): boolean => (error as { readonly code?: unknown }).code === '23505'

/** Gives people accounts at a school, all of them or none. Refused where a name or a staff code has one already. */
export const addMembers = async (
  transaction: SigninTransaction,
  members: readonly NewMember[],
  { schoolCode, by, now }: { readonly schoolCode: string; readonly by: string; readonly now: Date },
): Promise<readonly AddedMember[]> => {
  const added = members.map((member) => ({
    ...member,
    username: checkUsername(member.username),
    accountId: randomUUID(),
    code: drawActivationCode(now),
  }))
  const accounts = added.map((member) => ({ ...member, usernameKey: member.username }))
  if (!(await addAccounts(transaction, accounts, now)))
    throw new Refusal(
      'input-not-accepted',
      members.length === 1
        ? `Tên đăng nhập '${members[0]?.username ?? ''}' đã có người dùng. Hãy chọn tên khác.`
        : 'Trong danh sách có tên đăng nhập đã có người dùng. Chưa tạo tài khoản nào.',
    )
  try {
    await addMemberships(
      transaction,
      added.map((member) => ({ ...member, schoolCode })),
    )
  } catch (cause) {
    if (!isTaken(cause)) throw cause
    throw new Refusal('input-not-accepted', 'Mã cán bộ này đã có tài khoản.', { cause })
  }
  await addActivations(
    transaction,
    added.map(({ accountId, code }) => ({ ...code, accountId, schoolCode, purpose: 'activate' as const })),
    now,
  )
  await addAccountActs(
    transaction,
    added.map(({ accountId, username }) => ({
      actId: randomUUID(),
      schoolCode,
      at: now,
      byAccount: by,
      aboutAccount: accountId,
      kind: 'add' as const,
      detail: username,
    })),
  )
  return added
}
