import { hash } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { createRandom, mutate } from '../../test/builders/mutations.ts'
import { createDemoAuthority } from '../demo/authority/index.ts'
import { certificateFromBase64, parseCertificate, parsePemCertificates } from './certificate.ts'
import { validatePath } from './certificate-path.ts'
import { parseSignedData } from './cms.ts'
import { isCrlSignedBy, parseCrl } from './crl.ts'
import { createOcspRequest, ocspSignerOf, parseOcspResponse } from './ocsp.ts'
import { parseOcspRequest } from './ocsp-request.ts'
import {
  createTimestampRequest,
  parseTimestampRequest,
  parseTimestampResponse,
  parseTimestampToken,
} from './timestamp.ts'

const at = new Date('2026-05-30T02:15:00Z')
const imprint = hash('sha256', 'sealed', 'buffer')

const samples = async () => {
  const authority = await createDemoAuthority({ now: new Date('2025-08-01T00:00:00Z') })
  const person = { fullName: 'Hà Văn Thử', citizenId: '001099000001', organization: 'Trường Thử' }
  const signer = await authority.issuePerson({ ...person, algorithm: 'ecdsa-p256-sha256' })
  const [leaf, issuing] = signer.chain.map((der) => parseCertificate(der))
  if (!leaf || !issuing) throw new Error('no chain')
  authority.revoke(leaf.der, new Date('2026-01-01T00:00:00Z'), 'keyCompromise')
  const files = await authority.trustFiles({ at, nextUpdate: new Date('2030-01-01T00:00:00Z') })
  const timestampRequest = createTimestampRequest(imprint, { nonce: Buffer.from('0102'), certReq: true })
  const ocspRequest = createOcspRequest(leaf, issuing, Buffer.from('0102'))
  return {
    leaf,
    issuing,
    persons: Buffer.from(files.get('persons.pem') ?? []),
    crl: Buffer.from(files.get('persons-issuing.crl') ?? []),
    timestampRequest,
    timestampResponse: await authority.timestampResponse(timestampRequest, at),
    ocspRequest,
    ocspResponse: await authority.ocspResponse(ocspRequest, at),
    token: (await authority.timestampAuthority(() => at).timestamp([imprint]))[0] ?? Buffer.alloc(0),
  }
}

let made: Awaited<ReturnType<typeof samples>>
beforeAll(async () => {
  made = await samples()
})

const flips = (bytes: Uint8Array): Buffer[] =>
  Array.from(bytes, (byte, index) => {
    const flipped = Buffer.from(bytes)
    flipped[index] = byte ^ (1 << (index % 8))
    return flipped
  })

describe('one flipped bit in any byte', () => {
  it('of a certificate leaves no path', () => {
    const anchors = parsePemCertificates(made.persons.toString()).slice(0, 1)
    const context = { intermediates: [made.issuing], anchors, at, purpose: 'signing' as const }
    expect(validatePath(made.leaf, context).ok).toBe(true)
    for (const flipped of flips(made.leaf.der)) {
      const certificate = parseCertificate(flipped)
      expect(certificate && validatePath(certificate, context).ok).not.toBe(true)
    }
  })

  it('of a revocation list leaves it unsigned', () => {
    const whole = parseCrl(made.crl)
    expect(whole && isCrlSignedBy(whole, made.issuing)).toBe(true)
    for (const flipped of flips(made.crl)) {
      const crl = parseCrl(flipped)
      expect(crl && isCrlSignedBy(crl, made.issuing)).not.toBe(true)
    }
  })

  it('of an OCSP response leaves it unsigned', () => {
    const whole = parseOcspResponse(made.ocspResponse)
    expect(whole && ocspSignerOf(whole, made.issuing)).toBeDefined()
    for (const flipped of flips(made.ocspResponse)) {
      const response = parseOcspResponse(flipped)
      expect(response && ocspSignerOf(response, made.issuing)).toBeUndefined()
    }
  })
})

type Parser = (bytes: Uint8Array) => unknown

const parsers: readonly [string, Parser, (all: typeof made) => Uint8Array][] = [
  ['certificates', parseCertificate, ({ leaf }) => leaf.der],
  [
    'certificates in base64',
    (bytes) => certificateFromBase64(Buffer.from(bytes).toString('latin1')),
    ({ leaf }) => Buffer.from(Buffer.from(leaf.der).toString('base64')),
  ],
  [
    'PEM files',
    (bytes) => parsePemCertificates(Buffer.from(bytes).toString('latin1')),
    ({ persons }) => persons,
  ],
  ['revocation lists', parseCrl, ({ crl }) => crl],
  ['OCSP requests', parseOcspRequest, ({ ocspRequest }) => ocspRequest],
  ['OCSP responses', parseOcspResponse, ({ ocspResponse }) => ocspResponse],
  ['timestamp requests', parseTimestampRequest, ({ timestampRequest }) => timestampRequest],
  ['timestamp responses', parseTimestampResponse, ({ timestampResponse }) => timestampResponse],
  ['timestamp tokens', parseTimestampToken, ({ token }) => token],
  ['CMS signatures', parseSignedData, ({ token }) => token],
]

describe('2,000 damaged copies', () => {
  it.each(parsers)('of %s are read or refused, without a crash and without delay', (_, parse, sampleOf) => {
    const random = createRandom(20_261_122)
    const sample = sampleOf(made)
    expect(parse(sample)).toBeDefined()
    let slowest = 0
    for (let count = 0; count < 2000; count++) {
      const damaged = mutate(sample, random)
      const started = performance.now()
      expect(() => parse(damaged)).not.toThrow()
      slowest = Math.max(slowest, performance.now() - started)
    }
    expect(slowest).toBeLessThan(2000)
  })
})
