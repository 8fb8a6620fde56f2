import { generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto'
import { parseCertificate, type Certificate } from '../../src/crypto/certificate.ts'
import { constructed, tags } from '../../src/crypto/der.ts'
import {
  der,
  derBits,
  derBoolean,
  derInteger,
  derNull,
  derOctets,
  derOid,
  derSequence,
  derTime,
} from '../../src/crypto/der-write.ts'

/** A pair of keys made for one test. */
export interface TestKeys {
  readonly privateKey: KeyObject
  readonly publicKey: KeyObject
}

export const ellipticKeys = (): TestKeys => generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
export const rsaKeys = (modulusLength = 2048): TestKeys => generateKeyPairSync('rsa', { modulusLength })

/** One extension as it is to stand in a certificate: what it means is up to the test. */
export const extension = (oid: string, critical: boolean, value: Uint8Array): Buffer =>
  derSequence(derOid(oid), ...(critical ? [derBoolean(true)] : []), derOctets(value))

export const basicConstraints = (isCa: boolean, pathLength?: number): Buffer =>
  extension(
    '2.5.29.19',
    true,
    derSequence(
      ...(isCa ? [derBoolean(true)] : []),
      ...(pathLength === undefined ? [] : [derInteger(pathLength)]),
    ),
  )

/** Bits as they stand in the first byte: 0x80 digitalSignature, 0x40 nonRepudiation, 0x04 keyCertSign, 0x02 cRLSign. */
export const keyUsage = (bits: number): Buffer =>
  extension('2.5.29.15', true, der(tags.bitString, Buffer.from([0, bits])))

export const extendedKeyUsage = (critical: boolean, ...purposes: readonly string[]): Buffer =>
  extension('2.5.29.37', critical, derSequence(...purposes.map(derOid)))

export const caExtensions = (pathLength?: number): Buffer[] => [
  basicConstraints(true, pathLength),
  keyUsage(0x06),
]
export const signerExtensions = (): Buffer[] => [basicConstraints(false), keyUsage(0xc0)]

const nameOf = (commonName: string): Buffer =>
  derSequence(der(tags.set, derSequence(derOid('2.5.4.3'), der(tags.utf8, Buffer.from(commonName)))))

/** What a test wants of a certificate; whoever signs it need not be allowed to. */
export interface Wanted {
  readonly name: string
  readonly keys: TestKeys
  readonly extensions?: readonly Uint8Array[]
  readonly notBefore?: Date
  readonly notAfter?: Date
  readonly hash?: 'sha1' | 'sha256'
}

/** A certificate together with the keys it certifies. */
export interface Certified {
  readonly name: string
  readonly keys: TestKeys
  readonly certificate: Certificate
}

const algorithmOf = ({ privateKey }: TestKeys, hash: 'sha1' | 'sha256'): Buffer => {
  if (privateKey.asymmetricKeyType === 'ec') {
    return derSequence(derOid(hash === 'sha1' ? '1.2.840.10045.4.1' : '1.2.840.10045.4.3.2'))
  }
  return derSequence(derOid(hash === 'sha1' ? '1.2.840.113549.1.1.5' : '1.2.840.113549.1.1.11'), derNull())
}

/** Makes a certificate signed by `issuer`, or by itself, exactly as wanted, sensible or not. */
export const certify = (
  wanted: Wanted,
  issuer?: { readonly name: string; readonly keys: TestKeys },
): Certified => {
  const { name, keys, extensions = signerExtensions(), hash = 'sha256' } = wanted
  const signer = issuer ?? wanted
  const algorithm = algorithmOf(signer.keys, hash)
  const tbs = derSequence(
    der(constructed(0), derInteger(2)),
    derInteger(randomBytes(15)),
    algorithm,
    nameOf(signer.name),
    derSequence(
      derTime(wanted.notBefore ?? new Date('2025-01-01T00:00:00Z')),
      derTime(wanted.notAfter ?? new Date('2030-01-01T00:00:00Z')),
    ),
    nameOf(name),
    keys.publicKey.export({ type: 'spki', format: 'der' }),
    ...(extensions.length > 0 ? [der(constructed(3), derSequence(...extensions))] : []),
  )
  const certificate = parseCertificate(
    derSequence(tbs, algorithm, derBits(sign(hash, tbs, signer.keys.privateKey))),
  )
  if (!certificate) throw new Error(`the test's certificate ${name} cannot be read`)
  return { name, keys, certificate }
}
