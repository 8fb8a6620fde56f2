import { describe, expect, it } from 'vitest'
import {
  caExtensions,
  certify,
  ellipticKeys,
  extension,
  basicConstraints,
  keyUsage,
} from '../../test/builders/certificates.ts'
import { makeCrl, type WantedCrl } from '../../test/builders/revocation-lists.ts'
import { doesCrlCover, isCrlSignedBy, parseCrl } from './crl.ts'
import { constructed, primitive } from './der.ts'
import { der, derOctets, derSequence, derTime } from './der-write.ts'

const keys = ellipticKeys()
const ca = certify({ name: 'CA', keys, extensions: caExtensions() })
const thisUpdate = new Date('2026-06-01T00:00:00Z')
const read = (wanted: Partial<WantedCrl> = {}) => parseCrl(makeCrl(ca, { thisUpdate, ...wanted }))
const distributionPoint = (...fields: Buffer[]) => extension('2.5.29.28', true, derSequence(...fields))
const at = (url: string) => der(constructed(0), der(constructed(0), der(0x86, Buffer.from(url))))

describe('reading a revocation list', () => {
  it('gives every entry with its time, reason and invalidity date', () => {
    const entries = [
      { serialNumber: '0a', at: new Date('2026-01-01T00:00:00Z') },
      {
        serialNumber: 'ff01',
        at: new Date('2026-02-01T00:00:00Z'),
        reason: 1,
        invalidityDate: new Date('2026-01-15T00:00:00Z'),
      },
    ]
    const nextUpdate = new Date('2026-07-01T00:00:00Z')
    const crl = read({ entries, nextUpdate })
    expect(crl).toMatchObject({ thisUpdate, nextUpdate })
    expect([...(crl?.revoked ?? [])]).toEqual([
      ['0a', { at: entries[0]?.at }],
      ['ff01', { at: entries[1]?.at, reason: 'keyCompromise', invalidityDate: entries[1]?.invalidityDate }],
    ])
  })

  it('reads 100,000 entries in about a second', () => {
    const entries = Array.from({ length: 100_000 }, (_, index) => ({
      serialNumber: (0x10000000 + index).toString(16),
      at: thisUpdate,
      reason: 4,
    }))
    const bytes = makeCrl(ca, { thisUpdate, entries })
    expect(parseCrl(bytes)?.revoked.size).toBe(100_000)
  })

  it.each([
    ['a delta list', extension('2.5.29.27', true, derSequence())],
    ['a delta list that does not say so critically', extension('2.5.29.27', false, derSequence())],
    ['an indirect list', distributionPoint(der(primitive(4), Buffer.from([0xff])))],
    ['a list for some reasons only', distributionPoint(der(primitive(3), Buffer.from([0, 0x40])))],
    ['a list with an unknown critical extension', extension('1.2.3.4', true, derSequence())],
  ])('refuses %s', (_, critical) => {
    expect(read({ extensions: [critical] })).toBeUndefined()
  })

  it('refuses an entry with a critical extension, which would change what it means', () => {
    const extensions = [extension('2.5.29.29', true, derSequence())]
    expect(read({ entries: [{ serialNumber: '01', at: thisUpdate, extensions }] })).toBeUndefined()
  })

  it('reads since when expired certificates are kept', () => {
    const since = new Date('2020-01-01T00:00:00Z')
    expect(read({ extensions: [extension('2.5.29.60', false, derTime(since))] })?.keepsExpiredSince).toEqual(
      since,
    )
  })

  it('refuses what is no list', () => {
    expect(parseCrl(ca.certificate.der)).toBeUndefined()
    expect(parseCrl(derOctets(Buffer.alloc(10)))).toBeUndefined()
  })
})

describe('what a list covers', () => {
  const user = certify({ name: 'User', keys }, ca).certificate
  const pointed = certify(
    {
      name: 'User',
      keys,
      extensions: [extension('2.5.29.31', false, derSequence(derSequence(at('http://crl.example/1.crl'))))],
    },
    ca,
  ).certificate
  const covers = (certificate: typeof user, ...extensions: Buffer[]) => {
    const crl = read({ extensions })
    return crl && doesCrlCover(crl, certificate)
  }

  it('is the certificates of its issuer', () => {
    expect(covers(user)).toBe(true)
    expect(covers(certify({ name: 'User', keys }, { name: 'Other', keys }).certificate)).toBe(false)
  })

  it('is only users or only authorities where it says so', () => {
    expect(covers(user, distributionPoint(der(primitive(1), Buffer.from([0xff]))))).toBe(true)
    expect(covers(user, distributionPoint(der(primitive(2), Buffer.from([0xff]))))).toBe(false)
    expect(covers(ca.certificate, distributionPoint(der(primitive(2), Buffer.from([0xff]))))).toBe(true)
  })

  it('is only those certificates that point to the same address, where it names one', () => {
    expect(covers(pointed, distributionPoint(at('http://crl.example/1.crl')))).toBe(true)
    expect(covers(pointed, distributionPoint(at('http://crl.example/2.crl')))).toBe(false)
    expect(covers(user, distributionPoint(at('http://crl.example/1.crl')))).toBe(false)
  })
})

describe('who signed a list', () => {
  const crl = read()

  it('is the CA of its name and key', () => {
    expect(crl && isCrlSignedBy(crl, ca.certificate)).toBe(true)
  })

  it('is not another key of the same name, nor the same key under another name', () => {
    const namesake = certify({ name: 'CA', keys: ellipticKeys(), extensions: caExtensions() })
    const renamed = certify({ name: 'Other', keys, extensions: caExtensions() })
    expect(crl && isCrlSignedBy(crl, namesake.certificate)).toBe(false)
    expect(crl && isCrlSignedBy(crl, renamed.certificate)).toBe(false)
  })

  it('is not a CA whose key may not sign lists', () => {
    const { certificate } = certify({
      name: 'CA',
      keys,
      extensions: [basicConstraints(true), keyUsage(0x04)],
    })
    expect(crl && isCrlSignedBy(crl, certificate)).toBe(false)
  })
})
