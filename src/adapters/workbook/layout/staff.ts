import { textLimits } from '../../../shared/limits.ts'
import type { StaffPost } from '../../../records/index.ts'
import { asIs, optional, required } from '../table/column.ts'
import { choice, tick } from '../values/choice.ts'
import { citizenId, staffCode } from '../values/code.ts'
import { formatDateCell, plainDate } from '../values/date.ts'
import type { Parse } from '../values/parsed.ts'
import { text } from '../values/text.ts'

const post = choice<StaffPost>(
  ['principal', 'Hiệu trưởng'],
  ['vice-principal', 'Phó hiệu trưởng', 'Phó Hiệu trưởng', 'Hiệu phó'],
  ['teacher', 'Giáo viên', 'GV'],
  ['clerk', 'Văn thư', 'Nhân viên văn thư'],
  ['registrar', 'Học vụ', 'Nhân viên học vụ', 'Giáo vụ', 'Nhân viên giáo vụ'],
  ['accountant', 'Kế toán', 'Nhân viên kế toán'],
  [
    'other',
    'Khác',
    'Nhân viên',
    'Thư viện',
    'Y tế',
    'Bảo vệ',
    'Thiết bị',
    'Nhân viên thư viện',
    'Nhân viên y tế',
  ],
)

// Exports name posts in full, 'Giáo viên THCS hạng II'; which teacher's grade it is says nothing here.
const postOrFamily: Parse<StaffPost> = (raw) => {
  const parsed = post.parse(raw)
  if ('value' in parsed || typeof raw !== 'string') return parsed
  if (/^giáo viên /i.test(raw)) return { value: 'teacher' }
  return /^nhân viên /i.test(raw) ? { value: 'other' } : parsed
}

/** Trang 'Cán bộ'. */
export const staffColumns = {
  staffCode: required('Mã cán bộ', staffCode, asIs, {
    aliases: ['Mã định danh Bộ GD&ĐT', 'Mã CBGVNV', 'Mã GV', 'Mã giáo viên', 'Mã định danh'],
    hint: 'Mã của cán bộ, giáo viên trong CSDL ngành; dùng để phân công ở các trang sau.',
  }),
  citizenId: required('Số định danh cá nhân', citizenId, asIs, {
    aliases: ['Số CCCD', 'CCCD', 'Căn cước', 'Số căn cước', 'Số CMND/CCCD', 'CMND/CCCD', 'Số CMTND/CCCD'],
    hint: '12 chữ số; phải trùng với chứng thư số của người ký.',
    width: 17,
  }),
  fullName: required('Họ và tên', text(textLimits.name), asIs, { aliases: ['Họ tên'], width: 26 }),
  birthDate: optional('Ngày sinh', plainDate, formatDateCell, {
    aliases: ['Ngày, tháng, năm sinh'],
    hint: 'Ngày/tháng/năm, ví dụ 05/09/1985.',
  }),
  post: required('Chức vụ', postOrFamily, post.format, {
    aliases: ['Chức danh', 'Vị trí việc làm'],
    list: post.captions,
    width: 18,
  }),
  subjectGroup: optional('Tổ chuyên môn', text(textLimits.name), asIs, { width: 20 }),
  left: optional('Đã chuyển đi hoặc nghỉ việc', tick.parse, tick.format, {
    list: ['x'],
    hint: 'Ghi x nếu người này không còn ký được; hiệu trưởng sẽ ký thay.',
    width: 12,
  }),
} as const

const status = choice<'working' | 'left'>(
  ['working', 'Đang làm việc', 'Đang công tác'],
  [
    'left',
    'Chuyển đi',
    'Đã chuyển',
    'Nghỉ hưu',
    'Đã nghỉ hưu',
    'Thôi việc',
    'Đã nghỉ việc',
    'Nghỉ việc',
    'Chuyển công tác',
  ],
)

/** The same in the staff export of CSDL ngành, which has a column for who still works there. */
export const staffExportColumns = {
  ...staffColumns,
  status: optional('Trạng thái', status.parse, status.format),
} as const
