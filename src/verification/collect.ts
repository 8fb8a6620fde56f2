import { signatureSlots, type BookFile, type SignatureSlot } from '../bookfile/index.ts'
import { decodeBase64 } from '../crypto/base64.ts'
import { certificateFromBase64, type Certificate } from '../crypto/certificate.ts'
import { validatePath, type PathResult } from '../crypto/certificate-path.ts'
import type { RevocationEvidence } from '../crypto/ports.ts'
import { readEvidence } from '../crypto/revocation-evidence.ts'
import { revocationStatus, type RevocationStatus } from '../crypto/revocation.ts'
import { verifyTimestamp, type TimestampResult } from '../crypto/timestamp.ts'
import type { XmlSignature } from '../crypto/xml-signature-read.ts'
import { isValueValid } from '../crypto/xml-signature-verify.ts'
import type { TrustStore, TrustedUse } from './trust.ts'

/** What was observed of one signature, before anything is judged. */
export interface SignatureFacts {
  readonly signature: XmlSignature
  /** The signature the record calls for under this Id; undefined for one it does not know. */
  readonly slot?: SignatureSlot
  /** Whether it refers to exactly what the slot covers, in order. */
  readonly coversExactly: boolean
  /** What it refers to whose content is not what was signed. */
  readonly changed: readonly string[]
  readonly certificate?: Certificate
  readonly isSigningCertificate: boolean
  readonly valueValid: boolean
  /** Undefined when the time is not ISO 8601. */
  readonly signingTime?: Date
  readonly timestamp?: TimestampResult
  /** When it is proven to have existed: its own timestamp or that of the seal over it. */
  readonly provenAt?: Date
  readonly path?: PathResult
  /** Whether the certificates it brought along are anything but the path without its anchor. */
  readonly strayCertificates: boolean
  /** Whether a value kept for long-term validation (EN 319 132-1 §5.4) cannot be read. */
  readonly unreadableEvidence: boolean
  readonly revocation?: readonly CertificateStatus[]
}

/** The status of one certificate of a path. */
export interface CertificateStatus {
  readonly certificate: Certificate
  readonly issuer: Certificate
  readonly status: RevocationStatus
}

/** Everything observed of a book's signatures. */
export interface BookFacts {
  readonly slots: readonly SignatureSlot[]
  readonly signatures: readonly SignatureFacts[]
}

export interface CollectionContext {
  readonly trust: TrustStore
  readonly now: Date
}

/** Observes every signature of a book: digests, values, certificates, times, status. Judges nothing. */
export const collectFacts = (book: BookFile, context: CollectionContext): BookFacts => {
  const coverSignedSeparately = book.signatures.some(({ id }) => id === 's-bia-truong' || id === 's-bia-ht')
  const slots = signatureSlots(book.data.report, { coverSignedSeparately })
  const bySlot = new Map(slots.map((slot) => [slot.id, slot]))
  const valueDigests = new Map(book.signatures.map(({ id, valueDigest }) => [id, valueDigest]))
  const observed = book.signatures.map((signature) =>
    observe(book, signature, bySlot.get(signature.id), valueDigests, context),
  )
  const sealTimes = new Map(
    observed.flatMap(({ signature, timestamp }) =>
      timestamp?.ok === true ? [[signature.id, timestamp.at]] : [],
    ),
  )
  return {
    slots,
    signatures: observed.map((facts) => withStatus(facts, provenTime(facts, sealTimes), context)),
  }
}

const trustFor = (slot: SignatureSlot | undefined, trust: TrustStore): TrustedUse =>
  slot?.role === 'school-seal' ? trust.schools : trust.persons

const observe = (
  book: BookFile,
  signature: XmlSignature,
  slot: SignatureSlot | undefined,
  valueDigests: ReadonlyMap<string, string>,
  context: CollectionContext,
): SignatureFacts => {
  const certificate = readCertificate(signature.certificates[0])
  const digestOf = (target: string): string | undefined =>
    target.startsWith('sv-') ? valueDigests.get(target.slice(3)) : book.data.digestOf(target)
  const signingTime = parseSigningTime(signature.signingTime)
  const timestamp = observeTimestamp(signature, context)
  return {
    signature,
    ...(slot === undefined ? {} : { slot }),
    coversExactly:
      slot?.covers.length === signature.references.length &&
      signature.references.every(({ targetId }, index) => targetId === slot.covers[index]),
    changed: signature.references
      .filter(({ targetId, digest }) => digestOf(targetId) !== digest)
      .map(({ targetId }) => targetId),
    ...(certificate === undefined ? {} : { certificate }),
    isSigningCertificate: certificate?.sha256 === signature.certificateDigest,
    strayCertificates: false,
    unreadableEvidence: holdsUnreadable(signature),
    valueValid: certificate !== undefined && isValueValid(signature, certificate),
    ...(signingTime === undefined ? {} : { signingTime }),
    ...(timestamp === undefined ? {} : { timestamp }),
  }
}

