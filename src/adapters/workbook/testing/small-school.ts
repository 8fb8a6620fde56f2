import type { SchoolYearRecords, StudentYear, SubjectRecord } from '../../../records/index.ts'

const subjects: readonly SubjectRecord[] = [
  {
    kind: 'marked',
    subject: 'NGU_VAN',
    comment: 'Có tiến bộ',
    terms: {
      1: { regularMarks: ['8', '7.5', '9', '8'], midtermMark: '8', finalMark: '7.5' },
      2: { regularMarks: ['8', '8', '9', '8'], midtermMark: '8.5', finalMark: '8' },
    },
  },
  { kind: 'commented', subject: 'GDTC', terms: { 1: { result: 'pass' }, 2: { result: 'pass' } } },
]

const pupil = (studentCode: string, citizenId: string, fullName: string, classId: string): StudentYear => ({
  profile: {
    studentCode,
    citizenId,
    fullName,
    gender: 'female',
    birthDate: '2014-09-05',
    ethnicity: 'Kinh',
    nationality: 'Việt Nam',
    birthPlace: 'Xã Bến Trúc',
    address: 'Thôn Thượng, Xã Bến Trúc',
  },
  history: [],
  classId,
  yearBefore: 'first',
  subjects,
  homeroom: { absences: { excused: 1, unexcused: 0 }, conduct: { 1: 'good', 2: 'good' }, comment: 'Ngoan' },
})

/** A small invented school: two classes of grade 6, two pupils in the first and one in the second. */
export const smallSchool: SchoolYearRecords = {
  school: {
    code: '0079000123',
    name: 'Trường THCS Đồng Vọng',
    level: 'lower-secondary',
    ward: { code: '00004', name: 'Xã Bến Trúc' },
    province: { code: '01', name: 'Tỉnh Sông Lam' },
    signingPlace: 'Bến Trúc',
    approver: { staffCode: '0100000001' },
  },
  schoolYear: '2025-2026',
  staff: [
    { staffCode: '0100000001', citizenId: '001080000001', fullName: 'Lò Thị Hạnh', post: 'principal' },
    { staffCode: '0100000002', citizenId: '001080000002', fullName: 'Vi Văn Tường', post: 'teacher' },
  ],
  classes: ['6A1', '6A2'].map((name) => ({ classId: name, name, grade: 6, homeroomTeacher: '0100000002' })),
  assignments: ['6A1', '6A2'].flatMap((classId) => [
    { classId, subject: 'NGU_VAN', teacher: '0100000002', periodsPerYear: 140 },
    { classId, subject: 'GDTC', teacher: '0100000002', periodsPerYear: 70 },
  ]),
  students: [
    pupil('0112345601', '001214000001', 'Đặng Ánh Dương', '6A1'),
    pupil('0112345602', '001214000002', 'Ngần Thị Ưu', '6A1'),
    pupil('0112345603', '001214000003', 'Hà Minh Khuê', '6A2'),
  ],
  amendments: [],
}
