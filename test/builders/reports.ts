import {
  currentVersion,
  identityDigest,
  type Signatory,
  type SubjectResult,
  type YearReport,
} from '../../src/bookfile/index.ts'
import { findRuleSet } from '../../src/evaluation/index.ts'
import { findSubject, type SubjectCode } from '../../src/shared/subjects.ts'
import { competences, qualities } from '../../src/shared/traits.ts'

/** Reports for tests, of invented people; each builder gives a sound report that the rules agree with. */
export const bookLookupCode = '0123456789abcdef0123456789abcdef'
export const yearLookupCode = 'fedcba9876543210fedcba9876543210'

export interface Person {
  readonly staffCode: string
  readonly fullName: string
  readonly citizenId: string
}

export const people = {
  principal: { staffCode: 'CB001', fullName: 'Đỗ Thị Hạnh', citizenId: '999170000001' },
  homeroom: { staffCode: 'CB002', fullName: 'Vũ Minh Khôi', citizenId: '999085000002' },
  second: { staffCode: 'CB003', fullName: 'Lê Thị Ngọc Ánh', citizenId: '999188000003' },
  third: { staffCode: 'CB004', fullName: 'Phạm Quốc Bảo', citizenId: '999083000004' },
} as const satisfies Record<string, Person>

export const schoolOfTests = {
  code: '99001001',
  name: 'Trường THCS Bến Nứa',
  ward: { code: '99001', name: 'Xã Bến Nứa' },
  province: { code: '99', name: 'Tỉnh Sông Lam Hạ' },
}

const signatory = ({ staffCode, fullName, citizenId }: Person): Signatory => ({
  staffCode,
  fullName,
  identityDigest: identityDigest(yearLookupCode, citizenId),
})

const secondarySubject = (code: SubjectCode, teacher: Person, average = '8.0'): SubjectResult => {
  const subject = findSubject('lower-secondary', code)
  if (subject?.assessedBy === undefined) throw new Error(code)
  const isMark = subject.assessedBy === 'mark'
  const value = isMark ? average : 'pass'
  return {
    code,
    sectorCode: subject.sectorCode,
    name: subject.name,
    assessedBy: subject.assessedBy,
    periodsPerYear: subject.periodsPerYear[8] ?? 70,
    term1: value,
    term2: value,
    year: value,
    comment: `Em học ${subject.name} chăm chỉ, tiến bộ rõ & đều; cần đọc thêm <tài liệu>.`,
    teacher: signatory(teacher),
    revision: 0,
  }
}

const approver = { ...signatory(people.principal), post: 'principal' } as const

/** A pupil of grade 8: eight marked and four commented subjects, three teachers. */
export const secondaryReport = (changes: Partial<YearReport> = {}): YearReport => ({
  cover: {
    bookLookupCode,
    level: 'lower-secondary',
    demonstration: 'Minh họa – không có giá trị pháp lý',
    school: schoolOfTests,
    approver,
    student: {
      studentCode: '9900000001',
      citizenId: '999212000009',
      fullName: 'Nguyễn Thị Thùy Dương',
      gender: 'female',
      birthDate: '2012-03-09',
      ethnicity: 'Kinh',
      nationality: 'Việt Nam',
      birthPlace: 'Tỉnh Sông Lam Hạ',
      address: 'Thôn Đông, xã Bến Nứa',
      father: { fullName: 'Nguyễn Văn Dũng', occupation: 'Nông dân' },
      mother: { fullName: 'Trần Thị Mai' },
    },
    history: [{ schoolYear: '2024-2025', className: '7A1', schoolName: schoolOfTests.name }],
  },
  identity: {
    bookLookupCode,
    yearLookupCode,
    demonstration: 'Minh họa – không có giá trị pháp lý',
    studentCode: '9900000001',
    citizenId: '999212000009',
    fullName: 'Nguyễn Thị Thùy Dương',
    birthDate: '2012-03-09',
    schoolCode: schoolOfTests.code,
    schoolName: schoolOfTests.name,
    schoolYear: '2025-2026',
    grade: 8,
    classId: '8A1',
    className: '8A1',
  },
  version: {
    structure: currentVersion.name,
    number: 1,
    circular: 'TT22/2021',
    ruleSet: findRuleSet('TT22/2021', '2025-2026')?.version ?? '',
    article9_3: 'mask',
    source: 'digital',
    amendments: [],
    yearBefore: { absent: 'paper' },
    expectedEffectiveDate: '2026-06-30',
  },
  subjects: [
    secondarySubject('NGU_VAN', people.homeroom),
    secondarySubject('TOAN', people.second, '8.5'),
    secondarySubject('NGOAI_NGU_1', people.third),
    secondarySubject('GDCD', people.homeroom),
    secondarySubject('LICH_SU_DIA_LI', people.third),
    secondarySubject('KHTN', people.second, '9.0'),
    secondarySubject('CONG_NGHE', people.second),
    secondarySubject('TIN_HOC', people.second),
    secondarySubject('GDTC', people.third),
    secondarySubject('NGHE_THUAT', people.third),
    secondarySubject('HDTN_HN', people.homeroom),
    secondarySubject('GDDP', people.homeroom),
  ],
  summary: {
    excusedAbsences: 2,
    unexcusedAbsences: 0,
    conduct: { term1: 'good', term2: 'good', year: 'good' },
    learning: { term1: 'good', term2: 'good', year: 'good' },
    qualities: [],
    competences: [],
    decision: 'promoted',
    completion: true,
    award: 'distinguished-student',
    commendations: ['Giấy khen phong trào kế hoạch nhỏ'],
    certificates: [{ name: 'Tin học cơ bản', grade: 'Khá' }],
    competitions: [],
    comment: 'Em chăm ngoan, có trách nhiệm với tập thể.',
    homeroomTeacher: signatory(people.homeroom),
    approver,
    signingPlace: 'Bến Nứa',
  },
  ...changes,
})

