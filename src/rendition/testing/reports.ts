import type {
  ApprovingSignatory,
  Cover,
  Signatory,
  SubjectResult,
  YearReport,
  YearSummary,
} from '../../bookfile/index.ts'
import type { Grade } from '../../shared/education-level.ts'
import { findSubject, subjectsOfLevel, type Subject } from '../../shared/subjects.ts'
import { competencesOfGrade, qualities } from '../../shared/traits.ts'

/*
 * Reports that never change with the rest of the program, so that a released template can be held to its bytes.
 * All people and places are invented.
 */
export type SampleLevel = Cover['level']

const person = (staffCode: string, fullName: string): Signatory => ({
  staffCode,
  fullName,
  identityDigest: 'ab'.repeat(32),
})

export const principal: ApprovingSignatory = { ...person('9900000001', 'Đỗ Thị Hạnh'), post: 'principal' }

/** A vice-principal who signs on the principal's behalf. */
export const vicePrincipal: ApprovingSignatory = {
  ...person('9900000005', 'Ngô Văn Tỉnh'),
  post: 'vice-principal',
  onBehalf: { decisionNumber: '12/QĐ-TBN', reason: 'Hiệu trưởng đi công tác từ ngày 20/5/2026' },
}

const teachers = [
  person('9900000002', 'Vũ Minh Khôi'),
  person('9900000003', 'Lê Thị Ngọc Ánh'),
  person('9900000004', 'Phạm Quốc Bảo'),
] as const

const remarks = [
  'Nắm chắc kiến thức, vận dụng tốt vào bài làm; cần đọc thêm sách và trình bày cẩn thận hơn.',
  'Chăm chỉ, tiến bộ rõ trong học kì II; còn nhầm lẫn khi tính toán.',
  'Tích cực phát biểu, hợp tác tốt với bạn; nên luyện tập đều hằng ngày để nhớ bài lâu hơn.',
]

const grades: Record<SampleLevel, Grade> = { primary: 4, 'lower-secondary': 8, 'upper-secondary': 12 }
const schools: Record<SampleLevel, string> = {
  primary: 'Trường Tiểu học Bến Nứa',
  'lower-secondary': 'Trường THCS Bến Nứa',
  'upper-secondary': 'Trường THPT Sông Lam Hạ',
}

const valuesOf = (
  { assessedBy, testedInGrades }: Subject,
  grade: Grade,
  index: number,
): Partial<SubjectResult> => {
  if (assessedBy === undefined)
    return {
      level: index % 3 === 1 ? 'H' : 'T',
      ...(testedInGrades?.includes(grade) === true ? { finalScore: 7 + (index % 4) } : {}),
    }
  if (assessedBy === 'comment') return { term1: 'pass', term2: 'pass', year: 'pass' }
  return { term1: `7.${index % 10}`, term2: `8.${(index + 3) % 10}`, year: `8.${index % 10}` }
}

/** One subject's result as the sample has it. */
export const sampleSubject = (level: SampleLevel, subject: Subject, index: number): SubjectResult => ({
  code: subject.code,
  sectorCode: subject.sectorCode,
  name: subject.code === 'NGOAI_NGU_1' ? 'Ngoại ngữ 1 (Tiếng Anh)' : subject.name,
  assessedBy: subject.assessedBy ?? 'level',
  ...valuesOf(subject, grades[level], index),
  comment: `${subject.name}: ${remarks[index % remarks.length] ?? ''}`,
  teacher: teachers[index % teachers.length] ?? teachers[0],
  revision: 0,
})

const subjectsFor = (level: SampleLevel): readonly SubjectResult[] => {
  const chosen = new Set(['VAT_LI', 'HOA_HOC', 'TIN_HOC', 'AM_NHAC'])
  return subjectsOfLevel[level]
    .filter(({ grades: taught, code }) => taught.includes(grades[level]) && code !== 'TIENG_DAN_TOC')
    .filter(({ optionalInGrades, code }) => !optionalInGrades.includes(grades[level]) || chosen.has(code))
    .map((subject, index) => sampleSubject(level, subject, index))
}

const primarySummary: Partial<YearSummary> = {
  heightCm: 133,
  weightKg: '28.5',
  qualities: qualities.map(({ code }, index) => ({ code, level: index === 2 ? 'Đ' : 'T' })),
  qualitiesComment: 'Yêu quý bạn bè, thầy cô; thật thà; cần chủ động hơn khi làm việc nhà.',
  competences: competencesOfGrade(4).map(({ code }, index) => ({ code, level: index === 4 ? 'Đ' : 'T' })),
  generalCompetencesComment: 'Biết tự chuẩn bị bài; mạnh dạn khi giao tiếp; biết hỏi khi gặp khó khăn.',
  specificCompetencesComment: 'Đọc, viết lưu loát; tính toán khá nhanh; hát hay, vẽ đẹp; thích vận động.',
  yearResult: 'well-completed',
  outstanding: true,
  award: 'exemplary-student',
}

