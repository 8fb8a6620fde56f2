import { encodeBase64 } from './base64.ts'
import { sha256, sha256Base64 } from './digest.ts'
import type { RevocationEvidence, SignatureAlgorithm } from './ports.ts'
import { signatureMethodUris } from './xml-signature-names.ts'
import * as parts from './xml-signature-parts.ts'

/** One thing a signature covers: the Id it points to and the SHA-256 (base64) of its canonical form. */
export interface DataReference {
  readonly targetId: string
  readonly digest: string
}

/** What is known before the key is asked. */
export interface SignatureRequest {
  readonly id: string
  readonly algorithm: SignatureAlgorithm
  readonly references: readonly DataReference[]
  /** Base64 DER certificates, the signer's own first. */
  readonly certificates: readonly string[]
  /** Base64 SHA-256 of the signer's certificate. */
  readonly certificateDigest: string
  /** ISO 8601 with zone. A claim; the timestamp is the proof. */
  readonly signingTime: string
  readonly claimedRole: string
}

/** Phase one of signing: the bytes to sign and what is needed to finish when the value comes back. */
export interface PreparedSignature {
  readonly request: SignatureRequest
  /** The canonical SignedInfo: what the key signs. */
  readonly signedInfo: string
  readonly signedProperties: string
}

const dataReference = (signatureId: string, { targetId, digest }: DataReference, index: number): string =>
  `${parts.dataReferenceOpen}r-${signatureId}-${index + 1}${parts.dataReferenceUri}${targetId}` +
  `${parts.referenceDigestOpen}${digest}${parts.referenceClose}`

const signedPropertiesAfterId = (request: SignatureRequest, certDigestMethod: string): string => {
  const formats = request.references.map(
    (_, index) => `${parts.dataObjectOpen}r-${request.id}-${index + 1}${parts.dataObjectClose}`,
  )
  return (
    `${request.id}${parts.signingTimeOpen}${request.signingTime}${parts.certDigestOpen}${certDigestMethod}` +
    `${request.certificateDigest}${parts.claimedRoleOpen}${request.claimedRole}${parts.claimedRoleClose}` +
    `${formats.join('')}${parts.signedPropertiesClose}`
  )
}

const signedInfoBody = (request: SignatureRequest, propertiesDigest: string): string =>
  `${parts.signedInfoHead}${signatureMethodUris[request.algorithm]}${parts.signatureMethodEnd}` +
  request.references.map((reference, index) => dataReference(request.id, reference, index)).join('') +
  `${parts.propertiesReferenceOpen}${request.id}${parts.referenceDigestOpen}${propertiesDigest}` +
  `${parts.referenceClose}${parts.signedInfoClose}`

/** Phase one: lays out SignedInfo and SignedProperties in canonical form (XAdES baseline, EN 319 132-1 §5). */
export const prepareSignature = (request: SignatureRequest): PreparedSignature => {
  const digested = parts.signedPropertiesApex + signedPropertiesAfterId(request, parts.certDigestMethodApex)
  return {
    request,
    signedInfo: parts.signedInfoApex + signedInfoBody(request, sha256Base64(digested)),
    signedProperties: parts.signedPropertiesOpen + signedPropertiesAfterId(request, parts.certDigestMethod),
  }
}

/** Phase two: the whole ds:Signature element in canonical form, without unsigned properties (level B-B). */
export const finishSignature = (
  { request, signedInfo, signedProperties }: PreparedSignature,
  value: Uint8Array,
): string =>
  `${parts.signatureOpen}${request.id}">${parts.signedInfoOpen}${signedInfo.slice(parts.signedInfoApex.length)}` +
  `${parts.signatureValueOpen}${request.id}">${encodeBase64(value)}${parts.signatureValueClose}${parts.keyInfoOpen}` +
  request.certificates.map((text) => parts.certificateOpen + text + parts.certificateClose).join('') +
  `${parts.keyInfoClose}${parts.qualifyingOpen}${request.id}">${signedProperties}${parts.signatureClose}`

/** What may be added to a finished signature without touching what it signs (levels B-T and B-LT). */
export interface UnsignedProperties {
  readonly timestampToken: Uint8Array
  readonly certificates?: readonly Uint8Array[]
  readonly revocation?: readonly RevocationEvidence[]
}

/** Adds the timestamp and, for long-term validation, certificates and their status (EN 319 132-1 §5.3, §5.4). */
export const addUnsignedProperties = (signature: string, added: UnsignedProperties): string =>
  signature.slice(0, -parts.signatureClose.length) +
  `${parts.unsignedOpen}${parts.timestampOpen}${encodeBase64(added.timestampToken)}${parts.timestampClose}` +
  `${certificateValues(added.certificates ?? [])}${revocationValues(added.revocation ?? [])}` +
  `${parts.unsignedClose}${parts.signatureClose}`

/** The canonical ds:SignatureValue: what later signatures refer to and what a timestamp stamps. */
export const canonicalSignatureValue = (signatureId: string, value: string): string =>
  `${parts.signatureValueApex}${signatureId}">${value}${parts.signatureValueClose}`

/** The digest by which a later signature covers this one. */
export const signatureValueDigest = (signatureId: string, value: Uint8Array): string =>
  sha256Base64(canonicalSignatureValue(signatureId, encodeBase64(value)))

/** The imprint that a timestamp on this signature must carry. */
export const signatureValueImprint = (signatureId: string, value: Uint8Array): Uint8Array =>
  sha256(canonicalSignatureValue(signatureId, encodeBase64(value)))

const certificateValues = (certificates: readonly Uint8Array[]): string =>
  certificates.length === 0
    ? ''
    : parts.certificateValuesOpen +
      certificates
        .map(
          (der) => parts.encapsulatedCertificateOpen + encodeBase64(der) + parts.encapsulatedCertificateClose,
        )
        .join('') +
      parts.certificateValuesClose

const revocationValues = (evidence: readonly RevocationEvidence[]): string => {
  if (evidence.length === 0) return ''
  const values = (kind: RevocationEvidence['kind'], open: string, close: string): string =>
    evidence
      .filter((item) => item.kind === kind)
      .map(({ der }) => open + encodeBase64(der) + close)
      .join('')
  const crls = values('crl', parts.crlValueOpen, parts.crlValueClose)
  const ocsps = values('ocsp', parts.ocspValueOpen, parts.ocspValueClose)
  return (
    parts.revocationValuesOpen +
    (crls === '' ? '' : parts.crlValuesOpen + crls + parts.crlValuesClose) +
    (ocsps === '' ? '' : parts.ocspValuesOpen + ocsps + parts.ocspValuesClose) +
    parts.revocationValuesClose
  )
}
