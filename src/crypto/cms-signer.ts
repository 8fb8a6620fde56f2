import { Buffer } from 'node:buffer'
import { readHash, readScheme, type SignatureScheme } from './certificate-signature.ts'
import {
  constructed,
  contentOf,
  elementsOf,
  fieldsOf,
  integerHexOf,
  malformed,
  oidOf,
  only,
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

/** Reads a SignerInfo; signed attributes must be there. Below `parseDer` only. */
export const readSigner = (element: DerElement): CmsSigner => {
  const fields = fieldsOf(element)
  const version = smallIntegerOf(fields.take())
  const id = readSignerId(fields.take())
  // RFC 5652 §5.3: the version follows from how the signer is named.
  if (version !== ('subjectKeyId' in id ? 3 : 1)) malformed()
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
