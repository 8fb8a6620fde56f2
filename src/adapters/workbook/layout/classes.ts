import { textLimits } from '../../../shared/limits.ts'
import { isGrade, type EducationLevel, type Grade } from '../../../shared/education-level.ts'
import { asIs, optional, required } from '../table/column.ts'
import { opaqueCode, staffCode, staffCodes } from '../values/code.ts'
import { wholeNumber } from '../values/number.ts'
import { refuse, type Parse } from '../values/parsed.ts'
import { text } from '../values/text.ts'
import { subjectNameAt } from './subject-names.ts'

const grade: Parse<Grade> = (raw) => {
  const typed =
    raw instanceof Date
      ? ''
      : String(raw)
          .replace(/^(khối|lớp)\s*/i, '')
          .replace(/^0(?=\d)/, '')
  const value = /^\d{1,2}$/.test(typed) ? Number(typed) : 0
  return isGrade(value) ? { value } : refuse('khối lớp không có', 'gõ một số từ 1 đến 12')
}

const teacherHint = 'Mã cán bộ ở trang Cán bộ.'

const asIsNumber = (value: number): number => value

/** Ranges that the drop-downs of other sheets refer to. */
export const staffCodeList = "'Cán bộ'!$B$4:$B$303"
export const classIdList = "'Lớp'!$B$4:$B$103"
export const subjectList = "'Danh mục'!$A$4:$A$33"

/** Trang 'Lớp'. */
export const classColumns = {
  classId: required('Mã lớp', opaqueCode, asIs, { hint: 'Ví dụ 6A1. Mã lớp dùng ở mọi trang sau.' }),
  name: required('Tên lớp', text(textLimits.className), asIs, { hint: 'Tên in trên học bạ, ví dụ 6A1.' }),
  grade: required('Khối', grade, asIsNumber, { aliases: ['Khối lớp', 'Khối học'], width: 8, asText: false }),
  homeroomTeacher: required('Mã giáo viên chủ nhiệm', staffCode, asIs, {
    aliases: ['Mã GVCN'],
    hint: teacherHint,
    list: staffCodeList,
    width: 16,
  }),
  homeroomName: optional('Họ và tên GVCN (để đối chiếu)', text(textLimits.name), asIs, {
    aliases: ['GVCN'],
    width: 26,
  }),
  foreignLanguage: optional('Ngoại ngữ 1', text(textLimits.short), asIs, {
    hint: 'Ví dụ Tiếng Anh. In trên học bạ.',
  }),
} as const

/** Trang 'Phân công': phân công giảng dạy ở một cấp học. */
export const assignmentColumns = (level: EducationLevel) => ({
  classId: required('Mã lớp', opaqueCode, asIs, { aliases: ['Lớp'], list: classIdList }),
  subject: required('Môn học, hoạt động giáo dục', subjectNameAt(level).parse, subjectNameAt(level).format, {
    aliases: ['Môn học', 'Môn'],
    list: subjectList,
    width: 34,
  }),
  teacher: required('Mã giáo viên phụ trách', staffCode, asIs, {
    aliases: ['Mã giáo viên', 'Mã GV'],
    hint: `Người chịu trách nhiệm và ký số. ${teacherHint}`,
    list: staffCodeList,
    width: 16,
  }),
  teacherName: optional('Họ và tên giáo viên (để đối chiếu)', text(textLimits.name), asIs, { width: 26 }),
  otherTeachers: optional('Mã giáo viên cùng dạy', staffCodes, (codes) => codes.join('; '), {
    hint: 'Các giáo viên khác cùng dạy và đã xác nhận trong sổ; các mã cách nhau bằng dấu chấm phẩy.',
    width: 20,
  }),
  periodsPerYear: required('Số tiết cả năm', wholeNumber(1, 2000), asIsNumber, {
    aliases: ['Số tiết'],
    hint: 'Theo kế hoạch giáo dục của trường; quyết định số lần đánh giá thường xuyên (TT 22/2021, Điều 6).',
    width: 10,
    asText: false,
  }),
  substitutionDecision: optional('Hiệu trưởng ký thay: số quyết định', text(textLimits.short), asIs, {
    hint: 'Chỉ ghi khi giáo viên đã chuyển đi, hiệu trưởng ký thay.',
    width: 20,
  }),
  substitutionReason: optional('Hiệu trưởng ký thay: lí do', text(textLimits.phrase), asIs, { width: 24 }),
})