const primarySubject = (code: SubjectCode, teacher: Person, finalScore?: number): SubjectResult => {
  const subject = findSubject('primary', code)
  if (subject === undefined) throw new Error(code)
  return {
    code,
    sectorCode: subject.sectorCode,
    name: subject.name,
    assessedBy: 'level',
    level: 'T',
    ...(finalScore === undefined ? {} : { finalScore }),
    comment: 'Nắm chắc kiến thức.',
    teacher: signatory(teacher),
    revision: 0,
  }
}

/** A pupil of grade 2, all levels T: two teachers. */
export const primaryReport = (): YearReport => {
  const base = secondaryReport()
  return {
    ...base,
    cover: { ...base.cover, level: 'primary', history: [] },
    identity: { ...base.identity, grade: 2, classId: '2A', className: '2A' },
    version: {
      structure: currentVersion.name,
      number: 1,
      circular: 'TT27/2020',
      ruleSet: findRuleSet('TT27/2020', '2025-2026')?.version ?? '',
      source: 'digital',
      amendments: [],
      yearBefore: { absent: 'paper' },
      expectedEffectiveDate: '2026-06-30',
    },
    subjects: [
      primarySubject('TIENG_VIET', people.homeroom, 9),
      primarySubject('TOAN', people.homeroom, 10),
      primarySubject('DAO_DUC', people.homeroom),
      primarySubject('TNXH', people.homeroom),
      primarySubject('GDTC', people.second),
      primarySubject('AM_NHAC', people.second),
      primarySubject('MI_THUAT', people.second),
      primarySubject('HDTN', people.homeroom),
    ],
    summary: {
      excusedAbsences: 1,
      unexcusedAbsences: 0,
      heightCm: 121,
      weightKg: '22.5',
      qualities: qualities.map(({ code }) => ({ code, level: 'T' })),
      qualitiesComment: 'Lễ phép, biết giúp bạn.',
      competences: competences
        .filter(({ code }) => code !== 'CONG_NGHE' && code !== 'TIN_HOC')
        .map(({ code }) => ({ code, level: 'T' })),
      yearResult: 'excellent',
      decision: 'promoted',
      completion: true,
      award: 'excellent-student',
      commendations: [],
      certificates: [],
      competitions: [],
      homeroomTeacher: base.summary.homeroomTeacher,
      approver: base.summary.approver,
      signingPlace: 'Bến Nứa',
    },
  }
}

/** The report with one subject changed. */
export const withSubject = (
  report: YearReport,
  code: SubjectCode,
  changes: Partial<SubjectResult>,
): YearReport => ({
  ...report,
  subjects: report.subjects.map((subject) => (subject.code === code ? { ...subject, ...changes } : subject)),
})

/** The report with some fields of one part changed. */
export const withPart = <P extends 'cover' | 'identity' | 'version' | 'summary'>(
  report: YearReport,
  part: P,
  changes: Partial<YearReport[P]>,
): YearReport => ({ ...report, [part]: { ...report[part], ...changes } })

/** The report as version 2, in which one decision corrected one subject. */
export const amendedReport = (
  report: YearReport,
  code: SubjectCode,
  changes: Partial<SubjectResult>,
): YearReport => {
  const reason = 'Cộng sót điểm ở bài kiểm tra cuối học kì II'
  const decision = { decisionNumber: '61/QĐ-THCS', decidedOn: '2026-06-12' } as const
  const amendments = [{ subject: code, revision: 1, reason, ...decision }]
  return withPart(withSubject(report, code, { ...changes, revision: 1 }), 'version', {
    number: 2,
    reason,
    amendments,
  })
}
