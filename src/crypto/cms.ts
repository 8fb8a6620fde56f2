import { readHash } from './certificate-signature.ts'
import { readSigner, type CmsSigner } from './cms-signer.ts'
import {
  constructed,
  contentOf,
  elementsOf,
  fieldsOf,
  malformed,
  oidOf,
  only,
  parseDer,
  rawOf,
  smallIntegerOf,
  tags,
  type DerElement,
} from './der.ts'

export type { CertificateBinding, CmsSigner, SignerId } from './cms-signer.ts'

/** A CMS SignedData with exactly one signer, read but not yet verified. */
export interface SignedData {
  readonly contentType: string
  /** Absent when the content stands elsewhere. */
  readonly content?: Uint8Array
  readonly certificates: readonly Uint8Array[]
  readonly signer: CmsSigner
}

const plainData = '1.2.840.113549.1.7.1'
const signedDataType = '1.2.840.113549.1.7.2'

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

// RFC 5652 §5.1, without the attribute certificates and foreign formats that nobody uses here.
const expectedVersion = (contentType: string, { id }: CmsSigner): number =>
  contentType === plainData && !('subjectKeyId' in id) ? 1 : 3

const readSignedData = (element: DerElement): SignedData => {
  const fields = fieldsOf(element)
  const version = smallIntegerOf(fields.take())
  const digestHashes = elementsOf(fields.take(), tags.set).map(readHash)
  const content = readContent(fields.take())
  const certificates = fields.maybe(constructed(0))
  fields.maybe(constructed(1))
  const signer = readSigner(only(fields.take(), tags.set))
  fields.finish()
  if (version !== expectedVersion(content.contentType, signer) || !digestHashes.includes(signer.digestHash))
    malformed()
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
    if (oidOf(fields.take()) !== signedDataType) malformed()
    const signedData = only(fields.take(), constructed(0))
    fields.finish()
    return readSignedData(signedData)
  })

/**
 * The value of an unsigned attribute of the only signer (RFC 5652 §5.3), as DER; undefined when there is none, or
 * more than one. Nobody signs these: what stands in one must prove itself.
 */
export const findUnsignedAttribute = (der: Uint8Array, oid: string): Uint8Array | undefined =>
  parseDer(der, (root) => {
    const signedData = only(elementsOf(root)[1], constructed(0))
    const signer = only(elementsOf(signedData).at(-1), tags.set)
    const attributes = elementsOf(signer).at(-1)
    if (attributes?.tag !== constructed(1)) return undefined
    const found = elementsOf(attributes, constructed(1))
      .map((attribute) => elementsOf(attribute))
      .filter(([type]) => oidOf(type) === oid)
    const values = elementsOf(found[0]?.[1], tags.set)
    return found.length === 1 && values.length === 1 && values[0] ? rawOf(values[0]) : undefined
  })
