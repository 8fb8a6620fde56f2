import type { Certificate } from '../crypto/certificate.ts'
import type { RevocationEvidence } from '../crypto/ports.ts'

/** Certificates that are trusted for one use, and those that may stand between them and a signer. */
export interface TrustedUse {
  readonly anchors: readonly Certificate[]
  readonly intermediates: readonly Certificate[]
}

/**
 * Whom a verifier trusts, apart for each use: an authority for timestamps never vouches for a teacher
 * (docs/format.md).
 */
export interface TrustStore {
  readonly persons: TrustedUse
  readonly schools: TrustedUse
  readonly timestamps: TrustedUse
  readonly evidence: readonly RevocationEvidence[]
}
