import { Buffer } from 'node:buffer'
import { hash } from 'node:crypto'
import { certificateFromDer, type Certificate } from './certificate.ts'
import { readExtensions } from './certificate-extensions.ts'
import { isStrongKey } from './certificate-key.ts'
import { validatePath } from './certificate-path.ts'
import { isSignatureValid, readSigned, type SignedBytes } from './certificate-signature.ts'
import { readReason, type RevokedEntry } from './crl.ts'
import {
  constructed,
  contentOf,
  elementsOf,
  fieldsOf,
  insideOf,
  malformed,
  oidOf,
  only,
  parseDer,
  primitive,
  rawOf,
  smallIntegerOf,
  tags,
  timeOf,
  wholeBitsOf,
  type DerElement,
} from './der.ts'
import { isIdOfIssuer, readCertificateId, readNonce, type CertificateId } from './ocsp-request.ts'

export { createOcspRequest } from './ocsp-request.ts'

/** What the responder says about one certificate; 'unknown' is its word for "not one of mine". */
export type OcspStatus =
  { readonly kind: 'good' } | ({ readonly kind: 'revoked' } & RevokedEntry) | { readonly kind: 'unknown' }

/** One SingleResponse (RFC 6960 §4.2.1). */
export interface OcspAnswer {
  readonly id: CertificateId
  readonly status: OcspStatus
  readonly thisUpdate: Date
  readonly nextUpdate?: Date
  /** Certificates that expired at or after this moment are still answered for (RFC 6960 §4.4.4). */
  readonly keepsExpiredSince?: Date
}

/** A successful OCSP response, read but not yet authenticated. */
export interface OcspResponse {
  readonly producedAt: Date
  /** Who answered: by name, or by the SHA-1 of the key. */
  readonly responder: { readonly nameDer: Uint8Array } | { readonly keyHash: string }
  readonly answers: readonly OcspAnswer[]
  readonly certificates: readonly Uint8Array[]
  readonly nonce?: string
  readonly signed: SignedBytes
}

const readStatus = (element: DerElement): OcspStatus => {
  if (element.tag === primitive(0)) return { kind: 'good' }
  if (element.tag === primitive(2)) return { kind: 'unknown' }
  const fields = fieldsOf(element, constructed(1))
  const at = timeOf(fields.take(tags.generalizedTime))
  const reason = fields.maybe(constructed(0))
  fields.finish()
  if (!reason) return { kind: 'revoked', at }
  return {
    kind: 'revoked',
    at,
    reason: readReason(smallIntegerOf(only(reason, constructed(0)), tags.enumerated)),
  }
}

const archiveCutoff = '1.3.6.1.5.5.7.48.1.6'
const invalidityDate = '2.5.29.24'

const readAnswerExtensions = (wrapped: DerElement | undefined) => {
  if (!wrapped) return {}
  const extensions = readExtensions(only(wrapped, constructed(1)))
  if ([...extensions.values()].some(({ critical }) => critical)) malformed()
  const [cutoff, invalidity] = [extensions.get(archiveCutoff), extensions.get(invalidityDate)]
  return {
    ...(cutoff ? { keepsExpiredSince: timeOf(insideOf(cutoff.value)) } : {}),
    ...(invalidity ? { invalidity: timeOf(insideOf(invalidity.value)) } : {}),
  }
}

const readAnswer = (element: DerElement): OcspAnswer => {
  const fields = fieldsOf(element)
  const id = readCertificateId(fields.take())
  const status = readStatus(fields.take())
  const thisUpdate = timeOf(fields.take(tags.generalizedTime))
  const nextUpdate = fields.maybe(constructed(0))
  const { invalidity, ...extensions } = readAnswerExtensions(fields.maybe(constructed(1)))
  fields.finish()
  const isDated = status.kind === 'revoked' && invalidity !== undefined
  return {
    id,
    status: isDated ? { ...status, invalidityDate: invalidity } : status,
    thisUpdate,
    ...(nextUpdate ? { nextUpdate: timeOf(only(nextUpdate, constructed(0))) } : {}),
    ...extensions,
  }
}

const readResponder = (element: DerElement): OcspResponse['responder'] =>
  element.tag === constructed(1)
    ? { nameDer: rawOf(only(element, constructed(1))) }
    : { keyHash: contentOf(only(element, constructed(2))).toString('hex') }

