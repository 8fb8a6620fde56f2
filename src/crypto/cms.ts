import { Buffer } from 'node:buffer'
import { hash } from 'node:crypto'
import type { Certificate } from './certificate.ts'
import { isSignatureValid, readHash, readScheme, type SignatureScheme } from './certificate-signature.ts'
import {
  constructed,
  contentOf,
  elementsOf,
  fieldsOf,
  integerHexOf,
  malformed,
  oidOf,
  only,
  parseDer,
  primitive,
  rawOf,
  smallIntegerOf,
  tags,
  type DerElement,
} from './der.ts'

/** Which certificate made the signature, as the signature itself says. */
export type SignerId =
  { readonly issuerDer: Uint8Array; readonly serialNumber: string } | { readonly subjectKeyId: string }

/** What ESS says about the signer's certificate (RFC 2634, RFC 5035): a hash that must fit. */
export interface CertificateBinding {
  readonly hash: 'sha1' | 'sha256' | 'sha384' | 'sha512'
  readonly digest: Uint8Array
  /** Issuer name and serial number, where the binding repeats them. */
  readonly issuerDer?: Uint8Array
  readonly serialNumber?: string
}

/** One SignerInfo (RFC 5652 §5.3) with signed attributes. */
export interface CmsSigner {
  readonly id: SignerId
  readonly digestHash: 'sha256' | 'sha384' | 'sha512' | undefined
  /** What the signature covers: the attributes re-encoded as SET OF (RFC 5652 §5.4). */
  readonly signedAttributes: Uint8Array
  readonly contentType: string
  readonly messageDigest: Uint8Array
  /** Every binding that stands there; all must name the signer. */
  readonly bindings: readonly CertificateBinding[]
  readonly scheme: SignatureScheme
  readonly signature: Uint8Array
}

/** A CMS SignedData with exactly one signer, read but not yet verified. */
export interface SignedData {
  readonly contentType: string
  /** Absent when the content stands elsewhere. */
  readonly content?: Uint8Array
  readonly certificates: readonly Uint8Array[]
  readonly signer: CmsSigner
}

const readIssuerSerial = (element: DerElement | undefined) => {
  if (!element) return {}
  const fields = fieldsOf(element)
  const [name] = elementsOf(fields.take())
  const serialNumber = integerHexOf(fields.take())
  // GeneralName [4] directoryName; another kind of name cannot be compared, and the hash decides anyway.
  return name?.tag === constructed(4) ? { issuerDer: rawOf(only(name, constructed(4))), serialNumber } : {}
}

// ESSCertIDv2: its algorithm is SHA-256 unless it says otherwise (RFC 5035 §4).
const readBindingV2 = (element: DerElement): CertificateBinding => {
  const fields = fieldsOf(element)
  const algorithm = fields.maybe(tags.sequence)
  const digest = contentOf(fields.take(tags.octetString))
  const named = algorithm ? readHash(algorithm) : 'sha256'
  return { hash: named ?? malformed(), digest, ...readIssuerSerial(fields.maybe(tags.sequence)) }
}

const readBindingV1 = (element: DerElement): CertificateBinding => {
  const fields = fieldsOf(element)
  const digest = contentOf(fields.take(tags.octetString))
  return { hash: 'sha1', digest, ...readIssuerSerial(fields.maybe(tags.sequence)) }
}

/** The first entry names the signer's own certificate; further ones, of its path, are not needed. */
const firstBinding = (value: DerElement | undefined, read: (element: DerElement) => CertificateBinding) =>
  value ? [read(elementsOf(elementsOf(value)[0])[0] ?? malformed())] : []

const oids = {
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificate: '1.2.840.113549.1.9.16.2.12',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
} as const

/** Attributes by object identifier: none twice, one value each (RFC 5652 §11 for those that are used here). */
const readAttributes = (element: DerElement): ReadonlyMap<string, DerElement> => {
  const attributes = new Map<string, DerElement>()
  for (const attribute of elementsOf(element, constructed(0))) {
    const fields = fieldsOf(attribute)
    const oid = oidOf(fields.take())
    const values = elementsOf(fields.take(), tags.set)
    fields.finish()
    if (attributes.has(oid)) malformed()
    if (values[0] && values.length === 1) attributes.set(oid, values[0])
    else if (Object.values<string>(oids).includes(oid)) malformed()
  }
  return attributes
}

const asSet = (element: DerElement): Buffer => {
  const bytes = Buffer.from(rawOf(element))
  bytes[0] = tags.set
  return bytes
}

