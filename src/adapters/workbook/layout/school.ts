import { textLimits } from '../../../shared/limits.ts'
import { educationLevels, levelNames } from '../../../shared/education-level.ts'
import { asIs, optional, required } from '../table/column.ts'
import { choice } from '../values/choice.ts'
import { districtCode, opaqueCode, provinceCode, staffCode, wardCode } from '../values/code.ts'
import { schoolYear } from '../values/date.ts'
import { text } from '../values/text.ts'

const level = choice(...educationLevels.map((value) => [value, levelNames[value]] as const))

const article9_3 = choice<'mask' | 'replace'>(
  ['mask', 'Bỏ môn đó ra rồi xét các môn còn lại'],
  ['replace', 'Coi môn đó đạt mức cao nhất rồi xét'],
)

const name = text(textLimits.name)
const short = text(textLimits.short)

/** Trang 'Trường': one caption and one value a line. */
export const schoolFields = {
  schoolYear: required('Năm học', schoolYear, asIs, { hint: 'Ví dụ 2025-2026.' }),
  level: required('Cấp học', level.parse, level.format, { list: level.captions }),
  code: required('Mã trường', opaqueCode, asIs, {
    hint: 'Mã định danh của trường trong CSDL ngành, giữ đủ số 0 ở đầu.',
    aliases: ['Mã định danh trường', 'Mã CSGD'],
  }),
  name: required('Tên trường', text(textLimits.phrase), asIs, {
    hint: 'Ghi đầy đủ, ví dụ Trường Trung học cơ sở Sông Mới.',
  }),
  wardCode: required('Mã xã/phường/đặc khu', wardCode, asIs, {
    aliases: ['Mã xã', 'Mã phường'],
    hint: '5 chữ số theo danh mục đơn vị hành chính (QĐ 19/2025/QĐ-TTg).',
  }),
  wardName: required('Xã/phường/đặc khu', name, asIs, { hint: 'Ví dụ Phường Sông Mới.' }),
  districtCode: optional('Mã huyện', districtCode, asIs, {
    hint: 'Chỉ ghi cho năm học trước ngày 01/7/2025.',
  }),
  districtName: optional('Huyện/quận', name, asIs, { hint: 'Chỉ ghi cho năm học trước ngày 01/7/2025.' }),
  provinceCode: required('Mã tỉnh/thành phố', provinceCode, asIs, { hint: '2 chữ số.' }),
  provinceName: required('Tỉnh/thành phố', name, asIs, {}),
  signingPlace: required('Địa danh ký học bạ', short, asIs, {
    hint: 'In trước ngày tháng: “Sông Mới, ngày … tháng … năm …”.',
  }),
  article9_3: optional('Cách hiểu khoản 3 Điều 9 (TT 22/2021)', article9_3.parse, article9_3.format, {
    list: article9_3.captions,
    hint: 'Khi kết quả học tập bị thấp xuống từ 02 mức chỉ do một môn. Để trống là chưa quyết định.',
  }),
  approver: required('Mã cán bộ của người phê duyệt', staffCode, asIs, {
    hint: 'Hiệu trưởng, hoặc phó hiệu trưởng ký thay; mã phải có ở trang Cán bộ.',
  }),
  onBehalfDecision: optional('Số quyết định ký thay (KT. Hiệu trưởng)', short, asIs, {
    hint: 'Chỉ ghi khi phó hiệu trưởng ký thay.',
  }),
  onBehalfReason: optional('Lí do ký thay', text(textLimits.phrase), asIs, {}),
} as const
