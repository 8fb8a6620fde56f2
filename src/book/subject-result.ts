import type { Signatory, Substitute, SubjectResult } from '../bookfile/index.ts'
import type { EvaluationResult } from '../evaluation/index.ts'
import type { ClassRecords } from '../gradebook/index.ts'
import type { StudentYear, SubjectRecord, TeachingAssignment } from '../records/index.ts'
import type { EducationLevel } from '../shared/education-level.ts'
import { findSubject, subjectsOfLevel, type Subject } from '../shared/subjects.ts'

/** Removes keys without a value, so that what is absent stays absent. */
export const withoutGaps = <T extends object>(value: { [K in keyof T]: T[K] | undefined | null }): T =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined && one !== null)) as T

const results = (record: SubjectRecord, result: EvaluationResult): Partial<SubjectResult> => {
  if (record.kind === 'leveled') return withoutGaps({ level: record.level, finalScore: record.finalScore })
  const own = result.subjects?.[record.subject]
  return withoutGaps({
    term1: own?.terms['1'],
    term2: own?.terms['2'],
    year: own?.year,
    reassessed: own?.afterReassessment,
  })
}

const subjectName = (subject: Subject, foreignLanguage: string | undefined): string =>
  subject.code === 'NGOAI_NGU_1' && foreignLanguage !== undefined
    ? `${subject.name} (${foreignLanguage})`
    : subject.name

/** Who answers for a subject, and who signs in their place where the principal's order says so. */
export interface SubjectSigners {
  readonly teacher: Signatory
  readonly substitute?: Substitute
}

const assignmentOf = (
  assignments: ClassRecords['assignments'],
  record: SubjectRecord,
): TeachingAssignment => {
  const assignment = assignments.get(record.subject)
  if (assignment === undefined) throw new Error(`nobody is assigned to ${record.subject}`)
  return assignment
}

/** One subject of the book: the results the circular forms, the teacher's words, and who signs. */
const subjectResult = (
  { schoolClass, assignments }: ClassRecords,
  record: SubjectRecord,
  subject: Subject,
  result: EvaluationResult,
  signersOf: (assignment: TeachingAssignment) => SubjectSigners,
  revision: number,
): SubjectResult => {
  const assignment = assignmentOf(assignments, record)
  const exempt = record.exempt === true
  return withoutGaps<SubjectResult>({
    code: subject.code,
    sectorCode: subject.sectorCode,
    name: subjectName(subject, schoolClass.foreignLanguage),
    assessedBy: subject.assessedBy ?? 'level',
    periodsPerYear: assignment.periodsPerYear,
    exemption: exempt ? 'subject' : record.practiceExempt === true ? 'practice' : undefined,
    ...(exempt ? {} : results(record, result)),
    comment: record.comment,
    ...signersOf(assignment),
    revision,
  })
}

/** The subjects of a pupil's year in the order of the official form. */
export const listSubjectResults = (
  classRecords: ClassRecords,
  student: StudentYear,
  level: EducationLevel,
  result: EvaluationResult,
  signersOf: (assignment: TeachingAssignment) => SubjectSigners,
  revisions: ReadonlyMap<string, number>,
): readonly SubjectResult[] => {
  const records = new Map<string, SubjectRecord>(student.subjects.map((record) => [record.subject, record]))
  return subjectsOfLevel[level].flatMap(({ code }) => {
    const record = records.get(code)
    const subject = findSubject(level, code)
    if (record === undefined || subject === undefined) return []
    return [subjectResult(classRecords, record, subject, result, signersOf, revisions.get(code) ?? 0)]
  })
}
