import { findStep, openSecret } from '../../../../adapters/one-time-codes.ts'
import { usernameKey } from '../../../../accounts/index.ts'
import {
  findAccountByName,
  takeStep,
  type StoredAccount,
} from '../../../../adapters/postgres/signin/accounts.ts'
import type { RateLimiter } from '../../limits/rate-limiter.ts'
import { refuseTooMany } from '../../limits/too-many.ts'
import type { SchoolPorts } from '../ports.ts'

/** What somebody types to sign in. */
export interface Credentials {
  readonly username: string
  readonly password: string
  readonly oneTimeCode?: string
}

/** An account that was recognised, or why not; a missing name and a wrong password are the same. */
export type SignInOutcome =
  { readonly account: StoredAccount } | { readonly problem: 'sign-in-failed' | 'one-time-code-needed' }

/** Whether a code is the account's, of now, and not used before; it is used up then. */
export const takeOneTimeCode = async (
  { signin, secretKey, clock }: SchoolPorts,
  { accountId, lastStep }: Pick<StoredAccount, 'accountId' | 'lastStep'>,
  sealed: Uint8Array,
  code: string,
): Promise<boolean> => {
  const step = findStep(openSecret(sealed, secretKey, accountId), code, { now: clock(), lastStep })
  return step !== undefined && (await takeStep(signin, accountId, step))
}

/** From where somebody tries, and what counts the failures of each such place. */
export interface Origin {
  readonly address: string
  readonly failures: RateLimiter
}

/** Counts an attempt by name and by address before anything is hashed; gives what undoes it if it succeeds. */
const countAttempt = async (
  { attempts, clock }: SchoolPorts,
  key: string,
  { address, failures }: Origin,
): Promise<() => Promise<void>> => {
  const now = clock()
  for (const allowance of [await failures.take(address, now), await attempts.take(key, now)])
    if (!allowance.isAllowed) throw refuseTooMany('Đã thử đăng nhập quá nhiều lần', allowance.retryAfter)
  return async () => {
    await attempts.giveBack(key)
    await failures.giveBack(address)
  }
}

/** Recognises somebody by name, password and, where they have them, a one-time code. Refused when tried too often. */
export const recognize = async (
  ports: SchoolPorts,
  { username, password, oneTimeCode }: Credentials,
  origin: Origin,
): Promise<SignInOutcome> => {
  const key = usernameKey(username)
  const uncount = await countAttempt(ports, key, origin)
  const account = await findAccountByName(ports.signin, key)
  const isRight = await ports.hasher.verify(password, account?.passwordHash ?? undefined)
  if (account === undefined || !isRight) return { problem: 'sign-in-failed' }
  if (account.oneTimeSecret !== null) {
    if (oneTimeCode === undefined) {
      // The password was right: asking for the code is no attempt of its own.
      await uncount()
      return { problem: 'one-time-code-needed' }
    }
    if (!(await takeOneTimeCode(ports, account, account.oneTimeSecret, oneTimeCode)))
      return { problem: 'sign-in-failed' }
  }
  await uncount()
  return { account }
}
