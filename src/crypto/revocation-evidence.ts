import { Buffer } from 'node:buffer'
import type { Certificate } from './certificate.ts'
import { doesCrlCover, isCrlSignedBy, parseCrl, type Crl, type RevokedEntry } from './crl.ts'
import { createRecentCache } from './lru.ts'
import { findOcspAnswer, ocspSignerOf, parseOcspResponse, type OcspResponse } from './ocsp.ts'
import type { RevocationEvidence } from './ports.ts'

/** Evidence that has been read; undefined content is evidence that could not be. */
export type ReadEvidence =
  | { readonly kind: 'crl'; readonly crl: Crl | undefined }
  | { readonly kind: 'ocsp'; readonly ocsp: OcspResponse | undefined }

/** What one piece of authentic evidence says about one certificate. */
export interface Statement {
  readonly thisUpdate: Date
  readonly nextUpdate?: Date
  readonly keepsExpiredSince?: Date
  readonly revoked?: RevokedEntry
}

// One answer about a certificate serves everything its holder signed, with the same bytes each time.
const answers = createRecentCache<string, ReadEvidence>(1024)
const read = new WeakMap<RevocationEvidence, ReadEvidence>()

const readOcsp = (der: Uint8Array): ReadEvidence => {
  if (der.length > 1 << 13) return { kind: 'ocsp', ocsp: parseOcspResponse(der) }
  const key = Buffer.from(der.buffer, der.byteOffset, der.length).toString('latin1')
  const known = answers.get(key)
  if (known) return known
  const evidence: ReadEvidence = { kind: 'ocsp', ocsp: parseOcspResponse(Uint8Array.from(der)) }
  answers.set(key, evidence)
  return evidence
}

/** Reads a piece of evidence once: by the object it stands in, and OCSP responses by their bytes too. */
export const readEvidence = (evidence: RevocationEvidence): ReadEvidence => {
  const known = read.get(evidence)
  if (known) return known
  const result: ReadEvidence =
    evidence.kind === 'crl' ? { kind: 'crl', crl: parseCrl(evidence.der) } : readOcsp(evidence.der)
  read.set(evidence, result)
  return result
}

type Stated = Statement | 'bad' | undefined

const statedByCrl = (crl: Crl, certificate: Certificate, issuer: Certificate): Stated => {
  if (!doesCrlCover(crl, certificate)) return undefined
  if (!isCrlSignedBy(crl, issuer)) return 'bad'
  const { thisUpdate, nextUpdate, keepsExpiredSince } = crl
  const revoked = crl.revoked.get(certificate.serialNumber)
  return {
    thisUpdate,
    ...(nextUpdate ? { nextUpdate } : {}),
    ...(keepsExpiredSince ? { keepsExpiredSince } : {}),
    ...(revoked ? { revoked } : {}),
  }
}

const isListed = (
  certificate: Certificate,
  issuer: Certificate,
  evidence: readonly ReadEvidence[],
): boolean =>
  evidence.some(
    (one) =>
      one.kind === 'crl' &&
      one.crl?.revoked.has(certificate.serialNumber) === true &&
      doesCrlCover(one.crl, certificate) &&
      isCrlSignedBy(one.crl, issuer),
  )

const statedByOcsp = (
  ocsp: OcspResponse,
  certificate: Certificate,
  issuer: Certificate,
  all: readonly ReadEvidence[],
): Stated => {
  const answer = findOcspAnswer(ocsp, certificate, issuer)
  // 'unknown' says nothing: it is neither good nor revoked.
  if (!answer || answer.status.kind === 'unknown') return undefined
  const signer = ocspSignerOf(ocsp, issuer)
  if (!signer || (signer !== issuer && isListed(signer, issuer, all))) return 'bad'
  const { thisUpdate, nextUpdate, keepsExpiredSince, status } = answer
  return {
    thisUpdate,
    ...(nextUpdate ? { nextUpdate } : {}),
    ...(keepsExpiredSince ? { keepsExpiredSince } : {}),
    ...(status.kind === 'revoked' ? { revoked: status } : {}),
  }
}

/**
 * What a piece of evidence states about the certificate: undefined when it is about others, 'bad' when it is about
 * this one but is not authentic or cannot be read.
 */
export const statementOf = (
  evidence: ReadEvidence,
  certificate: Certificate,
  issuer: Certificate,
  all: readonly ReadEvidence[],
): Stated => {
  if (evidence.kind === 'crl') return evidence.crl ? statedByCrl(evidence.crl, certificate, issuer) : 'bad'
  return evidence.ocsp ? statedByOcsp(evidence.ocsp, certificate, issuer, all) : 'bad'
}
