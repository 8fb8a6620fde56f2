import type { AdministrativeUnit } from '../../shared/bodies.ts'
import type { SubstitutionOrder } from '../../shared/student.ts'
import { textLimits } from '../../shared/limits.ts'
import { optional, simple, textOf, type Field } from '../codec/field.ts'
import { group } from '../codec/group.ts'
import type { ApprovingSignatory, Signatory } from '../report.ts'
import * as as from './spellings.ts'

/* What several parts of the file have in common: kinds of text, people who sign, administrative units. */
export const name = textOf(textLimits.name)
export const phrase = textOf(textLimits.phrase)
export const className = textOf(textLimits.className)
export const short = textOf(textLimits.short)
export const remark = textOf(textLimits.remark)

export const order = group<SubstitutionOrder>('VanBan', 'Văn bản cho phép ký thay', {
  decisionNumber: simple('SoQuyetDinh', 'Số văn bản', short),
  reason: simple('LyDo', 'Lí do', phrase),
})

export const signatoryFields = {
  staffCode: simple('MaGiaoVien', 'Mã định danh cán bộ', as.staffCode, { sector: 'MaGiaoVien' }),
  fullName: simple('HoTen', 'Họ và tên', name, { sector: 'HoVaTen' }),
  identityDigest: simple(
    'SoDinhDanhBam',
    'SHA-256 của «mã tra cứu năm học:số định danh cá nhân»',
    as.sha256Hex,
  ),
}

export const signatory = (tag: string, meaning: string): Field<Signatory> =>
  group<Signatory>(tag, meaning, signatoryFields)

export const approver = (tag: string, meaning: string): Field<ApprovingSignatory> =>
  group<ApprovingSignatory>(tag, meaning, {
    ...signatoryFields,
    post: simple('ChucVu', 'Chức vụ của người ký', as.post, { sector: 'ChucVuGiamHieu' }),
    onBehalf: optional(order),
  })

export const unit = (tag: string, meaning: string, sector: string): Field<AdministrativeUnit> =>
  group<AdministrativeUnit>(tag, meaning, {
    code: simple('Ma', 'Mã đơn vị hành chính khi ký (QĐ 19/2025/QĐ-TTg)', as.unitCode, { sector }),
    name: simple('Ten', 'Tên đơn vị hành chính khi ký', name),
  })

export const demonstration = optional(
  simple('MinhHoa', 'Có mặt khi là bản minh họa, không có giá trị pháp lý', phrase),
)
export const bookCode = simple('MaTraCuu', 'Mã tra cứu của học bạ', as.lookupCode, {
  sector: 'MaDinhDanhHocBa',
})
