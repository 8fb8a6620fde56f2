import { generateKeyPairSync, hash, X509Certificate } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  certify,
  ellipticKeys,
  extendedKeyUsage,
  extension,
  keyUsage,
  rsaKeys,
} from '../../test/builders/certificates.ts'
import { createDemoAuthority, demonstrationMark } from '../demo/authority/index.ts'
import {
  certificateFromBase64,
  certificateFromDer,
  parseCertificate,
  parsePemCertificates,
  type Certificate,
} from './certificate.ts'
import { derBits, derOctets, derSequence } from './der-write.ts'

const now = new Date('2025-08-01T00:00:00Z')
let teacher: Certificate
let der: Uint8Array

beforeAll(async () => {
  const authority = await createDemoAuthority({ now })
  const signer = await authority.issuePerson({
    fullName: 'Lò Thị Mẩy, "Bích"',
    citizenId: '011199000123',
    organization: 'Trường THCS Hoa Ban',
    algorithm: 'rsa-pkcs1-sha256',
  })
  der = signer.chain[0] ?? Buffer.alloc(0)
  teacher = parseCertificate(der) as Certificate
})

describe('reading a certificate', () => {
  it('agrees with what Node reads', () => {
    const judge = new X509Certificate(der)
    expect(teacher.serialNumber).toBe(judge.serialNumber.toLowerCase())
    expect(teacher.notBefore).toEqual(judge.validFromDate)
    expect(teacher.notAfter).toEqual(judge.validToDate)
    expect(teacher.publicKey.equals(judge.publicKey)).toBe(true)
    expect(teacher.isCa).toBe(judge.ca)
    expect(teacher.sha256).toBe(hash('sha256', der, 'base64'))
  })

  it('reads who the subject is', () => {
    expect(teacher.subject).toEqual({
      text: `CN=Lò Thị Mẩy\\, \\"Bích\\",UID=CCCD:011199000123,OU=Trường THCS Hoa Ban,O=${demonstrationMark},C=VN`,
      commonName: 'Lò Thị Mẩy, "Bích"',
      userId: 'CCCD:011199000123',
      organization: demonstrationMark,
      organizationalUnits: ['Trường THCS Hoa Ban'],
    })
  })

  it('reads what the key may be used for', () => {
    expect([teacher.keyKind, teacher.keyBits]).toEqual(['rsa', 2048])
    expect([...(teacher.keyUsage ?? [])]).toEqual(['digitalSignature', 'nonRepudiation'])
    expect(teacher.unknownCriticalExtensions).toEqual([])
  })

  it('names critical extensions that it does not know', () => {
    const { certificate } = certify({
      name: 'X',
      keys: ellipticKeys(),
      extensions: [extension('2.5.29.30', true, derSequence()), extension('1.2.3.4', false, derSequence())],
    })
    expect(certificate.unknownCriticalExtensions).toEqual(['2.5.29.30'])
  })

  it('calls short keys, exotic exponents and other curves unsupported', () => {
    const kindOf = (keys: ReturnType<typeof ellipticKeys>) => certify({ name: 'X', keys }).certificate.keyKind
    expect(kindOf(rsaKeys(1024))).toBe('unsupported')
    expect(kindOf(generateKeyPairSync('rsa', { modulusLength: 2048, publicExponent: 0x10001 }))).toBe('rsa')
    expect(kindOf(ellipticKeys())).toBe('ec-p256')
    expect(kindOf(generateKeyPairSync('ec', { namedCurve: 'P-384' }))).toBe('unsupported')
  })

  it('refuses a certificate in which an extension stands twice', () => {
    const twice = () =>
      certify({ name: 'X', keys: ellipticKeys(), extensions: [keyUsage(0x80), keyUsage(0x40)] })
    expect(twice).toThrow('cannot be read')
  })

  it('refuses what is not exactly one certificate', () => {
    expect(parseCertificate(Buffer.concat([der, Buffer.from([0])]))).toBeUndefined()
    expect(parseCertificate(der.subarray(0, -1))).toBeUndefined()
    expect(
      parseCertificate(derSequence(derSequence(), derSequence(), derBits(Buffer.alloc(0)))),
    ).toBeUndefined()
    expect(parseCertificate(derOctets(Buffer.alloc(1 << 16)))).toBeUndefined()
  })

  it('keeps its own copy of the bytes', () => {
    const bytes = Uint8Array.from(der)
    const certificate = parseCertificate(bytes)
    bytes.fill(0)
    expect(certificate?.der).toEqual(Buffer.from(der))
  })

  it('reads extended key usage with its criticality', () => {
    const { certificate } = certify({
      name: 'X',
      keys: ellipticKeys(),
      extensions: [extendedKeyUsage(true, '1.3.6.1.5.5.7.3.8')],
    })
    expect(certificate.extendedKeyUsage).toEqual({ critical: true, purposes: new Set(['1.3.6.1.5.5.7.3.8']) })
  })
})

describe('a certificate that comes back', () => {
  it('is the same object, from text, from text with line breaks, and from bytes', () => {
    const text = Buffer.from(der).toString('base64')
    const certificate = certificateFromBase64(text)
    expect(certificate?.sha256).toBe(teacher.sha256)
    expect(certificateFromBase64(`  ${text}  `.trim())).toBe(certificate)
    expect(certificateFromBase64(text.replace(/.{64}/g, '$&\n'))).toBe(certificate)
    expect(certificateFromDer(Uint8Array.from(der))).toBe(certificate)
  })

  it('is not mistaken for another with the same end', () => {
    const text = Buffer.from(der).toString('base64')
    const changed = `MIIX${text.slice(4)}`
    expect(certificateFromBase64(text)).toBeDefined()
    expect(certificateFromBase64(changed)).toBeUndefined()
    expect(certificateFromBase64(text)).toBeDefined()
  })

  it.each(['!', '\u0141', '=', 'AAAA'])('is not read from text with %j in it', (intruder) => {
    const text = Buffer.from(der).toString('base64')
    expect(certificateFromBase64(text.slice(0, 100) + intruder + text.slice(101))).toBeUndefined()
    expect(certificateFromBase64(text)?.sha256).toBe(teacher.sha256)
  })
})

describe('PEM', () => {
  it('reads every certificate and passes over other text', () => {
    const pem = new X509Certificate(der).toString()
    const text = `subject: somebody\n${pem}\n-----BEGIN X-----\nAAAA\n-----END X-----\n${pem}`
    expect(parsePemCertificates(text).map(({ sha256 }) => sha256)).toEqual([teacher.sha256, teacher.sha256])
    expect(parsePemCertificates('-----BEGIN CERTIFICATE-----\nAAAA')).toEqual([])
    expect(parsePemCertificates('-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----')).toEqual([])
  })
})
