import { createPublicKey, type KeyObject } from 'node:crypto'
import { elementsOf, fieldsOf, malformed, oidOf, rawOf, tags, wholeBitsOf, type DerElement } from './der.ts'

/** A subject's public key with what decides whether it can be trusted. */
export interface SubjectKey {
  readonly publicKey: KeyObject
  /** 'unsupported': it makes none of the three kinds of signature; a CA's P-384 key may still sign certificates. */
  readonly keyKind: 'rsa' | 'ec-p256' | 'unsupported'
  /** Bits of the modulus or of the curve; 0 for a key that may sign nothing. */
  readonly keyBits: number
  /** The content of subjectPublicKey, which OCSP hashes to name the issuer (RFC 6960 §4.1.1). */
  readonly subjectPublicKey: Uint8Array
}

// What OpenSSL is shown at all: an unknown algorithm or curve given by its parameters is not worth its risks.
const curves: Record<string, number> = {
  '1.2.840.10045.3.1.7': 256,
  '1.3.132.0.34': 384,
  '1.3.132.0.35': 521,
}
const rsa = '1.2.840.113549.1.1.1'
const elliptic = '1.2.840.10045.2.1'
const edwards = ['1.3.101.112', '1.3.101.113']

const importKey = (spki: DerElement): KeyObject => {
  try {
    return createPublicKey({ key: rawOf(spki), format: 'der', type: 'spki' })
  } catch {
    return malformed()
  }
}

// A large public exponent makes each verification as slow as a signature; honest keys have 65537.
const rsaBits = (key: KeyObject): number => {
  const { modulusLength = 0, publicExponent = 0n } = key.asymmetricKeyDetails ?? {}
  return publicExponent < 2n ** 32n && modulusLength <= 8192 ? modulusLength : 0
}

/** Reads a SubjectPublicKeyInfo. Below `parseDer` only. */
export const readSubjectKey = (spki: DerElement): SubjectKey => {
  const [algorithm, bits] = elementsOf(spki)
  const fields = fieldsOf(algorithm)
  const oid = oidOf(fields.take())
  const curve = oid === elliptic ? (curves[oidOf(fields.take(tags.oid))] ?? malformed()) : 0
  const subjectPublicKey = wholeBitsOf(bits)
  const isKnown = oid === rsa || curve > 0 || edwards.includes(oid)
  if (!isKnown || subjectPublicKey.length > 2100) malformed()
  const publicKey = importKey(spki)
  const keyBits = oid === rsa ? rsaBits(publicKey) : curve
  const keyKind = oid === rsa && keyBits >= 2048 ? 'rsa' : curve === 256 ? 'ec-p256' : 'unsupported'
  return { publicKey, keyKind, keyBits, subjectPublicKey }
}

/** Strong enough to vouch for anything (TT 15/2025/TT-BKHCN, Phụ lục I): RSA from 2048 bits, curves from 256. */
export const isStrongKey = ({ publicKey, keyBits }: SubjectKey): boolean =>
  publicKey.asymmetricKeyType === 'ec' ? keyBits >= 256 : keyBits >= 2048
