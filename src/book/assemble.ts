import {
  currentVersion,
  identityDigest,
  listContradictions,
  listRevisionGaps,
  type Amendment,
  type ApprovingSignatory,
  type Cover,
  type ReportIdentity,
  type ReportVersion,
  type Signatory,
  type YearBefore,
  type YearReport,
} from '../bookfile/index.ts'
import { evaluate, findRuleSet, type EvaluationResult } from '../evaluation/index.ts'
import { circularOf, toEvaluationInput, type ClassRecords } from '../gradebook/index.ts'
import type { StaffMember, StudentYear, TeachingAssignment } from '../records/index.ts'
import type { LookupCode } from '../shared/ids.ts'
import { expectedEffectiveDate } from './deadlines.ts'
import { describeFinding } from './describe-finding.ts'
import { listSubjectResults, withoutGaps, type SubjectSigners } from './subject-result.ts'
import { assembleSummary } from './summary.ts'

/** What a report needs besides the records: its codes, which version it is, and what it follows. */
export interface Edition {
  readonly bookLookupCode: LookupCode
  readonly yearLookupCode: LookupCode
  readonly yearBefore: YearBefore
  readonly number: number
  readonly reason?: string
  readonly amendments: readonly Amendment[]
  readonly demonstration?: string
}

/** A report ready to be signed, or why there is none yet. */
export type Assembly = { readonly report: YearReport } | { readonly notIssued: string }

/**
 * Builds one pupil's year report from the records and what the circulars conclude of them. A year that is not
 * complete, or whose decision waits for the summer, gives the reason instead (docs/life-of-a-book.md).
 */
export const assembleReport = (
  classRecords: ClassRecords,
  student: StudentYear,
  edition: Edition,
): Assembly => {
  const { level } = classRecords.records.school
  const result = evaluate(toEvaluationInput(classRecords, student))
  const reason = reasonNotToIssue(result, (finding) => describeFinding(level, finding))
  if (reason !== undefined) return { notIssued: reason }
  const people = peopleOf(classRecords, edition.yearLookupCode)
  const revisions = new Map(edition.amendments.map(({ subject, revision }) => [subject as string, revision]))
  const report: YearReport = {
    cover: assembleCover(classRecords, student, edition, people.approver),
    identity: assembleIdentity(classRecords, student, edition),
    version: assembleVersion(classRecords, student, edition, result),
    subjects: listSubjectResults(classRecords, student, level, result, people.signersOf, revisions),
    summary: assembleSummary(classRecords, student, result, people),
  }
  const contradictions = [...listContradictions(report), ...listRevisionGaps(report)]
  if (contradictions.length === 0) return { report }
  return {
    notIssued: reasonOf(
      'Học bạ không khớp với chính nó',
      contradictions.map(({ text }) => text),
    ),
  }
}

const shownFindings = 5

const reasonOf = (label: string, all: readonly string[]): string => {
  const more = all.length > shownFindings ? ` và ${all.length - shownFindings} chỗ khác` : ''
  return `${label}: ${all.slice(0, shownFindings).join('; ')}${more}`
}

const reasonNotToIssue = (
  result: EvaluationResult,
  describe: (finding: EvaluationResult['findings'][number]) => string,
): string | undefined => {
  if (result.status !== 'complete') {
    const label = result.status === 'invalid' ? 'Dữ liệu không hợp lệ' : 'Chưa đủ dữ liệu'
    return reasonOf(label, result.findings.map(describe))
  }
  if (result.decision === 'reassessment')
    return 'Chờ đánh giá lại môn học hoặc rèn luyện trong kì nghỉ hè (TT 22/2021, Điều 13-14)'
  if (result.decision === 'supplementary') return 'Chờ đánh giá bổ sung (TT 27/2020, Điều 11)'
  return undefined
}

