import { describe, expect, it } from 'vitest'
import type { SchoolYearRecords, SubjectRecord } from '../../../records/index.ts'
import { formatProblem, readWorkbook, type WorkbookNote, type WorkbookProblem } from '../index.ts'
import { addSheet, rebuild, type Drafts } from '../testing/rebuild.ts'
import { smallSchool } from '../testing/small-school.ts'

const read = async (
  change: (drafts: Drafts) => void,
  records: SchoolYearRecords = smallSchool,
): Promise<{ records: SchoolYearRecords; notes: readonly WorkbookNote[] }> => {
  const reading = await readWorkbook(await rebuild(records, change), { fileName: 'so.xlsx' })
  if (!reading.ok) throw new Error(reading.problems.map(formatProblem).join('\n'))
  return reading
}

const refuse = async (change: (drafts: Drafts) => void): Promise<readonly WorkbookProblem[]> => {
  const reading = await readWorkbook(await rebuild(smallSchool, change), { fileName: 'so.xlsx' })
  if (reading.ok) throw new Error('accepted')
  return reading.problems
}

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

const pupils = [
  ['0112345601', 'Đặng Ánh Dương', '6A1', '001214000001'],
  ['0112345602', 'Ngần Thị Ưu', '6A1', '001214000002'],
  ['0112345603', 'Hà Minh Khuê', '6A2', '001214000003'],
] as const

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

const pattern1 = [
  'STT',
  'Lớp',
  'Mã định danh Bộ GD&ĐT',
  'Họ và tên',
  'Ngày sinh',
  'ĐĐGtx1',
  'ĐĐGtx2',
  'ĐĐGtx3',
  'ĐĐGtx4',
  'ĐĐGtx5',
  'ĐĐGgk',
  'ĐĐGck',
  'Nhận xét',
]
const pattern2 = [
  'STT',
  'Mã định danh Bộ GD&ĐT',
  'Họ và tên',
  'Ngày sinh',
  'ĐĐGtx',
  'ĐĐGgk',
  'ĐĐGck',
  'ĐTBmhk',
  'Mã nhận xét',
  'Nội dung nhận xét',
]
const commentHeader = [
  'STT',
  'Mã định danh Bộ GD&ĐT',
  'Họ và tên',
  'Ngày sinh',
  'Đánh giá',
  'Nội dung nhận xét',
]

const withoutMarks: SchoolYearRecords = {
  ...smallSchool,
  students: smallSchool.students.map((student) => ({ ...student, subjects: [] })),
}
const subjectsOf = (records: SchoolYearRecords, at = 0): readonly SubjectRecord[] =>
  records.students[at]?.subjects ?? []
const [first, second] = pupils

