import { isSubjectCode } from '../../shared/subjects.ts'
import { competences, generalCompetences, qualities, type Trait } from '../../shared/traits.ts'
import type { AdministrativeUnit } from '../../shared/bodies.ts'
import type { Relative, SchoolingHistoryRow, StudentProfile, StudyCertificate, SubstitutionOrder } from '../../shared/student.ts'
import { flag, integerTo, many, optional, simple, textOf, wordOf, type Field } from '../codec/field.ts'
import { group, identifiedGroup, listOf } from '../codec/group.ts'
import type {
  Amendment,
  ApprovingSignatory,
  ConductResult,
  Cover,
  IssuingSchool,
  LearningResult,
  ReportIdentity,
  ReportVersion,
  Signatory,
  SubjectResult,
  Substitute,
  TraitResult,
  YearBefore,
  YearReport,
  YearSummary,
} from '../report.ts'
import * as as from './spellings.ts'

/*
 * The layout of hocba-1: element names of domain.md §7 and of the sector's dictionary, in the order of the file.
 * This one table writes, reads, declares (hocba-1.xsd) and documents (docs/format.md) every element.
 */
const name = textOf(150)
const phrase = textOf(255)
const remark = textOf(2000)

const order = group<SubstitutionOrder>('VanBan', 'Văn bản cho phép ký thay', {
  decisionNumber: simple('SoQuyetDinh', 'Số văn bản', textOf(60)),
  reason: simple('LyDo', 'Lí do', phrase),
})

const signatoryFields = {
  staffCode: simple('MaGiaoVien', 'Mã định danh cán bộ', as.sectorCode, { sector: 'MaGiaoVien' }),
  fullName: simple('HoTen', 'Họ và tên', name, { sector: 'HoVaTen' }),
  identityDigest: simple('SoDinhDanhBam', 'SHA-256 của «mã tra cứu năm học:số định danh cá nhân»', as.sha256Hex),
}

const signatory = (tag: string, meaning: string): Field<Signatory> => group<Signatory>(tag, meaning, signatoryFields)

const approver = (tag: string, meaning: string): Field<ApprovingSignatory> =>
  group<ApprovingSignatory>(tag, meaning, {
    ...signatoryFields,
    post: simple('ChucVu', 'Chức vụ của người ký', as.post, { sector: 'ChucVuGiamHieu' }),
    onBehalf: optional(order),
  })

const unit = (tag: string, meaning: string, sector: string): Field<AdministrativeUnit> =>
  group<AdministrativeUnit>(tag, meaning, {
    code: simple('Ma', 'Mã đơn vị hành chính khi ký (QĐ 19/2025/QĐ-TTg)', as.unitCode, { sector }),
    name: simple('Ten', 'Tên đơn vị hành chính khi ký', name),
  })

const relative = (tag: string, meaning: string, sector: string): Field<Relative> =>
  group<Relative>(tag, meaning, {
    fullName: simple('HoTen', 'Họ và tên', name, { sector }),
    occupation: optional(simple('NgheNghiep', 'Nghề nghiệp', phrase)),
  })

const student = group<StudentProfile>('HocSinh', 'Sơ yếu lí lịch', {
  studentCode: simple('MaHocSinh', 'Mã định danh Bộ GD&ĐT của học sinh', as.sectorCode, { sector: 'MaHocSinh' }),
  citizenId: optional(simple('MaDinhDanh', 'Số định danh cá nhân', as.citizenId, { sector: 'SoDinhDanh' })),
  foreignPaper: optional(simple('SoGiayToXNC', 'Giấy tờ xuất nhập cảnh', textOf(30), { sector: 'SoGiayToXNC' })),
  registerNumber: optional(simple('SoDangBo', 'Số sổ đăng bộ', textOf(30), { sector: 'so_so_dang_bo' })),
  fullName: simple('HoTen', 'Họ và tên', name, { sector: 'HoVaTen' }),
  gender: simple('GioiTinh', 'Giới tính: 1 nam, 2 nữ', as.gender, { sector: 'GioiTinh' }),
  birthDate: simple('NgaySinh', 'Ngày, tháng, năm sinh (có thể chỉ có tháng, năm)', as.partialDate, {
    sector: 'NgayThangNamSinh',
  }),
  ethnicity: simple('DanToc', 'Dân tộc', textOf(60), { sector: 'DanToc' }),
  nationality: simple('QuocTich', 'Quốc tịch', textOf(60), { sector: 'QuocTich' }),
  birthPlace: simple('NoiSinh', 'Nơi sinh', phrase, { sector: 'NoiSinh' }),
  hometown: optional(simple('QueQuan', 'Quê quán', phrase)),
  address: simple('NoiOHienNay', 'Nơi ở hiện nay', phrase, { sector: 'NoiOHienTai' }),
  policyGroup: optional(simple('DoiTuongChinhSach', 'Đối tượng chính sách', phrase, { sector: 'DoiTuongChinhSach' })),
  father: optional(relative('Cha', 'Cha', 'HoTenCha')),
  mother: optional(relative('Me', 'Mẹ', 'HoTenMe')),
  guardian: optional(relative('NguoiGiamHo', 'Người giám hộ', 'HoTenNguoiGiamHo')),
})

