import { Buffer } from 'node:buffer'
import type { Certificate } from './certificate.ts'
import { readDistributionPointName, readExtensions, type Extension } from './certificate-extensions.ts'
import { isSignatureValid, readSigned, type SignedBytes } from './certificate-signature.ts'
import { isStrongKey } from './certificate-key.ts'
import {
  constructed,
  elementsOf,
  fieldsOf,
  insideOf,
  integerHexOf,
  malformed,
  parseDer,
  primitive,
  rawOf,
  smallIntegerOf,
  tags,
  timeOf,
  wholeBitsOf,
  type DerElement,
} from './der.ts'

/** CRLReason by number (RFC 5280 §5.3.1); 7 is not used. */
export const revocationReasons = [
  'unspecified',
  'keyCompromise',
  'cACompromise',
  'affiliationChanged',
  'superseded',
  'cessationOfOperation',
  'certificateHold',
  undefined,
  'removeFromCRL',
  'privilegeWithdrawn',
  'aACompromise',
] as const
export type RevocationReason = Exclude<(typeof revocationReasons)[number], undefined>

/** One revoked certificate: since when, and as far as the issuer says why. */
export interface RevokedEntry {
  readonly at: Date
  readonly reason?: RevocationReason
  /** When the key is believed to have been lost, which may be long before `at` (RFC 5280 §5.3.2). */
  readonly invalidityDate?: Date
}

/** Which certificates a partial list speaks about (RFC 5280 §5.2.5). */
export interface CrlScope {
  readonly urls: readonly string[]
  readonly only?: 'users' | 'authorities'
}

/** A complete certificate revocation list (danh sách chứng thư số bị thu hồi), read but not yet authenticated. */
export interface Crl {
  readonly issuerDer: Uint8Array
  readonly thisUpdate: Date
  readonly nextUpdate?: Date
  /** By serial number, lower-case hexadecimal. */
  readonly revoked: ReadonlyMap<string, RevokedEntry>
  readonly scope?: CrlScope
  /** Certificates that expired at or after this moment are still listed (X.509 §9.5.2.8). */
  readonly keepsExpiredSince?: Date
  readonly signed: SignedBytes
}

/** A CRLReason as a word; undefined numbers make the list or answer unreadable. Below `parseDer` only. */
export const readReason = (number: number): RevocationReason => revocationReasons[number] ?? malformed()

const readEntryExtensions = (element: DerElement): Omit<RevokedEntry, 'at'> => {
  const extensions = readExtensions(element)
  const reason = extensions.get('2.5.29.21')
  const invalidity = extensions.get('2.5.29.24')
  // A critical one, such as certificateIssuer, changes what the entry means.
  if ([...extensions.values()].some(({ critical, oid }) => critical && oid !== '2.5.29.21')) malformed()
  return {
    ...(reason ? { reason: readReason(smallIntegerOf(insideOf(reason.value), tags.enumerated)) } : {}),
    ...(invalidity ? { invalidityDate: timeOf(insideOf(invalidity.value)) } : {}),
  }
}

const readEntry = (element: DerElement): [string, RevokedEntry] => {
  const fields = fieldsOf(element)
  const serialNumber = integerHexOf(fields.take())
  const at = timeOf(fields.take())
  const extensions = fields.maybe(tags.sequence)
  fields.finish()
  return [serialNumber, extensions ? { at, ...readEntryExtensions(extensions) } : { at }]
}

// onlySomeReasons, indirectCRL and onlyContainsAttributeCerts are refused: such a list alone proves nothing.
const readScope = (value: DerElement): CrlScope => {
  const fields = fieldsOf(insideOf(value))
  const point = fields.maybe(constructed(0))
  // Implicit BOOLEANs, false by default, so that DER has them only when true.
  const [users, authorities] = [fields.maybe(primitive(1)), fields.maybe(primitive(2))]
  fields.finish()
  const urls = point ? readDistributionPointName(point) : []
  if ((point && urls.length === 0) || (users && authorities)) malformed()
  return { urls, ...(users ? { only: 'users' } : authorities ? { only: 'authorities' } : {}) }
}

