import fc from 'fast-check'
import type {
  HomeroomRecord,
  MarkAmendment,
  SubjectRecord,
  TeachingAssignment,
} from '../../../records/index.ts'
import type { EducationLevel, Grade } from '../../../shared/education-level.ts'
import { ratings } from '../../../shared/ratings.ts'
import { findSubject, subjectsOfLevel, type Subject } from '../../../shared/subjects.ts'
import { competencesOfGrade, qualities } from '../../../shared/traits.ts'
import { kindOf } from '../layout/marks.ts'
import { orNothing, present } from '../present.ts'
import { arbitraryDate, arbitraryText, maybe } from './arbitrary-text.ts'

const plainMark = fc.oneof(
  fc.integer({ min: 0, max: 10 }).map(String),
  fc.integer({ min: 0, max: 100 }).map((tenths) => (tenths / 10).toFixed(1)),
)
const mark = fc.oneof({ weight: 6, arbitrary: plainMark }, fc.constant('absent'))
const result = fc.constantFrom('pass' as const, 'not-pass' as const)
const resultOrAbsent = fc.constantFrom('pass' as const, 'not-pass' as const, 'absent' as const)

// A list as it is written down: gaps inside, none at its end.
const list = <T>(item: fc.Arbitrary<T>, most: number): fc.Arbitrary<readonly (T | null)[] | undefined> =>
  fc.array(fc.option(item, { nil: null }), { maxLength: most }).map((items) => {
    const last = items.findLastIndex((value) => value !== null)
    return last < 0 ? undefined : items.slice(0, last + 1)
  })

const markedTerm = fc.oneof(
  fc
    .record({
      regularMarks: list(mark, 6),
      midtermMark: maybe(mark),
      finalMark: maybe(mark),
      topicMark: maybe(mark),
    })
    .map((term) => orNothing(present(term))),
  plainMark.map((average) => ({ average })),
)

const commentedTerm = fc.oneof(
  fc
    .record({
      regularResults: list(result, 4),
      midtermResult: maybe(resultOrAbsent),
      finalResult: maybe(resultOrAbsent),
    })
    .map((term) => orNothing(present(term))),
  result.map((known) => ({ result: known })),
)

const comment = maybe(arbitraryText(200))
const terms = <T>(term: fc.Arbitrary<T>) => fc.record({ 1: term, 2: term }).map((both) => present(both))

const arbitrarySubject = ({
  code: subject,
  ...described
}: Subject): fc.Arbitrary<SubjectRecord | undefined> => {
  const kind = kindOf({ code: subject, ...described })
  const empty = kind === 'leveled' ? { kind, subject } : { kind, subject, terms: {} }
  const exempt = comment.map((words) => ({ ...empty, exempt: true, ...present({ comment: words }) }))
  const practiceExempt = maybe(fc.constant(true as const))
  const base = { comment, practiceExempt }
  const results =
    kind === 'leveled'
      ? fc
          .record({
            ...base,
            level: maybe(fc.constantFrom('T', 'H', 'C')),
            finalScore: maybe(fc.integer({ min: 0, max: 10 })),
          })
          .map((written) => ({ ...empty, ...present(written) }))
      : kind === 'marked'
        ? fc
            .record({ ...base, terms: terms(markedTerm), reassessedMark: maybe(plainMark) })
            .map((written) => ({ ...empty, ...present(written) }))
        : fc
            .record({ ...base, terms: terms(commentedTerm), reassessedResult: maybe(result) })
            .map((written) => ({ ...empty, ...present(written) }))
  return fc.oneof({ weight: 8, arbitrary: results }, exempt).map((record) => {
    const written = Object.entries(record).filter(([key, value]) => !isEmpty(key, value))
    return written.length === 0 ? undefined : (record as SubjectRecord)
  })
}

const isEmpty = (key: string, value: unknown): boolean =>
  key === 'kind' || key === 'subject' || (key === 'terms' && Object.keys(value as object).length === 0)

