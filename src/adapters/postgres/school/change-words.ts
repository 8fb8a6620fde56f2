import { formatDate, isPlainDate } from '../../../shared/dates.ts'
import { competences, qualities } from '../../../shared/traits.ts'
import type { Row, Value } from './columns.ts'

/** What each column holds, as the workbook calls it. */
const captions: Readonly<Record<string, string>> = {
  name: 'Tên',
  ward_code: 'Mã xã',
  ward_name: 'Xã, phường',
  district_code: 'Mã huyện',
  district_name: 'Huyện, quận',
  province_code: 'Mã tỉnh',
  province_name: 'Tỉnh, thành phố',
  signing_place: 'Địa danh khi ký',
  article9_3: 'Cách hiểu khoản 3 Điều 9',
  approver: 'Người phê duyệt',
  on_behalf_decision: 'Số quyết định ký thay',
  on_behalf_reason: 'Lí do ký thay',
  citizen_id: 'Số định danh cá nhân',
  full_name: 'Họ và tên',
  birth_date: 'Ngày sinh',
  post: 'Chức vụ',
  subject_group: 'Tổ chuyên môn',
  has_left: 'Đã rời trường',
  grade: 'Khối',
  homeroom_teacher: 'Giáo viên chủ nhiệm',
  foreign_language: 'Ngoại ngữ 1',
  teacher: 'Giáo viên phụ trách',
  periods_per_year: 'Số tiết cả năm',
  principal_decision: 'Quyết định hiệu trưởng ký thay',
  principal_reason: 'Lí do hiệu trưởng ký thay',
  class_id: 'Lớp',
  foreign_paper: 'Giấy tờ của người nước ngoài',
  register_number: 'Số đăng bộ',
  gender: 'Giới tính',
  ethnicity: 'Dân tộc',
  nationality: 'Quốc tịch',
  birth_place: 'Nơi sinh',
  hometown: 'Quê quán',
  address: 'Chỗ ở hiện nay',
  policy_group: 'Diện chính sách',
  father_name: 'Họ tên cha',
  father_occupation: 'Nghề nghiệp cha',
  mother_name: 'Họ tên mẹ',
  mother_occupation: 'Nghề nghiệp mẹ',
  guardian_name: 'Họ tên người giám hộ',
  guardian_occupation: 'Nghề nghiệp người giám hộ',
  entry_date: 'Ngày vào trường',
  book_lookup_code: 'Mã tra cứu học bạ',
  year_lookup_code: 'Mã tra cứu năm học',
  year_before: 'Học bạ năm trước',
  individual_plan: 'Kế hoạch giáo dục cá nhân',
  earlier_year: 'Năm học trước đây',
  class_name: 'Tên lớp',
  school_code: 'Mã trường',
  school_name: 'Tên trường',
  subject: 'Môn học',
  field: 'Ô được đính chính',
  old_value: 'Giá trị cũ',
  new_value: 'Giá trị mới',
  reason: 'Lí do',
  decision_number: 'Số quyết định',
  decided_on: 'Ngày quyết định',
  student_code: 'Học sinh',
}

/** What a column is called; a word of ours never reaches a reader. */
export const captionOf = (column: string): string => captions[column] ?? 'Nội dung khác'

const kinds: Readonly<Record<string, string>> = {
  regular: 'Đánh giá thường xuyên',
  midterm: 'Đánh giá giữa kì',
  final: 'Đánh giá cuối kì',
  topic: 'Cụm chuyên đề',
  average: 'Điểm trung bình môn',
  result: 'Kết quả',
  reassessed: 'Đánh giá lại',
  level: 'Mức đạt được',
  score: 'Điểm kiểm tra',
  comment: 'Nhận xét',
  exempt: 'Miễn học',
  'practice-exempt': 'Miễn phần thực hành',
  absences: 'Số buổi nghỉ',
  certificates: 'Chứng chỉ',
  commendations: 'Khen thưởng',
  competences: 'Năng lực',
  competitions: 'Kết quả các cuộc thi',
  conduct: 'Kết quả rèn luyện',
  generalCompetencesComment: 'Nhận xét năng lực chung',
  heightCm: 'Chiều cao',
  outstanding: 'Được lớp công nhận tiêu biểu',
  principalDecision: 'Quyết định của hiệu trưởng',
  qualities: 'Phẩm chất',
  qualitiesComment: 'Nhận xét phẩm chất',
  specificCompetencesComment: 'Nhận xét năng lực đặc thù',
  summerComment: 'Nhận xét sau hè',
  weightKg: 'Cân nặng',
}

const items: Readonly<Record<string, string>> = {
  'absences.excused': 'có phép',
  'absences.unexcused': 'không phép',
  'conduct.1': 'học kì I',
  'conduct.2': 'học kì II',
  'conduct.afterSummer': 'sau hè',
}

const terms = ['', 'học kì I', 'học kì II'] as const

const traits = new Map<string, string>([...qualities, ...competences].map(({ code, name }) => [code, name]))

/** Which of several: a term, a quality by its name, the place in a list. */
const itemCaption = (kind: string, item: string): string => {
  const place = /^(\d+)(?:\.|$)/.exec(item)?.[1]
  return (
    items[`${kind}.${item}`] ?? traits.get(item) ?? (place === undefined ? '' : `mục ${Number(place) + 1}`)
  )
}

/** What a cell of the gradebook is called: 'Đánh giá thường xuyên 2, học kì I'. */
export const cellCaption = (row: Row): string => {
  const kind = String(row['kind'] ?? row['field'])
  const number = kind === 'regular' ? ` ${Number(row['number']) + 1}` : ''
  const parts = [
    `${kinds[kind] ?? 'Nội dung khác'}${number}`,
    terms[Number(row['term'] ?? 0)] ?? '',
    itemCaption(kind, String(row['item'] ?? '')),
  ]
  return parts.filter((part) => part !== '').join(', ')
}

const words: Readonly<Record<string, string>> = {
  pass: 'Đạt',
  'not-pass': 'Chưa đạt',
  absent: 'vắng',
  true: 'có',
  false: 'không',
  male: 'Nam',
  female: 'Nữ',
  good: 'Tốt',
  fair: 'Khá',
  principal: 'Hiệu trưởng',
  'vice-principal': 'Phó hiệu trưởng',
  teacher: 'Giáo viên',
  clerk: 'Văn thư',
  registrar: 'Nhân viên học vụ',
  accountant: 'Kế toán',
  other: 'Khác',
  promoted: 'Được lên lớp',
  retained: 'Không được lên lớp',
  first: 'Năm đầu',
  paper: 'Học bạ giấy',
  'other-system': 'Hệ thống khác',
  mask: 'Bỏ môn đó ra rồi xét các môn còn lại',
  replace: 'Coi môn đó đạt mức cao nhất rồi xét',
}

/** A value as a reader expects it: days with slashes, marks with a comma; null of what is empty. */
export const sayValue = (column: string, value: Value | undefined): string | null => {
  if (value === null || value === undefined || value === '') return null
  const written = String(value)
  if (isPlainDate(written)) return formatDate(written)
  if (column === 'value' && /^\d{1,2}\.\d$/.test(written)) return written.replace('.', ',')
  return words[written] ?? written
}
