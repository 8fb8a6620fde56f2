import { textLimits } from '../../../shared/limits.ts'
import type { StudentProfile, YearBeforeReason } from '../../../records/index.ts'
import { asIs, optional, required } from '../table/column.ts'
import { choice, tick } from '../values/choice.ts'
import { citizenId, lookupCode, opaqueCode, studentCode } from '../values/code.ts'
import { formatDateCell, partialDate, plainDate, schoolYear } from '../values/date.ts'
import { text } from '../values/text.ts'
import { classIdList } from './classes.ts'

const gender = choice<StudentProfile['gender']>(['male', 'Nam'], ['female', 'Nữ'])

const yearBefore = choice<YearBeforeReason>(
  ['first', 'Năm đầu tiên của cấp học'],
  ['paper', 'Học bạ giấy'],
  ['other-system', 'Học bạ số của hệ thống khác'],
)

const person = text(textLimits.name)
const place = text(textLimits.phrase)

/** The column that says which pupil a row is about. */
export const studentCodeColumn = required('Mã học sinh', studentCode, asIs, {
  aliases: ['Mã định danh Bộ GD&ĐT', 'Mã MOET', 'Mã HS', 'Mã định danh'],
  hint: '10 chữ số, mã định danh trong CSDL ngành. Ô định dạng Văn bản để giữ số 0 ở đầu.',
  width: 14,
})

/** The name beside a code: read only to be compared. */
export const nameColumn = optional('Họ và tên', person, asIs, {
  aliases: ['Họ tên', 'Họ và tên học sinh', 'Họ tên học sinh'],
  width: 26,
})

/** Trang 'Học sinh': hồ sơ và gia đình. */
export const studentColumns = {
  studentCode: studentCodeColumn,
  citizenId: optional('Số định danh cá nhân', citizenId, asIs, {
    aliases: ['Số CCCD', 'Căn cước', 'Căn cước học sinh'],
    hint: '12 chữ số. Người nước ngoài chưa có số định danh thì ghi ở cột Giấy tờ khác.',
    width: 17,
  }),
  foreignPaper: optional('Giấy tờ khác (người nước ngoài)', text(textLimits.short), asIs, { width: 16 }),
  registerNumber: optional('Số sổ đăng bộ', text(textLimits.short), asIs, {
    aliases: ['Sổ đăng bộ', 'Số đăng bộ'],
    width: 12,
  }),
  fullName: required('Họ và tên', person, asIs, { aliases: nameColumn.aliases, width: 26 }),
  gender: required('Giới tính', gender.parse, gender.format, {
    aliases: ['Nam nữ', 'Phái'],
    list: gender.captions,
    width: 9,
  }),
  birthDate: required('Ngày sinh', partialDate, formatDateCell, {
    aliases: ['Ngày, tháng, năm sinh'],
    hint: 'Ngày/tháng/năm, ví dụ 05/09/2014. Chỉ biết tháng hoặc năm thì ghi 09/2014 hoặc 2014.',
    width: 12,
  }),
  classId: required('Mã lớp', opaqueCode, asIs, { aliases: ['Lớp', 'Lớp học'], list: classIdList, width: 9 }),
  ethnicity: required('Dân tộc', text(textLimits.short), asIs, { width: 10 }),
  nationality: required('Quốc tịch', text(textLimits.short), asIs, { width: 11 }),
  birthPlace: required('Nơi sinh', place, asIs, { aliases: ['Nơi sinh chi tiết'], width: 26 }),
  hometown: optional('Quê quán', place, asIs, { width: 26 }),
  address: required('Nơi ở hiện nay', place, asIs, { aliases: ['Chỗ ở hiện nay', 'Địa chỉ'], width: 32 }),
  policyGroup: optional('Đối tượng chính sách', text(textLimits.name), asIs, {
    aliases: ['Diện chính sách', 'Đối tượng ưu tiên'],
    width: 16,
  }),
  fatherName: optional('Họ và tên cha', person, asIs, {
    aliases: ['Tên cha', 'Họ tên cha', 'Họ tên bố'],
    width: 24,
  }),
  fatherJob: optional('Nghề nghiệp cha', person, asIs, { width: 16 }),
  motherName: optional('Họ và tên mẹ', person, asIs, { aliases: ['Tên mẹ', 'Họ tên mẹ'], width: 24 }),
  motherJob: optional('Nghề nghiệp mẹ', person, asIs, { width: 16 }),
  guardianName: optional('Họ và tên người giám hộ', person, asIs, { aliases: ['Người giám hộ'], width: 24 }),
  guardianJob: optional('Nghề nghiệp người giám hộ', person, asIs, { width: 16 }),
  entryDate: optional('Ngày nhập học/chuyển đến', plainDate, formatDateCell, {
    aliases: ['Ngày vào trường', 'Ngày nhập học'],
    width: 12,
  }),
  yearBefore: optional('Học bạ năm học trước', yearBefore.parse, yearBefore.format, {
    list: yearBefore.captions,
    hint: 'Năm học trước được ghi ở đâu; để trống nếu học bạ số của năm trước do chính hệ thống này phát hành.',
    width: 22,
  }),
  individualPlan: optional('Học theo kế hoạch giáo dục cá nhân', tick.parse, tick.format, {
    list: ['x'],
    hint: 'Ghi x cho học sinh khuyết tật được đánh giá theo kế hoạch giáo dục cá nhân (TT 22/2021, Điều 11; TT 27/2020, Điều 8).',
    width: 14,
  }),
  bookLookupCode: optional('Mã tra cứu học bạ', lookupCode, asIs, {
    hint: '32 ký tự. Để trống thì hệ thống cấp mã khi phát hành.',
    width: 36,
  }),
  yearLookupCode: optional('Mã tra cứu của năm học', lookupCode, asIs, {
    hint: '32 ký tự. Để trống thì hệ thống cấp mã khi phát hành.',
    width: 36,
  }),
} as const

/** Trang 'Quá trình học tập': the years before this one, a line for each. */
export const historyColumns = {
  studentCode: studentCodeColumn,
  studentName: nameColumn,
  schoolYear: required('Năm học', schoolYear, asIs, { width: 12 }),
  className: required('Lớp', text(textLimits.className), asIs, { aliases: ['Tên lớp'], width: 9 }),
  schoolCode: optional('Mã trường', opaqueCode, asIs, { width: 14 }),
  schoolName: required('Tên trường', text(textLimits.phrase), asIs, { width: 34 }),
  registerNumber: optional('Số đăng bộ', text(textLimits.short), asIs, {
    aliases: ['Số sổ đăng bộ'],
    width: 12,
  }),
  entryDate: optional('Ngày nhập học/chuyển đến', plainDate, formatDateCell, { width: 14 }),
} as const
