import { describe, expect, it } from 'vitest'
import {
  basicConstraints,
  caExtensions,
  certify,
  ellipticKeys,
  extendedKeyUsage,
  extension,
  keyUsage,
  rsaKeys,
  signerExtensions,
  type Certified,
  type Wanted,
} from '../../test/builders/certificates.ts'
import type { Certificate } from './certificate.ts'
import { isSelfSigned, validatePath, type PathContext } from './certificate-path.ts'
import { derSequence } from './der-write.ts'

const at = new Date('2026-05-30T02:00:00Z')
const root = certify({ name: 'Root', keys: ellipticKeys(), extensions: caExtensions(1) })
const issuing = certify({ name: 'Issuing', keys: ellipticKeys(), extensions: caExtensions(0) }, root)
const leafKeys = ellipticKeys()
const leafBy = (issuer: Certified, wanted: Partial<Wanted> = {}): Certificate =>
  certify({ name: 'Leaf', keys: leafKeys, ...wanted }, issuer).certificate

const context = (change: Partial<PathContext> = {}): PathContext => ({
  intermediates: [issuing.certificate],
  anchors: [root.certificate],
  at,
  purpose: 'signing',
  ...change,
})
const outcome = (leaf: Certificate, change: Partial<PathContext> = {}) => {
  const result = validatePath(leaf, context(change))
  return result.ok ? result.path.map(({ subject }) => subject.commonName) : result.code
}

describe('a path that holds', () => {
  it('leads from the leaf to the anchor', () => {
    expect(outcome(leafBy(issuing))).toEqual(['Leaf', 'Issuing', 'Root'])
  })

  it('is found again without the intermediates, for the same anchors', () => {
    const leaf = leafBy(issuing)
    const anchors = [root.certificate]
    const first = validatePath(leaf, context({ anchors }))
    expect(validatePath(leaf, context({ anchors, intermediates: [] }))).toBe(first)
    expect(outcome(leaf, { intermediates: [] })).toBe('untrusted')
  })

  it('is still asked for its validity each time', () => {
    const leaf = leafBy(issuing, { notAfter: new Date('2026-06-01T00:00:00Z') })
    const anchors = [root.certificate]
    expect(outcome(leaf, { anchors })).toEqual(['Leaf', 'Issuing', 'Root'])
    expect(outcome(leaf, { anchors, at: new Date('2026-06-01T00:00:01Z') })).toBe('expired')
    expect(outcome(leaf, { anchors, at: new Date('2024-06-01T00:00:00Z') })).toBe('not-yet-valid')
    expect(outcome(leaf, { anchors })).toEqual(['Leaf', 'Issuing', 'Root'])
  })

  it('is at no time that is no time', () => {
    expect(outcome(leafBy(issuing), { at: new Date(Number.NaN) })).toBe('not-yet-valid')
  })

  it('may have RSA above and the same CA name with another key beside it', () => {
    const keys = rsaKeys()
    const rsaIssuing = certify({ name: 'Issuing', keys, extensions: caExtensions(0) }, root)
    const leaf = leafBy(rsaIssuing)
    expect(outcome(leaf, { intermediates: [issuing.certificate, rsaIssuing.certificate] })).toHaveLength(3)
  })
})

describe('who is not trusted', () => {
  it('is anybody under a foreign root, even one of the same name', () => {
    const foreignRoot = certify({ name: 'Root', keys: ellipticKeys(), extensions: caExtensions() })
    const foreign = certify(
      { name: 'Issuing', keys: ellipticKeys(), extensions: caExtensions(0) },
      foreignRoot,
    )
    const intermediates = [foreign.certificate, foreignRoot.certificate, issuing.certificate]
    expect(outcome(leafBy(foreign), { intermediates })).toBe('untrusted')
  })

  it('is somebody who made their own certificate', () => {
    expect(outcome(certify({ name: 'Leaf', keys: leafKeys }).certificate)).toBe('untrusted')
  })

  it('is somebody whose certificate was changed after signing', () => {
    const leaf = leafBy(issuing)
    const changed = {
      ...leaf,
      signed: { ...leaf.signed, bytes: Buffer.from(leaf.signed.bytes).fill(1, 20, 21) },
    }
    expect(outcome(changed)).toBe('untrusted')
  })

  it('is a person under the root of timestamp authorities', () => {
    const timestampRoot = certify({ name: 'TSA root', keys: ellipticKeys(), extensions: caExtensions() })
    const leaf = leafBy(timestampRoot)
    expect(outcome(leaf, { anchors: [timestampRoot.certificate] })).toHaveLength(2)
    expect(outcome(leaf, { anchors: [root.certificate] })).toBe('untrusted')
  })

  it('names the certificate whose issuer is missing', () => {
    const lost = certify(
      { name: 'Lost', keys: ellipticKeys(), extensions: caExtensions() },
      { name: 'Nobody', keys: ellipticKeys() },
    )
    const result = validatePath(leafBy(lost), context({ intermediates: [lost.certificate] }))
    expect(!result.ok && result.certificate.subject.commonName).toBe('Lost')
  })
})

