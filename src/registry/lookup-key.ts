import { sha256Hex } from '../crypto/digest.ts'
import type { LookupCode } from '../shared/ids.ts'

/**
 * Under what a lookup code (mã tra cứu) is stored and found: its SHA-256 in hexadecimal. A code has 128 random bits,
 * so whoever reads the registry's tables cannot go back to the codes, which are their holders' secrets.
 */
export const lookupKey = (code: LookupCode): string => sha256Hex(code)
