import { beforeAll, describe, expect, it } from 'vitest'
import type { Signer } from '../../src/crypto/ports.ts'
import { addUnsignedProperties, signatureValueImprint } from '../../src/crypto/xml-signature-write.ts'
import { createDemoAuthority, type DemoAuthority } from '../../src/demo/authority/index.ts'
import { certificatesFrom, now, signedAt, trustOf } from '../builders/issuing.ts'
import { people, secondaryReport } from '../builders/reports.ts'
import { cutSignature, editSignature, inside } from './support/edit.ts'
import { forge, type Forgery } from './support/forge.ts'
import { judge, listFindings, setScene, type Scene } from './support/judge.ts'

/** When a signature was made is proven by the timestamp of the seal over it; everything else is a claim. */
let scene: Scene
beforeAll(async () => {
  scene = await setScene(secondaryReport())
})

const minute = 60_000
const seals = ['s-bia-truong', 's-truong']

const judgeForged = async (forgery: Forgery) => {
  const verification = await scene.judge(await forge(secondaryReport(), scene.office, forgery))
  return { verdict: verification.verdict, findings: listFindings(verification) }
}

const token = /<xades:EncapsulatedTimeStamp>([^<]*)</
const tokenOf = (text: string, id: string): string => token.exec(cutSignature(text, id))?.[1] ?? ''
const withToken = (text: string, id: string, base64: string): string =>
  editSignature(text, id, (signature) =>
    signature.replace(token, () => `<xades:EncapsulatedTimeStamp>${base64}<`),
  )

describe('the timestamp of a seal', () => {
  it('by an authority that nobody trusts', async () => {
    const foreign = await createDemoAuthority({ now: certificatesFrom })
    const { verdict, findings } = await judgeForged({
      timestamps: foreign.timestampAuthority(() => signedAt),
    })
    expect(verdict).toBe('failed')
    expect(findings).toEqual(seals.map((id) => `timestamp-untrusted@${id}`))
  })

  it('left out', async () => {
    const bare = inside(
      's-truong',
      /<xades:UnsignedProperties>.*<\/xades:UnsignedProperties>/,
      () => '',
    )(scene.text)
    const verification = await scene.judge(bare)
    expect(listFindings(verification)).toEqual(['timestamp-missing@s-truong'])
    expect(verification.verdict).toBe('failed')
    expect(verification.record?.issuedAt).toBeNull()
  })

  it('over another value', async () => {
    const swapped = withToken(scene.text, 's-truong', tokenOf(scene.text, 's-bia-truong'))
    expect(listFindings(await scene.judge(swapped))).toEqual(['timestamp-invalid@s-truong'])
  })

  it('with one letter changed anywhere', async () => {
    const genuine = tokenOf(scene.text, 's-truong')
    const places = Array.from({ length: 40 }, (_, index) => Math.floor((index * genuine.length) / 40))
    for (const place of places) {
      const changed =
        genuine.slice(0, place) + (genuine[place] === 'A' ? 'B' : 'A') + genuine.slice(place + 1)
      const verification = await scene.judge(withToken(scene.text, 's-truong', changed))
      expect(verification.verdict, `letter ${place}`).toBe('failed')
    }
  })

  it('of a time that has not come', async () => {
    const early = await judge(scene.bytes, {
      ...scene.office.context,
      now: new Date(signedAt.getTime() - 86_400_000),
    })
    expect(early.verdict).toBe('failed')
    expect(listFindings(early)).toEqual(expect.arrayContaining(seals.map((id) => `timestamp-invalid@${id}`)))
  })

  it('by an authority whose key was lost, whatever time it claims', async () => {
    const { authority } = (await setScene(secondaryReport())).office
    const bytes = await forge(secondaryReport(), scene.office, {
      timestamps: authority.timestampAuthority(() => signedAt),
    })
    const certificate = timestampCertificate(bytes.toString('utf8'))
    authority.revoke(certificate, now, 'keyCompromise')
    const { timestamps, evidence } = await trustOf(authority)
    const { trust } = scene.office.context
    const verification = await judge(bytes, {
      now,
      trust: { ...trust, timestamps, evidence: [...trust.evidence, ...evidence] },
    })
    expect(listFindings(verification)).toEqual(seals.map((id) => `timestamp-untrusted@${id}`))
  })
})

