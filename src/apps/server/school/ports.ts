import type { Role } from '../../../accounts/index.ts'
import type { PasswordHasher } from '../../../adapters/password-hasher.ts'
import type { Database } from '../../../adapters/postgres/connect.ts'
import type { SigningDesk } from '../../../issuing/index.ts'
import type { ReportBug } from '../errors.ts'
import type { Mailer } from '../../../workflow/index.ts'
import type { RateLimiter } from '../limits/rate-limiter.ts'
import type { SetUpCode } from './accounts/set-up-code.ts'

/** What the digests of each day (bản tin ngày) are made with. */
export interface DigestSettings {
  /** From which hour of the day on, in Viet Nam. */
  readonly hour: number
  /** What stands before the addresses in letters, with its last slash. */
  readonly publicUrl: string
  /** Without one digests stand in the program alone. */
  readonly mailer?: Mailer
}

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
  /** What stands before a year's lookup code in QR codes, with its last slash. */
  readonly verificationUrl: string
  /** Where keys are; without it nobody signs on this server. */
  readonly desk?: SigningDesk
  /** Hears of bugs of what runs in the background. */
  readonly report?: ReportBug
  /** Absent: no digests are made. */
  readonly digest?: DigestSettings
  /** Counts attempts to sign in, by user name and by address. */
  readonly attempts: RateLimiter
}