const readResponseData = (element: DerElement): Omit<OcspResponse, 'certificates' | 'signed'> => {
  const fields = fieldsOf(element)
  fields.maybe(constructed(0))
  const responder = readResponder(fields.take())
  const producedAt = timeOf(fields.take(tags.generalizedTime))
  const answers = elementsOf(fields.take()).map(readAnswer)
  const extensions = fields.maybe(constructed(1))
  fields.finish()
  const nonce = extensions && readNonce(only(extensions, constructed(1)))
  return { producedAt, responder, answers, ...(nonce === undefined ? {} : { nonce }) }
}

const readBasicResponse = (root: DerElement): OcspResponse => {
  const fields = fieldsOf(root)
  const [data, algorithm, signature] = [fields.take(), fields.take(), wholeBitsOf(fields.take())]
  const certificates = fields.maybe(constructed(0))
  fields.finish()
  return {
    ...readResponseData(data),
    certificates: certificates
      ? elementsOf(only(certificates, constructed(0)))
          .slice(0, 16)
          .map(rawOf)
      : [],
    signed: readSigned(data, algorithm, signature),
  }
}

const readResponse = (root: DerElement): OcspResponse => {
  const fields = fieldsOf(root)
  // RFC 6960 §2.3: only 'successful' says anything about a certificate.
  if (smallIntegerOf(fields.take(), tags.enumerated) !== 0) malformed()
  const typed = fieldsOf(only(fields.take(), constructed(0)))
  fields.finish()
  if (oidOf(typed.take()) !== '1.3.6.1.5.5.7.48.1.1') malformed()
  const basic = insideOf(typed.take())
  typed.finish()
  return readBasicResponse(basic)
}

/** Reads a successful DER OCSPResponse (RFC 6960 §4.2) of at most 1 MiB; undefined for anything else. */
export const parseOcspResponse = (der: Uint8Array): OcspResponse | undefined => parseDer(der, readResponse)

const isResponder = (certificate: Certificate, { responder }: OcspResponse): boolean =>
  'nameDer' in responder
    ? Buffer.compare(certificate.subjectDer, responder.nameDer) === 0
    : hash('sha1', certificate.subjectPublicKey, 'hex') === responder.keyHash

// RFC 6960 §4.2.2.2: a delegate's certificate comes from the very CA whose certificates it answers for.
const isDelegate = (certificate: Certificate, issuer: Certificate, at: Date): boolean =>
  validatePath(certificate, { intermediates: [], anchors: [issuer], at, purpose: 'ocsp' }).ok

/** The one who signed the response: the issuer itself or its delegate; undefined when neither did. */
const findSigner = (response: OcspResponse, issuer: Certificate): Certificate | undefined => {
  const delegates = response.certificates.flatMap((der) => certificateFromDer(der) ?? [])
  return [issuer, ...delegates].find(
    (candidate) =>
      isResponder(candidate, response) &&
      isStrongKey(candidate) &&
      (candidate === issuer || isDelegate(candidate, issuer, response.producedAt)) &&
      isSignatureValid(response.signed, candidate.publicKey),
  )
}

const signers = new WeakMap<
  OcspResponse,
  WeakMap<Certificate, { readonly signer: Certificate | undefined }>
>()

/**
 * The responder that validly signed the response for this issuer's certificates: the issuer itself, or a delegate
 * with the OCSPSigning purpose, valid when the response was produced. Remembered for each pair.
 */
export const ocspSignerOf = (response: OcspResponse, issuer: Certificate): Certificate | undefined => {
  const known =
    signers.get(response) ?? new WeakMap<Certificate, { readonly signer: Certificate | undefined }>()
  signers.set(response, known)
  const answer = known.get(issuer) ?? { signer: findSigner(response, issuer) }
  known.set(issuer, answer)
  return answer.signer
}

/** The answer about this certificate, if the response has one. */
export const findOcspAnswer = (
  { answers }: OcspResponse,
  certificate: Certificate,
  issuer: Certificate,
): OcspAnswer | undefined =>
  answers.find(({ id }) => id.serialNumber === certificate.serialNumber && isIdOfIssuer(id, issuer))
