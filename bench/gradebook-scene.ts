import type { SchoolYearRecords, StudentYear } from '../src/records/index.ts'
import type { Grade } from '../src/shared/education-level.ts'
import type { SubjectCode } from '../src/shared/subjects.ts'

/** What the benchmark's school has: each teacher has one subject in one class. */
export const size = { classes: 50, pupils: 40, subjects: ['NGU_VAN', 'TOAN', 'NGOAI_NGU_1', 'KHTN'] } as const

export const schoolYear = '2026-2027'

/** One teacher's sheet. */
export interface Lesson {
  readonly staffCode: string
  readonly fullName: string
  readonly classId: string
  readonly subject: SubjectCode
}

const grades: readonly Grade[] = [6, 7, 8, 9]
const padded = (number: number, width: number): string => String(number).padStart(width, '0')

export const classIds: readonly string[] = Array.from(
  { length: size.classes },
  (_, index) => `${grades[index % grades.length] ?? 6}A${padded(index + 1, 2)}`,
)

export const lessons: readonly Lesson[] = classIds.flatMap((classId, classIndex) =>
  size.subjects.map((subject, index): Lesson => {
    const number = classIndex * size.subjects.length + index + 1
    return {
      staffCode: `CB${padded(number, 4)}`,
      fullName: `Giáo viên ${padded(number, 3)}`,
      classId,
      subject,
    }
  }),
)

export const studentCodesOf = (classId: string): readonly string[] =>
  Array.from({ length: size.pupils }, (_, index) => `${classId}-${padded(index + 1, 3)}`)

const studentOf = (classId: string, studentCode: string): StudentYear => ({
  profile: {
    studentCode,
    fullName: `Học Sinh ${studentCode}`,
    gender: 'female',
    birthDate: '2014-09-05',
    ethnicity: 'Kinh',
    nationality: 'Việt Nam',
    birthPlace: 'Xã Bến Trúc',
    address: 'Xã Bến Trúc',
  },
  history: [],
  classId,
  yearBefore: 'first',
  subjects: [],
  homeroom: {},
})

/** An invented school of 2,000 pupils, 50 classes and 200 teachers, nothing written yet. */
export const school: SchoolYearRecords = {
  school: {
    code: '0079000200',
    name: 'Trường THCS Hai Trăm Thầy Cô',
    level: 'lower-secondary',
    ward: { code: '00004', name: 'Xã Bến Trúc' },
    province: { code: '01', name: 'Tỉnh Sông Lam' },
    signingPlace: 'Bến Trúc',
    approver: { staffCode: 'CB0001' },
  },
  schoolYear,
  staff: lessons.map(({ staffCode, fullName }, index) => ({
    staffCode,
    citizenId: `0010800${padded(index + 1, 5)}`,
    fullName,
    post: index === 0 ? 'principal' : 'teacher',
  })),
  classes: classIds.map((classId, index) => ({
    classId,
    name: classId,
    grade: grades[index % grades.length] ?? 6,
    homeroomTeacher: lessons[index * size.subjects.length]?.staffCode ?? 'CB0001',
  })),
  assignments: lessons.map(({ classId, subject, staffCode }) => ({
    classId,
    subject,
    teacher: staffCode,
    periodsPerYear: 140,
  })),
  students: classIds.flatMap((classId) => studentCodesOf(classId).map((code) => studentOf(classId, code))),
  amendments: [],
}