describe('who may not issue', () => {
  const path = (middle: Certified) => outcome(leafBy(middle), { intermediates: [middle.certificate] })

  it('is a person, whose certificate is no CA’s', () => {
    expect(path(certify({ name: 'Person', keys: ellipticKeys() }, root))).toBe('constraint')
  })

  it('is a CA without keyCertSign', () => {
    const extensions = [basicConstraints(true), keyUsage(0x82)]
    expect(path(certify({ name: 'NoSign', keys: ellipticKeys(), extensions }, root))).toBe('constraint')
  })

  it('is a CA below one that allows none below it', () => {
    const middle = certify({ name: 'Second', keys: ellipticKeys(), extensions: caExtensions() }, issuing)
    const intermediates = [middle.certificate, issuing.certificate]
    expect(outcome(leafBy(middle), { intermediates })).toBe('constraint')
  })

  it('is a CA for other purposes', () => {
    const extensions = [...caExtensions(), extendedKeyUsage(false, '1.3.6.1.5.5.7.3.1')]
    expect(path(certify({ name: 'Web', keys: ellipticKeys(), extensions }, root))).toBe('key-usage')
  })

  it('is a CA with a critical extension that is not understood, such as name constraints', () => {
    const extensions = [...caExtensions(), extension('2.5.29.30', true, derSequence())]
    expect(path(certify({ name: 'Constrained', keys: ellipticKeys(), extensions }, root))).toBe('constraint')
  })

  it('is a CA that is no longer, or not yet, valid', () => {
    const wanted = { name: 'Old', keys: ellipticKeys(), extensions: caExtensions() }
    expect(path(certify({ ...wanted, notAfter: new Date('2026-01-01T00:00:00Z') }, root))).toBe('expired')
    expect(path(certify({ ...wanted, notBefore: new Date('2026-06-01T00:00:00Z') }, root))).toBe(
      'not-yet-valid',
    )
  })

  it('is an anchor that is no CA', () => {
    const anchor = certify({ name: 'Plain', keys: ellipticKeys() })
    expect(outcome(leafBy(anchor), { anchors: [anchor.certificate] })).toBe('constraint')
  })
})

describe('weak algorithms', () => {
  it('are SHA-1 signatures anywhere below the anchor', () => {
    expect(outcome(leafBy(issuing, { hash: 'sha1' }))).toBe('weak-algorithm')
    const weak = certify(
      { name: 'Weak', keys: ellipticKeys(), extensions: caExtensions(), hash: 'sha1' },
      root,
    )
    expect(outcome(leafBy(weak), { intermediates: [weak.certificate] })).toBe('weak-algorithm')
  })

  it('are not asked of an old root’s own signature, which proves nothing', () => {
    const old = certify({ name: 'Old root', keys: ellipticKeys(), extensions: caExtensions(), hash: 'sha1' })
    expect(outcome(leafBy(old), { anchors: [old.certificate] })).toEqual(['Leaf', 'Old root'])
    expect(isSelfSigned(old.certificate)).toBe(true)
  })

  it('are RSA keys below 2048 bits, the root’s too', () => {
    const keys = rsaKeys(1024)
    expect(outcome(leafBy(issuing, { keys }))).toBe('weak-algorithm')
    const weak = certify({ name: 'Weak root', keys, extensions: caExtensions() })
    expect(outcome(leafBy(weak), { anchors: [weak.certificate] })).toBe('weak-algorithm')
  })
})

