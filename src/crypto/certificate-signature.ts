import { constants, verify, type KeyObject } from 'node:crypto'
import {
  constructed,
  fieldsOf,
  malformed,
  oidOf,
  only,
  smallIntegerOf,
  tags,
  type DerElement,
} from './der.ts'

type Hash = 'sha256' | 'sha384' | 'sha512'

/** How certificates, CRLs, OCSP responses and tokens are signed. `refused`: broken (MD5, SHA-1) or unknown here. */
export type SignatureScheme =
  | { readonly kind: 'rsa-pkcs1' | 'ecdsa'; readonly hash: Hash }
  | { readonly kind: 'rsa-pss'; readonly hash: Hash; readonly saltLength: number }
  | { readonly kind: 'refused' }

/** Bytes, and the signature over them. */
export interface SignedBytes {
  readonly bytes: Uint8Array
  readonly scheme: SignatureScheme
  readonly signature: Uint8Array
}

const hashes: Record<string, Hash> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
}

const schemes: Record<string, SignatureScheme> = {
  '1.2.840.113549.1.1.11': { kind: 'rsa-pkcs1', hash: 'sha256' },
  '1.2.840.113549.1.1.12': { kind: 'rsa-pkcs1', hash: 'sha384' },
  '1.2.840.113549.1.1.13': { kind: 'rsa-pkcs1', hash: 'sha512' },
  '1.2.840.10045.4.3.2': { kind: 'ecdsa', hash: 'sha256' },
  '1.2.840.10045.4.3.3': { kind: 'ecdsa', hash: 'sha384' },
  '1.2.840.10045.4.3.4': { kind: 'ecdsa', hash: 'sha512' },
}

const refused: SignatureScheme = { kind: 'refused' }

/** The SHA-2 hash that an AlgorithmIdentifier names, or undefined for any other. Below `parseDer` only. */
export const readHash = (element: DerElement): Hash | undefined => {
  const fields = fieldsOf(element)
  const hash = hashes[oidOf(fields.take())]
  fields.maybe(tags.null)
  fields.finish()
  return hash
}

// RFC 4055 §3.1: the defaults are SHA-1 and 20 bytes of salt, so a scheme worth trusting spells itself out.
const readPss = (parameters: DerElement | undefined): SignatureScheme => {
  const fields = fieldsOf(parameters)
  const hashField = fields.maybe(constructed(0))
  const maskField = fields.maybe(constructed(1))
  const saltField = fields.maybe(constructed(2))
  const trailer = fields.maybe(constructed(3))
  fields.finish()
  if (!hashField || !maskField || (trailer && smallIntegerOf(only(trailer, constructed(3))) !== 1))
    return refused
  const hash = readHash(only(hashField, constructed(0)))
  const mask = fieldsOf(only(maskField, constructed(1)))
  const isMgf1 = oidOf(mask.take()) === '1.2.840.113549.1.1.8'
  if (hash === undefined || !isMgf1 || readHash(mask.take()) !== hash) return refused
  const saltLength = saltField ? smallIntegerOf(only(saltField, constructed(2))) : 20
  return saltLength > 64 ? refused : { kind: 'rsa-pss', hash, saltLength }
}

/**
 * Reads a signature AlgorithmIdentifier. CMS writers often name only the key ('rsaEncryption'): then the digest
 * algorithm beside it completes the scheme (RFC 5754 §3.2). Below `parseDer` only.
 */
export const readScheme = (element: DerElement, digest?: Hash): SignatureScheme => {
  const fields = fieldsOf(element)
  const oid = oidOf(fields.take())
  if (oid === '1.2.840.113549.1.1.10') return readPss(fields.maybe(tags.sequence))
  fields.maybe(tags.null)
  fields.finish()
  if (oid === '1.2.840.113549.1.1.1' && digest) return { kind: 'rsa-pkcs1', hash: digest }
  return schemes[oid] ?? refused
}

/** Reads SEQUENCE { toBeSigned, algorithm, signature }, the common form of certificates, CRLs and OCSP answers. */
export const readSigned = (tbs: DerElement, algorithm: DerElement, signature: Uint8Array): SignedBytes => ({
  bytes: tbs.bytes.subarray(tbs.start, tbs.end),
  scheme: readScheme(algorithm),
  signature: signature.length > 2048 ? malformed() : signature,
})

const verifyWith = (signed: SignedBytes, key: KeyObject): boolean => {
  const { scheme, bytes, signature } = signed
  if (scheme.kind === 'refused') return false
  const isEllipticKey = key.asymmetricKeyType === 'ec'
  if (isEllipticKey !== (scheme.kind === 'ecdsa')) return false
  if (scheme.kind !== 'rsa-pss') return verify(scheme.hash, bytes, key, signature)
  const padding = constants.RSA_PKCS1_PSS_PADDING
  return verify(scheme.hash, bytes, { key, padding, saltLength: scheme.saltLength }, signature)
}

/** Whether the key made the signature. A refused scheme is never valid. Never throws for hostile bytes. */
export const isSignatureValid = (signed: SignedBytes, key: KeyObject): boolean => {
  try {
    return verifyWith(signed, key)
  } catch {
    // OpenSSL reports some malformed signature values as errors instead of as a mismatch.
    return false
  }
}
