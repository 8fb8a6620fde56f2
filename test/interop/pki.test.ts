import { execFileSync } from 'node:child_process'
import { hash, X509Certificate } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fromBER } from 'asn1js'
import { CertificateRevocationList, ContentInfo, SignedData, TSTInfo } from 'pkijs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { trustStoreFrom } from '../../src/adapters/trust-folder.ts'
import { parseCertificate, type Certificate } from '../../src/crypto/certificate.ts'
import { parseCrl } from '../../src/crypto/crl.ts'
import { createOcspRequest, findOcspAnswer, ocspSignerOf, parseOcspResponse } from '../../src/crypto/ocsp.ts'
import { parseOcspRequest } from '../../src/crypto/ocsp-request.ts'
import type { Signer } from '../../src/crypto/ports.ts'
import {
  createTimestampRequest,
  parseTimestampRequest,
  parseTimestampResponse,
  parseTimestampToken,
  verifyTimestamp,
} from '../../src/crypto/timestamp.ts'
import { createDemoAuthority, type DemoAuthority } from '../../src/demo/authority/index.ts'
import {
  caExtensions,
  certify,
  extendedKeyUsage,
  keyUsage,
  rsaKeys,
  type Certified,
} from '../builders/certificates.ts'
import { crlEvidence } from '../builders/revocation-lists.ts'

const issued = new Date(Date.now() - 300 * 24 * 3600 * 1000)
const now = new Date()
const sealed = 'the canonical signature value'
const imprint = hash('sha256', sealed, 'buffer')

let folder: string
let authority: DemoAuthority
let files: Map<string, Uint8Array>
let teacher: Signer
let token: Uint8Array

