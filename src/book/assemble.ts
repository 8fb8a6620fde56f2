import {
  currentVersion,
  listContradictions,
  listRevisionGaps,
  type Amendment,
  type ReportIdentity,
  type ReportVersion,
  type YearBefore,
  type YearReport,
} from '../bookfile/index.ts'
import { evaluate, findRuleSet, type EvaluationResult } from '../evaluation/index.ts'
import { circularOf, toEvaluationInput, type ClassRecords } from '../gradebook/index.ts'
import type { StudentYear } from '../records/index.ts'
import type { LookupCode } from '../shared/ids.ts'
import { coverOf } from './cover.ts'
import { expectedEffectiveDate } from './deadlines.ts'
import { describeFinding } from './describe-finding.ts'
import { listMissingPeople, peopleOf } from './people.ts'
import { listSubjectResults, withoutGaps } from './subject-result.ts'
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

/** A report ready to be signed, with what the circulars concluded, or why there is none yet. */
export type Assembly =
  { readonly report: YearReport; readonly result: EvaluationResult } | { readonly notIssued: string }

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
  // First: without an assignment a subject has no periods either, which would be told as missing data.
  const missing = listMissingPeople(classRecords, student)
  if (missing.length > 0) return { notIssued: reasonOf('Chưa đủ người kí', missing) }
  const result = evaluate(toEvaluationInput(classRecords, student))
  const reason = reasonNotToIssue(result, (finding) => describeFinding(level, finding))
  if (reason !== undefined) return { notIssued: reason }
  const people = peopleOf(classRecords, edition.yearLookupCode)
  const revisions = new Map(edition.amendments.map(({ subject, revision }) => [subject as string, revision]))
  const report: YearReport = {
    cover: coverOf(classRecords, student, edition, people.approver),
    identity: assembleIdentity(classRecords, student, edition),
    version: assembleVersion(classRecords, student, edition, result),
    subjects: listSubjectResults(classRecords, student, level, result, people.signersOf, revisions),
    summary: assembleSummary(classRecords, student, result, people),
  }
  const contradictions = [...listContradictions(report), ...listRevisionGaps(report)]
  if (contradictions.length === 0) return { report, result }
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
