import { describe, expect, it } from 'vitest'
import {
  verificationOfNothing,
  type PageAgreement,
  type PageReport,
  type SignatureReport,
  type Verification,
} from '../../verification/index.ts'
import { describeVerification } from './describe-verification.ts'

const signature: SignatureReport = {
  id: 's-gvcn',
  role: 'homeroom-teacher',
  signer: 'Vũ Minh Khôi',
  covers: ['hb'],
  signedAt: '2026-05-23T16:00:00+07:00',
  timestamp: null,
  certificateSerial: null,
  verdict: 'passed',
}

const withSignature = (changes: Partial<SignatureReport>): Verification => ({
  ...verificationOfNothing([]),
  signatures: [{ ...signature, ...changes }],
})

describe('a signature in the report', () => {
  it.each<readonly [string, Partial<SignatureReport>, RegExp]>([
    [
      'says who signed as what, when and over what',
      {},
      /✔ Giáo viên chủ nhiệm\s+Vũ Minh Khôi\s+16:00 23\/05\/2026 {2}toàn bộ năm học/,
    ],
    [
      'names the subjects a teacher signed',
      { role: 'subject-teacher', covers: ['dd', 'mon-TOAN', 'mon-KHTN'] },
      /TOAN, KHTN$/m,
    ],
    ['of the cover says so', { role: 'school-seal', covers: ['bia', 'sv-s-bia-ht'] }, /bìa$/m],
    ['without a known role says that', { role: null, verdict: 'failed' }, /✘ Không rõ vai trò/],
    ['whose status is open shows it', { verdict: 'indeterminate' }, /\? Giáo viên chủ nhiệm/],
    ['with a time that is none shows what was written', { signedAt: 'hôm qua' }, /hôm qua/],
  ])('%s', (_, changes, expected) => {
    expect(describeVerification('a.xml', withSignature(changes))).toMatch(expected)
  })

  it.each(['\u001b[2K\u001b[1A✔ HỢP LỆ', 'A\r✔ HỢP LỆ', 'A\n✔ HỢP LỆ', 'A\u2028✔ HỢP LỆ', '\u009b1A'])(
    'by a signer called %j moves no cursor and begins no line',
    (signer) => {
      const text = describeVerification(
        'a.xml',
        withSignature({ signer, signedAt: signer, verdict: 'failed' }),
      )
      expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028]/u)
      expect(text.split('\n')).toHaveLength(5)
    },
  )
})

describe('the verdict', () => {
  it.each<readonly [Verification['verdict'], RegExp]>([
    ['passed', /^✔ HỢP LỆ/m],
    ['failed', /^✘ KHÔNG HỢP LỆ/m],
    ['indeterminate', /^\? CHƯA KẾT LUẬN ĐƯỢC/m],
  ])('%s stands in words, not in colour alone', (verdict, expected) => {
    expect(describeVerification('a.xml', { ...verificationOfNothing([]), verdict })).toMatch(expected)
  })
})

describe('a page in the report', () => {
  const withPage = (agreement: PageAgreement, signatures: PageReport['signatures'] = []): string =>
    describeVerification('a.pdf', {
      ...verificationOfNothing([], 'pdf'),
      page: { agreement, renditionVersion: null, verificationUrl: null, signatures },
    })

  it.each<readonly [PageAgreement, RegExp]>([
    ['same-bytes', /✔ Trang khớp dữ liệu/],
    ['same-text', /• Trang chỉ được đối chiếu theo chữ/],
    ['disagrees', /✘ Trang hiện khác dữ liệu/],
    ['not-compared', /\? Trang chưa được đối chiếu/],
  ])('that is %s says so', (agreement, expected) => {
    expect(withPage(agreement)).toMatch(expected)
  })

  it('names who signed it, and that nobody did', () => {
    expect(withPage('same-bytes')).toContain('Trang không có chữ ký')
    const seal = {
      field: 'con-dau',
      signer: 'Trường THCS Bến Nứa',
      signedAt: null,
      provenAt: null,
      certificateSerial: null,
      verdict: 'failed',
    } as const
    expect(withPage('same-bytes', [seal])).toMatch(/✘ Ký trên trang\s+Trường THCS Bến Nứa\s+chưa chứng minh/)
  })

  it('that is compiled over years lists them with their verdicts', () => {
    const text = describeVerification('a.pdf', {
      ...verificationOfNothing([], 'pdf'),
      compilation: [verificationOfNothing([], 'xml'), { ...verificationOfNothing([]), verdict: 'failed' }],
    })
    expect(text).toMatch(/Các năm học trong bản tổng hợp\n {2}✔ Năm học \?.*\n {2}✘ Năm học \?/)
  })
})
