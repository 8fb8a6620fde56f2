import { generateKeyPairSync } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { createSoftwareSigner } from '../../src/adapters/software-signer.ts'
import { identityDigest, type SignatureSlot } from '../../src/bookfile/index.ts'
import { certify } from '../builders/certificates.ts'
import {
  people,
  schoolOfTests,
  secondaryReport,
  withPart,
  withSubject,
  yearLookupCode,
} from '../builders/reports.ts'
import { forge } from './support/forge.ts'
import { judge, listFindings, setScene, type Scene } from './support/judge.ts'
import { insteadOf } from './support/trust.ts'

/** Genuine keys in the wrong hands: a signer in the wrong role, for the wrong subject, of the wrong school. */
let scene: Scene
beforeAll(async () => {
  scene = await setScene(secondaryReport())
})

const { principal, homeroom, second, third } = people

const algorithm = 'ecdsa-p256-sha256' as const
const organization = schoolOfTests.name

const changeSlot =
  (id: string, changes: Partial<SignatureSlot>) =>
  (slots: readonly SignatureSlot[]): readonly SignatureSlot[] =>
    slots.map((slot) => (slot.id === id ? { ...slot, ...changes } : slot))

describe('a person who is not the one the record names', () => {
  it('a teacher signs for a colleague’s subjects', async () => {
    const signers = insteadOf(scene.office, second.staffCode, scene.office.signers(third.staffCode))
    const verification = await scene.judge(await forge(secondaryReport(), scene.office, { signers }))
    expect(listFindings(verification)).toEqual(['not-the-person@s-gv-CB003'])
    expect(verification.verdict).toBe('failed')
  })

  it('another teacher signs as homeroom teacher', async () => {
    const report = withPart(secondaryReport(), 'summary', { comment: 'Em học giỏi.' })
    const slots = changeSlot('s-gvcn', {
      signatory: report.subjects[1]?.teacher ?? report.summary.homeroomTeacher,
    })
    const verification = await scene.judge(await forge(report, scene.office, { slots }))
    expect(listFindings(verification)).toEqual(['not-the-person@s-gvcn'])
  })

  it('the homeroom teacher signs as principal', async () => {
    const signers = insteadOf(scene.office, principal.staffCode, scene.office.signers(homeroom.staffCode))
    const verification = await scene.judge(await forge(secondaryReport(), scene.office, { signers }))
    expect(listFindings(verification)).toEqual(['not-the-person@s-bia-ht', 'not-the-person@s-hieutruong'])
  })

  it('somebody of the same name', async () => {
    const { fullName } = second
    const namesake = await scene.office.authority.issuePerson({
      fullName,
      citizenId: '999188000099',
      organization,
      algorithm,
    })
    const signers = insteadOf(scene.office, second.staffCode, namesake)
    const verification = await scene.judge(await forge(secondaryReport(), scene.office, { signers }))
    expect(listFindings(verification)).toEqual(['not-the-person@s-gv-CB003'])
  })

  it('the same person under another name', async () => {
    const { citizenId } = second
    const renamed = await scene.office.authority.issuePerson({
      fullName: 'Lê Thị Ánh',
      citizenId,
      organization,
      algorithm,
    })
    const signers = insteadOf(scene.office, second.staffCode, renamed)
    const verification = await scene.judge(await forge(secondaryReport(), scene.office, { signers }))
    expect(listFindings(verification)).toEqual(['not-the-person@s-gv-CB003'])
  })

  it('the same person, the name in capitals and decomposed letters, is the same person', async () => {
    const fullName = second.fullName.toLocaleUpperCase('vi').normalize('NFD')
    const same = await scene.office.authority.issuePerson({
      fullName,
      citizenId: second.citizenId,
      organization,
      algorithm,
    })
    const signers = insteadOf(scene.office, second.staffCode, same)
    expect((await scene.judge(await forge(secondaryReport(), scene.office, { signers }))).verdict).toBe(
      'passed',
    )
  })

  it('a certificate without a citizen number is nobody’s, even where the record names nobody’s', async () => {
    const keys = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
    const ca = certify({ name: 'CA', keys: generateKeyPairSync('ec', { namedCurve: 'prime256v1' }) })
    const { certificate } = certify({ name: second.fullName, keys }, ca)
    const report = secondaryReport()
    const nobody = { ...second, identityDigest: identityDigest(yearLookupCode, '') }
    const teacher = {
      staffCode: nobody.staffCode,
      fullName: nobody.fullName,
      identityDigest: nobody.identityDigest,
    }
    const named = report.subjects
      .filter((subject) => subject.teacher.staffCode === second.staffCode)
      .reduce((changed, { code }) => withSubject(changed, code, { teacher }), report)
    const signers = insteadOf(
      scene.office,
      second.staffCode,
      createSoftwareSigner(keys.privateKey, [certificate.der], algorithm),
    )
    const verification = await scene.judge(await forge(named, scene.office, { signers }))
    expect(listFindings(verification)).toContain('not-the-person@s-gv-CB003')
  })
})

