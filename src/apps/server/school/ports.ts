import type { Role } from '../../../accounts/index.ts'
import type { PasswordHasher } from '../../../adapters/password-hasher.ts'
import type { Database } from '../../../adapters/postgres/connect.ts'
import type { RateLimiter } from '../limits/rate-limiter.ts'
import type { SetUpCode } from './accounts/set-up-code.ts'

/** What the school's part of the server is joined to. */
export interface SchoolPorts {
  readonly school: Database<'school'>
  readonly signin: Database<'signin'>
  readonly clock: () => Date
  readonly hasher: PasswordHasher
  /** Seals the secrets of one-time codes: 32 bytes. */
  readonly secretKey: Uint8Array
  /** Whose roles must sign in with one-time codes. */
  readonly oneTimeCodesFor: readonly Role[]
  /** What the first person at a new server has to know; absent once there are accounts. */
  readonly setUpCode: SetUpCode
  /** Counts attempts to sign in, by user name and by address. */
  readonly attempts: RateLimiter
}
