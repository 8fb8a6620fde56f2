import { beforeAll, describe, expect, it } from 'vitest'
import { createSoftwareSigner } from '../../src/adapters/software-signer.ts'
import { parseCertificate } from '../../src/crypto/certificate.ts'
import type { Signer } from '../../src/crypto/ports.ts'
import { createDemoAuthority } from '../../src/demo/authority/index.ts'
import type { TrustStore } from '../../src/verification/index.ts'
import {
  basicConstraints,
  caExtensions,
  certify,
  ellipticKeys,
  keyUsage,
  rsaKeys,
  type Wanted,
} from '../builders/certificates.ts'
import { certificatesFrom, signedAt, trustOf } from '../builders/issuing.ts'
import { people, schoolOfTests, secondaryReport } from '../builders/reports.ts'
import { forge } from './support/forge.ts'
import { judge, listFindings, setScene, type Scene } from './support/judge.ts'
import { insteadOf, trustAnchor, trustOtherPersons, trustWithout } from './support/trust.ts'

/** Certificates that are foreign, out of date, revoked or not made for signing. */
let scene: Scene
beforeAll(async () => {
  scene = await setScene(secondaryReport())
})

const { second } = people
const application = {
  fullName: second.fullName,
  citizenId: second.citizenId,
  organization: schoolOfTests.name,
  algorithm: 'ecdsa-p256-sha256',
} as const

const signedBySecond = (by: Signer): Promise<Buffer> =>
  forge(secondaryReport(), scene.office, { signers: insteadOf(scene.office, second.staffCode, by) })

const judgeWith = async (bytes: Uint8Array, trust: TrustStore, now = scene.office.context.now) => {
  const verification = await judge(bytes, { trust, now })
  return { verdict: verification.verdict, findings: listFindings(verification) }
}

describe('a person’s certificate', () => {
  it('of an authority that nobody trusts', async () => {
    const foreign = await createDemoAuthority({ now: certificatesFrom })
    const bytes = await signedBySecond(await foreign.issuePerson(application))
    expect(await judgeWith(bytes, scene.office.context.trust)).toEqual({
      verdict: 'failed',
      findings: ['certificate-untrusted@s-gv-CB003'],
    })
  })

  it.each([
    ['that had expired', '2025-08-01', '2026-05-01', 'certificate-expired'],
    ['that was not valid yet', '2026-06-15', '2030-01-01', 'certificate-not-yet-valid'],
  ])('%s at the proven time', async (_, from, until, finding) => {
    const other = await createDemoAuthority({ now: new Date(from), validUntil: new Date(until) })
    const bytes = await signedBySecond(await other.issuePerson(application))
    const trust = trustOtherPersons(scene.office, await trustOf(other))
    const { verdict, findings } = await judgeWith(bytes, trust)
    expect(verdict).toBe('failed')
    expect(findings).toContain(`${finding}@s-gv-CB003`)
  })

  it('that expired after the proven time still stands', async () => {
    const shortLived = await createDemoAuthority({
      now: certificatesFrom,
      validUntil: new Date('2026-06-01'),
    })
    const issued = await setScene(secondaryReport())
    const bytes = await forge(secondaryReport(), issued.office, {
      signers: insteadOf(issued.office, second.staffCode, await shortLived.issuePerson(application)),
    })
    const trust = await trustWithout(shortLived, () => false, signedAt)
    const { findings } = await judgeWith(bytes, {
      ...issued.office.context.trust,
      persons: {
        anchors: [...issued.office.context.trust.persons.anchors, ...trust.persons.anchors],
        intermediates: [...issued.office.context.trust.persons.intermediates, ...trust.persons.intermediates],
      },
      evidence: [...issued.office.context.trust.evidence, ...trust.evidence],
    })
    expect(findings).toEqual([])
  })

  const ca = certify({ name: 'CA của phép thử', keys: ellipticKeys(), extensions: caExtensions() })
  const signedWith = async (wanted: Omit<Wanted, 'name'>): Promise<Buffer> => {
    const { certificate } = certify({ name: second.fullName, ...wanted }, ca)
    const algorithm =
      wanted.keys.privateKey.asymmetricKeyType === 'ec' ? 'ecdsa-p256-sha256' : 'rsa-pkcs1-sha256'
    return signedBySecond(createSoftwareSigner(wanted.keys.privateKey, [certificate.der], algorithm))
  }

  it.each<readonly [string, string, () => Omit<Wanted, 'name'>]>([
    [
      'made for encryption only',
      'certificate-use',
      () => ({ keys: ellipticKeys(), extensions: [basicConstraints(false), keyUsage(0x20)] }),
    ],
    [
      'of a certification authority',
      'certificate-use',
      () => ({ keys: ellipticKeys(), extensions: caExtensions() }),
    ],
    ['with a key that is too short', 'certificate-weak', () => ({ keys: rsaKeys(1024) })],
    ['signed with SHA-1', 'certificate-weak', () => ({ keys: ellipticKeys(), hash: 'sha1' })],
  ])('%s', async (_, finding, want) => {
    const { verdict, findings } = await judgeWith(
      await signedWith(want()),
      trustAnchor(scene.office, ca.certificate),
    )
    expect(verdict).toBe('failed')
    expect(findings).toContain(`${finding}@s-gv-CB003`)
  })

  it('of the trust folder, read apart from the file’s, is the same certificate', async () => {
    const { trust } = scene.office.context
    const readApart = trust.persons.intermediates.map(({ der }) => parseCertificate(der))
    // Another list of anchors, so that the path is looked for again.
    const anchors = [...trust.persons.anchors]
    const persons = { anchors, intermediates: readApart.filter((one) => one !== undefined) }
    expect(await judgeWith(scene.bytes, { ...trust, persons })).toEqual({ verdict: 'passed', findings: [] })
  })
})

