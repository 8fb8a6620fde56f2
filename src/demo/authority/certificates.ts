import 'reflect-metadata'
import { generateKeyPair, randomBytes, type KeyObject, type webcrypto } from 'node:crypto'
import { promisify } from 'node:util'
import {
  AuthorityInfoAccessExtension,
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  ExtendedKeyUsageExtension,
  Extension,
  Name,
  PublicKey,
  SubjectKeyIdentifierExtension,
  X509CertificateGenerator,
} from '@peculiar/x509'
import { parseCertificate, type Certificate } from '../../crypto/certificate.ts'
import { tags } from '../../crypto/der.ts'
import { der } from '../../crypto/der-write.ts'

/** Stands in every subject: nobody may take a demonstration for the real thing. */
export const demonstrationMark = 'MINH HỌA – KHÔNG CÓ GIÁ TRỊ PHÁP LÝ'

/** A pair of keys in this process. */
export interface KeyPair {
  readonly privateKey: KeyObject
  readonly publicKey: KeyObject
}

const generateAsync = promisify(generateKeyPair)

/** Makes keys on libuv's threads, so that many are made at once. */
export const generateKeys = (kind: 'rsa' | 'ec-p256'): Promise<KeyPair> =>
  kind === 'rsa'
    ? generateAsync('rsa', { modulusLength: 2048 })
    : generateAsync('ec', { namedCurve: 'prime256v1' })

/** The parts of a subject that differ; mark and country are added to every one. */
export interface Subject {
  readonly commonName: string
  readonly userId?: string
  readonly organizationalUnit?: string
}

const nameOf = ({ commonName, userId, organizationalUnit }: Subject): Name =>
  new Name([
    { C: [{ printableString: 'VN' }] },
    { O: [{ utf8String: demonstrationMark }] },
    ...(organizationalUnit === undefined ? [] : [{ OU: [{ utf8String: organizationalUnit }] }]),
    ...(userId === undefined ? [] : [{ '0.9.2342.19200300.100.1.1': [{ utf8String: userId }] }]),
    { CN: [{ utf8String: commonName }] },
  ])

/** What a certificate may be used for. */
export type Profile = 'root' | 'issuing-ca' | 'signer' | 'timestamp-authority' | 'ocsp-responder'

// KeyUsage is a named bit list (RFC 5280 §4.2.1.3): how many bits at the end are unused, then the bits.
const usage = (unused: number, bits: number): Extension =>
  new Extension('2.5.29.15', true, der(tags.bitString, Buffer.from([unused, bits])))
const certSignAndCrlSign = () => usage(1, 0b0000_0110)
const signatureAndNonRepudiation = () => usage(6, 0b1100_0000)
const signatureOnly = () => usage(7, 0b1000_0000)

// id-kp-emailProtection is what PDF readers look for; id-kp-documentSigning is RFC 9336.
const profileExtensions: Record<Profile, () => Extension[]> = {
  root: () => [new BasicConstraintsExtension(true, 1, true), certSignAndCrlSign()],
  'issuing-ca': () => [new BasicConstraintsExtension(true, 0, true), certSignAndCrlSign()],
  signer: () => [
    new BasicConstraintsExtension(false, undefined, true),
    signatureAndNonRepudiation(),
    new ExtendedKeyUsageExtension(['1.3.6.1.5.5.7.3.4', '1.3.6.1.5.5.7.3.36']),
  ],
  'timestamp-authority': () => [
    new BasicConstraintsExtension(false, undefined, true),
    signatureAndNonRepudiation(),
    new ExtendedKeyUsageExtension(['1.3.6.1.5.5.7.3.8'], true),
  ],
  'ocsp-responder': () => [
    new BasicConstraintsExtension(false, undefined, true),
    signatureOnly(),
    new ExtendedKeyUsageExtension(['1.3.6.1.5.5.7.3.9']),
    // id-pkix-ocsp-nocheck (RFC 6960 §4.2.2.2.1): nobody answers for the one who answers.
    new Extension('1.3.6.1.5.5.7.48.1.5', false, new Uint8Array([5, 0])),
  ],
}

/** The keys of an issuer, and its name as its own certificate has it. */
export interface Issuer {
  readonly subject: Subject
  readonly keys: KeyPair
}

/** Everything about one certificate that is to be made. */
export interface CertificateRequest {
  readonly subject: Subject
  readonly publicKey: KeyObject
  readonly profile: Profile
  readonly notBefore: Date
  readonly notAfter: Date
  readonly ocspUrl?: string
}

/** Positive and 16 bytes long, at least 120 of its bits random (CA/Browser Forum asks for 64). */
const randomSerial = (): string => {
  const bytes = randomBytes(16)
  bytes[0] = 0x40 | ((bytes[0] ?? 0) & 0x3f)
  return bytes.toString('hex')
}

const spkiOf = (key: KeyObject): PublicKey => new PublicKey(key.export({ type: 'spki', format: 'der' }))

/** The algorithm a CA signs certificates and lists with. */
export const issuingAlgorithm = (key: KeyObject) =>
  key.asymmetricKeyType === 'ec'
    ? { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
    : { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }

/** A private key in the form the certificate library takes. */
export const signingKeyOf = (key: KeyObject): webcrypto.CryptoKey =>
  key.toCryptoKey(issuingAlgorithm(key), true, ['sign'])

export const issuerNameOf = ({ subject }: Issuer): Name => nameOf(subject)
export const authorityKeyIdOf = ({ keys }: Issuer): Promise<AuthorityKeyIdentifierExtension> =>
  AuthorityKeyIdentifierExtension.create(spkiOf(keys.publicKey))

const extensionsFor = async (request: CertificateRequest, issuer: Issuer): Promise<Extension[]> => [
  ...profileExtensions[request.profile](),
  await SubjectKeyIdentifierExtension.create(spkiOf(request.publicKey)),
  await authorityKeyIdOf(issuer),
  ...(request.ocspUrl === undefined ? [] : [new AuthorityInfoAccessExtension({ ocsp: [request.ocspUrl] })]),
]

/** Makes and signs one certificate (RFC 5280). */
export const makeCertificate = async (request: CertificateRequest, issuer: Issuer): Promise<Certificate> => {
  const { privateKey } = issuer.keys
  const made = await X509CertificateGenerator.create({
    serialNumber: randomSerial(),
    subject: nameOf(request.subject),
    issuer: issuerNameOf(issuer),
    notBefore: request.notBefore,
    notAfter: request.notAfter,
    publicKey: spkiOf(request.publicKey),
    signingKey: signingKeyOf(privateKey),
    signingAlgorithm: issuingAlgorithm(privateKey),
    extensions: await extensionsFor(request, issuer),
  })
  const certificate = parseCertificate(new Uint8Array(made.rawData))
  if (!certificate) throw new Error(`made a certificate that cannot be read: ${request.subject.commonName}`)
  return certificate
}
