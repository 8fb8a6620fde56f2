import { beforeAll, describe, expect, it } from 'vitest'
import {
  caExtensions,
  certify,
  ellipticKeys,
  extendedKeyUsage,
  keyUsage,
  type Certified,
} from '../../test/builders/certificates.ts'
import { createSoftwareSigner } from '../adapters/software-signer.ts'
import type { CertificateAuthority } from '../demo/authority/certificate-authority.ts'
import { answerOcspRequest } from '../demo/authority/ocsp-responder.ts'
import {
  createOcspRequest,
  findOcspAnswer,
  ocspSignerOf,
  parseOcspResponse,
  type OcspResponse,
} from './ocsp.ts'
import { parseOcspRequest } from './ocsp-request.ts'

const at = new Date('2026-06-01T00:00:00Z')
const ca = certify({ name: 'CA', keys: ellipticKeys(), extensions: caExtensions() })
const holder = certify({ name: 'Holder', keys: ellipticKeys() }, ca).certificate
const responderExtensions = [keyUsage(0x80), extendedKeyUsage(false, '1.3.6.1.5.5.7.3.9')]
const delegate = certify({ name: 'OCSP', keys: ellipticKeys(), extensions: responderExtensions }, ca)
const revokedAt = new Date('2026-03-01T00:00:00Z')

const authorityWith = (revoked: boolean): CertificateAuthority => ({
  certificate: ca.certificate,
  keys: ca.keys,
  issue: () => Promise.reject(new Error('issues nothing')),
  hasIssued: (serialNumber) => serialNumber === holder.serialNumber,
  revoke: () => undefined,
  findRevocation: () => (revoked ? { at: revokedAt, reason: 'superseded' } : undefined),
  createCrl: () => Promise.reject(new Error('lists nothing')),
})

const answer = async (
  by: Certified,
  revoked = false,
  request = createOcspRequest(holder, ca.certificate),
) => {
  const signer = createSoftwareSigner(by.keys.privateKey, [by.certificate.der], 'ecdsa-p256-sha256')
  const responder = { authority: authorityWith(revoked), signer, certificate: by.certificate }
  return answerOcspRequest(request, at, [responder])
}
const read = async (...args: Parameters<typeof answer>) =>
  parseOcspResponse(await answer(...args)) as OcspResponse

describe('a request', () => {
  it('names the certificate and carries the nonce', () => {
    const request = parseOcspRequest(createOcspRequest(holder, ca.certificate, Buffer.from('00ff10', 'hex')))
    expect(request?.nonce).toBe('00ff10')
    expect(request?.ids.map(({ id }) => id.serialNumber)).toEqual([holder.serialNumber])
  })
})

describe('an answer', () => {
  let good: OcspResponse
  beforeAll(async () => {
    good = await read(delegate)
  })

  it('says good, with the time it is good for', () => {
    const found = findOcspAnswer(good, holder, ca.certificate)
    expect(found).toMatchObject({
      status: { kind: 'good' },
      thisUpdate: at,
      nextUpdate: new Date('2026-06-02T00:00:00Z'),
    })
  })

  it('says revoked, since when and why', async () => {
    const found = findOcspAnswer(await read(delegate, true), holder, ca.certificate)
    expect(found?.status).toEqual({ kind: 'revoked', at: revokedAt, reason: 'superseded' })
  })

  it('says unknown of a certificate that was never issued', async () => {
    const stranger = certify({ name: 'Stranger', keys: ellipticKeys() }, ca).certificate
    const response = await read(delegate, false, createOcspRequest(stranger, ca.certificate))
    expect(findOcspAnswer(response, stranger, ca.certificate)?.status.kind).toBe('unknown')
  })

  it('is about no other certificate and no other issuer', () => {
    const other = certify({ name: 'Other', keys: ellipticKeys() }, ca).certificate
    const namesake = certify({ name: 'CA', keys: ellipticKeys(), extensions: caExtensions() }).certificate
    expect(findOcspAnswer(good, other, ca.certificate)).toBeUndefined()
    expect(findOcspAnswer(good, holder, namesake)).toBeUndefined()
  })

  it('repeats the nonce', async () => {
    const response = await read(
      delegate,
      false,
      createOcspRequest(holder, ca.certificate, Buffer.from('0102', 'hex')),
    )
    expect(response.nonce).toBe('0102')
  })

  it('that is not "successful" is no answer', async () => {
    expect(parseOcspResponse(await answer(delegate, false, Buffer.from('rubbish')))).toBeUndefined()
    expect(parseOcspResponse(Buffer.from('30030a0103', 'hex'))).toBeUndefined()
  })
})

describe('who may answer', () => {
  const signedBy = async (by: Certified) => ocspSignerOf(await read(by), ca.certificate)?.subject.commonName

  it('is the issuer itself', async () => {
    expect(await signedBy(ca)).toBe('CA')
  })

  it('is its delegate', async () => {
    expect(await signedBy(delegate)).toBe('OCSP')
  })

  it('is nobody without the purpose, though certified by the same issuer', async () => {
    expect(await signedBy(certify({ name: 'Holder', keys: ellipticKeys() }, ca))).toBeUndefined()
  })

  it('is nobody certified by another, whatever the purpose', async () => {
    const foreign = certify({ name: 'CA', keys: ellipticKeys(), extensions: caExtensions() })
    const impostor = certify({ name: 'OCSP', keys: ellipticKeys(), extensions: responderExtensions }, foreign)
    expect(await signedBy(impostor)).toBeUndefined()
  })

  it('is no delegate whose certificate had expired when it answered', async () => {
    const expired = {
      name: 'OCSP',
      keys: ellipticKeys(),
      extensions: responderExtensions,
      notAfter: new Date('2026-05-01T00:00:00Z'),
    }
    expect(await signedBy(certify(expired, ca))).toBeUndefined()
  })

  it('is nobody who names another as responder', async () => {
    const response = await read(delegate)
    expect(ocspSignerOf({ ...response, responder: { keyHash: '00' } }, ca.certificate)).toBeUndefined()
    expect(
      ocspSignerOf({ ...response, responder: { nameDer: delegate.certificate.subjectDer } }, ca.certificate),
    ).toBeDefined()
  })
})