/** Certificates in canonical base64 only: the length gives away white space, the reader everything else. */
const readCertificate = (text: string | undefined): Certificate | undefined => {
  const certificate = text === undefined ? undefined : certificateFromBase64(text)
  return certificate !== undefined && text?.length === Math.ceil(certificate.der.length / 3) * 4
    ? certificate
    : undefined
}

const readCertificates = (texts: readonly string[]): readonly Certificate[] =>
  texts.flatMap((text) => readCertificate(text) ?? [])

const isoInstant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:Z|[+-]\d{2}:\d{2})$/

const parseSigningTime = (text: string): Date | undefined => {
  const at = isoInstant.test(text) ? new Date(text) : undefined
  return at === undefined || Number.isNaN(at.getTime()) ? undefined : at
}

const observeTimestamp = (
  signature: XmlSignature,
  { trust, now }: CollectionContext,
): TimestampResult | undefined => {
  if (signature.timestampToken === undefined) return undefined
  return verifyTimestamp(signature.timestampToken, Buffer.from(signature.valueDigest, 'base64'), {
    anchors: trust.timestamps.anchors,
    extraCertificates: [...trust.timestamps.intermediates, ...readCertificates(signature.certificateValues)],
    evidence: evidenceFor(signature, trust),
    now,
  })
}

const embeddedEvidence = ({ crlValues, ocspValues }: XmlSignature): readonly RevocationEvidence[] => [
  ...crlValues.flatMap((text) => evidenceItem('crl', text)),
  ...ocspValues.flatMap((text) => evidenceItem('ocsp', text)),
]

const evidenceItem = (kind: RevocationEvidence['kind'], text: string): readonly RevocationEvidence[] => {
  const der = decodeBase64(text)
  return der === undefined ? [] : [{ kind, der }]
}

const evidenceFor = (signature: XmlSignature, { evidence }: TrustStore): readonly RevocationEvidence[] => {
  const embedded = embeddedEvidence(signature)
  return embedded.length === 0 ? evidence : [...evidence, ...embedded]
}

const isReadable = (evidence: RevocationEvidence): boolean => {
  const read = readEvidence(evidence)
  return (read.kind === 'crl' ? read.crl : read.ocsp) !== undefined
}

/** These values are signed by nobody here, so what cannot be read must at least not pass unnoticed. */
const holdsUnreadable = (signature: XmlSignature): boolean => {
  const { certificateValues, crlValues, ocspValues } = signature
  return (
    readCertificates(certificateValues).length < certificateValues.length ||
    embeddedEvidence(signature).filter(isReadable).length < crlValues.length + ocspValues.length
  )
}

/**
 * The earliest proof counts: the cover's seal proves the cover, the final seal everybody else, and a signature with
 * a timestamp of its own, as seals have, itself. A later timestamp takes nothing away from an earlier one.
 */
const provenTime = (
  { signature, slot }: SignatureFacts,
  sealTimes: ReadonlyMap<string, Date>,
): Date | undefined => {
  const own = sealTimes.get(signature.id)
  const over = sealTimes.get(slot?.covers[0] === 'bia' ? 's-bia-truong' : 's-truong')
  if (own === undefined || over === undefined) return own ?? over
  return own < over ? own : over
}

/** KeyInfo holds the path without its anchor, the signer's own certificate first: no more, no less, nothing twice. */
const isPath = (sent: readonly (Certificate | undefined)[], path: readonly Certificate[]): boolean =>
  sent.length === path.length - 2 && sent.every((one, index) => one?.sha256 === path[index + 1]?.sha256)

const withStatus = (
  facts: SignatureFacts,
  provenAt: Date | undefined,
  context: CollectionContext,
): SignatureFacts => {
  const { certificate, signature, slot } = facts
  if (certificate === undefined) return facts
  const at = provenAt ?? context.now
  const { anchors, intermediates } = trustFor(slot, context.trust)
  const sent = signature.certificates.slice(1).map(readCertificate)
  const path = validatePath(certificate, {
    anchors,
    intermediates: [...intermediates, ...sent.filter((one) => one !== undefined)],
    at,
    purpose: 'signing',
  })
  const proven = provenAt === undefined ? {} : { provenAt }
  if (!path.ok) return { ...facts, ...proven, path }
  const evidence = evidenceFor(signature, context.trust)
  const revocation = path.path.slice(0, -1).map((member, index) => {
    const issuer = path.path[index + 1] as Certificate
    return {
      certificate: member,
      issuer,
      status: revocationStatus(member, issuer, evidence, { at, now: context.now }),
    }
  })
  return { ...facts, ...proven, path, revocation, strayCertificates: !isPath(sent, path.path) }
}