const isUnderstood = ({ oid, critical }: Extension): boolean => !critical || oid === '2.5.29.28'

const readCrlExtensions = (element: DerElement): Pick<Crl, 'scope' | 'keepsExpiredSince'> => {
  const extensions = readExtensions(element)
  if (![...extensions.values()].every(isUnderstood) || extensions.has('2.5.29.27')) malformed()
  const scope = extensions.get('2.5.29.28')
  const expired = extensions.get('2.5.29.60')
  return {
    ...(scope ? { scope: readScope(scope.value) } : {}),
    ...(expired ? { keepsExpiredSince: timeOf(insideOf(expired.value)) } : {}),
  }
}

const readToBeSigned = (element: DerElement, outerAlgorithm: DerElement): Omit<Crl, 'signed'> => {
  const fields = fieldsOf(element)
  const version = fields.maybe(tags.integer)
  if ((version && smallIntegerOf(version) !== 1) || !rawOf(fields.take()).equals(rawOf(outerAlgorithm)))
    malformed()
  const issuerDer = rawOf(fields.take(tags.sequence))
  const thisUpdate = timeOf(fields.take())
  const nextUpdate = fields.maybe(tags.utcTime) ?? fields.maybe(tags.generalizedTime)
  const entries = fields.maybe(tags.sequence)
  const extensions = fields.maybe(constructed(0))
  fields.finish()
  return {
    issuerDer,
    thisUpdate,
    ...(nextUpdate ? { nextUpdate: timeOf(nextUpdate) } : {}),
    revoked: new Map(entries ? elementsOf(entries).map(readEntry) : []),
    ...(extensions ? readCrlExtensions(elementsOf(extensions, constructed(0))[0] ?? malformed()) : {}),
  }
}

const readCrl = (root: DerElement): Crl => {
  const fields = fieldsOf(root)
  const [tbs, algorithm, signature] = [fields.take(), fields.take(), wholeBitsOf(fields.take())]
  fields.finish()
  return { ...readToBeSigned(tbs, algorithm), signed: readSigned(tbs, algorithm, signature) }
}

/**
 * Reads a DER CRL (RFC 5280 §5) of at most 32 MiB; undefined when it is none, or is a delta, an indirect or a
 * reasons-only list, or has a critical extension unknown here.
 */
export const parseCrl = (der: Uint8Array): Crl | undefined => parseDer(der, readCrl, 1 << 25)

const contentEquals = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0

const checked = new WeakMap<Crl, WeakMap<Certificate, boolean>>()

const checkSignature = (crl: Crl, issuer: Certificate): boolean =>
  contentEquals(crl.issuerDer, issuer.subjectDer) &&
  (issuer.keyUsage?.has('cRLSign') ?? true) &&
  isStrongKey(issuer) &&
  isSignatureValid(crl.signed, issuer.publicKey)

/** Whether this issuer, whose own path is checked elsewhere, signed the list. Remembered for each pair. */
export const isCrlSignedBy = (crl: Crl, issuer: Certificate): boolean => {
  const known = checked.get(crl) ?? new WeakMap<Certificate, boolean>()
  checked.set(crl, known)
  const answer = known.get(issuer) ?? checkSignature(crl, issuer)
  known.set(issuer, answer)
  return answer
}

/** Whether the list speaks about this certificate at all: by its issuer's name and by its scope. */
export const doesCrlCover = ({ issuerDer, scope }: Crl, certificate: Certificate): boolean =>
  contentEquals(issuerDer, certificate.issuerDer) &&
  (!scope?.only || (scope.only === 'authorities') === certificate.isCa) &&
  (!scope || scope.urls.length === 0 || scope.urls.some((url) => certificate.crlUrls.includes(url)))
