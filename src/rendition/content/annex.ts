import type { SignatureSlot, SignerRole, YearReport } from '../../bookfile/index.ts'
import { formatDate } from '../../shared/dates.ts'
import type { RenditionInput, SealedSignature } from '../input.ts'
import type { Content } from '../printable.ts'
import { slotsOf } from './signatures.ts'
import { dateText, instantText, orderText, spelledYear } from './words.ts'

const roleNames: Record<SignerRole, string> = {
  'subject-teacher': 'Giáo viên môn học',
  'homeroom-teacher': 'Giáo viên chủ nhiệm',
  principal: 'Hiệu trưởng',
  'vice-principal-on-behalf': 'Phó Hiệu trưởng, ký thay Hiệu trưởng (KT.)',
  'principal-for-absent-teacher': 'Hiệu trưởng ký thay giáo viên đã chuyển đi',
  'school-seal': 'Con dấu nhà trường',
}

const yearBeforeWords = {
  first: 'năm đầu của cấp học',
  paper: 'năm trước dùng học bạ giấy',
  'other-system': 'năm trước ở hệ thống khác',
} as const

const circularNames = {
  'TT27/2020': 'Thông tư 27/2020/TT-BGDĐT',
  'TT22/2021': 'Thông tư 22/2021/TT-BGDĐT',
} as const

const readings = {
  mask: 'không tính môn đó',
  replace: 'coi môn đó đạt mức cao nhất',
} as const

const yearBeforeText = ({ version: { yearBefore } }: YearReport): string | undefined =>
  yearBefore.absent === undefined
    ? yearBefore.digest && `Phiên bản ${yearBefore.version ?? 1}, mã băm ${yearBefore.digest}`
    : `Không có: ${yearBeforeWords[yearBefore.absent]}`

const rulesText = ({ version: { circular, ruleSet, article9_3 } }: YearReport): string =>
  `${circularNames[circular]}, bộ quy tắc ${ruleSet}` +
  (article9_3 === undefined ? '' : `; khoản 3 Điều 9: ${readings[article9_3]}`)

const amendmentTexts = ({ version: { amendments }, subjects }: YearReport): readonly string[] =>
  amendments.map(({ subject, revision, reason, decisionNumber, decidedOn }) => {
    const name = subjects.find(({ code }) => code === subject)?.name ?? subject
    return `${name}, lần ${revision}: ${reason} (văn bản số ${decisionNumber}, ngày ${formatDate(decidedOn)})`
  })

type Fact = readonly [label: string, value: string | undefined]

/** Facts of the digital book for which the paper form has no place. */
const facts = ({ report, issuedAt }: RenditionInput): readonly Fact[] => {
  const { cover, identity, version } = report
  const { student } = cover
  return [
    ['Mã tra cứu học bạ', identity.bookLookupCode],
    ['Mã tra cứu năm học', identity.yearLookupCode],
    ['Mã định danh học sinh', identity.studentCode],
    ['Số định danh cá nhân', identity.citizenId],
    ['Giấy tờ xuất nhập cảnh', student.foreignPaper],
    ['Quốc tịch', student.nationality],
    ['Quê quán', student.hometown],
    ['Số đăng bộ', student.registerNumber],
    ['Nhà trường', `${identity.schoolName} (mã trường ${identity.schoolCode})`],
    ['Lớp', `${identity.className} (mã lớp ${identity.classId})`],
    ['Ngày nhập học/chuyển đến', dateText(identity.entryDate)],
    ['Phiên bản', `${version.number}${version.reason === undefined ? '' : `: ${version.reason}`}`],
    ...amendmentTexts(report).map((text): Fact => ['Sửa đổi', text]),
    ['Đánh giá theo', rulesText(report)],
    ['Thành tích, tiến bộ nổi bật', report.summary.outstanding === true ? 'Có' : undefined],
    ['Nguồn', version.source === 'digital' ? 'Học bạ số' : 'Số hóa từ học bạ giấy'],
    ['Học bạ năm trước', yearBeforeText(report)],
    ['Thời điểm phát hành', instantText(issuedAt)],
    ['Ngày hiệu lực dự kiến', formatDate(version.expectedEffectiveDate)],
    ['Cấu trúc tệp', version.structure],
  ]
}

const subjectName = ({ subjects }: YearReport, covered: string): string | undefined =>
  subjects.find(({ code }) => `mon-${code}` === covered)?.name

/** What a signature answers for, in the form's words. */
const coverageText = (report: YearReport, { id, covers }: SignatureSlot): string => {
  const subjects = covers.flatMap((covered) => subjectName(report, covered) ?? [])
  if (subjects.length > 0) return subjects.join('; ')
  return id.startsWith('s-bia') ? 'Bìa và trang thông tin' : 'Toàn bộ học bạ năm học'
}

const orderOf = ({ cover, summary, subjects }: YearReport, { id }: SignatureSlot): string | undefined => {
  const order =
    id === 's-bia-ht'
      ? cover.approver.onBehalf
      : id === 's-hieutruong'
        ? summary.approver.onBehalf
        : subjects.find(({ substitute }) => substitute && id === `s-gv-${substitute.staffCode}`)?.substitute
  return order && orderText(order)
}

const signatureRow = (
  { report }: RenditionInput,
  slots: readonly SignatureSlot[],
  sealTimes: ReadonlySet<string | null>,
  { id, role, signer, signedAt, provenAt, certificateSerial }: SealedSignature,
): Content => {
  const slot = slots.find((candidate) => candidate.id === id)
  return {
    signer,
    role: roleNames[role],
    covers: slot && coverageText(report, slot),
    order: slot && orderOf(report, slot),
    signedAt: instantText(signedAt),
    // A person's signature is mostly proven by the seal over it; only a time of its own is worth a line.
    provenAt:
      provenAt === null || (role !== 'school-seal' && sealTimes.has(provenAt))
        ? undefined
        : instantText(provenAt),
    serial: certificateSerial?.toUpperCase(),
  }
}

/** Thông tin học bạ số: identifiers, version and every signature in full; the digital book's own last page. */
export const annexContent = (input: RenditionInput): Content => {
  const slots = slotsOf(input)
  const { signatures } = input.sealed
  const seals = signatures.filter(({ role }) => role === 'school-seal')
  const sealTimes = new Set(seals.map(({ provenAt }) => provenAt))
  return {
    schoolYear: spelledYear(input.report.identity.schoolYear),
    facts: facts(input).flatMap(([label, value]) => (value === undefined ? [] : [{ label, value }])),
    signatures: signatures.map((signature) => signatureRow(input, slots, sealTimes, signature)),
  }
}
