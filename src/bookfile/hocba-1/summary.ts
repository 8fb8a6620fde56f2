import type { StudyCertificate } from '../../shared/student.ts'
import { competences, generalCompetences, qualities, type Trait } from '../../shared/traits.ts'
import { flag, integerTo, many, optional, simple, wordOf, type Field } from '../codec/field.ts'
import { group } from '../codec/group.ts'
import type { ConductResult, LearningResult, TraitResult, YearSummary } from '../report.ts'
import { countLimits } from '../../shared/limits.ts'
import { approver, phrase, remark, short, signatory } from './common.ts'
import * as as from './spellings.ts'

const traitOf = <Code extends string>(
  tag: string,
  meaning: string,
  traits: readonly Trait<Code>[],
): Field<TraitResult<Code>> =>
  group<TraitResult<Code>>(tag, meaning, {
    code: simple('Ma', 'Mã của ngành', wordOf<Code>(numbersOf(traits)), { sector: 'nang_luc_pham_chat_id' }),
    level: simple('Muc', 'Mức đạt được', as.traitLevel),
  })

const numbersOf = <Code extends string>(traits: readonly Trait<Code>[]): Readonly<Record<Code, string>> =>
  Object.fromEntries(traits.map(({ code, sectorCode }) => [code, sectorCode])) as Record<Code, string>

const conduct = group<ConductResult>('RenLuyen', 'Kết quả rèn luyện', {
  term1: optional(simple('HK1', 'Học kì I', as.rating, { sector: 'ket_qua_ren_luyen_ky_1_id' })),
  term2: optional(simple('HK2', 'Học kì II', as.rating, { sector: 'ket_qua_ren_luyen_ky_2_id' })),
  year: optional(simple('CaNam', 'Cả năm', as.rating, { sector: 'ket_qua_ren_luyen_nam_id' })),
  afterSummer: optional(
    simple('SauHe', 'Sau rèn luyện trong hè', as.rating, { sector: 'ket_qua_ren_luyen_ky_he' }),
  ),
})

const learning = group<LearningResult>('HocTap', 'Kết quả học tập', {
  term1: optional(simple('HK1', 'Học kì I', as.rating, { sector: 'ket_qua_hoc_tap_ky_1_id' })),
  term2: optional(simple('HK2', 'Học kì II', as.rating, { sector: 'ket_qua_hoc_tap_ky_2_id' })),
  year: optional(simple('CaNam', 'Cả năm', as.rating, { sector: 'ket_qua_hoc_tap_nam_id' })),
  yearBeforeArticle9_3: optional(simple('TruocDieuChinh', 'Mức trước điều chỉnh (Điều 9.3)', as.rating)),
  articleCulprit: optional(simple('MonDieuChinh', 'Môn dẫn đến điều chỉnh (Điều 9.3)', as.subjectCode)),
  afterReassessment: optional(
    simple('SauDanhGiaLai', 'Sau đánh giá lại', as.rating, { sector: 'ket_qua_hoc_tap_he_id' }),
  ),
})

const certificate = group<StudyCertificate>('ChungChi', 'Chứng chỉ', {
  name: simple('Ten', 'Tên chứng chỉ', phrase, { sector: 'loai_chung_chi' }),
  grade: optional(simple('Loai', 'Xếp loại', phrase, { sector: 'ket_qua_xep_loai' })),
})

