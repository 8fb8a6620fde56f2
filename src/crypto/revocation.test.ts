import { describe, expect, it } from 'vitest'
import {
  caExtensions,
  certify,
  ellipticKeys,
  extendedKeyUsage,
  extension,
  keyUsage,
} from '../../test/builders/certificates.ts'
import { crlEvidence, type Listed } from '../../test/builders/revocation-lists.ts'
import { createSoftwareSigner } from '../adapters/software-signer.ts'
import { createCertificateAuthority } from '../demo/authority/certificate-authority.ts'
import { answerOcspRequest } from '../demo/authority/ocsp-responder.ts'
import type { Certificate } from './certificate.ts'
import { derTime } from './der-write.ts'
import { createOcspRequest } from './ocsp.ts'
import type { RevocationEvidence } from './ports.ts'
import { pathRevocationStatus, revocationStatus, timestampRevocationStatus } from './revocation.ts'

const day = (text: string): Date => new Date(`2026-${text}T00:00:00Z`)
const [at, now] = [day('05-30'), day('08-01')]
const root = certify({ name: 'Root', keys: ellipticKeys(), extensions: caExtensions() })
const ca = certify({ name: 'CA', keys: ellipticKeys(), extensions: caExtensions() }, root)
const holder = certify({ name: 'Holder', keys: ellipticKeys() }, ca).certificate

const list = (
  thisUpdate: string,
  nextUpdate?: string,
  entry?: Omit<Listed, 'serialNumber'>,
): RevocationEvidence =>
  crlEvidence(ca, {
    thisUpdate: day(thisUpdate),
    ...(nextUpdate === undefined ? {} : { nextUpdate: day(nextUpdate) }),
    ...(entry ? { entries: [{ ...entry, serialNumber: holder.serialNumber }] } : {}),
  })
const statusOf = (...evidence: RevocationEvidence[]) =>
  revocationStatus(holder, ca.certificate, evidence, { at, now })

describe('a certificate that nobody revoked', () => {
  it('is good by a list made after the signature', () => {
    expect(statusOf(list('06-15'))).toEqual({ status: 'good' })
  })

  it('is good by a list that was in force at the signature', () => {
    expect(statusOf(list('05-20', '06-20'))).toEqual({ status: 'good' })
    expect(statusOf(list('05-20', '05-30'))).toEqual({ status: 'good' })
  })

  it('is unknown by a list that had run out, or never said how long it holds', () => {
    expect(statusOf(list('05-01', '05-29'))).toEqual({ status: 'unknown', why: 'stale' })
    expect(statusOf(list('05-01'))).toEqual({ status: 'unknown', why: 'stale' })
  })

  it('is unknown without evidence, or with evidence about others', () => {
    const other = certify({ name: 'Other CA', keys: ellipticKeys(), extensions: caExtensions() })
    expect(statusOf()).toEqual({ status: 'unknown', why: 'no-evidence' })
    expect(statusOf(crlEvidence(other, { thisUpdate: day('06-15') }))).toEqual({
      status: 'unknown',
      why: 'no-evidence',
    })
  })

  it('is unknown by a list that the issuer did not sign', () => {
    const forger = { ...ca, keys: ellipticKeys() }
    expect(statusOf(crlEvidence(forger, { thisUpdate: day('06-15') }))).toEqual({
      status: 'unknown',
      why: 'bad-evidence',
    })
  })

  it('is unknown by bytes that are no list', () => {
    expect(statusOf({ kind: 'crl', der: Buffer.from('nonsense') })).toEqual({
      status: 'unknown',
      why: 'bad-evidence',
    })
    expect(statusOf({ kind: 'ocsp', der: Buffer.from('nonsense') })).toEqual({
      status: 'unknown',
      why: 'bad-evidence',
    })
  })

  it('is unknown by a list from the future', () => {
    expect(statusOf(list('09-01', '10-01'))).toEqual({ status: 'unknown', why: 'bad-evidence' })
  })

  it('stays good when bad evidence lies beside good', () => {
    expect(statusOf({ kind: 'crl', der: Buffer.from('nonsense') }, list('06-15'))).toEqual({ status: 'good' })
  })
})

describe('a certificate that was revoked', () => {
  it('before the signature is revoked', () => {
    const entry = { at: day('05-01'), reason: 4 }
    expect(statusOf(list('06-15', '07-15', entry))).toEqual({
      status: 'revoked',
      since: day('05-01'),
      reason: 'superseded',
    })
  })

  it('at the very moment of the signature is revoked', () => {
    expect(statusOf(list('06-15', '07-15', { at }))).toEqual({ status: 'revoked', since: at })
  })

  it('after the signature was good when it signed', () => {
    expect(statusOf(list('06-15', '07-15', { at: day('06-01'), reason: 4 }))).toEqual({ status: 'good' })
  })

  it('after the signature because the key had been lost before is revoked', () => {
    const entry = { at: day('06-01'), reason: 1, invalidityDate: day('05-15') }
    expect(statusOf(list('06-15', '07-15', entry))).toMatchObject({ status: 'revoked', since: day('05-15') })
  })

  it('after the signature because the key was lost after it was good', () => {
    const entry = { at: day('06-10'), reason: 1, invalidityDate: day('06-05') }
    expect(statusOf(list('06-15', '07-15', entry))).toEqual({ status: 'good' })
  })

  it('for another reason is revoked from its date on, whatever the invalidity date', () => {
    const entry = { at: day('06-01'), reason: 4, invalidityDate: day('05-15') }
    expect(statusOf(list('06-15', '07-15', entry))).toEqual({ status: 'good' })
  })

  it('is revoked even if another list, older or newer, does not have it', () => {
    const revoked = list('06-15', '07-15', { at: day('05-01') })
    expect(statusOf(list('05-20', '06-20'), revoked)).toMatchObject({ status: 'revoked' })
    expect(statusOf(revoked, list('07-01', '08-01'))).toMatchObject({ status: 'revoked' })
  })

  it('and suspended is good again once a later list no longer has it', () => {
    const held = list('06-01', '06-08', { at: day('05-25'), reason: 6 })
    expect(statusOf(held)).toMatchObject({ status: 'revoked', reason: 'certificateHold' })
    expect(statusOf(held, list('06-15', '07-15'))).toEqual({ status: 'good' })
    expect(statusOf(held, list('05-28', '06-05'))).toMatchObject({ status: 'revoked' })
  })
})