/** The authority's certificate is the one SEQUENCE inside [0] of the token's SignedData; found by its DER length. */
function timestampCertificate(text: string): Buffer {
  const der = Buffer.from(tokenOf(text, 's-truong'), 'base64')
  for (let at = 60; at < der.length - 4; at++) {
    const isSequence = der[at] === 0x30 && der[at + 1] === 0x82 && der[at - 4] === 0xa0
    if (isSequence) return der.subarray(at, at + 4 + der.readUInt16BE(at + 2))
  }
  throw new Error('the token carries no certificate')
}

describe('the time a signer claims', () => {
  it.each([
    ['a day before the proof passes', -24 * 60, []],
    ['nine minutes after it passes, clocks being what they are', 9, []],
    ['eleven minutes after it fails', 11, ['signing-time-after-proof@s-gvcn']],
  ])('%s', async (_, minutes, expected) => {
    const claimed = new Date(signedAt.getTime() + minutes * minute)
    const { verdict, findings } = await judgeForged({
      claimedAt: ({ id }) => (id === 's-gvcn' ? claimed : signedAt),
    })
    expect(findings).toEqual(expected)
    expect(verdict).toBe(expected.length === 0 ? 'passed' : 'failed')
  })

  it.each(['2026-05-29', '29/05/2026 09:00', '2026-05-29T09:00:00', '2026-13-29T09:00:00+07:00', ''])(
    'written as «%s»',
    async (written) => {
      const text = inside('s-gvcn', '2026-05-29T09:00:00+07:00', written)(scene.text)
      expect(listFindings(await scene.judge(text))).toContain('signing-time-malformed@s-gvcn')
    },
  )
})

describe('a timestamp that somebody adds to a person’s signature later', () => {
  const stamped = async (text: string, id: string, authority: DemoAuthority, at: Date): Promise<string> => {
    const value = /<ds:SignatureValue[^>]*>([^<]*)</.exec(cutSignature(text, id))?.[1] ?? ''
    const imprint = signatureValueImprint(id, Buffer.from(value, 'base64'))
    const [timestampToken = Buffer.alloc(0)] = await authority
      .timestampAuthority(() => at)
      .timestamp([imprint])
    return editSignature(text, id, (signature) => addUnsignedProperties(signature, { timestampToken }))
  }

  it('takes nothing from the earlier proof by the seal, even when the certificate was revoked in between', async () => {
    const own = await setScene(secondaryReport())
    const { authority, signers } = own.office
    const text = await stamped(
      own.text,
      's-gv-CB003',
      authority,
      new Date(signedAt.getTime() + 14 * 86_400_000),
    )
    const teacher: Signer = signers(people.second.staffCode)
    authority.revoke(
      teacher.chain[0] ?? Buffer.alloc(0),
      new Date(signedAt.getTime() + 7 * 86_400_000),
      'superseded',
    )
    const verification = await judge(text, { now, trust: await trustOf(authority) })
    expect(listFindings(verification)).toEqual([])
    expect(verification.signatures.find(({ id }) => id === 's-gv-CB003')?.timestamp).toBe(
      '2026-05-29T09:00:00+07:00',
    )
  })

  it('must itself be right', async () => {
    const foreign = await createDemoAuthority({ now: certificatesFrom })
    const text = await stamped(scene.text, 's-gv-CB003', foreign, signedAt)
    expect(listFindings(await scene.judge(text))).toEqual(['timestamp-untrusted@s-gv-CB003'])
  })
})
