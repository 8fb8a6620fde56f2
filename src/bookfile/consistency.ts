import { lastGradeOfLevel, levelOfGrade } from '../shared/education-level.ts'
import { findSubject, subjectsOfLevel } from '../shared/subjects.ts'
import type { ApprovingSignatory, SubjectResult, YearReport } from './report.ts'

/** A contradiction inside one report: something two parts say differently, or say twice. */
export interface Contradiction {
  /** Ids or names of the elements concerned, as in 'dd.MaTraCuu'. */
  readonly at: string
  readonly text: string
}

type Check = (report: YearReport) => Contradiction[]

const contradictionWhen = (wrong: boolean, at: string, text: string): Contradiction[] =>
  wrong ? [{ at, text }] : []

/** The cover and the identity must speak of the same book, pupil and school. */
const identityAgreesWithCover: Check = ({ cover, identity }) => [
  ...contradictionWhen(
    cover.bookLookupCode !== identity.bookLookupCode,
    'dd.MaTraCuu',
    'Mã tra cứu khác với bìa',
  ),
  ...contradictionWhen(
    cover.demonstration !== identity.demonstration,
    'dd.MinhHoa',
    'Dấu minh họa khác với bìa',
  ),
  ...contradictionWhen(
    cover.student.studentCode !== identity.studentCode,
    'dd.MaHocSinh',
    'Mã học sinh khác với bìa',
  ),
  ...contradictionWhen(
    cover.student.citizenId !== identity.citizenId,
    'dd.MaDinhDanh',
    'Số định danh khác với bìa',
  ),
  ...contradictionWhen(cover.student.fullName !== identity.fullName, 'dd.HoTen', 'Họ tên khác với bìa'),
  ...contradictionWhen(
    cover.student.birthDate !== identity.birthDate,
    'dd.NgaySinh',
    'Ngày sinh khác với bìa',
  ),
  ...contradictionWhen(cover.school.code !== identity.schoolCode, 'dd.MaTruong', 'Mã trường khác với bìa'),
  ...contradictionWhen(cover.school.name !== identity.schoolName, 'dd.TenTruong', 'Tên trường khác với bìa'),
]

/** Level, grade and circular belong together. */
const levelFits: Check = ({ cover, identity, version, summary }) => {
  const level = levelOfGrade(identity.grade)
  const isPrimary = level === 'primary'
  const isLast = lastGradeOfLevel[level] === identity.grade
  return [
    ...contradictionWhen(
      cover.level !== level,
      'dd.Khoi',
      `Khối ${identity.grade} không thuộc cấp học ghi ở bìa`,
    ),
    ...contradictionWhen(
      isPrimary !== (version.circular === 'TT27/2020'),
      'pb.ThongTu',
      'Thông tư không dùng cho cấp học này',
    ),
    ...contradictionWhen(
      summary.levelCompletion !== undefined && !isLast,
      'tk.HoanThanhCapHoc',
      'Chỉ lớp cuối cấp mới ghi hoàn thành cấp học',
    ),
  ]
}

const subjectFits = (report: YearReport, subject: SubjectResult): Contradiction[] => {
  const at = `mon-${subject.code}`
  const known = findSubject(report.cover.level, subject.code)
  if (known === undefined) return [{ at, text: 'Môn học không thuộc cấp học' }]
  const expected = report.cover.level === 'primary' ? 'level' : known.assessedBy
  return [
    ...contradictionWhen(
      known.sectorCode !== subject.sectorCode,
      `${at}.MaMonHoc`,
      'Mã ngành không phải của môn này',
    ),
    ...contradictionWhen(!subject.name.startsWith(known.name), `${at}.Ten`, 'Tên không phải của môn này'),
    ...contradictionWhen(
      expected !== subject.assessedBy,
      `${at}.HinhThuc`,
      'Hình thức đánh giá không phải của môn này',
    ),
  ]
}

const subjectsFit: Check = (report) => report.subjects.flatMap((subject) => subjectFits(report, subject))

/** Subjects stand once each and in the order of the form. */
const subjectsInFormOrder: Check = ({ cover, subjects }) => {
  const order = subjectsOfLevel[cover.level].map(({ code }) => code)
  const places = subjects.map(({ code }) => order.indexOf(code))
  const ordered = places.every((place, index) => index === 0 || place > (places[index - 1] ?? -1))
  return contradictionWhen(!ordered, 'hb.MonHoc', 'Các môn không theo thứ tự của mẫu')
}

/** A subject that every school teaches in the grade may be exempt, but never simply left out. */
const compulsorySubjectsThere: Check = ({ cover, identity, subjects, summary }) => {
  // TT 22/2021, Điều 11; TT 27/2020, Điều 8: an individual plan says itself what is taught.
  if (summary.individualPlan === true) return []
  const there = new Set(subjects.map(({ code }) => code))
  return subjectsOfLevel[cover.level]
    .filter(
      ({ grades, optionalInGrades }) =>
        grades.includes(identity.grade) && !optionalInGrades.includes(identity.grade),
    )
    .filter(({ code }) => !there.has(code))
    .map(({ code, name }) => ({ at: `mon-${code}`, text: `Thiếu môn học bắt buộc ${name}` }))
}

