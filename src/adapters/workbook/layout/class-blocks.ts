import { findSubject, subjectsOfLevel, type Subject, type SubjectCode } from '../../../shared/subjects.ts'
import type { EducationLevel } from '../../../shared/education-level.ts'
import type { SchoolClass, SchoolYearRecords, SubjectRecord } from '../../../records/index.ts'
import { kindOf, leavesOf, regularCount, type Leaf, type SubjectKind } from './marks.ts'

/** The columns of one subject in the sheet of one class. */
export interface SubjectBlock {
  readonly subject: SubjectCode
  readonly name: string
  readonly kind: SubjectKind
  readonly leaves: readonly Leaf[]
}

const mostWritten = (records: readonly SubjectRecord[]): number =>
  Math.max(0, ...records.flatMap((record) => [regularsIn(record, 1), regularsIn(record, 2)]))

const regularsIn = (record: SubjectRecord, term: 1 | 2): number => {
  if (record.kind === 'marked') return record.terms[term]?.regularMarks?.length ?? 0
  return record.kind === 'commented' ? (record.terms[term]?.regularResults?.length ?? 0) : 0
}

const hasTopic = (record: SubjectRecord): boolean =>
  record.kind === 'marked' && (record.terms[1]?.topicMark ?? record.terms[2]?.topicMark) !== undefined

/** The block of a subject, wide enough for what is already written. */
export const subjectBlock = (
  subject: Subject,
  { grade }: Pick<SchoolClass, 'grade'>,
  periodsPerYear: number,
  written: readonly SubjectRecord[] = [],
): SubjectBlock => {
  const kind = kindOf(subject)
  const leaves = leavesOf(kind, {
    regular: Math.max(regularCount(kind, periodsPerYear), mostWritten(written)),
    withTopic: grade >= 10 || written.some(hasTopic),
    withScore:
      (subject.testedInGrades?.includes(grade) ?? false) ||
      written.some((record) => record.kind === 'leveled' && record.finalScore !== undefined),
  })
  return { subject: subject.code, name: subject.name, kind, leaves }
}

/** The blocks of a class, in the order of the official form: what is assigned and what is already written. */
export const blocksOfClass = (
  records: SchoolYearRecords,
  schoolClass: SchoolClass,
): readonly SubjectBlock[] => {
  const { level } = records.school
  const periods = new Map(
    records.assignments
      .filter(({ classId }) => classId === schoolClass.classId)
      .map(({ subject, periodsPerYear }) => [subject, periodsPerYear]),
  )
  const written = Map.groupBy(
    records.students
      .filter(({ classId }) => classId === schoolClass.classId)
      .flatMap(({ subjects }) => subjects),
    ({ subject }) => subject,
  )
  return subjectsOfLevel[level]
    .filter(({ code }) => periods.has(code) || written.has(code))
    .map((subject) =>
      subjectBlock(subject, schoolClass, periods.get(subject.code) ?? 0, written.get(subject.code)),
    )
}

/** The blocks of an empty class: what the programme gives its grade. */
export const blocksOfGrade = (
  level: EducationLevel,
  schoolClass: Pick<SchoolClass, 'grade'>,
  subjects: readonly SubjectCode[],
): readonly SubjectBlock[] =>
  subjects.flatMap((code) => {
    const subject = findSubject(level, code)
    return subject
      ? [subjectBlock(subject, schoolClass, subject.periodsPerYear[schoolClass.grade] ?? 70)]
      : []
  })
