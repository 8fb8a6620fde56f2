import type { Relative, SchoolingHistoryRow, StudentProfile } from '../../shared/student.ts'
import { optional, simple, type Field } from '../codec/field.ts'
import { group, listOf } from '../codec/group.ts'
import type { Cover, IssuingSchool, ReportIdentity } from '../report.ts'
import { countLimits } from '../../shared/limits.ts'
import { approver, bookCode, className, demonstration, name, phrase, short, unit } from './common.ts'
import * as as from './spellings.ts'

const relative = (tag: string, meaning: string, sector: string): Field<Relative> =>
  group<Relative>(tag, meaning, {
    fullName: simple('HoTen', 'Họ và tên', name, { sector }),
    occupation: optional(simple('NgheNghiep', 'Nghề nghiệp', phrase)),
  })

const student = group<StudentProfile>('HocSinh', 'Sơ yếu lí lịch', {
  studentCode: simple('MaHocSinh', 'Mã định danh Bộ GD&ĐT của học sinh', as.sectorCode, {
    sector: 'MaHocSinh',
  }),
  citizenId: optional(simple('MaDinhDanh', 'Số định danh cá nhân', as.citizenId, { sector: 'SoDinhDanh' })),
  foreignPaper: optional(simple('SoGiayToXNC', 'Giấy tờ xuất nhập cảnh', short, { sector: 'SoGiayToXNC' })),
  registerNumber: optional(simple('SoDangBo', 'Số sổ đăng bộ', short, { sector: 'so_so_dang_bo' })),
  fullName: simple('HoTen', 'Họ và tên', name, { sector: 'HoVaTen' }),
  gender: simple('GioiTinh', 'Giới tính: 1 nam, 2 nữ', as.gender, { sector: 'GioiTinh' }),
  birthDate: simple('NgaySinh', 'Ngày, tháng, năm sinh (có thể chỉ có tháng, năm)', as.partialDate, {
    sector: 'NgayThangNamSinh',
  }),
  ethnicity: simple('DanToc', 'Dân tộc', short, { sector: 'DanToc' }),
  nationality: simple('QuocTich', 'Quốc tịch', short, { sector: 'QuocTich' }),
  birthPlace: simple('NoiSinh', 'Nơi sinh', phrase, { sector: 'NoiSinh' }),
  hometown: optional(simple('QueQuan', 'Quê quán', phrase)),
  address: simple('NoiOHienNay', 'Nơi ở hiện nay', phrase, { sector: 'NoiOHienTai' }),
  policyGroup: optional(
    simple('DoiTuongChinhSach', 'Đối tượng chính sách', phrase, { sector: 'DoiTuongChinhSach' }),
  ),
  father: optional(relative('Cha', 'Cha', 'HoTenCha')),
  mother: optional(relative('Me', 'Mẹ', 'HoTenMe')),
  guardian: optional(relative('NguoiGiamHo', 'Người giám hộ', 'HoTenNguoiGiamHo')),
})

const history = group<SchoolingHistoryRow>('Nam', 'Một năm học trước năm này', {
  schoolYear: simple('NamHoc', 'Năm học', as.schoolYear),
  className: simple('Lop', 'Lớp', className),
  schoolCode: optional(simple('MaTruong', 'Mã trường', as.sectorCode, { sector: 'MaTruong' })),
  schoolName: simple('TenTruong', 'Tên trường', phrase),
  registerNumber: optional(simple('SoDangBo', 'Số đăng bộ', short)),
  entryDate: optional(simple('NgayVao', 'Ngày nhập học hoặc chuyển đến', as.date)),
})

const school = group<IssuingSchool>('Truong', 'Trường phát hành, tên gọi khi ký', {
  code: simple('MaTruong', 'Mã trường', as.sectorCode, { sector: 'MaTruong' }),
  name: simple('TenTruong', 'Tên trường', phrase, { sector: 'co_so_giao_duc' }),
  ward: unit('Xa', 'Xã, phường, đặc khu', 'MaXa'),
  district: optional(unit('Huyen', 'Huyện, quận (trước 01/7/2025)', 'MaHuyen')),
  province: unit('Tinh', 'Tỉnh, thành phố', 'MaTinh'),
})

/** `Bia`: signed at the start of the year. */
export const cover = group<Cover>(
  'Bia',
  'Bìa và trang thông tin',
  {
    bookLookupCode: bookCode,
    level: simple('CapHoc', 'Cấp học: 02 tiểu học, 03 THCS, 04 THPT', as.level, { sector: 'MaNhomCapHoc' }),
    demonstration,
    school,
    approver: approver('NguoiKyBia', 'Người ký chốt bìa'),
    student,
    history: listOf('QuaTrinhHocTap', 'Quá trình học tập trước năm học này', history, countLimits.history),
  },
  'bia',
)

/** `DinhDanh`: covered by every teacher. */
export const identity = group<ReportIdentity>(
  'DinhDanh',
  'Định danh: học bạ của ai, năm nào, ở đâu',
  {
    bookLookupCode: bookCode,
    yearLookupCode: simple('MaTraCuuNam', 'Mã tra cứu của năm học', as.lookupCode, { sector: 'hoc_ba_id' }),
    demonstration,
    studentCode: simple('MaHocSinh', 'Mã định danh Bộ GD&ĐT của học sinh', as.sectorCode, {
      sector: 'MaHocSinh',
    }),
    citizenId: optional(simple('MaDinhDanh', 'Số định danh cá nhân', as.citizenId, { sector: 'SoDinhDanh' })),
    fullName: simple('HoTen', 'Họ và tên', name, { sector: 'HoVaTen' }),
    birthDate: simple('NgaySinh', 'Ngày sinh', as.partialDate, { sector: 'NgayThangNamSinh' }),
    schoolCode: simple('MaTruong', 'Mã trường', as.sectorCode, { sector: 'MaTruong' }),
    schoolName: simple('TenTruong', 'Tên trường', phrase, { sector: 'co_so_giao_duc' }),
    schoolYear: simple('NamHoc', 'Năm học', as.schoolYear, { sector: 'nam_bat_dau' }),
    grade: simple('Khoi', 'Khối lớp', as.grade, { sector: 'khoi_lop_hoc_id' }),
    classId: simple('MaLop', 'Mã lớp', as.sectorCode, { sector: 'MaLop' }),
    className: simple('TenLop', 'Tên lớp', className, { sector: 'ten_lop_hoc' }),
    entryDate: optional(simple('NgayVao', 'Ngày nhập học hoặc chuyển đến trường', as.date)),
  },
  'dd',
)
