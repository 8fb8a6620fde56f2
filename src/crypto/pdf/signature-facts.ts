import { Buffer } from 'node:buffer'
import { hash } from 'node:crypto'
import { certificateFromDer, type Certificate } from '../certificate.ts'
import { validatePath, type PathResult } from '../certificate-path.ts'
import { findUnsignedAttribute, parseSignedData, type SignedData } from '../cms.ts'
import { isCertificateBound, isSignedByCertificate, isSignerNamed } from '../cms-verify.ts'
import type { RevocationEvidence } from '../ports.ts'
import { pathRevocationStatus, type PathRevocation } from '../revocation.ts'
import { verifyTimestamp, type TimestampResult } from '../timestamp.ts'
import { byteRangeOf, cmsOf, coversRevision, coversWholeFile, digestOf } from './byte-range.ts'
import { readDocMdp, type DocMdp } from './doc-mdp.ts'
import type { PdfDocument } from './document.ts'
import { textOf } from './parse-string.ts'
import { parsePdfDate } from './pdf-date.ts'
import type { PdfSignature, PdfSignatureField } from './signature-fields.ts'
import { isString, nameOf } from './values.ts'

/** Whom a verifier trusts, and when it asks. Pass the same arrays again: results are remembered by them. */
export interface PdfTrust {
  readonly anchors: readonly Certificate[]
  readonly intermediates: readonly Certificate[]
  /** For timestamp authorities alone. */
  readonly timestamps: {
    readonly anchors: readonly Certificate[]
    readonly intermediates: readonly Certificate[]
  }
  readonly evidence: readonly RevocationEvidence[]
  readonly now: Date
}

/** What was observed of one signature in a PDF, before anything is judged. */
export interface PdfSignatureFacts {
  readonly field: string
  /** The revision that holds it, 0 for the first. */
  readonly revision: number
  readonly subFilter: string | undefined
  /** /Name, /Reason, /Location: what the signature says of itself. Signed, and yet only claims. */
  readonly signerName?: string
  readonly reason?: string
  readonly location?: string
  /** /M, the claimed time; undefined when there is none that can be read. */
  readonly claimedAt?: Date
  /** From the first byte to the end of its revision, all but exactly its own /Contents. */
  readonly coversRevision: boolean
  readonly coversWholeFile: boolean
  readonly docMdp: DocMdp
  /** Whether /Contents holds a strict CMS SignedData, detached, and nothing else. */
  readonly isReadable: boolean
  /** Looked at only when it covers its revision. */
  readonly isDigestValid: boolean
  readonly isAlgorithmAllowed: boolean
  readonly isValueValid: boolean
  readonly certificate?: Certificate
  /** Whether SigningCertificateV2 binds that certificate and no other. */
  readonly isCertificateBound: boolean
  /** Whether there are certificates in the CMS that do not belong to the path. */
  readonly strayCertificates: boolean
  readonly path?: PathResult
  readonly revocation?: PathRevocation
  readonly timestamp?: TimestampResult
  /** The time its own timestamp proves. */
  readonly provenAt?: Date
}

type Claims = Pick<
  PdfSignatureFacts,
  'field' | 'revision' | 'subFilter' | 'signerName' | 'reason' | 'location' | 'claimedAt'
>

const textAt = ({ dictionary }: PdfSignature, key: string): string | undefined => {
  const value = dictionary.entries.get(key)
  return isString(value) ? textOf(value) : undefined
}

const claimsOf = (field: string, signature: PdfSignature): Claims => {
  const [signerName, reason, location] = ['Name', 'Reason', 'Location'].map((key) => textAt(signature, key))
  const claimedAt = parsePdfDate(textAt(signature, 'M') ?? '')
  return {
    field,
    revision: signature.revision,
    subFilter: nameOf(signature.dictionary.entries.get('SubFilter')),
    ...(signerName === undefined ? {} : { signerName }),
    ...(reason === undefined ? {} : { reason }),
    ...(location === undefined ? {} : { location }),
    ...(claimedAt === undefined ? {} : { claimedAt }),
  }
}

const plainData = '1.2.840.113549.1.7.1'
const timestampAttribute = '1.2.840.113549.1.9.16.2.14'

