import { Buffer } from 'node:buffer'
import { hash } from 'node:crypto'
import type { Certificate } from './certificate.ts'
import {
  constructed,
  contentOf,
  elementsOf,
  fieldsOf,
  insideOf,
  integerHexOf,
  malformed,
  oidOf,
  only,
  parseDer,
  tags,
  type DerElement,
} from './der.ts'
import { der, derInteger, derNull, derOctets, derOid, derSequence } from './der-write.ts'
import { readExtensions } from './certificate-extensions.ts'

const nonceOid = '1.3.6.1.5.5.7.48.1.2'

type IdHash = 'sha1' | 'sha256'
const idHashOids: Record<IdHash, string> = { sha1: '1.3.14.3.2.26', sha256: '2.16.840.1.101.3.4.2.1' }

/** CertID (RFC 6960 §4.1.1): names a certificate by its issuer's name and key and by its serial number. */
export interface CertificateId {
  /** Undefined for a hash that is not known here: such an id matches nothing. */
  readonly hash: IdHash | undefined
  readonly issuerNameHash: string
  readonly issuerKeyHash: string
  readonly serialNumber: string
}

/** Reads a CertID. Below `parseDer` only. */
export const readCertificateId = (element: DerElement): CertificateId => {
  const fields = fieldsOf(element)
  const algorithm = oidOf(elementsOf(fields.take())[0])
  const [nameHash, keyHash] = [fields.take(tags.octetString), fields.take(tags.octetString)]
  const serialNumber = integerHexOf(fields.take())
  fields.finish()
  return {
    hash: (['sha1', 'sha256'] as const).find((known) => idHashOids[known] === algorithm),
    issuerNameHash: contentOf(nameHash).toString('hex'),
    issuerKeyHash: contentOf(keyHash).toString('hex'),
    serialNumber,
  }
}

/** Whether the id names certificates of this issuer. */
export const isIdOfIssuer = (id: CertificateId, issuer: Certificate): boolean =>
  id.hash !== undefined &&
  id.issuerKeyHash === hash(id.hash, issuer.subjectPublicKey, 'hex') &&
  id.issuerNameHash === hash(id.hash, issuer.subjectDer, 'hex')

// SHA-1 only names the issuer here, nothing rests on it; it is what every responder understands (RFC 5019 §2.1.1).
const certificateIdDer = (serialNumber: string, issuer: Certificate): Buffer =>
  derSequence(
    derSequence(derOid(idHashOids.sha1), derNull()),
    derOctets(hash('sha1', issuer.subjectDer, 'buffer')),
    derOctets(hash('sha1', issuer.subjectPublicKey, 'buffer')),
    derInteger(Buffer.from(serialNumber, 'hex')),
  )

/** The extension list that carries a nonce (RFC 8954: 1 to 32 random bytes). */
export const nonceExtensionsDer = (nonce: Uint8Array): Buffer =>
  derSequence(derSequence(derOid(nonceOid), derOctets(derOctets(nonce))))

/** Reads the nonce out of an extension list, in hexadecimal. Below `parseDer` only. */
export const readNonce = (extensions: DerElement): string | undefined => {
  const list = readExtensions(extensions)
  if ([...list.values()].some(({ oid, critical }) => critical && oid !== nonceOid)) malformed()
  const nonce = list.get(nonceOid)
  return nonce && contentOf(insideOf(nonce.value)).toString('hex')
}

/** An OCSPRequest (RFC 6960 §4.1.1) for one certificate; `nonce` ties the answer to this request. */
export const createOcspRequest = (
  certificate: Certificate,
  issuer: Certificate,
  nonce?: Uint8Array,
): Buffer =>
  derSequence(
    derSequence(
      derSequence(derSequence(certificateIdDer(certificate.serialNumber, issuer))),
      ...(nonce ? [der(constructed(2), nonceExtensionsDer(nonce))] : []),
    ),
  )

/** What a client asks an OCSP responder. */
export interface OcspRequest {
  /** The ids as they were written, to be repeated in the answer, and as they read. */
  readonly ids: readonly { readonly der: Uint8Array; readonly id: CertificateId }[]
  readonly nonce?: string
}

const readRequest = (root: DerElement): OcspRequest => {
  const outer = fieldsOf(root)
  const fields = fieldsOf(outer.take())
  fields.maybe(constructed(0))
  fields.maybe(constructed(1))
  const list = elementsOf(fields.take())
  const extensions = fields.maybe(constructed(2))
  fields.finish()
  const nonce = extensions && readNonce(only(extensions, constructed(2)))
  return {
    ids: list.slice(0, 100).map((request) => {
      const id = fieldsOf(request).take()
      return { der: id.bytes.subarray(id.start, id.end), id: readCertificateId(id) }
    }),
    ...(nonce === undefined ? {} : { nonce }),
  }
}

/** Reads an OCSPRequest, for those who answer them (at most 100 ids); undefined when it is none. */
export const parseOcspRequest = (bytes: Uint8Array): OcspRequest | undefined =>
  parseDer(bytes, readRequest, 1 << 16)
