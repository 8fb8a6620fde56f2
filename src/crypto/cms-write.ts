import { Buffer } from 'node:buffer'
import { hash } from 'node:crypto'
import type { Certificate } from './certificate.ts'
import { constructed, tags } from './der.ts'
import { der, derInteger, derNull, derOctets, derOid, derSequence, derSetOf } from './der-write.ts'
import type { SignatureAlgorithm } from './ports.ts'

/** AlgorithmIdentifier of SHA-256, as CMS and OCSP write it (RFC 5754 §2). */
export const sha256AlgorithmDer = (): Buffer => derSequence(derOid('2.16.840.1.101.3.4.2.1'))

// RFC 4055 §3.1: SHA-256, MGF1 with SHA-256, 32 bytes of salt.
const pssParameters = (): Buffer =>
  derSequence(
    der(constructed(0), sha256AlgorithmDer()),
    der(constructed(1), derSequence(derOid('1.2.840.113549.1.1.8'), sha256AlgorithmDer())),
    der(constructed(2), derInteger(32)),
  )

/** The signature AlgorithmIdentifier of one of the three algorithms. */
export const signatureAlgorithmDer = (algorithm: SignatureAlgorithm): Buffer => {
  if (algorithm === 'rsa-pkcs1-sha256') return derSequence(derOid('1.2.840.113549.1.1.11'), derNull())
  if (algorithm === 'rsa-pss-sha256') return derSequence(derOid('1.2.840.113549.1.1.10'), pssParameters())
  return derSequence(derOid('1.2.840.10045.4.3.2'))
}

/** A signature value as CMS, OCSP and certificates hold it: ECDSA's r‖s becomes SEQUENCE { r, s } (RFC 5753). */
export const signatureValueDer = (algorithm: SignatureAlgorithm, value: Uint8Array): Uint8Array =>
  algorithm === 'ecdsa-p256-sha256'
    ? derSequence(derInteger(value.subarray(0, 32)), derInteger(value.subarray(32)))
    : value

const attribute = (oid: string, value: Uint8Array): Buffer => derSequence(derOid(oid), der(tags.set, value))

// RFC 5035 §4: the hash algorithm is SHA-256 by default and then left out.
const signingCertificateV2 = ({ der: bytes, issuerDer, serialNumber }: Certificate): Buffer => {
  const names = derSequence(der(constructed(4), issuerDer))
  const issuerSerial = derSequence(names, derInteger(Buffer.from(serialNumber, 'hex')))
  const id = derSequence(derOctets(hash('sha256', bytes, 'buffer')), issuerSerial)
  return attribute('1.2.840.113549.1.9.16.2.47', derSequence(derSequence(id)))
}

/** What a CMS signature (RFC 5652) is made over. */
export interface CmsContent {
  /** The content type's object identifier. */
  readonly contentType: string
  /** SHA-256 of the content. */
  readonly digest: Uint8Array
  /** The signer's certificate, bound by SigningCertificateV2 (RFC 5816). */
  readonly certificate: Certificate
}

/** The signed attributes as SET OF: exactly these bytes are signed (RFC 5652 §5.4). */
export const createSignedAttributes = ({ contentType, digest, certificate }: CmsContent): Buffer =>
  derSetOf(
    attribute('1.2.840.113549.1.9.3', derOid(contentType)),
    attribute('1.2.840.113549.1.9.4', derOctets(digest)),
    signingCertificateV2(certificate),
  )

/** The pieces of a CMS signature once its value is known. */
export interface CmsParts extends Omit<CmsContent, 'digest'> {
  /** The content, or nothing when it stands elsewhere (detached). */
  readonly content?: Uint8Array
  readonly signedAttributes: Uint8Array
  readonly algorithm: SignatureAlgorithm
  /** As a `Signer` returns it. */
  readonly signature: Uint8Array
  /** DER certificates to carry along. */
  readonly certificates: readonly Uint8Array[]
  /** Attributes that nobody signs, each an Attribute in DER. */
  readonly unsignedAttributes?: readonly Uint8Array[]
}

/** The signature's timestamp as an unsigned attribute (EN 319 122-1 §5.3). */
export const signatureTimestampAttribute = (token: Uint8Array): Buffer =>
  attribute('1.2.840.113549.1.9.16.2.14', token)

const unsignedAttributesDer = (attributes: readonly Uint8Array[]): readonly Buffer[] => {
  if (attributes.length === 0) return []
  const stored = derSetOf(...attributes)
  stored[0] = constructed(1)
  return [stored]
}

const signerInfo = (parts: CmsParts): Buffer => {
  const { certificate, signedAttributes, algorithm, signature, unsignedAttributes = [] } = parts
  const storedAttributes = Buffer.from(signedAttributes)
  storedAttributes[0] = constructed(0)
  return derSequence(
    derInteger(1),
    derSequence(certificate.issuerDer, derInteger(Buffer.from(certificate.serialNumber, 'hex'))),
    sha256AlgorithmDer(),
    storedAttributes,
    signatureAlgorithmDer(algorithm),
    derOctets(signatureValueDer(algorithm, signature)),
    ...unsignedAttributesDer(unsignedAttributes),
  )
}

/** Puts a SignedData ContentInfo together (RFC 5652 §5.1), with one signer. */
export const assembleSignedData = (parts: CmsParts): Buffer => {
  const { contentType, content, certificates } = parts
  const isPlainData = contentType === '1.2.840.113549.1.7.1'
  const encapsulated = content ? [der(constructed(0), derOctets(content))] : []
  const signedData = derSequence(
    derInteger(isPlainData ? 1 : 3),
    der(tags.set, sha256AlgorithmDer()),
    derSequence(derOid(contentType), ...encapsulated),
    ...(certificates.length > 0 ? [der(constructed(0), ...certificates)] : []),
    der(tags.set, signerInfo(parts)),
  )
  return derSequence(derOid('1.2.840.113549.1.7.2'), der(constructed(0), signedData))
}
