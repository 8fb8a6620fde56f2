import { describe, expect, it } from 'vitest'
import {
  listedPupils as pupils,
  readRebuilt as read,
  refuseRebuilt as refuse,
} from '../testing/read-rebuilt.ts'
import { addSheet, type Drafts } from '../testing/rebuild.ts'

const csdlHeader =
  'STT,Mã định danh Bộ GD&ĐT,Họ tên,Ngày sinh,Giới tính,Dân tộc,Trạng thái,SĐT liên hệ,Nơi sinh chi tiết,Tổ/thôn Hộ khẩu thường trú,Tỉnh thành quê quán,Phường Xã quê quán,Chỗ ở hiện nay,Số CMND,Ngày cấp,Nơi cấp,Tên cha,Nghề nghiệp cha,Năm sinh cha,Tên mẹ,Nghề nghiệp mẹ,Năm sinh mẹ,Lớp học,Khối học,Số định danh cá nhân'.split(
    ',',
  )

const csdlRow = (
  number: number,
  code: string,
  name: string,
  className: string,
  citizenId: string,
  status = 'Đang học',
) => [
  number,
  code,
  name,
  '05/09/2014',
  'Nữ',
  'Kinh',
  status,
  '0900000000',
  'Xã Bến Trúc',
  'Thôn Thượng',
  'Tỉnh Sông Lam',
  'Xã Bến Trúc',
  'Thôn Thượng, Xã Bến Trúc',
  '',
  '',
  '',
  'Đặng Văn Lâm',
  'Thợ mộc',
  1980,
  null,
  null,
  null,
  className,
  'Khối 6',
  citizenId,
]

const classList = (drafts: Drafts): void => {
  drafts.delete('Học sinh')
  addSheet(drafts, 'Danh sách 6A1', [
    ['SỞ GIÁO DỤC VÀ ĐÀO TẠO'],
    ['DANH SÁCH HỌC SINH LỚP 6A1'],
    [],
    csdlHeader,
    csdlRow(1, '0112345601', 'Đặng Ánh Dương', '6A1', '001214000001'),
    csdlRow(2, '0112345602', 'Ngần Thị Ưu', '6A1', '001214000002'),
    csdlRow(3, '0112345699', 'Lê Đã Đi', '6A1', '001214000099', 'Chuyển trường'),
  ])
  addSheet(drafts, 'Danh sách 6A2', [
    csdlHeader,
    csdlRow(1, '0112345603', 'Hà Minh Khuê', '6A2', '001214000003'),
  ])
}

describe('the class list exported from CSDL ngành', () => {
  it('takes the place of trang Học sinh, one sheet for each class', async () => {
    const { records, notes } = await read(classList)
    expect(
      records.students.map(({ profile, classId }) => [profile.studentCode, profile.fullName, classId]),
    ).toEqual([
      ['0112345601', 'Đặng Ánh Dương', '6A1'],
      ['0112345602', 'Ngần Thị Ưu', '6A1'],
      ['0112345603', 'Hà Minh Khuê', '6A2'],
    ])
    expect(records.students[0]?.profile).toMatchObject({
      citizenId: '001214000001',
      nationality: 'Việt Nam',
      birthPlace: 'Xã Bến Trúc',
      hometown: 'Xã Bến Trúc, Tỉnh Sông Lam',
      father: { fullName: 'Đặng Văn Lâm', occupation: 'Thợ mộc' },
    })
    const messages = notes.map(({ message }) => message)
    expect(messages).toContain('học sinh đã chuyển đi hoặc thôi học, không đọc')
    expect(messages.some((message) => message.includes('quốc tịch Việt Nam'))).toBe(true)
    expect(messages).toContain("cột 'SĐT liên hệ' không dùng đến, không đọc")
  })

  it('does not invent the nationality of a pupil without a citizen number', async () => {
    const problems = await refuse((drafts) => {
      classList(drafts)
      const row = drafts.get('Danh sách 6A1')?.rows[4]
      if (row) row[24] = ''
    })
    expect(problems.map(({ message }) => message)).toContain("chưa ghi 'Quốc tịch'")
  })
})

const vnEduHeader =
  'STT,Lớp học,Mã học sinh,Mã MOET,Mã VEMIS,Sổ đăng bộ,Số định danh cá nhân,Họ tên,Ngày sinh,Giới tính,Chỗ ở hiện nay,Hộ khẩu thường trú,Nơi sinh,Quê quán,Chứng minh thư,Ngày cấp CMT,Nơi cấp CMT,Dân tộc,Tôn giáo,Diện chính sách,Diện khuyết tật,Cận nghèo,Đoàn viên,Đội viên,Con giáo viên,Tên cha,Nghề nghiệp cha,Năm sinh cha,Tên mẹ,Nghề nghiệp mẹ,Năm sinh mẹ,Điện thoại DĐ,Email,Điện thoại bố,Điện thoại mẹ,Ghi chú,Điện thoại học sinh,Ngày vào trường'.split(
    ',',
  )