describe('what the leaf may do', () => {
  const leafWith = (...extensions: Buffer[]) => leafBy(issuing, { extensions })

  it('is signing, with digitalSignature or nonRepudiation', () => {
    expect(outcome(leafWith(keyUsage(0x80)))).toHaveLength(3)
    expect(outcome(leafWith(keyUsage(0x40)))).toHaveLength(3)
    expect(outcome(leafWith(keyUsage(0x20)))).toBe('key-usage')
    expect(outcome(leafWith(basicConstraints(false)))).toBe('key-usage')
  })

  it.each([
    ['1.3.6.1.5.5.7.3.36', true],
    ['1.3.6.1.5.5.7.3.4', true],
    ['2.5.29.37.0', true],
    ['1.3.6.1.5.5.7.3.8', false],
    ['1.3.6.1.5.5.7.3.9', false],
    ['1.3.6.1.5.5.7.3.1', false],
  ])('is signing under the purpose %s: %s', (purpose, isFit) => {
    expect(outcome(leafWith(...signerExtensions(), extendedKeyUsage(false, purpose)))).toEqual(
      isFit ? ['Leaf', 'Issuing', 'Root'] : 'key-usage',
    )
  })

  it('is never signing with a CA’s key', () => {
    expect(outcome(issuing.certificate)).toBe('key-usage')
    expect(outcome(root.certificate)).toBe('key-usage')
  })

  it.each([
    ['critical and alone', true, ['1.3.6.1.5.5.7.3.8'], true],
    ['not critical', false, ['1.3.6.1.5.5.7.3.8'], false],
    ['among others', true, ['1.3.6.1.5.5.7.3.8', '1.3.6.1.5.5.7.3.4'], false],
    ['any purpose', true, ['2.5.29.37.0'], false],
  ])('is timestamping only when its purpose is %s', (_, critical, purposes, isFit) => {
    const leaf = leafWith(keyUsage(0x80), extendedKeyUsage(critical, ...purposes))
    expect(outcome(leaf, { purpose: 'timestamping' })).toEqual(
      isFit ? ['Leaf', 'Issuing', 'Root'] : 'key-usage',
    )
  })

  it('is answering OCSP only when that is its purpose', () => {
    const responder = leafWith(keyUsage(0x80), extendedKeyUsage(false, '1.3.6.1.5.5.7.3.9'))
    expect(outcome(responder, { purpose: 'ocsp' })).toHaveLength(3)
    expect(outcome(leafBy(issuing), { purpose: 'ocsp' })).toBe('key-usage')
  })

  it('is remembered for each purpose apart', () => {
    const leaf = leafBy(issuing)
    const anchors = [root.certificate]
    expect(outcome(leaf, { anchors })).toHaveLength(3)
    expect(outcome(leaf, { anchors, purpose: 'timestamping' })).toBe('key-usage')
  })
})

describe('crafted webs of certificates', () => {
  it('that lead in circles end without a path', () => {
    const [a, b] = [ellipticKeys(), ellipticKeys()]
    const extensions = caExtensions()
    const first = certify({ name: 'A', keys: a, extensions }, { name: 'B', keys: b })
    const second = certify({ name: 'B', keys: b, extensions }, { name: 'A', keys: a })
    const intermediates = [first.certificate, second.certificate]
    expect(outcome(leafBy(first), { intermediates })).toBe('untrusted')
  })

  it('that branch without end are given up', () => {
    const keys = ellipticKeys()
    const twins = Array.from({ length: 300 }, () =>
      certify({ name: 'Twin', keys, extensions: caExtensions() }),
    )
    const leaf = leafBy(twins[0] as Certified)
    expect(outcome(leaf, { intermediates: twins.map(({ certificate }) => certificate) })).toBe('untrusted')
  })

  it('that are longer than real ones are not followed', () => {
    const chain = Array.from({ length: 9 }).reduce<Certified[]>(
      (made, _, index) => [
        ...made,
        certify({ name: `CA ${index}`, keys: leafKeys, extensions: caExtensions() }, made.at(-1)),
      ],
      [],
    )
    const [anchor, ...intermediates] = chain.map(({ certificate }) => certificate)
    const long = leafBy(chain.at(-1) as Certified)
    expect(outcome(long, { anchors: [anchor as Certificate], intermediates })).toBe('untrusted')
    const short = leafBy(chain[4] as Certified)
    expect(outcome(short, { anchors: [anchor as Certificate], intermediates })).toHaveLength(6)
  })
})
