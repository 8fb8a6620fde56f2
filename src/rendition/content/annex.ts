import type { YearReport } from '../../bookfile/index.ts'
import { formatDate } from '../../shared/dates.ts'
import type { RenditionInput } from '../input.ts'
import { exact, type Content, type ExactText } from '../printable.ts'
import { signatureRows } from './annex-signatures.ts'
import { dateText, instantText, spelledYear } from './words.ts'

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

type Fact = readonly [label: string, value: string | ExactText | undefined]

/** What a primary record may hold although TT 27/2020, Phụ lục 1 has no line for it. */
const withoutPlaceOnPrimaryForm = ({ cover: { student }, summary }: YearReport): readonly Fact[] => [
  ['Nghề nghiệp của cha', student.father?.occupation],
  ['Nghề nghiệp của mẹ', student.mother?.occupation],
  ['Nghề nghiệp của người giám hộ', student.guardian?.occupation],
  ...summary.certificates.map(({ name, grade }): Fact => [
    'Chứng chỉ',
    grade === undefined ? name : `${name}, loại ${grade}`,
  ]),
  ...summary.competitions.map((text): Fact => ['Kết quả cuộc thi', text]),
  ['Nhận xét của giáo viên chủ nhiệm', summary.comment],
  ['Nhận xét sau hè', summary.summerComment],
]

/** Facts of the digital book for which the paper form has no place. */
const facts = ({ report, issuedAt }: RenditionInput): readonly Fact[] => {
  const { cover, identity, version } = report
  const { student } = cover
  return [
    ['Mã tra cứu học bạ', exact(identity.bookLookupCode)],
    ['Mã tra cứu năm học', exact(identity.yearLookupCode)],
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
    ['Thời điểm phát hành', exact(instantText(issuedAt))],
    ['Ngày hiệu lực dự kiến', formatDate(version.expectedEffectiveDate)],
    ['Cấu trúc tệp', version.structure],
    ...(cover.level === 'primary' ? withoutPlaceOnPrimaryForm(report) : []),
  ]
}

/** Thông tin học bạ số: identifiers, version and every signature in full; the digital book's own last page. */
export const annexContent = (input: RenditionInput): Content => ({
  schoolYear: spelledYear(input.report.identity.schoolYear),
  facts: facts(input).flatMap(([label, value]) => (value === undefined ? [] : [{ label, value }])),
  signatures: signatureRows(input),
})