const history = group<SchoolingHistoryRow>('Nam', 'Một năm học trước năm này', {
  schoolYear: simple('NamHoc', 'Năm học', as.schoolYear),
  className: simple('Lop', 'Lớp', textOf(30)),
  schoolCode: optional(simple('MaTruong', 'Mã trường', as.sectorCode, { sector: 'MaTruong' })),
  schoolName: simple('TenTruong', 'Tên trường', phrase),
  registerNumber: optional(simple('SoDangBo', 'Số đăng bộ', textOf(30))),
  entryDate: optional(simple('NgayVao', 'Ngày nhập học hoặc chuyển đến', as.date)),
})

const school = group<IssuingSchool>('Truong', 'Trường phát hành, tên gọi khi ký', {
  code: simple('MaTruong', 'Mã trường', as.sectorCode, { sector: 'MaTruong' }),
  name: simple('TenTruong', 'Tên trường', phrase, { sector: 'co_so_giao_duc' }),
  ward: unit('Xa', 'Xã, phường, đặc khu', 'MaXa'),
  district: optional(unit('Huyen', 'Huyện, quận (trước 01/7/2025)', 'MaHuyen')),
  province: unit('Tinh', 'Tỉnh, thành phố', 'MaTinh'),
})

const demonstration = optional(simple('MinhHoa', 'Có mặt khi là bản minh họa, không có giá trị pháp lý', phrase))
const bookCode = simple('MaTraCuu', 'Mã tra cứu của học bạ', as.lookupCode, { sector: 'MaDinhDanhHocBa' })

const cover = group<Cover>(
  'Bia',
  'Bìa và trang thông tin',
  {
    bookLookupCode: bookCode,
    level: simple('CapHoc', 'Cấp học: 02 tiểu học, 03 THCS, 04 THPT', as.level, { sector: 'MaNhomCapHoc' }),
    demonstration,
    school,
    approver: approver('NguoiKyBia', 'Người ký chốt bìa'),
    student,
    history: listOf('QuaTrinhHocTap', 'Quá trình học tập trước năm học này', history, 20),
  },
  'bia',
)

const identity = group<ReportIdentity>(
  'DinhDanh',
  'Định danh: học bạ của ai, năm nào, ở đâu',
  {
    bookLookupCode: bookCode,
    yearLookupCode: simple('MaTraCuuNam', 'Mã tra cứu của năm học', as.lookupCode, { sector: 'hoc_ba_id' }),
    demonstration,
    studentCode: simple('MaHocSinh', 'Mã định danh Bộ GD&ĐT của học sinh', as.sectorCode, { sector: 'MaHocSinh' }),
    citizenId: optional(simple('MaDinhDanh', 'Số định danh cá nhân', as.citizenId, { sector: 'SoDinhDanh' })),
    fullName: simple('HoTen', 'Họ và tên', name, { sector: 'HoVaTen' }),
    birthDate: simple('NgaySinh', 'Ngày sinh', as.partialDate, { sector: 'NgayThangNamSinh' }),
    schoolCode: simple('MaTruong', 'Mã trường', as.sectorCode, { sector: 'MaTruong' }),
    schoolName: simple('TenTruong', 'Tên trường', phrase, { sector: 'co_so_giao_duc' }),
    schoolYear: simple('NamHoc', 'Năm học', as.schoolYear, { sector: 'nam_bat_dau' }),
    grade: simple('Khoi', 'Khối lớp', as.grade, { sector: 'khoi_lop_hoc_id' }),
    classId: simple('MaLop', 'Mã lớp', as.sectorCode, { sector: 'MaLop' }),
    className: simple('TenLop', 'Tên lớp', textOf(30), { sector: 'ten_lop_hoc' }),
    entryDate: optional(simple('NgayVao', 'Ngày nhập học hoặc chuyển đến trường', as.date)),
  },
  'dd',
)