const vnEduRow = ([code, name, className, citizenId]: readonly [string, string, string, string]): (
  string | null
)[] =>
  vnEduHeader.map(
    (caption) =>
      ({
        'Lớp học': className,
        'Mã học sinh': '9990001',
        'Mã MOET': code,
        'Sổ đăng bộ': '12/THCS',
        'Số định danh cá nhân': citizenId,
        'Họ tên': name,
        'Ngày sinh': '05/09/2014',
        'Giới tính': 'Nữ',
        'Chỗ ở hiện nay': 'Thôn Thượng',
        'Nơi sinh': 'Xã Bến Trúc',
        'Quê quán': 'Tỉnh Sông Lam',
        'Dân tộc': 'Kinh',
        'Ngày vào trường': '01/09/2025',
      })[caption] ?? null,
  )

describe('the student list of vnEdu', () => {
  it('has 38 columns under a header in row 7, and calls the code Mã MOET', async () => {
    const { records } = await read((drafts) => {
      drafts.delete('Học sinh')
      addSheet(drafts, 'DSHS', [
        ['UBND XÃ BẾN TRÚC'],
        ['TRƯỜNG THCS ĐỒNG VỌNG'],
        [],
        ['DANH SÁCH HỌC SINH'],
        [],
        [],
        vnEduHeader,
        ...pupils.map((pupil) => vnEduRow(pupil)),
      ])
    })
    expect(vnEduHeader).toHaveLength(38)
    expect(records.students.map(({ profile }) => profile.studentCode)).toEqual(pupils.map(([code]) => code))
    expect(records.students[0]).toMatchObject({
      entryDate: '2025-09-01',
      profile: { registerNumber: '12/THCS', hometown: 'Tỉnh Sông Lam', nationality: 'Việt Nam' },
    })
  })

  it('of 2026 splits addresses, in a second header row or in captions of their own', async () => {
    const parts = ['SN/Xóm', 'Khu dân cư', 'Tỉnh/Tp', 'Xã/Phường']
    const plain = [
      'STT',
      'Lớp học',
      'Mã MOET',
      'Số định danh cá nhân',
      'Họ tên',
      'Ngày sinh',
      'Giới tính',
      'Dân tộc',
      'Quốc tịch',
    ]
    const groups = ['Chỗ ở hiện nay', 'Hộ khẩu thường trú', 'Nơi sinh', 'Quê quán']
    const row = ([code, name, className, citizenId]: readonly string[]) =>
      [
        1,
        className,
        code,
        citizenId,
        name,
        '05/09/2014',
        'Nữ',
        'Kinh',
        'Việt Nam',
        ...groups.flatMap(() => ['Số 5', 'Thôn Thượng', 'Tỉnh Sông Lam', 'Xã Bến Trúc']),
      ] as (string | number)[]
    const headers = [
      [
        [...plain, ...groups.flatMap((group) => [group, null, null, null])],
        [...plain.map(() => null), ...groups.flatMap(() => parts)],
      ],
      [[...plain, ...groups.flatMap((group) => parts.map((part) => `${group} - ${part}`))]],
    ]
    for (const header of headers) {
      const { records } = await read((drafts) => {
        drafts.delete('Học sinh')
        addSheet(drafts, 'DSHS', [...header, ...pupils.map(row)])
      })
      expect(records.students[0]?.profile).toMatchObject({
        address: 'Số 5, Thôn Thượng, Xã Bến Trúc, Tỉnh Sông Lam',
        birthPlace: 'Số 5, Thôn Thượng, Xã Bến Trúc, Tỉnh Sông Lam',
        hometown: 'Số 5, Thôn Thượng, Xã Bến Trúc, Tỉnh Sông Lam',
      })
    }
  })
})

describe('the staff export of CSDL ngành', () => {
  const header = [
    'UBND Xã',
    'Tên trường',
    'Mã định danh Bộ GD&ĐT',
    'Họ tên',
    'Ngày sinh',
    'Trạng thái',
    'Vị trí việc làm',
    'Số CCCD',
  ]
  const row = (code: string | number, name: string, status: string, post: string, citizenId: string) => [
    'Xã Bến Trúc',
    'Trường THCS Đồng Vọng',
    code,
    name,
    '01/01/1980',
    status,
    post,
    citizenId,
  ]

  it('takes the place of trang Cán bộ', async () => {
    const { records } = await read((drafts) => {
      drafts.delete('Cán bộ')
      addSheet(drafts, 'Export', [
        header,
        row('0100000001', 'Lò Thị Hạnh', 'Đang làm việc', 'Hiệu trưởng', '001080000001'),
        row(100000002, 'Vi Văn Tường', 'Nghỉ hưu', 'Giáo viên THCS hạng II', '001080000002'),
      ])
    })
    expect(records.staff).toStrictEqual([
      {
        staffCode: '0100000001',
        citizenId: '001080000001',
        fullName: 'Lò Thị Hạnh',
        birthDate: '1980-01-01',
        post: 'principal',
      },
      {
        staffCode: '0100000002',
        citizenId: '001080000002',
        fullName: 'Vi Văn Tường',
        birthDate: '1980-01-01',
        post: 'teacher',
        left: true,
      },
    ])
  })
})