describe('a revoked certificate', () => {
  const before = new Date(signedAt.getTime() - 86_400_000)
  const after = new Date(signedAt.getTime() + 86_400_000)

  const judgeRevoked = async (
    signer: (scene: Scene) => Signer,
    ...[at, reason, options]: [Date, 'superseded' | 'keyCompromise', { invalidityDate: Date }?]
  ) => {
    const own = await setScene(secondaryReport())
    const [certificate] = signer(own).chain
    own.office.authority.revoke(certificate ?? Buffer.alloc(0), at, reason, options)
    return judgeWith(own.bytes, await trustOf(own.office.authority))
  }
  const teacher = ({ office }: Scene): Signer => office.signers(second.staffCode)

  it('before the proven time', async () => {
    expect(await judgeRevoked(teacher, before, 'superseded')).toEqual({
      verdict: 'failed',
      findings: ['certificate-revoked@s-gv-CB003'],
    })
  })

  it('after the proven time takes nothing back', async () => {
    expect(await judgeRevoked(teacher, after, 'keyCompromise')).toEqual({ verdict: 'passed', findings: [] })
  })

  it('after it, because the key was lost before it', async () => {
    expect(await judgeRevoked(teacher, after, 'keyCompromise', { invalidityDate: before })).toEqual({
      verdict: 'failed',
      findings: ['certificate-revoked@s-gv-CB003'],
    })
  })

  it('of the school’s seal', async () => {
    expect(await judgeRevoked(({ office }) => office.seal, before, 'superseded')).toEqual({
      verdict: 'failed',
      findings: ['certificate-revoked@s-bia-truong', 'certificate-revoked@s-truong'],
    })
  })

  it('of the authority that issued it', async () => {
    const issuing: Signer = { algorithm: 'rsa-pkcs1-sha256', chain: [], sign: () => Promise.resolve([]) }
    const { findings, verdict } = await judgeRevoked(
      ({ office }) => ({ ...issuing, chain: office.signers(second.staffCode).chain.slice(1) }),
      before,
      'keyCompromise',
    )
    expect(verdict).toBe('failed')
    expect(findings).toContain('certificate-revoked@s-gv-CB003')
  })
})
