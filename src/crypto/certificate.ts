import { Buffer } from 'node:buffer'
import { hash } from 'node:crypto'
import {
  readCertificateExtensions,
  readExtensions,
  type CertificateExtensions,
} from './certificate-extensions.ts'
import { readSubjectKey, type SubjectKey } from './certificate-key.ts'
import { readName, type DistinguishedName } from './certificate-name.ts'
import { readSigned, type SignedBytes } from './certificate-signature.ts'
import {
  constructed,
  fieldsOf,
  integerHexOf,
  malformed,
  only,
  parseDer,
  primitive,
  rawOf,
  smallIntegerOf,
  timeOf,
  wholeBitsOf,
  type DerElement,
} from './der.ts'
import { createRecentCache } from './lru.ts'

export type { DistinguishedName } from './certificate-name.ts'
export type { ExtendedKeyUsage, KeyUsage } from './certificate-extensions.ts'

/** An X.509 certificate (chứng thư số, RFC 5280), read but not yet trusted: trust is `validatePath`'s answer. */
export interface Certificate extends CertificateExtensions, SubjectKey {
  readonly der: Uint8Array
  /** Base64 of SHA-256 over `der`, as XAdES writes it. */
  readonly sha256: string
  readonly subject: DistinguishedName
  readonly issuer: DistinguishedName
  /** The names as encoded: names are the same when their bytes are (RFC 5280 §7.1 asks issuers to copy them). */
  readonly subjectDer: Uint8Array
  readonly issuerDer: Uint8Array
  /** Lower-case hexadecimal, whole bytes, without leading zero bytes. */
  readonly serialNumber: string
  readonly notBefore: Date
  readonly notAfter: Date
  readonly signed: SignedBytes
}

const maxCertificateBytes = 1 << 15

const readExtensionsOf = (tbs: ReturnType<typeof fieldsOf>, version: number): CertificateExtensions => {
  tbs.maybe(primitive(1))
  tbs.maybe(primitive(2))
  const wrapped = tbs.maybe(constructed(3))
  tbs.finish()
  if (wrapped && version !== 2) malformed()
  return readCertificateExtensions(wrapped ? readExtensions(only(wrapped, constructed(3))) : new Map())
}

const readToBeSigned = (element: DerElement, outerAlgorithm: DerElement) => {
  const tbs = fieldsOf(element)
  const version = tbs.maybe(constructed(0))
  const serialNumber = integerHexOf(tbs.take())
  // RFC 5280 §4.1.1.2: the signed copy of the algorithm must equal the unsigned one.
  if (!rawOf(tbs.take()).equals(rawOf(outerAlgorithm)) || serialNumber.length > 64) malformed()
  const issuer = tbs.take()
  const validity = fieldsOf(tbs.take())
  const [notBefore, notAfter] = [timeOf(validity.take()), timeOf(validity.take())]
  const subject = tbs.take()
  return {
    serialNumber,
    issuer: readName(issuer),
    issuerDer: rawOf(issuer),
    notBefore,
    notAfter,
    subject: readName(subject),
    subjectDer: rawOf(subject),
    ...readSubjectKey(tbs.take()),
    ...readExtensionsOf(tbs, version ? smallIntegerOf(only(version, constructed(0))) : 0),
  }
}

const readCertificate = (root: DerElement): Certificate => {
  const fields = fieldsOf(root)
  const [tbs, algorithm, signature] = [fields.take(), fields.take(), wholeBitsOf(fields.take())]
  fields.finish()
  return {
    der: rawOf(root),
    sha256: hash('sha256', rawOf(root), 'base64'),
    signed: readSigned(tbs, algorithm, signature),
    ...readToBeSigned(tbs, algorithm),
  }
}

/** Reads a DER certificate of at most 32 KiB; undefined when it is not one. The bytes are copied. */
export const parseCertificate = (der: Uint8Array): Certificate | undefined =>
  der.length > maxCertificateBytes ? undefined : parseDer(Uint8Array.from(der), readCertificate)

interface Reading<Source> {
  readonly source: Source
  readonly certificate: Certificate | undefined
}

// A signer's certificate comes back with every document, so it is read once; about 15 KB an entry. The end of a
// certificate is its signature, so it tells certificates apart and is quicker to hash than the whole, which is
// still compared. Real ones have one to three kilobytes; larger ones must not fill the memory.
const maxRememberedBytes = 1 << 13
const readingsOfDer = createRecentCache<string, Reading<Buffer>>(2048)
const readingsOfText = createRecentCache<string, Reading<string>>(2048)

const endOfText = (text: string): string => text.slice(-64)
const endOfBytes = (bytes: Buffer): string => bytes.toString('latin1', Math.max(0, bytes.length - 48))

/** `parseCertificate`, remembered by the bytes, so that the same certificate is the same object again. */
export const certificateFromDer = (der: Uint8Array): Certificate | undefined => {
  if (der.length > maxRememberedBytes) return parseCertificate(der)
  const bytes = Buffer.from(der.buffer, der.byteOffset, der.length)
  const key = endOfBytes(bytes)
  const known = readingsOfDer.get(key)
  if (known?.source.equals(bytes)) return known.certificate
  const source = Buffer.from(bytes)
  const certificate = parseCertificate(source)
  readingsOfDer.set(key, { source, certificate })
  return certificate
}

const readText = (text: string): Certificate | undefined => {
  const compact = text.replace(/[\t\n\r ]/g, '')
  const der = Buffer.from(compact, 'base64')
  if (der.toString('base64') !== compact) return undefined
  const certificate = certificateFromDer(der)
  if (text.length > 2 * maxRememberedBytes) return certificate
  // A copy: a slice of a file's text would keep the whole file in memory.
  const copy = Buffer.from(text, 'latin1').toString('latin1')
  readingsOfText.set(endOfText(copy), { source: copy, certificate })
  return certificate
}

/** Reads a certificate from base64 (XML's whitespace allowed), remembered by the text: about 1 µs the next time. */
export const certificateFromBase64 = (text: string): Certificate | undefined => {
  if (text.length > 2 * maxCertificateBytes) return undefined
  const known = readingsOfText.get(endOfText(text))
  return known?.source === text ? known.certificate : readText(text)
}

/** The certificates of a PEM text in order; other text and unreadable blocks are left out. */
export const parsePemCertificates = (pem: string): Certificate[] =>
  pem
    .split('-----BEGIN CERTIFICATE-----')
    .slice(1)
    .map((part) => part.split('-----END CERTIFICATE-----'))
    .flatMap(([body = '', ...rest]) => (rest.length > 0 ? (certificateFromBase64(body) ?? []) : []))