const path = (name: string): string => join(folder, name)
const put = (name: string, content: Uint8Array | string): string => {
  writeFileSync(path(name), content)
  return path(name)
}
/** What openssl prints, on either stream; throws when it does not agree. */
const openssl = (...args: string[]): string => {
  try {
    return execFileSync('openssl', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], cwd: folder })
  } catch (cause) {
    const { stdout, stderr } = cause as { stdout: string; stderr: string }
    throw new Error(`openssl ${args.join(' ')}\n${stdout}${stderr}`, { cause })
  }
}
const pem = (der: Uint8Array): string => new X509Certificate(der).toString()
const read = (der: Uint8Array | undefined): Certificate => {
  const certificate = der && parseCertificate(der)
  if (!certificate) throw new Error('no certificate')
  return certificate
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pki-'))
  authority = await createDemoAuthority({ now: issued })
  teacher = await authority.issuePerson({
    fullName: 'Quàng Thị Thử',
    citizenId: '014199000001',
    organization: 'Trường THCS Thử',
    algorithm: 'rsa-pss-sha256',
  })
  const [stamped = Buffer.alloc(0)] = await authority.timestampAuthority(() => now).timestamp([imprint])
  token = stamped
  files = await authority.trustFiles({ at: now, nextUpdate: new Date(now.getTime() + 3600_000) })
  for (const [name, content] of files) put(name, content)
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

const crlsAsPem = (...names: string[]): string =>
  names.map((name) => openssl('crl', '-inform', 'DER', '-in', path(name))).join('')

const verifyTeacher = (crls: string): string =>
  openssl(
    ...['verify', '-x509_strict', '-crl_check_all', '-CRLfile', put('crls.pem', crls)],
    ...['-CAfile', path('persons.pem'), put('teacher.pem', pem(teacher.chain[0] ?? Buffer.alloc(0)))],
  )

describe('openssl judges what the demonstration issues', () => {
  it('a chain holds, strictly and with every CRL', () => {
    expect(verifyTeacher(crlsAsPem('persons-root.crl', 'persons-issuing.crl'))).toMatch(/: OK/)
  })

  it('a chain does not hold under another use’s root, nor without its CRLs', () => {
    const crls = crlsAsPem('persons-root.crl')
    expect(() => verifyTeacher(crls)).toThrow('unable to get certificate CRL')
    expect(() => openssl('verify', '-CAfile', path('schools.pem'), path('teacher.pem'))).toThrow(
      'unable to get local issuer',
    )
  })

  it('a revoked certificate is revoked', async () => {
    const other = await authority.issuePerson({
      fullName: 'Người Bị Thu Hồi',
      citizenId: '014199000002',
      organization: 'Trường THCS Thử',
      algorithm: 'ecdsa-p256-sha256',
    })
    const [leaf = Buffer.alloc(0)] = other.chain
    authority.revoke(leaf, new Date(now.getTime() - 1000), 'superseded')
    const later = await authority.trustFiles({ at: now, nextUpdate: new Date(now.getTime() + 3600_000) })
    put('persons-later.crl', later.get('persons-issuing.crl') ?? Buffer.alloc(0))
    const crls = put('later.pem', crlsAsPem('persons-root.crl', 'persons-later.crl'))
    const args = [
      'verify',
      '-crl_check_all',
      '-CRLfile',
      crls,
      '-CAfile',
      path('persons.pem'),
      put('revoked.pem', pem(leaf)),
    ]
    expect(() => openssl(...args)).toThrow('certificate revoked')
  })

  it('a timestamp token verifies, over the data and for its purpose', () => {
    const args = ['-token_in', '-in', put('token.der', token), '-CAfile', path('timestamps.pem')]
    expect(openssl('ts', '-verify', ...args, '-data', put('data', sealed))).toMatch(/Verification: OK/)
    expect(() => openssl('ts', '-verify', ...args, '-data', put('other', 'other'))).toThrow(
      'message imprint mismatch',
    )
  })

  it('a timestamp response answers openssl’s own query', async () => {
    openssl('ts', '-query', '-data', put('data', sealed), '-sha256', '-cert', '-out', path('query.tsq'))
    const query = readFileSync(path('query.tsq'))
    expect(parseTimestampRequest(query)).toMatchObject({ imprint, certReq: true })
    put('reply.tsr', await authority.timestampResponse(query, now))
    const args = [
      '-queryfile',
      path('query.tsq'),
      '-in',
      path('reply.tsr'),
      '-CAfile',
      path('timestamps.pem'),
    ]
    expect(openssl('ts', '-verify', ...args)).toMatch(/Verification: OK/)
  })

  it('an OCSP response answers openssl’s own request', async () => {
    const [leaf = Buffer.alloc(0), issuer = Buffer.alloc(0)] = teacher.chain
    const certificates = ['-issuer', put('issuer.pem', pem(issuer)), '-cert', put('teacher.pem', pem(leaf))]
    openssl('ocsp', ...certificates, '-reqout', path('request.der'))
    const request = readFileSync(path('request.der'))
    expect(parseOcspRequest(request)?.ids.map(({ id }) => id.serialNumber)).toEqual([read(leaf).serialNumber])
    put('response.der', await authority.ocspResponse(request, new Date()))
    const answer = ['-respin', path('response.der'), '-CAfile', path('persons.pem')]
    expect(openssl('ocsp', '-no_nonce', ...certificates, ...answer)).toMatch(/teacher\.pem: good/)
    // With the request beside it the nonce must be the same; another request has another.
    openssl('ocsp', '-reqin', path('request.der'), ...answer)
    openssl('ocsp', ...certificates, '-reqout', path('another.der'))
    expect(() => openssl('ocsp', '-reqin', path('another.der'), ...answer)).toThrow('Nonce Verify error')
  })
})

describe('we judge what openssl makes', () => {
  const root = certify({ name: 'Root', keys: rsaKeys(), extensions: caExtensions() })
  const purposes = (purpose: string, critical: boolean) => [
    keyUsage(0x80),
    extendedKeyUsage(critical, purpose),
  ]
  const tsa = certify({ name: 'TSA', keys: rsaKeys(), extensions: purposes('1.3.6.1.5.5.7.3.8', true) }, root)
  const teacherBelow = certify({ name: 'Teacher', keys: rsaKeys() }, root)
  const keyPem = ({ keys }: Certified): string =>
    keys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()

  it.each(['sha1', 'sha256'])('a timestamp token whose certificate is bound by %s', (binding) => {
    put(
      'tsa.cnf',
      [
        ...['[tsa]', 'default_tsa = one', '[one]', `serial = ${path('serial')}`, 'crypto_device = builtin'],
        ...[
          `signer_cert = ${put('tsa.pem', pem(tsa.certificate.der))}`,
          `signer_key = ${put('tsa.key', keyPem(tsa))}`,
        ],
        ...[
          'signer_digest = sha256',
          'default_policy = 1.2.3.4',
          'digests = sha256',
          `ess_cert_id_alg = ${binding}`,
        ],
      ].join('\n'),
    )
    put('serial', '01')
    put('ours.tsq', createTimestampRequest(imprint, { nonce: Buffer.from('8877', 'hex'), certReq: true }))
    openssl(
      'ts',
      '-reply',
      '-config',
      path('tsa.cnf'),
      '-queryfile',
      path('ours.tsq'),
      '-out',
      path('theirs.tsr'),
    )
    const response = parseTimestampResponse(readFileSync(path('theirs.tsr')))
    const theirs = response?.granted ? response.token : Buffer.alloc(0)
    expect(parseTimestampToken(theirs)?.nonce).toBe('8877')
    const evidence = [crlEvidence(root, { thisUpdate: new Date(Date.now() + 60_000) })]
    const context = { anchors: [root.certificate], extraCertificates: [], evidence, now: new Date() }
    expect(verifyTimestamp(theirs, imprint, context)).toMatchObject({
      ok: true,
      authority: { serialNumber: tsa.certificate.serialNumber },
    })
  })

  it.each([
    ['good', `V\t350101000000Z\t\t`],
    ['revoked', `R\t350101000000Z\t260101000000Z,keyCompromise\t`],
  ])('an OCSP response that says %s', (status, line) => {
    const { serialNumber } = teacherBelow.certificate
    put('index.txt', `${line}${serialNumber.toUpperCase()}\tunknown\t/CN=Teacher\n`)
    const responder = certify(
      { name: 'OCSP', keys: rsaKeys(), extensions: purposes('1.3.6.1.5.5.7.3.9', false) },
      root,
    )
    put(
      'our-request.der',
      createOcspRequest(teacherBelow.certificate, root.certificate, Buffer.from('0102030405060708', 'hex')),
    )
    openssl(
      ...[
        'ocsp',
        '-index',
        path('index.txt'),
        '-CA',
        put('root.pem', pem(root.certificate.der)),
        '-ndays',
        '1',
      ],
      ...[
        '-rsigner',
        put('ocsp.pem', pem(responder.certificate.der)),
        '-rkey',
        put('ocsp.key', keyPem(responder)),
      ],
      ...['-reqin', path('our-request.der'), '-respout', path('their-response.der')],
    )
    const response = parseOcspResponse(readFileSync(path('their-response.der')))
    if (!response) throw new Error('no response')
    expect(response.nonce).toBe('0102030405060708')
    expect(ocspSignerOf(response, root.certificate)?.serialNumber).toBe(responder.certificate.serialNumber)
    expect(findOcspAnswer(response, teacherBelow.certificate, root.certificate)?.status.kind).toBe(status)
  })
})

const buffer = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer
const hexOf = (bytes: ArrayBuffer): string => Buffer.from(bytes).toString('hex')

describe('pkijs reads alike', () => {
  it('a timestamp token', () => {
    const wrapped = ContentInfo.fromBER(buffer(token))
    const signed = new SignedData({ schema: wrapped.content as unknown })
    const inner = signed.encapContentInfo.eContent?.valueBlock.valueHexView ?? new Uint8Array()
    const theirs = TSTInfo.fromBER(buffer(inner))
    const ours = parseTimestampToken(token)
    expect(ours?.at).toEqual(theirs.genTime)
    expect(ours?.serialNumber).toBe(
      hexOf(theirs.serialNumber.valueBlock.valueHexView.slice().buffer).replace(/^(00)+/, ''),
    )
    expect(hexOf(theirs.messageImprint.hashedMessage.valueBlock.valueHexView.slice().buffer)).toBe(
      imprint.toString('hex'),
    )
    expect(ours?.imprint).toEqual(imprint)
  })

  it('a revocation list with everything in it', async () => {
    const [leaf = Buffer.alloc(0)] = teacher.chain
    const fresh = trustStoreFrom(files)
    expect(fresh.evidence).toHaveLength(6)
    authority.revoke(leaf, now, 'affiliationChanged')
    const later = await authority.trustFiles({ at: now, nextUpdate: new Date(now.getTime() + 3600_000) })
    const der = later.get('persons-issuing.crl') ?? Buffer.alloc(0)
    const theirs = new CertificateRevocationList({ schema: fromBER(buffer(der)).result })
    const ours = parseCrl(der)
    expect(ours?.thisUpdate).toEqual(theirs.thisUpdate.value)
    expect(ours?.nextUpdate).toEqual(theirs.nextUpdate?.value)
    const serials = (theirs.revokedCertificates ?? []).map(({ userCertificate }) =>
      hexOf(userCertificate.valueBlock.valueHexView.slice().buffer),
    )
    expect([...(ours?.revoked.keys() ?? [])]).toEqual(serials)
    expect(serials).toContain(read(leaf).serialNumber)
  })
})
