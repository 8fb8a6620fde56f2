import type { Certificate } from './certificate.ts'
import { isStrongKey } from './certificate-key.ts'

/** What the first certificate of a path is to do. */
export type PathPurpose = 'signing' | 'timestamping' | 'ocsp'

/** Why a certificate is not to be relied on; each is a finding of its own in a report. */
export type PathFailureCode =
  'untrusted' | 'expired' | 'not-yet-valid' | 'key-usage' | 'weak-algorithm' | 'constraint'

/** The certificate that failed, and how. */
export interface PathFailure {
  readonly code: PathFailureCode
  readonly certificate: Certificate
}

const anyPurpose = '2.5.29.37.0'
const timeStamping = '1.3.6.1.5.5.7.3.8'
const ocspSigning = '1.3.6.1.5.5.7.3.9'

/**
 * Purposes under which persons and organizations sign documents: documentSigning (RFC 9336), Microsoft's and Adobe's
 * forerunners of it, and emailProtection and clientAuth, which is what issuers in use put into such certificates.
 */
const signingPurposes: readonly string[] = [
  anyPurpose,
  '1.3.6.1.5.5.7.3.36',
  '1.3.6.1.4.1.311.10.3.12',
  '1.2.840.113583.1.1.5',
  '1.3.6.1.5.5.7.3.4',
  '1.3.6.1.5.5.7.3.2',
]

const allows = ({ extendedKeyUsage }: Certificate, purposes: readonly string[]): boolean =>
  extendedKeyUsage === undefined || purposes.some((purpose) => extendedKeyUsage.purposes.has(purpose))

// RFC 3161 §2.3: timeStamping, alone and critical.
const isTimestampKey = ({ extendedKeyUsage, keyUsage }: Certificate): boolean =>
  extendedKeyUsage?.critical === true &&
  extendedKeyUsage.purposes.size === 1 &&
  extendedKeyUsage.purposes.has(timeStamping) &&
  [...(keyUsage ?? [])].every((use) => use === 'digitalSignature' || use === 'nonRepudiation')

const isSigningKey = (certificate: Certificate): boolean =>
  (certificate.keyUsage?.has('digitalSignature') ?? false) ||
  (certificate.keyUsage?.has('nonRepudiation') ?? false)

/** Whether the leaf may do what is asked; a CA's key is for certificates and lists alone. */
const isFitFor: Record<PathPurpose, (leaf: Certificate) => boolean> = {
  signing: (leaf) => !leaf.isCa && isSigningKey(leaf) && allows(leaf, signingPurposes),
  timestamping: (leaf) => !leaf.isCa && isTimestampKey(leaf),
  // RFC 6960 §4.2.2.2: named explicitly; 'any purpose' does not delegate.
  ocsp: (leaf) =>
    !leaf.isCa &&
    (leaf.extendedKeyUsage?.purposes.has(ocspSigning) ?? false) &&
    (leaf.keyUsage?.has('digitalSignature') ?? true),
}

/** A CA that limits itself to other purposes issues nothing for this one. OCSP delegates stand right below a CA. */
const caPurposes: Record<PathPurpose, readonly string[]> = {
  signing: signingPurposes,
  timestamping: [anyPurpose, timeStamping],
  ocsp: [anyPurpose, ocspSigning, ...signingPurposes, timeStamping],
}

const isIssuer = (certificate: Certificate): boolean =>
  certificate.isCa && (certificate.keyUsage?.has('keyCertSign') ?? true)

const isSelfIssued = ({ issuerDer, subjectDer }: Certificate): boolean =>
  Buffer.compare(issuerDer, subjectDer) === 0

/** `below`: the certificates between the leaf and this CA. Self-issued ones do not count (RFC 5280 §4.2.1.9). */
const isLengthKept = ({ pathLength }: Certificate, below: readonly Certificate[]): boolean =>
  pathLength === undefined || below.filter((certificate) => !isSelfIssued(certificate)).length <= pathLength

const checkIssuer = (certificate: Certificate, below: readonly Certificate[], purpose: PathPurpose) => {
  if (!isIssuer(certificate) || !isLengthKept(certificate, below)) return 'constraint'
  return allows(certificate, caPurposes[purpose]) ? undefined : 'key-usage'
}

const checkCertificate = (
  path: readonly Certificate[],
  index: number,
  purpose: PathPurpose,
): PathFailureCode | undefined => {
  const certificate = path[index]
  if (!certificate) return undefined
  const isAnchor = index === path.length - 1
  // The anchor's own signature proves nothing and is not asked for; its key must be strong all the same.
  if (!isStrongKey(certificate) || (!isAnchor && certificate.signed.scheme.kind === 'refused'))
    return 'weak-algorithm'
  if (certificate.unknownCriticalExtensions.length > 0) return 'constraint'
  if (index > 0) return checkIssuer(certificate, path.slice(1, index), purpose)
  return isFitFor[purpose](certificate) ? undefined : 'key-usage'
}

const firstFailure = (
  path: readonly Certificate[],
  check: (index: number) => PathFailureCode | undefined,
): PathFailure | undefined => {
  for (const [index, certificate] of path.entries()) {
    const code = check(index)
    if (code) return { code, certificate }
  }
  return undefined
}

/** Everything about a path, leaf first and anchor last, that does not depend on the time (RFC 5280 §6.1.3-5). */
export const checkConstraints = (
  path: readonly Certificate[],
  purpose: PathPurpose,
): PathFailure | undefined => firstFailure(path, (index) => checkCertificate(path, index, purpose))

/** Whether every certificate of the path, the anchor included, was valid at `at` (RFC 5280 §6.1.3 a.2). */
export const checkValidity = (path: readonly Certificate[], at: Date): PathFailure | undefined =>
  firstFailure(path, (index) => {
    const { notBefore, notAfter } = path[index] ?? {}
    // Written so that a time that is no time fails.
    if (!notBefore || !(at >= notBefore)) return 'not-yet-valid'
    return !notAfter || !(at <= notAfter) ? 'expired' : undefined
  })