/** The people of one report as it names them. */
export interface ReportPeople {
  readonly homeroomTeacher: Signatory
  readonly approver: ApprovingSignatory
  readonly signersOf: (assignment: TeachingAssignment) => SubjectSigners
}

const peopleOf = (
  { records, schoolClass, staff }: ClassRecords,
  yearLookupCode: LookupCode,
): ReportPeople => {
  const getStaff = (staffCode: string): StaffMember => {
    const member = staff.get(staffCode)
    if (member === undefined) throw new Error(`no member of staff has the code ${staffCode}`)
    return member
  }
  const signatory = (staffCode: string): Signatory => {
    const { fullName, citizenId } = getStaff(staffCode)
    return { staffCode, fullName, identityDigest: identityDigest(yearLookupCode, citizenId) }
  }
  const { staffCode, onBehalf } = records.school.approver
  const approver = withoutGaps<ApprovingSignatory>({
    ...signatory(staffCode),
    post: onBehalf === undefined ? 'principal' : 'vice-principal',
    onBehalf,
  })
  const signersOf = ({ teacher, principalSigns }: TeachingAssignment): SubjectSigners => ({
    teacher: signatory(teacher),
    ...(principalSigns === undefined ? {} : { substitute: { ...signatory(staffCode), ...principalSigns } }),
  })
  return { homeroomTeacher: signatory(schoolClass.homeroomTeacher), approver, signersOf }
}

const assembleCover = (
  { records: { school } }: ClassRecords,
  student: StudentYear,
  edition: Edition,
  approver: ApprovingSignatory,
): Cover =>
  withoutGaps<Cover>({
    bookLookupCode: edition.bookLookupCode,
    level: school.level,
    demonstration: edition.demonstration,
    school: withoutGaps({
      code: school.code,
      name: school.name,
      ward: school.ward,
      district: school.district,
      province: school.province,
    }),
    approver,
    student: student.profile,
    history: student.history,
  })

const assembleIdentity = (
  { records, schoolClass }: ClassRecords,
  { profile, entryDate }: StudentYear,
  edition: Edition,
): ReportIdentity =>
  withoutGaps<ReportIdentity>({
    bookLookupCode: edition.bookLookupCode,
    yearLookupCode: edition.yearLookupCode,
    demonstration: edition.demonstration,
    studentCode: profile.studentCode,
    citizenId: profile.citizenId,
    fullName: profile.fullName,
    birthDate: profile.birthDate,
    schoolCode: records.school.code,
    schoolName: records.school.name,
    schoolYear: records.schoolYear,
    grade: schoolClass.grade,
    classId: schoolClass.classId,
    className: schoolClass.name,
    entryDate,
  })

/** Whether a year was decided only after the summer: reassessed, trained, or decided by the principal's check. */
const isAfterSummer = (result: EvaluationResult, student: StudentYear): boolean =>
  result.learning?.afterReassessment !== undefined ||
  result.conduct?.afterSummer !== undefined ||
  (result.yearResult === 'not-completed' && student.homeroom.principalDecision !== undefined)

const assembleVersion = (
  { records: { school, schoolYear }, schoolClass }: ClassRecords,
  student: StudentYear,
  edition: Edition,
  result: EvaluationResult,
): ReportVersion => {
  const circular = circularOf(schoolClass)
  const place = { province: school.province.code, level: school.level, schoolYear }
  return withoutGaps<ReportVersion>({
    structure: currentVersion.name,
    number: edition.number,
    reason: edition.reason,
    circular,
    ruleSet: findRuleSet(circular, schoolYear)?.version ?? circular,
    article9_3: circular === 'TT22/2021' ? (school.article9_3 ?? 'mask') : undefined,
    source: 'digital',
    amendments: edition.amendments,
    yearBefore: edition.yearBefore,
    expectedEffectiveDate: expectedEffectiveDate(
      place,
      isAfterSummer(result, student) ? 'after-summer' : 'year-end',
    ),
  })
}