const readSignerId = (element: DerElement): SignerId => {
  if (element.tag === primitive(0)) return { subjectKeyId: contentOf(element).toString('hex') }
  const fields = fieldsOf(element)
  const issuerDer = rawOf(fields.take())
  const serialNumber = integerHexOf(fields.take())
  fields.finish()
  return { issuerDer, serialNumber }
}

const readSigner = (element: DerElement): CmsSigner => {
  const fields = fieldsOf(element)
  smallIntegerOf(fields.take())
  const id = readSignerId(fields.take())
  const digestHash = readHash(fields.take())
  const attributesField = fields.take(constructed(0))
  const scheme = readScheme(fields.take(), digestHash)
  const signature = contentOf(fields.take(tags.octetString))
  fields.maybe(constructed(1))
  fields.finish()
  const attributes = readAttributes(attributesField)
  const digest = attributes.get(oids.messageDigest)
  return {
    id,
    digestHash,
    signedAttributes: asSet(attributesField),
    contentType: oidOf(attributes.get(oids.contentType)),
    messageDigest: digest?.tag === tags.octetString ? contentOf(digest) : malformed(),
    bindings: [
      ...firstBinding(attributes.get(oids.signingCertificateV2), readBindingV2),
      ...firstBinding(attributes.get(oids.signingCertificate), readBindingV1),
    ],
    scheme,
    signature,
  }
}

const readContent = (element: DerElement): Pick<SignedData, 'contentType' | 'content'> => {
  const fields = fieldsOf(element)
  const contentType = oidOf(fields.take())
  const content = fields.maybe(constructed(0))
  fields.finish()
  if (!content) return { contentType }
  const octets = only(content, constructed(0))
  return { contentType, content: octets.tag === tags.octetString ? contentOf(octets) : malformed() }
}

const maxCertificates = 16

const readSignedData = (element: DerElement): SignedData => {
  const fields = fieldsOf(element)
  smallIntegerOf(fields.take())
  fields.take(tags.set)
  const content = readContent(fields.take())
  const certificates = fields.maybe(constructed(0))
  fields.maybe(constructed(1))
  const signer = readSigner(only(fields.take(), tags.set))
  fields.finish()
  return {
    ...content,
    certificates: certificates
      ? elementsOf(certificates, constructed(0)).slice(0, maxCertificates).map(rawOf)
      : [],
    signer,
  }
}

/**
 * Reads a DER ContentInfo with SignedData (RFC 5652 §5) that has exactly one signer with signed attributes;
 * undefined for anything else, BER's indefinite lengths included.
 */
export const parseSignedData = (der: Uint8Array): SignedData | undefined =>
  parseDer(der, (root) => {
    const fields = fieldsOf(root)
    if (oidOf(fields.take()) !== oids.signedData) malformed()
    const signedData = only(fields.take(), constructed(0))
    fields.finish()
    return readSignedData(signedData)
  })

const equal = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0

/** Whether the certificate is the one that the signer id names. */
export const isSignerNamed = (id: SignerId, certificate: Certificate): boolean =>
  'subjectKeyId' in id
    ? id.subjectKeyId === certificate.subjectKeyId
    : id.serialNumber === certificate.serialNumber && equal(id.issuerDer, certificate.issuerDer)

const isBoundBy = (binding: CertificateBinding, certificate: Certificate): boolean =>
  equal(hash(binding.hash, certificate.der, 'buffer'), binding.digest) &&
  (binding.serialNumber === undefined || binding.serialNumber === certificate.serialNumber) &&
  (binding.issuerDer === undefined || equal(binding.issuerDer, certificate.issuerDer))

/** Whether the signed attributes bind this certificate: at least one binding, and none to another. */
export const isCertificateBound = ({ bindings }: CmsSigner, certificate: Certificate): boolean =>
  bindings.length > 0 && bindings.every((binding) => isBoundBy(binding, certificate))

/** Whether the signed attributes speak of exactly this content: its type and its digest. */
export const isContentDigested = (signer: CmsSigner, contentType: string, content: Uint8Array): boolean =>
  signer.contentType === contentType &&
  signer.digestHash !== undefined &&
  equal(hash(signer.digestHash, content, 'buffer'), signer.messageDigest)

/** Whether the certificate's key made the signature over the signed attributes. */
export const isSignedByCertificate = (signer: CmsSigner, { publicKey }: Certificate): boolean =>
  isSignatureValid(
    { bytes: signer.signedAttributes, scheme: signer.scheme, signature: signer.signature },
    publicKey,
  )
