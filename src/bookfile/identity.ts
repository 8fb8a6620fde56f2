import { sha256Hex } from '../crypto/digest.ts'
import type { LookupCode } from '../shared/ids.ts'

/**
 * What the record keeps of a signer's citizenId: SHA-256 (hex) over the year's lookup code, a colon and the 12
 * digits. Whoever holds the signer's certificate can compare; the number itself stays out of every pupil's book.
 */
export const identityDigest = (yearLookupCode: LookupCode, citizenId: string): string =>
  sha256Hex(`${yearLookupCode}:${citizenId}`)
