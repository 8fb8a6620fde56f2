import type {
  EvaluationInput,
  ExemptSubjectInput,
  LeveledSubjectInput,
  PrimaryInput,
  SecondaryInput,
} from '../evaluation/index.ts'
import type { HomeroomRecord, SchoolClass, StudentYear, SubjectRecord } from '../records/index.ts'
import type { Circular } from '../shared/ratings.ts'
import type { SchoolYear } from '../shared/school-year.ts'
import type { SubjectCode } from '../shared/subjects.ts'
import type { ClassRecords } from './class-records.ts'

/** Which circular judges a grade today. TT 27/2020 Điều 1; TT 22/2021 Điều 1. */
export const circularOf = ({ grade }: Pick<SchoolClass, 'grade'>): Circular =>
  grade <= 5 ? 'TT27/2020' : 'TT22/2021'

/** What the evaluation must know besides what was written about the pupil. */
export interface YearFacts {
  readonly schoolYear: SchoolYear
  readonly grade: SchoolClass['grade']
  readonly article9_3?: 'mask' | 'replace'
  readonly periodsOf: (subject: SubjectCode) => number | undefined
}

type PrimarySubject = PrimaryInput['subjects'][number]
type SecondarySubject = SecondaryInput['subjects'][number]

const leveledInput = (record: SubjectRecord): LeveledSubjectInput | ExemptSubjectInput => {
  if (record.exempt === true) return { code: record.subject, exempt: true }
  if (record.kind !== 'leveled') throw new Error(`${record.subject} is not assessed by level`)
  const { level = null, finalScore } = record
  return { code: record.subject, level, ...(finalScore === undefined ? {} : { finalScore }) }
}

const secondaryInput = (record: SubjectRecord, periodsOf: YearFacts['periodsOf']): SecondarySubject => {
  if (record.exempt === true) return { code: record.subject, exempt: true }
  switch (record.kind) {
    case 'marked':
      return markedInput(record, periodsOf(record.subject))
    case 'commented':
      return {
        code: record.subject,
        assessedBy: 'comment',
        // A term is either its single assessments or its known result; what is written down is passed on as it is.
        terms: termsOf(record.terms),
        ...(record.reassessedResult === undefined ? {} : { reassessedResult: record.reassessedResult }),
      }
    case 'leveled':
      throw new Error(`${record.subject} is assessed by level`)
  }
}

const markedInput = (
  { subject, terms, reassessedMark }: Extract<SubjectRecord, { kind: 'marked' }>,
  periodsPerYear: number | undefined,
): SecondarySubject => ({
  code: subject,
  assessedBy: 'mark',
  ...(periodsPerYear === undefined ? {} : { periodsPerYear }),
  terms: termsOf(terms),
  ...(reassessedMark === undefined ? {} : { reassessedMark }),
})

const termsOf = (terms: { readonly 1?: object; readonly 2?: object }): object => ({
  ...(terms[1] === undefined ? {} : { '1': terms[1] }),
  ...(terms[2] === undefined ? {} : { '2': terms[2] }),
})

/** One pupil's year as its parts were written down. */
export interface WrittenYear {
  readonly studentCode: string
  readonly individualPlan?: boolean
  readonly subjects: readonly SubjectRecord[]
  readonly homeroom: HomeroomRecord
}

/** Puts what was written about one pupil into the form the evaluation takes (evaluation-format.md). */
export const inputOf = (facts: YearFacts, year: WrittenYear): EvaluationInput => {
  const { homeroom, individualPlan } = year
  const common = {
    id: year.studentCode,
    schoolYear: facts.schoolYear,
    grade: facts.grade,
    ...(individualPlan === true ? { individualPlan: true } : {}),
    ...(homeroom.principalDecision === undefined ? {} : { principalDecision: homeroom.principalDecision }),
  }
  return circularOf(facts) === 'TT27/2020' ? primaryYear(common, year) : secondaryYear(common, facts, year)
}

type Common = Pick<EvaluationInput, 'id' | 'schoolYear' | 'grade' | 'individualPlan' | 'principalDecision'>

const primaryYear = (common: Common, { subjects, homeroom }: WrittenYear): PrimaryInput => ({
  ...common,
  circular: 'TT27/2020',
  subjects: subjects.map((record): PrimarySubject => leveledInput(record)),
  qualities: homeroom.qualities ?? {},
  competences: homeroom.competences ?? {},
  ...(homeroom.outstanding === undefined ? {} : { outstanding: homeroom.outstanding }),
})

const secondaryYear = (
  common: Common,
  { article9_3 = 'mask', periodsOf }: YearFacts,
  { subjects, homeroom }: WrittenYear,
): SecondaryInput => ({
  ...common,
  circular: 'TT22/2021',
  subjects: subjects.map((record) => secondaryInput(record, periodsOf)),
  options: { article9_3 },
  ...(homeroom.absences === undefined ? {} : { absences: homeroom.absences }),
  conduct: homeroom.conduct ?? {},
})

/** Puts a pupil's year, as the school wrote it down, into the form the evaluation takes (evaluation-format.md). */
export const toEvaluationInput = (
  { records, schoolClass, assignments }: ClassRecords,
  { profile, individualPlan, subjects, homeroom }: StudentYear,
): EvaluationInput =>
  inputOf(
    {
      schoolYear: records.schoolYear,
      grade: schoolClass.grade,
      ...(records.school.article9_3 === undefined ? {} : { article9_3: records.school.article9_3 }),
      periodsOf: (subject) => assignments.get(subject)?.periodsPerYear,
    },
    {
      studentCode: profile.studentCode,
      ...(individualPlan === undefined ? {} : { individualPlan }),
      subjects,
      homeroom,
    },
  )
