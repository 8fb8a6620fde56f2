import { constants, verify, type KeyObject } from 'node:crypto'
import type { Certificate } from './certificate.ts'
import type { SignatureAlgorithm } from './ports.ts'
import type { XmlSignature } from './xml-signature-read.ts'

const keyKindOf: Record<SignatureAlgorithm, Certificate['keyKind']> = {
  'rsa-pkcs1-sha256': 'rsa',
  'rsa-pss-sha256': 'rsa',
  'ecdsa-p256-sha256': 'ec-p256',
}

const verifyBytes = (
  algorithm: SignatureAlgorithm,
  message: Uint8Array,
  key: KeyObject,
  value: Uint8Array,
): boolean => {
  switch (algorithm) {
    case 'rsa-pkcs1-sha256':
      return verify('sha256', message, key, value)
    case 'rsa-pss-sha256':
      // RFC 9231 §2.3.10: MGF1 with the same hash, salt as long as the digest.
      return verify(
        'sha256',
        message,
        { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 },
        value,
      )
    case 'ecdsa-p256-sha256':
      return verify('sha256', message, { key, dsaEncoding: 'ieee-p1363' }, value)
  }
}

/**
 * Whether the certificate's key made the SignatureValue over the canonical SignedInfo, by the algorithm it names.
 * Says nothing of whether the certificate is to be trusted.
 */
export const isValueValid = (signature: XmlSignature, certificate: Certificate): boolean => {
  const { algorithm } = signature
  if (algorithm === undefined || certificate.keyKind !== keyKindOf[algorithm]) return false
  const message = Buffer.from(signature.canonicalSignedInfo, 'latin1')
  return verifyBytes(algorithm, message, certificate.publicKey, signature.value)
}
