import type { CommentResult, Rating } from '../shared/ratings.ts'
import type { SubjectCode } from '../shared/subjects.ts'
import { competences, qualities } from '../shared/traits.ts'
import { evaluate } from './evaluate.ts'
import type { CommentSubjectInput, MarkedSubjectInput, PrimaryInput, SecondaryInput } from './input.ts'
import type { EvaluationResult } from './result.ts'

/** The eight subjects of grade 8 that are assessed by mark, in the order of the form; for tests. */
export const markedCodes = [
  'NGU_VAN',
  'TOAN',
  'NGOAI_NGU_1',
  'GDCD',
  'LICH_SU_DIA_LI',
  'KHTN',
  'CONG_NGHE',
  'TIN_HOC',
] as const satisfies readonly SubjectCode[]

export const commentCodes = [
  'GDTC',
  'NGHE_THUAT',
  'GDDP',
  'HDTN_HN',
] as const satisfies readonly SubjectCode[]

/** A subject with the same average in both terms, so that the year's is the same too. */
export const marked = (code: SubjectCode, average: string): MarkedSubjectInput => ({
  code,
  assessedBy: 'mark',
  periodsPerYear: 70,
  terms: { 1: { average }, 2: { average } },
})

export const commented = (code: SubjectCode, result: CommentResult): CommentSubjectInput => ({
  code,
  assessedBy: 'comment',
  terms: { 1: { result }, 2: { result } },
})

/** Marked subjects with these averages, in the order of the form. */
export const averages = (...values: readonly string[]): MarkedSubjectInput[] =>
  values.map((value, index) => marked(markedCodes[index] ?? 'TIENG_DTTS', value))

/** Comment subjects of which the last `failed` are Chưa đạt. */
export const comments = (failed = 0): CommentSubjectInput[] =>
  commentCodes.map((code, index) =>
    commented(code, index >= commentCodes.length - failed ? 'not-pass' : 'pass'),
  )

export const secondaryCase = (changes: Partial<SecondaryInput> = {}): SecondaryInput => ({
  id: 'HS1',
  circular: 'TT22/2021',
  schoolYear: '2025-2026',
  grade: 8,
  absences: { excused: 3, unexcused: 0 },
  conduct: { 1: 'good', 2: 'good' },
  subjects: [...averages('7.0', '7.0', '7.0', '7.0', '7.0', '7.0', '7.0', '7.0'), ...comments()],
  ...changes,
})

/** A year with these averages and good conduct. */
export const yearWith = (values: readonly string[], failedComments = 0): SecondaryInput =>
  secondaryCase({ subjects: [...averages(...values), ...comments(failedComments)] })

/** A year in which Toán is as given and all else is in order. */
export const withMath = (math: object, changes: Partial<SecondaryInput> = {}): object => {
  const year = secondaryCase(changes)
  const others = year.subjects.filter(({ code }) => code !== 'TOAN')
  return {
    ...year,
    subjects: [{ code: 'TOAN', assessedBy: 'mark', periodsPerYear: 140, ...math }, ...others],
  }
}

/** A year in which GDTC is as given and all else is in order. */
export const withSports = (sports: object): object => {
  const year = secondaryCase()
  const others = year.subjects.filter(({ code }) => code !== 'GDTC')
  return { ...year, subjects: [{ code: 'GDTC', assessedBy: 'comment', ...sports }, ...others] }
}

const testedCodes = [
  'TIENG_VIET',
  'TOAN',
  'NGOAI_NGU_1',
  'LICH_SU_DIA_LI',
  'KHOA_HOC',
  'TIN_HOC',
  'CONG_NGHE',
] as const
const untestedCodes = ['DAO_DUC', 'GDTC', 'AM_NHAC', 'MI_THUAT', 'HDTN'] as const

const allT = (codes: readonly { readonly code: string }[]): Record<string, 'T'> =>
  Object.fromEntries(codes.map(({ code }) => [code, 'T']))

/** Grade 4, everything at its best. */
export const primaryCase = (changes: Partial<PrimaryInput> = {}): PrimaryInput => ({
  id: 'HS2',
  circular: 'TT27/2020',
  schoolYear: '2025-2026',
  grade: 4,
  subjects: [
    ...testedCodes.map((code) => ({ code, level: 'T' as const, finalScore: 10 })),
    ...untestedCodes.map((code) => ({ code, level: 'T' as const })),
  ],
  qualities: allT(qualities),
  competences: allT(competences),
  ...changes,
})

/** Grade 4 in which one subject is as given. */
export const withSubject = (
  code: SubjectCode,
  entered: object,
  changes: Partial<PrimaryInput> = {},
): object => {
  const year = primaryCase(changes)
  return {
    ...year,
    subjects: year.subjects.map((subject) => (subject.code === code ? { code, ...entered } : subject)),
  }
}

/** 'code at' of every finding, sorted, because their order has no meaning. */
export const findingsOf = (input: unknown): string[] =>
  evaluate(input)
    .findings.map(({ code, at }) => `${code} ${at}`)
    .sort()

export const learningOf = (input: unknown): EvaluationResult['learning'] => evaluate(input).learning

/** The sentences of the proof under one article. */
export const reasonsUnder = (input: unknown, article: string): string[] =>
  evaluate(input)
    .reasons.filter(({ rule }) => rule.endsWith(` Điều ${article}`))
    .map(({ text }) => text)

export const allRatings: readonly Rating[] = ['good', 'fair', 'pass', 'not-pass']
