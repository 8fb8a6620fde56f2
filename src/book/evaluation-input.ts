import type { CommentedTerm, MarkedTerm, SchoolClass, StudentYear, SubjectRecord } from '../records/index.ts'
import type { Circular } from '../shared/ratings.ts'
import type { ClassRecords } from './class-records.ts'

/** Which circular judges a grade today. TT 27/2020 Điều 1; TT 22/2021 Điều 1. */
export const circularOf = ({ grade }: Pick<SchoolClass, 'grade'>): Circular =>
  grade <= 5 ? 'TT27/2020' : 'TT22/2021'

const termsOf = <T extends MarkedTerm | CommentedTerm>(terms: {
  readonly 1?: T
  readonly 2?: T
}): object => ({
  ...(terms[1] === undefined ? {} : { '1': terms[1] }),
  ...(terms[2] === undefined ? {} : { '2': terms[2] }),
})

const subjectInput = (record: SubjectRecord, periodsPerYear: number | undefined): object => {
  if (record.exempt === true) return { code: record.subject, exempt: true }
  switch (record.kind) {
    case 'marked':
      return {
        code: record.subject,
        assessedBy: 'mark',
        periodsPerYear,
        terms: termsOf(record.terms),
        ...(record.reassessedMark === undefined ? {} : { reassessedMark: record.reassessedMark }),
      }
    case 'commented':
      return {
        code: record.subject,
        assessedBy: 'comment',
        terms: termsOf(record.terms),
        ...(record.reassessedResult === undefined ? {} : { reassessedResult: record.reassessedResult }),
      }
    case 'leveled':
      return {
        code: record.subject,
        level: record.level ?? null,
        ...(record.finalScore === undefined ? {} : { finalScore: record.finalScore }),
      }
  }
}

/** Puts a pupil's year, as the school wrote it down, into the form the evaluation takes (evaluation-format.md). */
export const toEvaluationInput = (
  { records, schoolClass, assignments }: ClassRecords,
  student: StudentYear,
): Readonly<Record<string, unknown>> => {
  const { homeroom } = student
  const circular = circularOf(schoolClass)
  const ofCircular =
    circular === 'TT27/2020'
      ? {
          qualities: homeroom.qualities ?? {},
          competences: homeroom.competences ?? {},
          ...(homeroom.outstanding === undefined ? {} : { outstanding: homeroom.outstanding }),
        }
      : {
          options: { article9_3: records.school.article9_3 ?? 'mask' },
          ...(homeroom.absences === undefined ? {} : { absences: homeroom.absences }),
          conduct: homeroom.conduct ?? {},
        }
  return {
    id: student.profile.studentCode,
    circular,
    schoolYear: records.schoolYear,
    grade: schoolClass.grade,
    subjects: student.subjects.map((record) =>
      subjectInput(record, assignments.get(record.subject)?.periodsPerYear),
    ),
    ...ofCircular,
    ...(student.individualPlan === true ? { individualPlan: true } : {}),
    ...(homeroom.principalDecision === undefined ? {} : { principalDecision: homeroom.principalDecision }),
  }
}