/** `TongKet`: what the homeroom teacher answers for and the principal approves. */
export const summary = group<YearSummary>(
  'TongKet',
  'Tổng kết năm học',
  {
    excusedAbsences: optional(
      simple('NghiCoPhep', 'Số buổi (tiểu học: ngày) nghỉ có phép', integerTo(400), {
        sector: 'so_buoi_nghi_hoc_co_phep',
      }),
    ),
    unexcusedAbsences: optional(
      simple('NghiKhongPhep', 'Số buổi (tiểu học: ngày) nghỉ không phép', integerTo(400), {
        sector: 'so_buoi_nghi_hoc_khong_phep',
      }),
    ),
    individualPlan: optional(
      simple('CoKhuyetTatKhongDanhGia', 'Đánh giá theo kế hoạch giáo dục cá nhân', flag, {
        sector: 'CoKhuyetTatKhongDanhGia',
      }),
    ),
    conduct: optional(conduct),
    learning: optional(learning),
    heightCm: optional(simple('ChieuCao', 'Chiều cao, cm', integerTo(250), { sector: 'chieu_cao' })),
    weightKg: optional(simple('CanNang', 'Cân nặng, kg', as.weight, { sector: 'can_nang' })),
    qualities: many(traitOf('PhamChat', 'Một phẩm chất', qualities), 5),
    qualitiesComment: optional(
      simple('NhanXetPhamChat', 'Nhận xét phẩm chất', remark, { sector: 'nhan_xet_pham_chat' }),
    ),
    competences: many(traitOf('NangLuc', 'Một năng lực', competences), 10),
    generalCompetencesComment: optional(
      simple(
        'NhanXetNangLucChung',
        `Nhận xét năng lực chung (${generalCompetences.length} năng lực)`,
        remark,
        {
          sector: 'nhan_xet_nang_luc_chung',
        },
      ),
    ),
    specificCompetencesComment: optional(
      simple('NhanXetNangLucDacThu', 'Nhận xét năng lực đặc thù', remark, {
        sector: 'nhan_xet_nang_luc_dac_thu',
      }),
    ),
    outstanding: optional(simple('NoiBat', 'Được lớp công nhận nổi bật (TT 27/2020 Điều 13)', flag)),
    yearResult: optional(simple('KetQuaGiaoDuc', 'Đánh giá kết quả giáo dục', as.yearResult)),
    principalDecision: optional(
      simple('QuyetDinhHieuTruong', 'Quyết định của hiệu trưởng: 1 lên lớp, 0 ở lại', as.promotion),
    ),
    decision: simple('DuocLenLop', '1 được lên lớp, 0 ở lại lớp', as.promotion, { sector: 'DuocLenLop' }),
    completion: optional(
      simple('HoanThanhChuongTrinhLop', 'Hoàn thành chương trình lớp học', flag, {
        sector: 'DaHoanThanhChuongTrinhLopHoc',
      }),
    ),
    levelCompletion: optional(
      simple('HoanThanhCapHoc', 'Hoàn thành chương trình cấp học', flag, {
        sector: 'DaHoanThanhChuongTrinhTieuHoc',
      }),
    ),
    award: optional(simple('DanhHieu', 'Danh hiệu', as.award, { sector: 'MaDanhHieu' })),
    commendations: many(
      simple('KhenThuong', 'Khen thưởng khác', phrase, { sector: 'khen_thuong' }),
      countLimits.commendations,
    ),
    certificates: many(certificate, countLimits.certificates),
    competitions: many(
      simple('CuocThi', 'Kết quả tham gia cuộc thi', phrase, { sector: 'tham_gia_cuoc_thi' }),
      countLimits.competitions,
    ),
    comment: optional(
      simple('NhanXet', 'Nhận xét của giáo viên chủ nhiệm', remark, { sector: 'nhan_xet_tong_hop' }),
    ),
    summerComment: optional(simple('NhanXetSauHe', 'Kết quả rèn luyện trong kì nghỉ hè', remark)),
    homeroomTeacher: signatory('GiaoVienChuNhiem', 'Giáo viên chủ nhiệm'),
    approver: approver('NguoiPheDuyet', 'Hiệu trưởng, hoặc phó hiệu trưởng ký thay'),
    signingPlace: simple('DiaDanhPhatHanh', 'Địa danh phát hành', short, { sector: 'DiaDanhPhatHanh' }),
  },
  'tk',
)
