import { hash } from 'node:crypto'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { trustStoreFrom } from '../../adapters/trust-folder.ts'
import { parseCertificate, type Certificate } from '../../crypto/certificate.ts'
import { validatePath } from '../../crypto/certificate-path.ts'
import type { SignatureAlgorithm, Signer } from '../../crypto/ports.ts'
import { revocationStatus } from '../../crypto/revocation.ts'
import { verifyTimestamp } from '../../crypto/timestamp.ts'
import type { TrustStore } from '../../verification/index.ts'
import { createDemoAuthority, demonstrationMark, openDemoAuthority, type DemoAuthority } from './index.ts'

const issued = new Date('2025-08-01T00:00:00Z')
const at = new Date('2026-05-30T02:15:00Z')
const listed = { at: new Date('2026-06-01T00:00:00Z'), nextUpdate: new Date('2034-01-01T00:00:00Z') }
const person = { fullName: 'Vi Thị Thử', citizenId: '001199000001', organization: 'Trường THCS Thử' }
const school = { name: 'Trường THCS Thử', schoolCode: '00000001' }

let authority: DemoAuthority
let teacher: Signer
let seal: Signer
let trust: TrustStore
beforeAll(async () => {
  authority = await createDemoAuthority({ now: issued })
  teacher = await authority.issuePerson({ ...person, algorithm: 'rsa-pkcs1-sha256' })
  seal = await authority.issueSchool({ ...school, algorithm: 'ecdsa-p256-sha256' })
  trust = trustStoreFrom(await authority.trustFiles(listed))
})

const chainOf = ({ chain }: Signer): [Certificate, Certificate] => {
  const [leaf, issuing] = chain.map((der) => parseCertificate(der))
  if (!leaf || !issuing) throw new Error('no chain')
  return [leaf, issuing]
}
const pathOf = (signer: Signer, { anchors }: { readonly anchors: readonly Certificate[] }) => {
  const [leaf, issuing] = chainOf(signer)
  const result = validatePath(leaf, { intermediates: [issuing], anchors, at, purpose: 'signing' })
  return result.ok ? result.path.length : result.code
}

describe('what is issued', () => {
  it('says whom it is for', () => {
    expect(chainOf(teacher)[0].subject).toMatchObject({
      commonName: 'Vi Thị Thử',
      userId: 'CCCD:001199000001',
    })
    expect(chainOf(seal)[0].subject).toMatchObject({ commonName: 'Trường THCS Thử', userId: 'MT:00000001' })
  })

  it('says in every subject that it is a demonstration without legal value', () => {
    const all = [teacher, seal].flatMap(chainOf)
    const anchors = [trust.persons, trust.schools, trust.timestamps].flatMap((use) => [
      ...use.anchors,
      ...use.intermediates,
    ])
    for (const { subject } of [...all, ...anchors]) expect(subject.organization).toBe(demonstrationMark)
  })

  it('is trusted for its own use and for no other', () => {
    expect(pathOf(teacher, trust.persons)).toBe(3)
    expect(pathOf(seal, trust.schools)).toBe(3)
    expect(pathOf(teacher, trust.schools)).toBe('untrusted')
    expect(pathOf(seal, trust.persons)).toBe('untrusted')
    expect(pathOf(teacher, trust.timestamps)).toBe('untrusted')
  })

  it('is valid from the moment asked for until the end asked for', async () => {
    const validUntil = new Date('2027-01-01T00:00:00Z')
    const short = await createDemoAuthority({ now: issued, validUntil })
    const [leaf] = chainOf(await short.issuePerson({ ...person, algorithm: 'ecdsa-p256-sha256' }))
    expect([leaf.notBefore, leaf.notAfter]).toEqual([issued, validUntil])
  })

  it.each<[SignatureAlgorithm, string]>([
    ['rsa-pkcs1-sha256', 'rsa'],
    ['rsa-pss-sha256', 'rsa'],
    ['ecdsa-p256-sha256', 'ec-p256'],
  ])('for %s has a key that makes it', async (algorithm, keyKind) => {
    const signer = await authority.issuePerson({ ...person, algorithm })
    expect([signer.algorithm, chainOf(signer)[0].keyKind]).toEqual([algorithm, keyKind])
  })
})

