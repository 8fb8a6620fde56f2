import { isSubjectCode } from '../../shared/subjects.ts'
import { integerTo, optional, simple } from '../codec/field.ts'
import { group, identifiedGroup } from '../codec/group.ts'
import type { SubjectResult, Substitute } from '../report.ts'
import { phrase, remark, short, signatory, signatoryFields } from './common.ts'
import * as as from './spellings.ts'

const substitute = group<Substitute>('KyThay', 'Người ký thay giáo viên đã chuyển', {
  ...signatoryFields,
  decisionNumber: simple('SoQuyetDinh', 'Số văn bản', short),
  reason: simple('LyDo', 'Lí do', phrase),
})

/** `MonHoc`: covered by the teacher who answers for it. */
export const subject = identifiedGroup<'code', SubjectResult>(
  'MonHoc',
  'Một môn học hoặc hoạt động giáo dục',
  'mon-',
  'code',
  isSubjectCode,
  {
    sectorCode: simple('MaMonHoc', 'Mã môn học của ngành', as.subjectNumber, { sector: 'MaMonHoc' }),
    name: simple('Ten', 'Tên môn học', phrase),
    assessedBy: simple('HinhThuc', 'Hình thức đánh giá', as.assessedBy),
    periodsPerYear: optional(simple('SoTietNam', 'Số tiết cả năm', integerTo(2000))),
    exemption: optional(simple('MienGiam', 'Miễn môn học (Điều 11) hoặc thực hành (Điều 10)', as.exemption)),
    term1: optional(simple('HK1', 'Học kì I', as.subjectValue, { sector: 'diem_hoc_ky_1' })),
    term2: optional(simple('HK2', 'Học kì II', as.subjectValue, { sector: 'diem_hoc_ky_2' })),
    year: optional(simple('CaNam', 'Cả năm', as.subjectValue, { sector: 'diem_tong_ket' })),
    reassessed: optional(simple('DanhGiaLai', 'Kết quả đánh giá lại', as.subjectValue)),
    level: optional(simple('Muc', 'Mức đạt được', as.subjectLevel, { sector: 'ket_qua_hoc_tap' })),
    finalScore: optional(simple('DiemKTDK', 'Điểm kiểm tra định kì cuối năm', integerTo(10))),
    comment: optional(simple('NhanXet', 'Nhận xét', remark, { sector: 'NhanXet' })),
    teacher: signatory('GiaoVien', 'Giáo viên chịu trách nhiệm'),
    substitute: optional(substitute),
    revision: simple('LanSua', 'Số lần môn này đã sửa sau phát hành', integerTo(999)),
  },
)
