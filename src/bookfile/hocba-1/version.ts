import { integerTo, optional, simple } from '../codec/field.ts'
import { group, listOf } from '../codec/group.ts'
import type { Amendment, ReportVersion, YearBefore } from '../report.ts'
import { phrase, short } from './common.ts'
import * as as from './spellings.ts'

const amendment = group<Amendment>('SuaDoi', 'Một lần sửa một môn sau khi phát hành', {
  subject: simple('MonHoc', 'Môn được sửa', as.subjectCode),
  revision: simple('LanSua', 'Lần sửa thứ mấy của môn này', integerTo(999)),
  reason: simple('LyDo', 'Lí do', phrase),
  decisionNumber: simple('SoQuyetDinh', 'Số quyết định', short),
  decidedOn: simple('NgayQuyetDinh', 'Ngày quyết định', as.date),
})

const yearBefore = group<YearBefore>('NamTruoc', 'Liên kết với học bạ năm trước', {
  digest: optional(simple('HashNamTruoc', 'SHA-256 (base64) của DuLieu năm trước', as.sha256Base64)),
  version: optional(simple('PhienBanNamTruoc', 'Phiên bản năm trước khi đó có hiệu lực', integerTo(999))),
  absent: optional(simple('KhongCo', 'Vì sao không liên kết', as.yearBeforeReason)),
})

/** `PhienBan`: covered by homeroom teacher, principal and seal. */
export const version = group<ReportVersion>(
  'PhienBan',
  'Phiên bản',
  {
    structure: simple('CauTruc', 'Phiên bản cấu trúc tệp', as.structureName),
    number: simple('So', 'Phiên bản của học bạ năm này: 1, 2, …', integerTo(999), { sector: 'PhienBan' }),
    reason: optional(simple('LyDo', 'Lí do có phiên bản sau phiên bản 1', phrase)),
    circular: simple('ThongTu', 'Thông tư đánh giá', as.circular),
    ruleSet: simple('QuyTac', 'Phiên bản bộ quy tắc', short),
    article9_3: optional(simple('CachApDungDieu9_3', 'Cách hiểu Điều 9.3 TT 22/2021', as.article9_3)),
    source: simple('Nguon', 'SO: lập điện tử; SO_HOA: số hóa học bạ giấy', as.source),
    amendments: listOf('DanhSachSuaDoi', 'Các lần sửa', amendment, 200),
    yearBefore,
    expectedEffectiveDate: simple('NgayHieuLucDuKien', 'Ngày hiệu lực dự kiến (ngày chốt)', as.date, {
      sector: 'ngay_hieu_luc',
    }),
  },
  'pb',
)