describe('what is revoked', () => {
  it('stands in the list of its CA from its date on', async () => {
    const fresh = await createDemoAuthority({ now: issued })
    const signer = await fresh.issuePerson({ ...person, algorithm: 'ecdsa-p256-sha256' })
    const [leaf, issuing] = chainOf(signer)
    fresh.revoke(leaf.der, new Date('2026-01-01T00:00:00Z'), 'keyCompromise')
    const statusBy = async (listedAt: string) => {
      const { evidence } = trustStoreFrom(await fresh.trustFiles({ ...listed, at: new Date(listedAt) }))
      return revocationStatus(leaf, issuing, evidence, { at, now: listed.at }).status
    }
    expect(await statusBy('2026-06-01T00:00:00Z')).toBe('revoked')
    expect(await statusBy('2025-12-01T00:00:00Z')).toBe('good')
  })

  it('can only be what was issued here', async () => {
    const other = await createDemoAuthority({ now: issued })
    expect(() => {
      other.revoke(chainOf(teacher)[0].der, at, 'superseded')
    }).toThrow('only what it issued')
  })
})

describe('timestamps', () => {
  it('prove the clock’s time for every imprint, in order', async () => {
    const imprints = ['a', 'b', 'c'].map((text) => hash('sha256', text, 'buffer'))
    const tokens = await authority.timestampAuthority(() => at).timestamp(imprints)
    const context = {
      anchors: trust.timestamps.anchors,
      extraCertificates: trust.timestamps.intermediates,
      evidence: trust.evidence,
      now: listed.at,
    }
    const results = tokens.map((token, index) =>
      verifyTimestamp(token, imprints[index] ?? Buffer.alloc(0), context),
    )
    expect(results).toMatchObject([
      { ok: true, at },
      { ok: true, at },
      { ok: true, at },
    ])
    const asPersons = { ...context, anchors: trust.persons.anchors }
    expect(verifyTimestamp(tokens[0] ?? Buffer.alloc(0), imprints[0] ?? Buffer.alloc(0), asPersons).ok).toBe(
      false,
    )
  })
})

it('equips a school of a hundred teachers at once', async () => {
  const wanted = Array.from({ length: 100 }, (_, index) => ({
    ...person,
    citizenId: String(1e11 + index).padStart(12, '0'),
  }))
  const signers = await Promise.all(
    wanted.map((one) => authority.issuePerson({ ...one, algorithm: 'rsa-pkcs1-sha256' })),
  )
  expect(new Set(signers.map((signer) => chainOf(signer)[0].serialNumber)).size).toBe(100)
})

describe('authorities that a folder keeps', () => {
  let home: string
  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'hocba-authority-'))
    return () => rm(home, { recursive: true })
  })
  const open = () => openDemoAuthority(join(home, 'demonstration', 'authority'), { now: issued })

  it('issue under the same roots when the program starts again', async () => {
    const before = trustStoreFrom(await (await open()).trustFiles(listed))
    const again = await open()
    const late = await again.issuePerson({ ...person, algorithm: 'rsa-pkcs1-sha256' })
    expect(pathOf(late, before.persons)).toBe(3)
    expect(pathOf(late, trust.persons)).not.toBe(3)
    const imprint = hash('sha256', 'học bạ', 'buffer')
    const [token = Buffer.alloc(0)] = await again.timestampAuthority(() => at).timestamp([imprint])
    expect(
      verifyTimestamp(token, imprint, {
        anchors: before.timestamps.anchors,
        extraCertificates: before.timestamps.intermediates,
        evidence: before.evidence,
        now: listed.at,
      }),
    ).toMatchObject({
      ok: true,
    })
  })

  it('stand in a folder that is the owner’s alone', async () => {
    await open()
    expect((await stat(join(home, 'demonstration'))).mode & 0o077).toBe(0)
  })
})
