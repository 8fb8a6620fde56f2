import type { SignerRole } from '../../bookfile/index.ts'
import { formatDate } from '../../shared/dates.ts'
import type {
  PageAgreement,
  PageReport,
  SignatureReport,
  VerdictWord,
  VerifiedRecord,
  Verification,
} from '../../verification/index.ts'

const verdictLines: Record<VerdictWord, string> = {
  passed: '✔ HỢP LỆ – đúng là học bạ đã niêm phong, nội dung nguyên vẹn',
  failed: '✘ KHÔNG HỢP LỆ – không được coi là học bạ thật',
  indeterminate: '? CHƯA KẾT LUẬN ĐƯỢC – còn điều chưa kiểm tra được',
}

const marks: Record<VerdictWord, string> = { passed: '✔', failed: '✘', indeterminate: '?' }

const roleNames: Record<SignerRole, string> = {
  'subject-teacher': 'Giáo viên môn học',
  'homeroom-teacher': 'Giáo viên chủ nhiệm',
  principal: 'Hiệu trưởng',
  'vice-principal-on-behalf': 'Phó hiệu trưởng ký thay',
  'principal-for-absent-teacher': 'Lãnh đạo ký thay giáo viên',
  'school-seal': 'Con dấu nhà trường',
}

/** '2026-05-30T09:15:00+07:00' → '09:15 30/05/2026'. */
const readable = (instant: string): string =>
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(instant)
    ? `${instant.slice(11, 16)} ${formatDate(instant.slice(0, 10))}`
    : instant

const describeRecord = (record: VerifiedRecord): readonly string[] => [
  `  Học sinh   ${record.student.name} (mã ${record.student.code}), sinh ${formatDate(record.student.birthDate)}`,
  `  Trường     ${record.school.name}, ${record.school.province}`,
  `  Năm học    ${record.schoolYear}, lớp ${record.class}, phiên bản ${record.version}`,
  `  Kết quả    ${record.decision === 'promoted' ? 'Được lên lớp' : 'Ở lại lớp'}`,
  `  Phát hành  ${record.issuedAt === null ? 'chưa chứng minh được' : readable(record.issuedAt)}` +
    `, có hiệu lực từ khi chốt, dự kiến ${formatDate(record.expectedEffectiveDate)}`,
  `  Mã tra cứu ${record.bookLookupCode} (năm học: ${record.yearLookupCode})`,
]

const coverWords = (covers: readonly string[]): string => {
  const subjects = covers.filter((target) => target.startsWith('mon-')).map((target) => target.slice(4))
  if (subjects.length > 0) return subjects.join(', ')
  return covers.includes('bia') ? 'bìa' : 'toàn bộ năm học'
}

const describeSignature = ({ verdict, role, signer, signedAt, covers }: SignatureReport): string =>
  `  ${marks[verdict]} ${(role === null ? 'Không rõ vai trò' : roleNames[role]).padEnd(26)} ${signer.padEnd(30)} ` +
  `${readable(signedAt)}  ${coverWords(covers)}`

const agreementWords: Record<PageAgreement, string> = {
  'same-bytes': '✔ Trang khớp dữ liệu: dựng lại được y nguyên từng byte',
  'same-text': '• Trang chỉ được đối chiếu theo chữ của từng mục',
  disagrees: '✘ Trang hiện khác dữ liệu',
  'not-compared': '? Trang chưa được đối chiếu với dữ liệu',
}

const describePage = ({ agreement, verificationUrl, signatures }: PageReport): readonly string[] => [
  '  Bản thể hiện (PDF)',
  `  ${agreementWords[agreement]}`,
  ...(verificationUrl === null ? [] : [`  • Mã QR dẫn tới ${verificationUrl}`]),
  ...(signatures.length === 0 ? ['  • Trang không có chữ ký'] : []),
  ...signatures.map(
    ({ verdict, signer, provenAt }) =>
      `  ${marks[verdict]} ${'Ký trên trang'.padEnd(26)} ${signer.padEnd(30)} ` +
      (provenAt === null ? 'chưa chứng minh được thời điểm' : readable(provenAt)),
  ),
]

const describeYear = ({ verdict, record }: Verification): string =>
  `  ${marks[verdict]} Năm học ${record?.schoolYear ?? '?'}, lớp ${record?.class ?? '?'}, phiên bản ${record?.version ?? '?'}`

/**
 * What a hostile file says of itself must not move the cursor, turn the text around or add a line of its own: a name
 * could otherwise print a verdict.
 */
const onOneLine = (text: string): string =>
  text.replace(/[\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '�')

/** The report a person reads: the verdict first, then whose book it is, then the reasons and who signed. */
export const describeVerification = (file: string, verification: Verification): string => {
  const { verdict, findings, record, signatures, page, compilation = [] } = verification
  const lines = [
    file,
    verdictLines[verdict],
    ...(record === null ? [] : describeRecord(record)),
    ...(findings.length === 0 ? [] : ['  Ghi nhận']),
    ...findings.map(({ code, at, text }) => `  • ${text} [${code}, ${at}]`),
    ...(page === undefined ? [] : describePage(page)),
    ...(compilation.length === 0
      ? []
      : ['  Các năm học trong bản tổng hợp', ...compilation.map(describeYear)]),
    ...(signatures.length === 0 ? [] : ['  Chữ ký']),
    ...signatures.map(describeSignature),
  ]
  return `${lines.map(onOneLine).join('\n')}\n`
}