const secondarySummary: Partial<YearSummary> = {
  conduct: { term1: 'good', term2: 'fair', year: 'good' },
  learning: { term1: 'fair', term2: 'good', year: 'fair' },
  certificates: [{ name: 'Ứng dụng công nghệ thông tin cơ bản', grade: 'Khá' }],
  competitions: ['Giải Ba cuộc thi sáng tạo cấp xã'],
  comment: 'Có ý thức tốt, đi học chuyên cần; cần mạnh dạn hơn khi phát biểu.',
}

const summaryFor = (level: SampleLevel): YearSummary => ({
  excusedAbsences: 3,
  unexcusedAbsences: 1,
  qualities: [],
  competences: [],
  decision: 'promoted',
  completion: true,
  ...(level === 'upper-secondary' ? { levelCompletion: true } : {}),
  commendations: ['Giấy khen phong trào kế hoạch nhỏ'],
  certificates: [],
  competitions: [],
  homeroomTeacher: teachers[0],
  approver: principal,
  signingPlace: 'Bến Nứa',
  ...(level === 'primary' ? primarySummary : secondarySummary),
})

const coverFor = (level: SampleLevel): Cover => ({
  bookLookupCode: '0123456789abcdef0123456789abcdef',
  level,
  demonstration: 'Minh họa – không có giá trị pháp lý',
  school: {
    code: '99001001',
    name: schools[level],
    ward: { code: '99001', name: 'Xã Bến Nứa' },
    province: { code: '99', name: 'Tỉnh Sông Lam Hạ' },
  },
  approver: principal,
  student: {
    studentCode: '9900000001',
    citizenId: '999316000009',
    registerNumber: '1187',
    fullName: 'Nguyễn Thị Thùy Dương',
    gender: 'female',
    birthDate: '2016-03-09',
    ethnicity: 'Tày',
    nationality: 'Việt Nam',
    birthPlace: 'Trạm y tế xã Bến Nứa, tỉnh Sông Lam Hạ',
    hometown: 'Xã Bến Nứa, tỉnh Sông Lam Hạ',
    address: 'Thôn Đông, xã Bến Nứa, tỉnh Sông Lam Hạ',
    policyGroup: 'Con thương binh',
    father: { fullName: 'Nguyễn Văn Dũng', occupation: 'Nông dân' },
    mother: { fullName: 'Trần Thị Mai', occupation: 'Thợ may' },
  },
  history: [
    {
      schoolYear: '2023-2024',
      className: 'A1',
      schoolName: 'Trường Suối Mây',
      registerNumber: '88',
      entryDate: '2023-09-05',
    },
    { schoolYear: '2024-2025', className: 'A2', schoolName: schools[level] },
  ],
})

/** A sound report of each level: grades 4, 8 and 12. */
export const sampleReport = (level: SampleLevel): YearReport => {
  const cover = coverFor(level)
  const { student, school } = cover
  return {
    cover,
    identity: {
      bookLookupCode: cover.bookLookupCode,
      yearLookupCode: 'fedcba9876543210fedcba9876543210',
      demonstration: 'Minh họa – không có giá trị pháp lý',
      studentCode: student.studentCode,
      citizenId: '999316000009',
      fullName: student.fullName,
      birthDate: student.birthDate,
      schoolCode: school.code,
      schoolName: school.name,
      schoolYear: '2025-2026',
      grade: grades[level],
      classId: `${grades[level]}A-2025`,
      className: `${grades[level]}A`,
      entryDate: '2025-09-05',
    },
    version: {
      structure: 'hocba-1',
      number: 1,
      circular: level === 'primary' ? 'TT27/2020' : 'TT22/2021',
      ruleSet: '2021-07-20',
      ...(level === 'primary' ? {} : { article9_3: 'mask' as const }),
      source: 'digital',
      amendments: [],
      yearBefore: { absent: 'paper' },
      expectedEffectiveDate: '2026-06-30',
    },
    subjects: subjectsFor(level),
    summary: summaryFor(level),
  }
}

/** A subject of the level, for cases that need one more or another. */
export const subjectNamed = (level: SampleLevel, code: string): Subject => {
  const subject = findSubject(level, code)
  if (subject === undefined) throw new Error(code)
  return subject
}
