import type { Certificate } from './certificate.ts'

/** The three algorithms that are made and verified (docs/adr/0004). ECDSA values are raw r‖s, 64 bytes. */
export type SignatureAlgorithm = 'rsa-pkcs1-sha256' | 'rsa-pss-sha256' | 'ecdsa-p256-sha256'

/**
 * A key that signs, wherever it lives: software, a token, a remote service. Many messages per call, so that one
 * PIN or one authorisation covers a batch; values come back in the order of the messages. A signer that only takes
 * digests hashes each message with SHA-256 itself.
 */
export interface Signer {
  readonly algorithm: SignatureAlgorithm
  /** DER certificates, the signer's own first, without the anchor. */
  readonly chain: readonly Uint8Array[]
  sign(messages: readonly Uint8Array[]): Promise<readonly Uint8Array[]>
}

/** A timestamp authority (RFC 3161): one DER TimeStampToken for each SHA-256 imprint, in order. */
export interface TimestampAuthority {
  timestamp(imprints: readonly Uint8Array[]): Promise<readonly Uint8Array[]>
}

/** Proof of a certificate's status: a DER CRL (RFC 5280) or a DER OCSPResponse (RFC 6960). */
export type RevocationEvidence =
  { readonly kind: 'crl'; readonly der: Uint8Array } | { readonly kind: 'ocsp'; readonly der: Uint8Array }

/** Where the status of a certificate can be asked for. Returns nothing when it cannot be had: never a guess. */
export interface RevocationSource {
  fetch(certificate: Certificate, issuer: Certificate): Promise<readonly RevocationEvidence[]>
}
