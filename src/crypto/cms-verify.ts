import { Buffer } from 'node:buffer'
import { hash } from 'node:crypto'
import type { Certificate } from './certificate.ts'
import { isSignatureValid } from './certificate-signature.ts'
import type { CertificateBinding, CmsSigner, SignerId } from './cms-signer.ts'

const equal = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0

/** Whether the certificate is the one that the signer id names. */
export const isSignerNamed = (id: SignerId, certificate: Certificate): boolean =>
  'subjectKeyId' in id
    ? id.subjectKeyId === certificate.subjectKeyId
    : id.serialNumber === certificate.serialNumber && equal(id.issuerDer, certificate.issuerDer)

const isHashOf = ({ hash: name, digest }: CertificateBinding, { der, sha256 }: Certificate): boolean =>
  name === 'sha256' ? Buffer.from(sha256, 'base64').equals(digest) : hash(name, der, 'buffer').equals(digest)

const isBoundBy = (binding: CertificateBinding, certificate: Certificate): boolean =>
  isHashOf(binding, certificate) &&
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
