import { describe, expect, it } from 'vitest'
import { signPdf } from '../../../src/crypto/pdf/index.ts'
import { verifyDocument } from '../../../src/verification/index.ts'
import { openOffice, signedAt, trustOf } from '../../builders/issuing.ts'
import { contentOf, findingsOf } from '../../builders/pages.ts'
import { schoolOfTests } from '../../builders/reports.ts'
import { setDocumentScene, withMark } from './support/document-scene.ts'

const scene = setDocumentScene()

describe('a page under another seal', () => {
  const sealOf = async (name: string, schoolCode: string) =>
    scene.now().office.authority.issueSchool({ name, schoolCode, algorithm: 'ecdsa-p256-sha256' })

  it('of a stranger whom nobody vouches for fails', async () => {
    const stranger = (await openOffice()).seal
    const verification = await scene
      .now()
      .verify(await scene.now().forge(withMark(contentOf(scene.now().book), '9.0'), { seal: stranger }))
    expect(verification.verdict).toBe('failed')
    expect(findingsOf(verification)).toEqual(
      expect.arrayContaining([
        'pdf-certificate-untrusted@con-dau',
        'page-not-the-school@con-dau',
        'page-disagrees@pdf',
      ]),
    )
  })

  it('of another school fails, although that seal is genuine and the page unchanged', async () => {
    const seal = await sealOf('Trường THCS Khác', '99001002')
    expect(
      findingsOf(await scene.now().verify(await scene.now().forge(contentOf(scene.now().book), { seal }))),
    ).toEqual(['page-not-the-school@con-dau'])
  })

  it('of a school of the same name and another code fails', async () => {
    const seal = await sealOf(schoolOfTests.name, '99001002')
    expect(
      findingsOf(await scene.now().verify(await scene.now().forge(contentOf(scene.now().book), { seal }))),
    ).toEqual(['page-not-the-school@con-dau'])
  })

  it('which is a teacher’s signature fails: persons’ authorities vouch for no school', async () => {
    const seal = await scene.now().office.authority.issuePerson({
      fullName: schoolOfTests.name,
      citizenId: '999188000003',
      organization: schoolOfTests.name,
      algorithm: 'ecdsa-p256-sha256',
    })
    expect(
      findingsOf(await scene.now().verify(await scene.now().forge(contentOf(scene.now().book), { seal }))),
    ).toEqual(['page-not-the-school@con-dau'])
  })

  it('whose certificate had been revoked fails', async () => {
    const { office } = scene.now()
    const seal = await sealOf(schoolOfTests.name, schoolOfTests.code)
    const pdf = await scene.now().forge(contentOf(scene.now().book), { seal })
    office.authority.revoke(
      seal.chain[0] ?? new Uint8Array(),
      new Date(signedAt.getTime() - 3_600_000),
      'keyCompromise',
    )
    const trust = await trustOf(office.authority)
    const verification = await verifyDocument(pdf, { ...office.pageContext, trust })
    expect(findingsOf(verification)).toEqual(['pdf-certificate-revoked@con-dau'])
    expect(verification.verdict).toBe('failed')
  })

  it('without a timestamp fails', async () => {
    const pdf = await scene.now().forge(contentOf(scene.now().book), { isWithoutTime: true })
    expect(findingsOf(await scene.now().verify(pdf))).toEqual(['pdf-timestamp-missing@con-dau'])
  })

  it('whose picture lies over the marks fails', async () => {
    const pdf = await scene.now().forge(contentOf(scene.now().book), {
      appearance: { page: 4, rect: [60, 300, 300, 500], drawing: '1 g 0 0 240 200 re f' },
    })
    expect(findingsOf(await scene.now().verify(pdf))).toEqual(['page-covered@con-dau'])
  })

  it('with no word on later changes is said to have none', async () => {
    const pdf = await scene.now().forge(contentOf(scene.now().book), { isWithoutPermission: true })
    const verification = await scene.now().verify(pdf)
    expect(findingsOf(verification)).toEqual(['page-permissions-missing@con-dau'])
    expect(verification.verdict).toBe('passed')
  })
})

describe('a further signature on the page', () => {
  const countersign = async (fullName: string, citizenId: string): Promise<Uint8Array> => {
    const { authority } = scene.now().office
    const algorithm = 'ecdsa-p256-sha256'
    const signer = await authority.issuePerson({ fullName, citizenId, organization: 'x', algorithm })
    return signPdf(
      scene.now().page,
      { fieldName: 'ht', signerName: fullName, reason: 'Xác nhận', location: 'x', signingTime: signedAt },
      signer,
      authority.timestampAuthority(() => signedAt),
    )
  }

  it('of somebody whom the book names passes', async () => {
    const pdf = await countersign('Đỗ Thị Hạnh', '999170000001')
    const verification = await scene.now().verify(pdf)
    expect(findingsOf(verification)).toEqual([])
    expect(verification.page?.signatures.map(({ signer }) => signer)).toEqual([
      schoolOfTests.name,
      'Đỗ Thị Hạnh',
    ])
  })

  it('of anybody else fails, however well that person is vouched for', async () => {
    const pdf = await countersign('Kẻ Lạ Mặt', '999170000009')
    expect(findingsOf(await scene.now().verify(pdf))).toEqual(['page-signer-unexpected@ht'])
  })
})
