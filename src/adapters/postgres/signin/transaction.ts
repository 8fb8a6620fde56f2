import { sql, type Transaction } from 'kysely'
import { opaqueCodePattern } from '../../../shared/limits.ts'
import type { Database, TablesOf } from '../connect.ts'

/** A transaction on the sign-in data. */
export type SigninTransaction = Transaction<TablesOf<'signin'>>

const codePattern = new RegExp(`^${opaqueCodePattern}$`, 'u')
const uuidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Whose rows a transaction is about: those of one school, those of one account. */
export interface SigninScope {
  readonly schoolCode?: string
  readonly accountId?: string
}

/** From here on only the members and acts of this school, or of this account, are there. */
export const enterScope = async (
  transaction: SigninTransaction,
  { schoolCode, accountId }: SigninScope,
): Promise<void> => {
  if (schoolCode !== undefined && codePattern.test(schoolCode))
    await sql`set local hb.school = ${sql.lit(schoolCode)}`.execute(transaction)
  if (accountId !== undefined && uuidPattern.test(accountId))
    await sql`set local hb.account = ${sql.lit(accountId)}`.execute(transaction)
}

/** Does something in one transaction in which only the members and acts of one school, or of one account, are there. */
export const inSignin = <T>(
  database: Database<'signin'>,
  scope: SigninScope,
  work: (transaction: SigninTransaction) => Promise<T>,
): Promise<T> =>
  database.transaction().execute(async (transaction) => {
    await enterScope(transaction, scope)
    return work(transaction)
  })