const isDigestOf = (document: PdfDocument, signature: PdfSignature, { signer }: SignedData): boolean => {
  const range = byteRangeOf(signature)
  return (
    range !== undefined &&
    signer.digestHash !== undefined &&
    signer.contentType === plainData &&
    digestOf(document.bytes, range, signer.digestHash).equals(signer.messageDigest)
  )
}

// Names may repeat: among those that fit, the one that the signed attributes bind.
const findSigner = ({ signer }: SignedData, candidates: readonly Certificate[]): Certificate | undefined => {
  const named = candidates.filter((certificate) => isSignerNamed(signer.id, certificate))
  return named.find((certificate) => isCertificateBound(signer, certificate)) ?? named[0]
}

const observeTimestamp = (
  cms: Uint8Array,
  { signer }: SignedData,
  trust: PdfTrust,
): TimestampResult | undefined => {
  const token = findUnsignedAttribute(cms, timestampAttribute)
  if (token === undefined) return undefined
  // EN 319 122-1 §5.3: the imprint is over the signature value as it stands in the SignerInfo.
  return verifyTimestamp(token, hash('sha256', signer.signature, 'buffer'), {
    anchors: trust.timestamps.anchors,
    extraCertificates: trust.timestamps.intermediates,
    evidence: trust.evidence,
    now: trust.now,
  })
}

type Identity = Pick<
  PdfSignatureFacts,
  'certificate' | 'isCertificateBound' | 'isValueValid' | 'strayCertificates' | 'path' | 'revocation'
>

const isOnPath = (path: readonly Certificate[], der: Uint8Array): boolean =>
  path.some((certificate) => Buffer.compare(certificate.der, der) === 0)

const observeSigner = (signedData: SignedData, at: Date, trust: PdfTrust): Identity => {
  const sent = signedData.certificates.flatMap((der) => certificateFromDer(der) ?? [])
  const certificate = findSigner(signedData, sent)
  if (!certificate) return { isCertificateBound: false, isValueValid: false, strayCertificates: false }
  const intermediates = [...trust.intermediates, ...sent]
  const path = validatePath(certificate, { anchors: trust.anchors, intermediates, at, purpose: 'signing' })
  const revocation = path.ok
    ? pathRevocationStatus(path.path, trust.evidence, { at, now: trust.now })
    : undefined
  return {
    certificate,
    isCertificateBound: isCertificateBound(signedData.signer, certificate),
    isValueValid: isSignedByCertificate(signedData.signer, certificate),
    strayCertificates: path.ok && !signedData.certificates.every((der) => isOnPath(path.path, der)),
    path,
    ...(revocation ? { revocation } : {}),
  }
}

const unreadable = {
  isReadable: false,
  isDigestValid: false,
  isAlgorithmAllowed: false,
  isValueValid: false,
  isCertificateBound: false,
  strayCertificates: false,
} as const

/** Observes one signature; judges nothing. Without a timestamp its certificate is looked at as of now. */
export const observeSignature = (
  document: PdfDocument,
  { name, signature }: PdfSignatureField & { readonly signature: PdfSignature },
  trust: PdfTrust,
): PdfSignatureFacts => {
  const covered = {
    ...claimsOf(name, signature),
    coversRevision: coversRevision(document, signature),
    coversWholeFile: coversWholeFile(document, signature),
    docMdp: readDocMdp(document, signature, signature.revision),
  }
  const cms = cmsOf(document, signature)
  const signedData = cms && parseSignedData(cms)
  if (!cms || signedData?.contentType !== plainData || signedData.content)
    return { ...covered, ...unreadable }
  const timestamp = observeTimestamp(cms, signedData, trust)
  const proven = timestamp?.ok === true ? { provenAt: timestamp.at } : {}
  return {
    ...covered,
    isReadable: true,
    isDigestValid: covered.coversRevision && isDigestOf(document, signature, signedData),
    isAlgorithmAllowed:
      signedData.signer.scheme.kind !== 'refused' && signedData.signer.digestHash !== undefined,
    ...observeSigner(signedData, proven.provenAt ?? trust.now, trust),
    ...(timestamp ? { timestamp } : {}),
    ...proven,
  }
}