describe('a signature for the wrong parts', () => {
  it.each<readonly [string, string, string, readonly string[]]>([
    [
      'a teacher covers a colleague’s subject too',
      's-gv-CB004',
      'wrong-coverage',
      ['dd', 'mon-NGOAI_NGU_1', 'mon-LICH_SU_DIA_LI', 'mon-GDTC', 'mon-NGHE_THUAT', 'mon-TOAN'],
    ],
    [
      'a teacher leaves a subject out',
      's-gv-CB004',
      'wrong-coverage',
      ['dd', 'mon-NGOAI_NGU_1', 'mon-LICH_SU_DIA_LI', 'mon-GDTC'],
    ],
    [
      'a teacher does not bind the subjects to the pupil',
      's-gv-CB004',
      'wrong-coverage',
      ['mon-NGOAI_NGU_1', 'mon-LICH_SU_DIA_LI', 'mon-GDTC', 'mon-NGHE_THUAT'],
    ],
    [
      'a teacher covers the subjects in another order',
      's-gv-CB004',
      'wrong-coverage',
      ['dd', 'mon-LICH_SU_DIA_LI', 'mon-NGOAI_NGU_1', 'mon-GDTC', 'mon-NGHE_THUAT'],
    ],
    [
      'the homeroom teacher does not cover a teacher’s signature',
      's-gvcn',
      'wrong-coverage',
      ['hb', 'sv-s-bia-truong', 'sv-s-gv-CB002', 'sv-s-gv-CB003'],
    ],
    ['the principal covers the summary only', 's-hieutruong', 'wrong-coverage', ['tk', 'sv-s-gvcn']],
    [
      'the seal is put beside the principal’s signature, not over it',
      's-truong',
      'wrong-coverage',
      ['hb', 'sv-s-gvcn'],
    ],
    ['the cover’s seal covers no signature', 's-bia-truong', 'wrong-coverage', ['bia']],
  ])('%s: %s', async (_, id, code, covers) => {
    const slots = changeSlot(id, { covers })
    const verification = await scene.judge(await forge(secondaryReport(), scene.office, { slots }))
    expect(listFindings(verification)).toEqual([`${code}@${id}`])
    expect(verification.verdict).toBe('failed')
  })

  it('two teachers share one signature', async () => {
    const report = secondaryReport()
    const slots = (own: readonly SignatureSlot[]): readonly SignatureSlot[] =>
      own
        .filter(({ id }) => id !== 's-gv-CB003')
        .map((slot) => ({ ...slot, covers: slot.covers.filter((target) => target !== 'sv-s-gv-CB003') }))
    const verification = await scene.judge(await forge(report, scene.office, { slots }))
    expect(listFindings(verification)).toEqual(['signature-missing@s-gv-CB003', 'wrong-coverage@s-gvcn'])
  })
})

