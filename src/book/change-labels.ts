import { formatDate, isPlainDate } from '../shared/dates.ts'
import { awardNames, ratingNames, yearResultNames } from '../shared/ratings.ts'
import { competences, qualities } from '../shared/traits.ts'

const person = {
  staffCode: 'mã cán bộ',
  fullName: 'họ và tên',
  identityDigest: 'số định danh (đã băm)',
  post: 'chức vụ',
  decisionNumber: 'số văn bản',
  reason: 'lí do',
  onBehalf: 'văn bản cho kí thay',
} as const

/** What each value of a report is called; a number in a path is a place in a list. */
const labels: Readonly<Record<string, string>> = {
  ...person,
  bookLookupCode: 'mã tra cứu học bạ',
  yearLookupCode: 'mã tra cứu năm học',
  level: 'mức đạt được',
  demonstration: 'dấu bản minh họa',
  school: 'trường',
  ward: 'xã, phường, đặc khu',
  district: 'huyện, quận',
  province: 'tỉnh, thành phố',
  code: 'mã',
  name: 'tên',
  approver: 'người phê duyệt',
  student: 'sơ yếu lí lịch',
  studentCode: 'mã học sinh',
  citizenId: 'số định danh cá nhân',
  foreignPaper: 'giấy tờ xuất nhập cảnh',
  registerNumber: 'số đăng bộ',
  gender: 'giới tính',
  birthDate: 'ngày sinh',
  ethnicity: 'dân tộc',
  nationality: 'quốc tịch',
  birthPlace: 'nơi sinh',
  hometown: 'quê quán',
  address: 'nơi ở hiện nay',
  policyGroup: 'đối tượng chính sách',
  father: 'cha',
  mother: 'mẹ',
  guardian: 'người giám hộ',
  occupation: 'nghề nghiệp',
  history: 'quá trình học tập',
  schoolYear: 'năm học',
  className: 'lớp',
  classId: 'mã lớp',
  grade: 'khối, loại',
  schoolCode: 'mã trường',
  schoolName: 'tên trường',
  entryDate: 'ngày vào trường',
  structure: 'cấu trúc tệp',
  number: 'số phiên bản',
  circular: 'thông tư',
  ruleSet: 'bộ quy tắc',
  article9_3: 'cách áp dụng Điều 9.3',
  source: 'nguồn',
  amendments: 'lần sửa',
  subject: 'môn học',
  revision: 'số lần sửa',
  decidedOn: 'ngày quyết định',
  yearBefore: 'liên kết năm trước',
  digest: 'mã băm',
  version: 'phiên bản',
  absent: 'vì sao không liên kết',
  expectedEffectiveDate: 'ngày hiệu lực dự kiến',
  sectorCode: 'mã môn học của ngành',
  assessedBy: 'hình thức đánh giá',
  periodsPerYear: 'số tiết cả năm',
  exemption: 'miễn, giảm',
  term1: 'học kì I',
  term2: 'học kì II',
  year: 'cả năm',
  reassessed: 'đánh giá lại',
  finalScore: 'điểm kiểm tra định kì',
  comment: 'nhận xét',
  teacher: 'giáo viên',
  substitute: 'người kí thay',
  excusedAbsences: 'số buổi nghỉ có phép',
  unexcusedAbsences: 'số buổi nghỉ không phép',
  individualPlan: 'kế hoạch giáo dục cá nhân',
  conduct: 'kết quả rèn luyện',
  learning: 'kết quả học tập',
  afterSummer: 'sau hè',
  afterReassessment: 'sau đánh giá lại',
  yearBeforeArticle9_3: 'trước khi áp dụng Điều 9.3',
  articleCulprit: 'môn được xét theo Điều 9.3',
  heightCm: 'chiều cao',
  weightKg: 'cân nặng',
  qualities: 'phẩm chất',
  qualitiesComment: 'nhận xét phẩm chất',
  competences: 'năng lực',
  generalCompetencesComment: 'nhận xét năng lực chung',
  specificCompetencesComment: 'nhận xét năng lực đặc thù',
  outstanding: 'tiêu biểu, được lớp công nhận',
  yearResult: 'kết quả giáo dục',
  principalDecision: 'quyết định của hiệu trưởng',
  decision: 'lên lớp',
  completion: 'hoàn thành chương trình lớp học',
  levelCompletion: 'hoàn thành chương trình cấp học',
  award: 'khen thưởng',
  commendations: 'khen thưởng khác',
  certificates: 'chứng chỉ',
  competitions: 'cuộc thi',
  summerComment: 'nhận xét sau hè',
  homeroomTeacher: 'giáo viên chủ nhiệm',
  signingPlace: 'nơi kí',
}

const traits = new Map<string, string>([...qualities, ...competences].map(({ code, name }) => [code, name]))

const labelOf = (key: string): string =>
  /^\d+$/.test(key) ? String(Number(key) + 1) : (labels[key] ?? traits.get(key) ?? key)

/** What a value of a report is called, in a teacher's words: 'kết quả rèn luyện, học kì II'. */
export const changeLabel = (path: readonly string[]): string => {
  const text = path.map(labelOf).join(', ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

const words: Readonly<Record<string, string>> = {
  ...ratingNames,
  ...yearResultNames,
  ...awardNames,
  promoted: 'Được lên lớp',
  retained: 'Không được lên lớp',
  male: 'Nam',
  female: 'Nữ',
  principal: 'Hiệu trưởng',
  'vice-principal': 'Phó hiệu trưởng',
  true: 'Có',
  false: 'Không',
}

/** Keys whose values come from a closed list of the code; what people typed is shown as they typed it. */
const coded = new Set([
  'term1',
  'term2',
  'year',
  'reassessed',
  'afterSummer',
  'afterReassessment',
  'yearBeforeArticle9_3',
  'yearResult',
  'award',
  'decision',
  'principalDecision',
  'gender',
  'post',
])

const shownDigest = 8

/** A value of a report as it is shown: marks with a comma, dates the Vietnamese way, words of closed lists by name. */
export const changeValue = (path: readonly string[], value: unknown): string => {
  const key = path.at(-1) ?? ''
  const text = String(value)
  if (key === 'identityDigest' || key === 'digest') return `${text.slice(0, shownDigest)}…`
  if (typeof value === 'boolean' || coded.has(key)) return words[text] ?? text.replace('.', ',')
  return isPlainDate(value) ? formatDate(value) : text
}
