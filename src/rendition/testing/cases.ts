import type { SubjectResult, YearReport } from '../../bookfile/index.ts'
import type { SchoolYear } from '../../shared/school-year.ts'
import { principal, vicePrincipal } from './reports.ts'

const sentence = 'Em chăm chỉ, lễ phép, biết lắng nghe và giúp đỡ bạn bè trong mọi hoạt động của lớp; '

/** A comment of just under 2,000 characters, the longest a file may hold. */
export const longComment = sentence.repeat(24).trim().slice(0, 1999)

export const longName =
  'Công Tằng Tôn Nữ Nguyễn Phúc Hoàng Thị Thanh Huyền Trang Mỹ Duyên Quỳnh Như Bảo Ngọc Anh Thư Minh Châu Phương Thảo'

/** Texts that mean something to a markup language, or nothing to the eye. */
export const hostileTexts = [
  '#[*_`$ ~ \\ < > @ref "quoted" \'single\' // /* */ - + = ==',
  '#import "x": * #eval("1+1") $ x^2 $ {{name}} ${1}',
  'W'.repeat(300),
  'dấu‌nối và đảo chiều \u202Eabc\u202C hết',
] as const

type Change = (report: YearReport) => YearReport

export const withSubjects =
  (change: (subject: SubjectResult, index: number) => SubjectResult): Change =>
  (report) => ({ ...report, subjects: report.subjects.map(change) })

export const withName =
  (fullName: string): Change =>
  (report) => ({
    ...report,
    cover: { ...report.cover, student: { ...report.cover.student, fullName } },
    identity: { ...report.identity, fullName },
  })

const everySummaryText =
  (text: string): Change =>
  (report) => ({
    ...report,
    summary: {
      ...report.summary,
      comment: text,
      summerComment: text,
      ...(report.cover.level === 'primary'
        ? { qualitiesComment: text, generalCompetencesComment: text, specificCompetencesComment: text }
        : {}),
    },
  })

const years = Array.from({ length: 12 }, (_, index): SchoolYear => `${2013 + index}-${2014 + index}`)

/** Everything as long as a file allows. */
export const longest: Change = (report) => {
  const named = withName(longName)(withSubjects((subject) => ({ ...subject, comment: longComment }))(report))
  const address = `${sentence}${sentence}${sentence}`.slice(0, 250)
  const { cover } = named
  return everySummaryText(longComment)({
    ...named,
    cover: {
      ...cover,
      school: { ...cover.school, name: `Trường ${longName} và ${longName}`.slice(0, 250) },
      student: { ...cover.student, address, birthPlace: address, hometown: address, policyGroup: address },
      history: years.map((schoolYear) => ({
        schoolYear,
        className: 'Lớp chuyên Toán số 1 khóa 2026',
        schoolName: `Trường ${longName}`,
        registerNumber: '1234567890123456789012/PCGD-99',
        entryDate: '2020-09-05',
      })),
    },
    identity: { ...named.identity, className: '10CHUYENTOANTINHOCNAMHOC2025A1' },
    summary: {
      ...named.summary,
      commendations: Array.from({ length: 20 }, (_, index) => `${index + 1}. ${address}`),
      certificates: Array.from({ length: 10 }, () => ({ name: address, grade: 'Giỏi' })),
      competitions: Array.from({ length: 10 }, () => address),
    },
  })
}

/** Everything absent that may be absent. */
export const emptiest: Change = (report) => {
  const { student, school } = report.cover
  return {
    ...report,
    cover: {
      ...report.cover,
      school,
      history: [],
      student: {
        studentCode: student.studentCode,
        fullName: student.fullName,
        gender: 'male',
        birthDate: '2016',
        ethnicity: 'Kinh',
        nationality: 'Việt Nam',
        birthPlace: 'Xã Bến Nứa',
        address: 'Xã Bến Nứa',
      },
    },
    subjects: report.subjects.map(({ code, sectorCode, name, assessedBy, teacher, revision }) => ({
      code,
      sectorCode,
      name,
      assessedBy,
      teacher,
      revision,
    })),
    summary: {
      qualities: [],
      competences: [],
      decision: 'retained',
      commendations: [],
      certificates: [],
      competitions: [],
      homeroomTeacher: report.summary.homeroomTeacher,
      approver: principal,
      signingPlace: 'Bến Nứa',
    },
  }
}

/** Exempt subjects, a departed teacher, signing on behalf, amendments, the summer, article 9.3. */
export const special: Change = (report) => {
  const isPrimary = report.cover.level === 'primary'
  const change = (subject: SubjectResult, index: number): SubjectResult => {
    const { code, sectorCode, name, assessedBy, teacher } = subject
    if (index === 2) return { code, sectorCode, name, assessedBy, teacher, revision: 0, exemption: 'subject' }
    if (index === 3 && !isPrimary) return { ...subject, year: '4.8', reassessed: '6.5' }
    if (code === 'GDTC' && !isPrimary)
      return { ...subject, exemption: 'practice', term2: 'not-pass', year: 'not-pass', reassessed: 'pass' }
    if (index === 1)
      return {
        ...subject,
        revision: 1,
        substitute: { ...principal, decisionNumber: '47/QĐ-TBN', reason: 'Giáo viên đã chuyển công tác' },
      }
    return subject
  }
  const { school } = report.cover
  const changed = withSubjects(change)(report)
  return {
    ...changed,
    cover: {
      ...report.cover,
      approver: vicePrincipal,
      school: {
        ...school,
        ward: { code: '1', name: 'Xã Cũ' },
        district: { code: '9', name: 'Huyện Vọng Giang' },
      },
      student: {
        ...report.cover.student,
        foreignPaper: 'P1234567',
        guardian: { fullName: 'Lò Thị Vân', occupation: 'Hưu trí' },
      },
    },
    version: {
      ...report.version,
      number: 2,
      reason: 'Sửa điểm môn học theo đơn của phụ huynh',
      source: 'digitised',
      amendments: [
        {
          subject: 'TOAN',
          revision: 1,
          reason: 'Nhập nhầm điểm',
          decisionNumber: '58/QĐ-TBN',
          decidedOn: '2026-06-10',
        },
      ],
      yearBefore: { digest: 'mNq0c3fVtW5cPzM3jH2pT0Yb5yq1vWk3oE0a2b4c6d8=', version: 3 },
    },
    summary: {
      ...changed.summary,
      approver: vicePrincipal,
      individualPlan: true,
      principalDecision: 'promoted',
      ...(isPrimary
        ? { yearResult: 'not-completed' as const, completion: false }
        : {
            conduct: { term1: 'pass', term2: 'not-pass', year: 'not-pass', afterSummer: 'pass' },
            learning: {
              term1: 'good',
              term2: 'good',
              year: 'fair',
              yearBeforeArticle9_3: 'pass',
              articleCulprit: 'TOAN',
              afterReassessment: 'fair',
            },
            summerComment: 'Đã hoàn thành nhiệm vụ rèn luyện trong hè.',
          }),
    },
  }
}