describe('a claimed role that is not the signer’s', () => {
  it.each<readonly [string, string, SignatureSlot['role']]>([
    ['a teacher as homeroom teacher', 's-gv-CB003', 'homeroom-teacher'],
    ['a homeroom teacher as principal', 's-gvcn', 'principal'],
    ['a principal as vice-principal on behalf', 's-hieutruong', 'vice-principal-on-behalf'],
  ])('%s: %s', async (_, id, role) => {
    const slots = changeSlot(id, { role })
    const verification = await scene.judge(await forge(secondaryReport(), scene.office, { slots }))
    expect(listFindings(verification)).toEqual([`role-mismatch@${id}`])
  })

  it('a vice-principal who signs on behalf, with the order in the record, passes', async () => {
    const onBehalf = { decisionNumber: '12/QĐ-THCS', reason: 'Hiệu trưởng đi công tác' }
    const report = secondaryReport()
    const approver = { ...report.summary.approver, post: 'vice-principal', onBehalf } as const
    const signed = await forge(withPart(report, 'summary', { approver }), scene.office)
    const verification = await scene.judge(signed)
    expect(verification.verdict).toBe('passed')
    expect(verification.signatures.find(({ id }) => id === 's-hieutruong')?.role).toBe(
      'vice-principal-on-behalf',
    )
  })

  it('the principal signs for a teacher who has left; the teacher’s own key no longer does', async () => {
    const report = secondaryReport()
    const { staffCode, fullName, identityDigest: digest } = report.summary.approver
    const person = { staffCode, fullName, identityDigest: digest }
    const substitute = { ...person, decisionNumber: '5/QĐ-THCS', reason: 'Giáo viên đã chuyển trường' }
    const changed = withSubject(report, 'TOAN', { substitute })
    const verification = await scene.judge(await forge(changed, scene.office))
    expect(verification.verdict).toBe('passed')
    expect(verification.signatures.find(({ id }) => id === 's-gv-CB001')?.role).toBe(
      'principal-for-absent-teacher',
    )
    const signers = insteadOf(scene.office, principal.staffCode, scene.office.signers(second.staffCode))
    expect(listFindings(await scene.judge(await forge(changed, scene.office, { signers })))).toContain(
      'not-the-person@s-gv-CB001',
    )
  })
})

describe('a seal that is not the school’s', () => {
  it('the principal’s personal certificate', async () => {
    const seal = scene.office.signers(principal.staffCode)
    const verification = await scene.judge(await forge(secondaryReport(), scene.office, { seal }))
    expect(listFindings(verification)).toEqual(
      ['s-bia-truong', 's-truong'].flatMap((id) => [`certificate-untrusted@${id}`, `not-the-school@${id}`]),
    )
  })

  it('the seal signs for a person', async () => {
    const signers = insteadOf(scene.office, homeroom.staffCode, scene.office.seal)
    const verification = await scene.judge(await forge(secondaryReport(), scene.office, { signers }))
    expect(listFindings(verification)).toEqual(
      ['s-gv-CB002', 's-gvcn'].flatMap((id) => [`certificate-untrusted@${id}`, `not-the-person@${id}`]),
    )
  })

  it.each([
    ['another school’s', 'Trường THCS Bến Trúc', '99001002'],
    ['another school’s of the same name', schoolOfTests.name, '99001002'],
    ['another school’s with the same code', 'Trường THCS Bến Trúc', schoolOfTests.code],
  ])('%s', async (_, name, schoolCode) => {
    const seal = await scene.office.authority.issueSchool({ name, schoolCode, algorithm })
    const verification = await scene.judge(await forge(secondaryReport(), scene.office, { seal }))
    expect(listFindings(verification)).toEqual(['not-the-school@s-bia-truong', 'not-the-school@s-truong'])
  })

  it('an authority for timestamps vouches for nobody', async () => {
    const { trust } = scene.office.context
    const verification = await judge(scene.bytes, {
      ...scene.office.context,
      trust: { ...trust, persons: trust.timestamps },
    })
    expect(listFindings(verification)).toContain('certificate-untrusted@s-gv-CB003')
    expect(verification.verdict).toBe('failed')
  })
})