/** Records of assigned subjects, in the order of the form; each holds something. */
export const arbitrarySubjects = (
  level: EducationLevel,
  assignments: readonly TeachingAssignment[],
): fc.Arbitrary<readonly SubjectRecord[]> =>
  fc
    .tuple(
      ...assignments.flatMap(({ subject }) => {
        const described = findSubject(level, subject)
        return described ? [arbitrarySubject(described)] : []
      }),
    )
    .map((records) => records.filter((record) => record !== undefined))

const traits = (codes: readonly string[]) =>
  fc
    .record(Object.fromEntries(codes.map((code) => [code, maybe(fc.constantFrom('T', 'Đ', 'C'))])))
    .map((levels) => orNothing(present(levels)))

const lines = maybe(fc.array(arbitraryText(60), { minLength: 1, maxLength: 3 }))
const count = fc.integer({ min: 0, max: 60 })

const common = {
  absences: maybe(fc.record({ excused: count, unexcused: count })),
  comment: maybe(arbitraryText(300)),
  principalDecision: maybe(fc.constantFrom('promoted', 'retained')),
  commendations: lines,
}

const secondary = fc.record({
  ...common,
  conduct: fc
    .record({
      1: maybe(fc.constantFrom(...ratings)),
      2: maybe(fc.constantFrom(...ratings)),
      afterSummer: maybe(fc.constantFrom(...ratings)),
    })
    .map((conduct) => orNothing(present(conduct))),
  summerComment: maybe(arbitraryText(100)),
  competitions: lines,
  certificates: maybe(
    fc.array(
      fc
        .record({ name: fc.constantFrom('Tin học cơ bản', 'Nghề điện'), grade: maybe(fc.constant('Giỏi')) })
        .map((one) => present(one)),
      {
        minLength: 1,
        maxLength: 2,
      },
    ),
  ),
})

const primary = (grade: Grade) =>
  fc.record({
    ...common,
    heightCm: maybe(fc.integer({ min: 80, max: 180 })),
    weightKg: maybe(fc.constantFrom('25', '25.5', '30.0')),
    qualities: traits(qualities.map(({ code }) => code)),
    competences: traits(competencesOfGrade(grade).map(({ code }) => code)),
    qualitiesComment: maybe(arbitraryText(100)),
    generalCompetencesComment: maybe(arbitraryText(100)),
    specificCompetencesComment: maybe(arbitraryText(100)),
    outstanding: maybe(fc.constant(true)),
  })

export const arbitraryHomeroom = (level: EducationLevel, grade: Grade): fc.Arbitrary<HomeroomRecord> =>
  level === 'primary'
    ? primary(grade).map((written) => present(written) as HomeroomRecord)
    : secondary.map((written) => present(written) as HomeroomRecord)

/** A correction of each kind: which cell, what stood there, what shall stand there. */
const changes: readonly (readonly [string, string, string])[] = [
  ['terms.2.finalMark', '8.5', '9'],
  ['terms.1.regularMarks.0', '', '8.0'],
  ['terms.1.midtermMark', 'absent', '5'],
  ['terms.2.midtermResult', 'not-pass', 'pass'],
  ['terms.1.result', 'pass', 'not-pass'],
  ['level', 'T', 'H'],
  ['finalScore', '9', '10'],
  ['comment', 'Cũ', 'Mới hơn'],
]

export const arbitraryAmendment = (level: EducationLevel, studentCode: string): fc.Arbitrary<MarkAmendment> =>
  fc
    .record({
      subject: fc.constantFrom(...subjectsOfLevel[level].map(({ code }) => code)),
      change: fc.constantFrom(...changes),
      reason: arbitraryText(60),
      decisionNumber: arbitraryText(20),
      decidedOn: arbitraryDate,
    })
    .map(({ change: [field, oldValue, newValue], ...rest }) => ({
      studentCode,
      field,
      oldValue,
      newValue,
      ...rest,
    }))
