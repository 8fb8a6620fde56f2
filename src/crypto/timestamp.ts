import { Buffer } from 'node:buffer'
import { certificateFromDer, type Certificate } from './certificate.ts'
import { validatePath, type PathFailureCode } from './certificate-path.ts'
import { isCertificateBound, isContentDigested, isSignedByCertificate, isSignerNamed } from './cms-verify.ts'
import type { RevocationEvidence } from './ports.ts'
import { clockTolerance, timestampRevocationStatus } from './revocation.ts'
import { parseTimestampToken, type TimestampToken } from './timestamp-token.ts'

export { parseTimestampToken, type TimestampToken } from './timestamp-token.ts'
export {
  createTimestampRequest,
  parseTimestampRequest,
  parseTimestampResponse,
  type TimestampRequest,
  type TimestampResponse,
} from './timestamp-request.ts'

/** Why a token proves nothing; the path's own codes speak of the authority's certificate or one above it. */
export type TimestampFailureCode =
  | PathFailureCode
  | 'malformed'
  | 'wrong-imprint'
  | 'broken'
  | 'authority-missing'
  | 'authority-not-bound'
  | 'in-future'
  | 'revoked'
  | 'revocation-unknown'

/** `at` is the time the token claims and `authority` who signed it, as far as they are known. */
export interface TimestampFailure {
  readonly ok: false
  readonly code: TimestampFailureCode
  readonly at?: Date
  readonly authority?: Certificate
}

/** The proven time and who vouches for it, or why nothing is proven. 'revocation-unknown' alone is indeterminate. */
export type TimestampResult =
  { readonly ok: true; readonly at: Date; readonly authority: Certificate } | TimestampFailure

/** What a token is verified with. */
export interface TimestampContext {
  /** Roots of timestamp authorities alone. */
  readonly anchors: readonly Certificate[]
  /** Further certificates that may be the authority's or stand above it; not trusted in themselves. */
  readonly extraCertificates: readonly Certificate[]
  readonly evidence: readonly RevocationEvidence[]
  readonly now: Date
}

const contentType = '1.2.840.113549.1.9.16.1.4'

const checkClaims = (
  token: TimestampToken,
  imprint: Uint8Array,
  now: Date,
): TimestampFailureCode | undefined => {
  if (!token.imprint || Buffer.compare(token.imprint, imprint) !== 0) return 'wrong-imprint'
  if (!isContentDigested(token.signedData.signer, contentType, token.content)) return 'broken'
  return token.at.getTime() <= now.getTime() + clockTolerance ? undefined : 'in-future'
}

const embeddedIn = ({ signedData }: TimestampToken): Certificate[] =>
  signedData.certificates.flatMap((der) => certificateFromDer(der) ?? [])

// Certificates in a token are not signed: a stranger's of the same name beside the right one must not spoil it.
const findAuthority = (
  { signedData: { signer } }: TimestampToken,
  candidates: readonly Certificate[],
): Certificate | undefined => {
  const named = candidates.filter((certificate) => isSignerNamed(signer.id, certificate))
  return named.find((certificate) => isCertificateBound(signer, certificate)) ?? named[0]
}

const checkSignature = (
  { signedData }: TimestampToken,
  authority: Certificate,
): TimestampFailureCode | undefined => {
  const { signer } = signedData
  if (signer.scheme.kind === 'refused') return 'weak-algorithm'
  if (!isCertificateBound(signer, authority)) return 'authority-not-bound'
  return isSignedByCertificate(signer, authority) ? undefined : 'broken'
}

const checkTrust = (
  authority: Certificate,
  intermediates: readonly Certificate[],
  at: Date,
  { anchors, evidence, now }: TimestampContext,
): TimestampFailureCode | undefined => {
  const found = validatePath(authority, { intermediates, anchors, at, purpose: 'timestamping' })
  if (!found.ok) return found.code
  const revocation = timestampRevocationStatus(found.path, evidence, { at, now })
  if (!revocation || revocation.status === 'good') return undefined
  return revocation.status === 'revoked' ? 'revoked' : 'revocation-unknown'
}

/**
 * Verifies a token (RFC 3161 §2.2, RFC 5816) over a SHA-256 imprint of 32 bytes: imprint, digest, signature, the
 * binding to the authority's certificate, its critical and only purpose, its path at the token's time, revocation.
 * Takes the DER or the token as read. Never throws.
 */
export const verifyTimestamp = (
  token: Uint8Array | TimestampToken,
  imprint: Uint8Array,
  context: TimestampContext,
): TimestampResult => {
  const read = token instanceof Uint8Array ? parseTimestampToken(token) : token
  if (!read) return { ok: false, code: 'malformed' }
  const { at } = read
  const claim = checkClaims(read, imprint, context.now)
  if (claim) return { ok: false, code: claim, at }
  const candidates = [...embeddedIn(read), ...context.extraCertificates]
  const authority = findAuthority(read, candidates)
  if (!authority) return { ok: false, code: 'authority-missing', at }
  const failure = checkSignature(read, authority) ?? checkTrust(authority, candidates, at, context)
  return failure ? { ok: false, code: failure, at, authority } : { ok: true, at, authority }
}