const amendment = group<Amendment>('SuaDoi', 'Một lần sửa một môn sau khi phát hành', {
  subject: simple('MonHoc', 'Môn được sửa', as.subjectCode),
  revision: simple('LanSua', 'Lần sửa thứ mấy của môn này', integerTo(999)),
  reason: simple('LyDo', 'Lí do', phrase),
  decisionNumber: simple('SoQuyetDinh', 'Số quyết định', textOf(60)),
  decidedOn: simple('NgayQuyetDinh', 'Ngày quyết định', as.date),
})

const yearBefore = group<YearBefore>('NamTruoc', 'Liên kết với học bạ năm trước', {
  digest: optional(simple('HashNamTruoc', 'SHA-256 (base64) của DuLieu năm trước', as.sha256Base64)),
  version: optional(simple('PhienBanNamTruoc', 'Phiên bản năm trước khi đó có hiệu lực', integerTo(999))),
  absent: optional(simple('KhongCo', 'Vì sao không liên kết', as.yearBeforeReason)),
})

const version = group<ReportVersion>(
  'PhienBan',
  'Phiên bản',
  {
    structure: simple('CauTruc', 'Phiên bản cấu trúc tệp', as.structureName),
    number: simple('So', 'Phiên bản của học bạ năm này: 1, 2, …', integerTo(999), { sector: 'PhienBan' }),
    reason: optional(simple('LyDo', 'Lí do có phiên bản sau phiên bản 1', phrase)),
    circular: simple('ThongTu', 'Thông tư đánh giá', as.circular),
    ruleSet: simple('QuyTac', 'Phiên bản bộ quy tắc', textOf(60)),
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

const substitute = group<Substitute>('KyThay', 'Người ký thay giáo viên đã chuyển', {
  ...signatoryFields,
  decisionNumber: simple('SoQuyetDinh', 'Số văn bản', textOf(60)),
  reason: simple('LyDo', 'Lí do', phrase),
})

const subject = identifiedGroup<'code', SubjectResult>(
  'MonHoc',
  'Một môn học hoặc hoạt động giáo dục',
  'mon-',
  'code',
  isSubjectCode,
  {
    sectorCode: simple('MaMonHoc', 'Mã môn học của ngành', as.subjectNumber, { sector: 'MaMonHoc' }),
    name: simple('Ten', 'Tên môn học', phrase),
    assessedBy: simple('HinhThuc', 'Hình thức đánh giá', as.assessedBy),
    periodsPerYear: optional(simple('SoTietNam', 'Số tiết cả năm', integerTo(999))),
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

const traitOf = <Code extends string>(tag: string, meaning: string, traits: readonly Trait<Code>[]): Field<TraitResult<Code>> =>
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
  afterSummer: optional(simple('SauHe', 'Sau rèn luyện trong hè', as.rating, { sector: 'ket_qua_ren_luyen_ky_he' })),
})

const learning = group<LearningResult>('HocTap', 'Kết quả học tập', {
  term1: optional(simple('HK1', 'Học kì I', as.rating, { sector: 'ket_qua_hoc_tap_ky_1_id' })),
  term2: optional(simple('HK2', 'Học kì II', as.rating, { sector: 'ket_qua_hoc_tap_ky_2_id' })),
  year: optional(simple('CaNam', 'Cả năm', as.rating, { sector: 'ket_qua_hoc_tap_nam_id' })),
  yearBeforeArticle9_3: optional(simple('TruocDieuChinh', 'Mức trước điều chỉnh (Điều 9.3)', as.rating)),
  articleCulprit: optional(simple('MonDieuChinh', 'Môn dẫn đến điều chỉnh (Điều 9.3)', as.subjectCode)),
  afterReassessment: optional(simple('SauDanhGiaLai', 'Sau đánh giá lại', as.rating, { sector: 'ket_qua_hoc_tap_he_id' })),
})

const certificate = group<StudyCertificate>('ChungChi', 'Chứng chỉ', {
  name: simple('Ten', 'Tên chứng chỉ', phrase, { sector: 'loai_chung_chi' }),
  grade: optional(simple('Loai', 'Xếp loại', textOf(60), { sector: 'ket_qua_xep_loai' })),
})

const summary = group<YearSummary>(
  'TongKet',
  'Tổng kết năm học',
  {
    excusedAbsences: optional(
      simple('NghiCoPhep', 'Số buổi (tiểu học: ngày) nghỉ có phép', integerTo(400), { sector: 'so_buoi_nghi_hoc_co_phep' }),
    ),
    unexcusedAbsences: optional(
      simple('NghiKhongPhep', 'Số buổi (tiểu học: ngày) nghỉ không phép', integerTo(400), {
        sector: 'so_buoi_nghi_hoc_khong_phep',
      }),
    ),
    individualPlan: optional(
      simple('CoKhuyetTatKhongDanhGia', 'Đánh giá theo kế hoạch giáo dục cá nhân', flag, { sector: 'CoKhuyetTatKhongDanhGia' }),
    ),
    conduct: optional(conduct),
    learning: optional(learning),
    heightCm: optional(simple('ChieuCao', 'Chiều cao, cm', integerTo(250), { sector: 'chieu_cao' })),
    weightKg: optional(simple('CanNang', 'Cân nặng, kg', as.weight, { sector: 'can_nang' })),
    qualities: many(traitOf('PhamChat', 'Một phẩm chất', qualities), 5),
    qualitiesComment: optional(simple('NhanXetPhamChat', 'Nhận xét phẩm chất', remark, { sector: 'nhan_xet_pham_chat' })),
    competences: many(traitOf('NangLuc', 'Một năng lực', competences), 10),
    generalCompetencesComment: optional(
      simple('NhanXetNangLucChung', `Nhận xét năng lực chung (${generalCompetences.length} năng lực)`, remark, {
        sector: 'nhan_xet_nang_luc_chung',
      }),
    ),
    specificCompetencesComment: optional(
      simple('NhanXetNangLucDacThu', 'Nhận xét năng lực đặc thù', remark, { sector: 'nhan_xet_nang_luc_dac_thu' }),
    ),
    outstanding: optional(simple('NoiBat', 'Được lớp công nhận nổi bật (TT 27/2020 Điều 13)', flag)),
    yearResult: optional(simple('KetQuaGiaoDuc', 'Đánh giá kết quả giáo dục', as.yearResult)),
    principalDecision: optional(simple('QuyetDinhHieuTruong', 'Quyết định của hiệu trưởng: 1 lên lớp, 0 ở lại', as.promotion)),
    decision: simple('DuocLenLop', '1 được lên lớp, 0 ở lại lớp', as.promotion, { sector: 'DuocLenLop' }),
    completion: optional(
      simple('HoanThanhChuongTrinhLop', 'Hoàn thành chương trình lớp học', flag, { sector: 'DaHoanThanhChuongTrinhLopHoc' }),
    ),
    levelCompletion: optional(
      simple('HoanThanhCapHoc', 'Hoàn thành chương trình cấp học', flag, { sector: 'DaHoanThanhChuongTrinhTieuHoc' }),
    ),
    award: optional(simple('DanhHieu', 'Danh hiệu', as.award, { sector: 'MaDanhHieu' })),
    commendations: many(simple('KhenThuong', 'Khen thưởng khác', phrase, { sector: 'khen_thuong' }), 20),
    certificates: many(certificate, 10),
    competitions: many(simple('CuocThi', 'Kết quả tham gia cuộc thi', phrase, { sector: 'tham_gia_cuoc_thi' }), 20),
    comment: optional(simple('NhanXet', 'Nhận xét của giáo viên chủ nhiệm', remark, { sector: 'nhan_xet_tong_hop' })),
    summerComment: optional(simple('NhanXetSauHe', 'Kết quả rèn luyện trong kì nghỉ hè', remark)),
    homeroomTeacher: signatory('GiaoVienChuNhiem', 'Giáo viên chủ nhiệm'),
    approver: approver('NguoiPheDuyet', 'Hiệu trưởng, hoặc phó hiệu trưởng ký thay'),
    signingPlace: simple('DiaDanhPhatHanh', 'Địa danh phát hành', textOf(60), { sector: 'DiaDanhPhatHanh' }),
  },
  'tk',
)

/** `DuLieu`: all the data, in five parts that signatures point to. */
export const report: Field<YearReport> = group<YearReport>(
  'DuLieu',
  'Toàn bộ dữ liệu',
  { cover, identity, version, subjects: many(subject, 40), summary },
  'hb',
)