describe('mark files exported from CSDL ngành', () => {
  it('pattern 1 has a column for every mark; class, subject and term stand in the tab', async () => {
    const { records, notes } = await read((drafts) => {
      drafts.delete('Điểm 6A1')
      addSheet(drafts, '6A1 - Ngữ văn - HK1', [
        pattern1,
        [1, '6A1', first[0], first[1], '05/09/2014', 8, '7,5', 9, 'v', null, 8, '7.5', 'Khá'],
      ])
      addSheet(drafts, '6A1 - Văn - HK2', [
        pattern1,
        [1, '6A1', first[0], first[1], '05/09/2014', 9, 9, 9, 9, null, 9, 9, 'Tiến bộ'],
      ])
    }, withoutMarks)
    expect(subjectsOf(records)).toStrictEqual([
      {
        kind: 'marked',
        subject: 'NGU_VAN',
        comment: 'Tiến bộ',
        terms: {
          1: { regularMarks: ['8', '7.5', '9', 'absent'], midtermMark: '8', finalMark: '7.5' },
          2: { regularMarks: ['9', '9', '9', '9'], midtermMark: '9', finalMark: '9' },
        },
      },
    ])
    expect(notes.map(({ message }) => message)).toContain(
      'nhận xét học kì I không vào học bạ khi đã có nhận xét học kì II',
    )
  })

  it('pattern 2 has all regular marks in one cell; titles above the header say what it is about', async () => {
    const { records, notes } = await read((drafts) => {
      drafts.delete('Điểm 6A1')
      addSheet(drafts, 'Sheet1', [
        ['TRƯỜNG THCS ĐỒNG VỌNG'],
        ['BẢNG ĐIỂM MÔN NGỮ VĂN LỚP 6A1 HỌC KỲ I NĂM HỌC 2025-2026'],
        pattern2,
        [1, first[0], first[1], '05/09/2014', '8 7,5 9 8', 8, '7,5', '7,9', 'A1', 'Khá'],
        [2, second[0], second[1], '05/09/2014', null, null, null, '6,5', null, null],
      ])
    }, withoutMarks)
    expect(subjectsOf(records)).toMatchObject([
      {
        comment: 'Khá',
        terms: { 1: { regularMarks: ['8', '7.5', '9', '8'], midtermMark: '8', finalMark: '7.5' } },
      },
    ])
    expect(subjectsOf(records, 1)).toMatchObject([{ terms: { 1: { average: '6.5' } } }])
    expect(notes.map(({ message }) => message)).toContain(
      'điểm trung bình được tính lại từ các điểm thành phần, không đọc',
    )
  })

  it('a comment subject has one result a term', async () => {
    const { records } = await read((drafts) => {
      drafts.delete('Điểm 6A1')
      addSheet(drafts, 'GDTC kì 1', [
        ['Môn: Giáo dục thể chất', null, 'Lớp: 6A1'],
        ['Học kì:', 'I'],
        commentHeader,
        [1, first[0], first[1], '05/09/2014', 'Đạt', 'Nhanh nhẹn'],
        [2, second[0], second[1], '05/09/2014', 'Chưa đạt', null],
      ])
    }, withoutMarks)
    expect(subjectsOf(records)).toStrictEqual([
      { kind: 'commented', subject: 'GDTC', comment: 'Nhanh nhẹn', terms: { 1: { result: 'pass' } } },
    ])
    expect(subjectsOf(records, 1)).toMatchObject([{ terms: { 1: { result: 'not-pass' } } }])
  })

  it.each([
    ['Sheet1', 'môn học, học kì, lớp'],
    ['6A1 - Ngữ văn', 'học kì'],
    ['Ngữ văn - HK2', 'lớp'],
    ['6A1 - HK1', 'môn học'],
  ])('the tab %j leaves unknown: %s', async (tab, unknown) => {
    const [problem] = await refuse((drafts) => {
      drafts.delete('Điểm 6A1')
      addSheet(drafts, tab, [pattern2, [1, first[0], first[1], '05/09/2014', '8 9', 8, 8, 8, null, null]])
    })
    expect(problem).toMatchObject({ sheet: tab, message: `không xác định được ${unknown} của bảng điểm` })
    expect(problem?.remedy).toContain('6A1 - Toán - HK1')
  })

  it('a tab and a title that contradict each other leave the sheet unknown', async () => {
    const [problem] = await refuse((drafts) => {
      drafts.delete('Điểm 6A1')
      addSheet(drafts, '6A1 - Ngữ văn - HK1', [
        ['Học kì II'],
        pattern2,
        [1, first[0], first[1], '', '8', 8, 8, 8, '', ''],
      ])
    })
    expect(problem?.message).toBe('không xác định được học kì của bảng điểm')
  })

  it('a bad mark among several in one cell is named', async () => {
    const problems = await refuse((drafts) => {
      drafts.delete('Điểm 6A1')
      addSheet(drafts, '6A1 - Ngữ văn - HK1', [
        pattern2,
        [1, first[0], first[1], '', '8 85 9', 8, 8, 8, '', ''],
      ])
    })
    expect(problems[0]).toMatchObject({ sheet: '6A1 - Ngữ văn - HK1', cell: 'E2', value: '8 85 9' })
    expect(problems[0]?.message).toContain('“85”')
  })

  it('marks of one subject and term on two sheets are refused, not merged', async () => {
    const problems = await refuse((drafts) => {
      addSheet(drafts, '6A1 - Ngữ văn - HK1', [pattern2, [1, first[0], first[1], '', '8 9', 8, 8, 8, '', '']])
    })
    expect(problems[0]?.message).toMatch(/đã có ở trang khác/)
  })

  it('a pupil of another class, or unknown, is refused', async () => {
    const problems = await refuse((drafts) => {
      drafts.delete('Điểm 6A1')
      addSheet(drafts, 'Văn - HK1', [
        pattern1,
        [1, '6A2', first[0], first[1], '', 8, 8, 8, 8, null, 8, 8, ''],
        [2, '6A1', '0199999999', 'Ai Đó', '', 8, 8, 8, 8, null, 8, 8, ''],
      ])
    })
    expect(problems.slice(0, 2).map(({ cell }) => cell)).toEqual(['C2', 'C3'])
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

describe('a primary mark file', () => {
  const primary: SchoolYearRecords = {
    ...smallSchool,
    school: { ...smallSchool.school, level: 'primary' },
    classes: [{ classId: '4A', name: '4A', grade: 4, homeroomTeacher: '0100000002' }],
    assignments: [{ classId: '4A', subject: 'TOAN', teacher: '0100000002', periodsPerYear: 175 }],
    students: smallSchool.students
      .slice(0, 1)
      .map((student) => ({ ...student, classId: '4A', subjects: [], homeroom: {} })),
  }
  const header = [
    'STT',
    'Lớp',
    'Mã định danh Bộ GD&ĐT',
    'Họ và tên',
    'Ngày sinh',
    'Mức đạt được GK',
    'Nhận xét GK',
    'Mức đạt được CK',
    'Điểm KTĐK',
    'Nhận xét CK',
  ]

  it('gives the level, the score and the comment of the year’s end; the first term is left aside', async () => {
    const { records, notes } = await read((drafts) => {
      drafts.delete('Đánh giá 4A')
      addSheet(drafts, '4A - Toán - HK1', [header, [1, '4A', first[0], first[1], '', 'H', '', 'H', 7, '']])
      addSheet(drafts, '4A - Toán - HK2', [
        header,
        [1, '4A', first[0], first[1], '', 'H', 'Khá', 'T', 9, 'Giỏi'],
      ])
    }, primary)
    expect(subjectsOf(records)).toStrictEqual([
      { kind: 'leveled', subject: 'TOAN', comment: 'Giỏi', level: 'T', finalScore: 9 },
    ])
    expect(
      notes.some(({ sheet, message }) => sheet === '4A - Toán - HK1' && message.includes('không đọc')),
    ).toBe(true)
  })
})
