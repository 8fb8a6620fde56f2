import { describe, expect, it } from 'vitest'
import { verificationOfNothing, type SignatureReport, type Verification } from '../../verification/index.ts'
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