describe('a certificate that has expired', () => {
  const expired = certify({ name: 'Expired', keys: ellipticKeys(), notAfter: day('06-01') }, ca).certificate
  const ask = (...evidence: RevocationEvidence[]) =>
    revocationStatus(expired, ca.certificate, evidence, { at, now })

  it('is unknown by a list made after its end: lists drop the expired', () => {
    expect(ask(crlEvidence(ca, { thisUpdate: day('06-15') }))).toEqual({ status: 'unknown', why: 'stale' })
  })

  it('is good by a list that says it keeps them', () => {
    const extensions = [extension('2.5.29.60', false, derTime(day('01-01')))]
    expect(ask(crlEvidence(ca, { thisUpdate: day('06-15'), extensions }))).toEqual({ status: 'good' })
  })

  it('is good by a list made before its end', () => {
    expect(ask(crlEvidence(ca, { thisUpdate: day('05-31') }))).toEqual({ status: 'good' })
  })

  it('is good when it is listed as revoked only after the signature', () => {
    const entries = [{ serialNumber: expired.serialNumber, at: day('05-31') }]
    expect(ask(crlEvidence(ca, { thisUpdate: day('06-15'), entries }))).toEqual({ status: 'good' })
  })
})

describe('OCSP', () => {
  const authority = createCertificateAuthority(
    { subject: { commonName: 'CA' }, keys: ca.keys },
    ca.certificate,
  )
  const responderExtensions = [keyUsage(0x80), extendedKeyUsage(false, '1.3.6.1.5.5.7.3.9')]
  const delegate = certify({ name: 'OCSP', keys: ellipticKeys(), extensions: responderExtensions }, ca)
  const ask = async (
    certificate: Certificate,
    isIssued: boolean,
    moment: string,
  ): Promise<RevocationEvidence> => {
    const signer = createSoftwareSigner(
      delegate.keys.privateKey,
      [delegate.certificate.der],
      'ecdsa-p256-sha256',
    )
    const responder = {
      authority: { ...authority, hasIssued: () => isIssued },
      signer,
      certificate: delegate.certificate,
    }
    return {
      kind: 'ocsp',
      der: await answerOcspRequest(createOcspRequest(certificate, ca.certificate), day(moment), [responder]),
    }
  }

  it('says good as a list does', async () => {
    expect(statusOf(await ask(holder, true, '06-15'))).toEqual({ status: 'good' })
    expect(statusOf(await ask(holder, true, '05-28'))).toEqual({ status: 'unknown', why: 'stale' })
  })

  it('says nothing when it says unknown', async () => {
    expect(statusOf(await ask(holder, false, '06-15'))).toEqual({ status: 'unknown', why: 'no-evidence' })
  })

  it('is not believed when its responder is itself revoked', async () => {
    const entries = [{ serialNumber: delegate.certificate.serialNumber, at: day('06-01'), reason: 1 }]
    const others = crlEvidence(ca, { thisUpdate: day('05-20'), nextUpdate: day('05-21'), entries })
    expect(statusOf(await ask(holder, true, '06-15'), others)).toEqual({ status: 'unknown', why: 'stale' })
  })
})

describe('a whole path', () => {
  const path = [holder, ca.certificate, root.certificate]
  const rootList = (entries: readonly Listed[] = []) =>
    crlEvidence(root, { thisUpdate: day('06-15'), entries })

  it('is good when each certificate below the anchor is', () => {
    expect(pathRevocationStatus(path, [list('06-15'), rootList()], { at, now })?.status).toBe('good')
  })

  it('is as bad as its worst, and names it', () => {
    const revoked = rootList([{ serialNumber: ca.certificate.serialNumber, at: day('05-01') }])
    expect(pathRevocationStatus(path, [revoked], { at, now })).toMatchObject({
      status: 'revoked',
      certificate: ca.certificate,
    })
    expect(pathRevocationStatus(path, [list('06-15')], { at, now })).toMatchObject({
      status: 'unknown',
      certificate: ca.certificate,
    })
    expect(pathRevocationStatus([root.certificate], [], { at, now })).toBeUndefined()
  })

  it.each([
    ['keyCompromise', 'revoked', 1],
    ['no reason', 'revoked', undefined],
    ['superseded', 'good', 4],
    ['cessationOfOperation', 'good', 5],
  ])('of a timestamp authority revoked later for %s is %s', (_, status, reason) => {
    const evidence = [
      list('06-15', '07-15', { at: day('06-01'), ...(reason === undefined ? {} : { reason }) }),
      rootList(),
    ]
    expect(timestampRevocationStatus(path, evidence, { at, now })?.status).toBe(status)
  })
})