/** A primary subject has a level and perhaps a score, a secondary one results by term, an exempt one none of these. */
const resultsFit: Check = ({ subjects }) =>
  subjects.flatMap(({ code, assessedBy, exemption, term1, term2, year, reassessed, level, finalScore }) => {
    const byTerm = [term1, term2, year, reassessed].some((value) => value !== undefined)
    const byLevel = level !== undefined || finalScore !== undefined
    const wrong = exemption === 'subject' ? byTerm || byLevel : assessedBy === 'level' ? byTerm : byLevel
    return contradictionWhen(
      wrong,
      `mon-${code}`,
      'Kết quả không hợp với hình thức đánh giá hoặc với việc miễn học',
    )
  })

/** Each quality and each competence is assessed once. */
const traitsOnce: Check = ({ summary: { qualities, competences } }) => {
  const codes = [...qualities, ...competences].map(({ code }): string => code)
  const repeated = codes.filter((code, index) => codes.indexOf(code) !== index)
  return repeated.map((code) => ({ at: `tk.${code}`, text: 'Phẩm chất hoặc năng lực ghi nhiều lần' }))
}

/** Version 1 has no history; a later one says why; the link to the year before is a digest or a reason, never both. */
const versionFits: Check = ({ version: { number, reason, amendments, yearBefore } }) => [
  ...contradictionWhen(number === 0, 'pb.So', 'Phiên bản bắt đầu từ 1'),
  ...contradictionWhen(
    (number === 1) !== (reason === undefined),
    'pb.LyDo',
    'Phiên bản sau phiên bản 1 phải nêu lí do',
  ),
  ...contradictionWhen(
    number === 1 && amendments.length > 0,
    'pb.DanhSachSuaDoi',
    'Phiên bản 1 chưa thể có sửa đổi',
  ),
  ...contradictionWhen(
    (yearBefore.digest === undefined) !== (yearBefore.version === undefined) ||
      (yearBefore.digest === undefined) === (yearBefore.absent === undefined),
    'pb.NamTruoc',
    'Phải có hoặc mã băm và phiên bản của năm trước, hoặc lí do không có',
  ),
]

const approverFits = (at: string, { post, onBehalf }: ApprovingSignatory): Contradiction[] =>
  contradictionWhen(
    (post === 'vice-principal') !== (onBehalf !== undefined),
    at,
    'Phó hiệu trưởng ký thay phải có văn bản; hiệu trưởng thì không',
  )

const approversFit: Check = ({ cover, summary }) => [
  ...approverFits('bia.NguoiKyBia', cover.approver),
  ...approverFits('tk.NguoiPheDuyet', summary.approver),
]

/** One staff code names one person throughout, so that one signature cannot stand for two people. */
const signatoriesAgree: Check = ({ cover, subjects, summary }) => {
  const all = [
    cover.approver,
    ...subjects.flatMap(({ teacher, substitute }) =>
      substitute === undefined ? [teacher] : [teacher, substitute],
    ),
    summary.homeroomTeacher,
    summary.approver,
  ]
  const seen = new Map<string, string>()
  return all.flatMap(({ staffCode, identityDigest }) => {
    const known = seen.get(staffCode) ?? identityDigest
    seen.set(staffCode, known)
    return contradictionWhen(
      known !== identityDigest,
      `MaGiaoVien ${staffCode}`,
      'Một mã cán bộ chỉ hai người',
    )
  })
}

const checks: readonly Check[] = [
  identityAgreesWithCover,
  levelFits,
  subjectsFit,
  subjectsInFormOrder,
  compulsorySubjectsThere,
  resultsFit,
  traitsOnce,
  versionFits,
  approversFit,
  signatoriesAgree,
]

/** All contradictions inside a report; empty for a sound one. */
export const listContradictions = (report: YearReport): readonly Contradiction[] =>
  checks.flatMap((check) => check(report))

/**
 * Subjects whose LanSua differs from the number of amendments the version lists for them: an older signed subject
 * put back, or an amendment left out.
 */
export const listRevisionGaps = ({ subjects, version }: YearReport): readonly Contradiction[] => {
  const counts = new Map<string, number>()
  const outOfOrder = version.amendments.filter(({ subject, revision }) => {
    const count = (counts.get(subject) ?? 0) + 1
    counts.set(subject, count)
    return revision !== count
  })
  const codes = new Set<string>(subjects.map(({ code }) => code))
  return [
    ...outOfOrder.map(({ subject }) => ({
      at: `pb.SuaDoi ${subject}`,
      text: 'Các lần sửa không nối tiếp nhau',
    })),
    ...[...counts.keys()]
      .filter((code) => !codes.has(code))
      .map((code) => ({ at: `pb.SuaDoi ${code}`, text: 'Sửa một môn không có trong học bạ' })),
    ...subjects
      .filter(({ code, revision }) => revision !== (counts.get(code) ?? 0))
      .map(({ code }) => ({
        at: `mon-${code}.LanSua`,
        text: 'Lần sửa của môn không khớp danh sách sửa đổi',
      })),
  ]
}
