import type { MarkedTermInput, SecondaryInput } from '../../../../evaluation/index.ts'
import type { SummarizedStudent } from '../../../../gradebook/index.ts'
import type { SubjectCode } from '../../../../shared/subjects.ts'

const marked: readonly SubjectCode[] = ['NGU_VAN', 'TOAN', 'NGOAI_NGU_1', 'GDCD', 'LICH_SU_DIA_LI', 'KHTN']

/** A complete year of grade 7 in which every average is 7.0 but the ones that are named. */
export const secondaryYear = (averages: Partial<Record<SubjectCode, string>> = {}): SecondaryInput => ({
  circular: 'TT22/2021',
  schoolYear: '2026-2027',
  grade: 7,
  absences: { excused: 2, unexcused: 0 },
  conduct: { 1: 'good', 2: 'good' },
  subjects: [
    ...marked.map((code) => ({
      code,
      assessedBy: 'mark' as const,
      periodsPerYear: 140,
      terms: { 1: { average: averages[code] ?? '7.0' }, 2: { average: averages[code] ?? '7.0' } },
    })),
    { code: 'GDTC', assessedBy: 'comment', terms: { 1: { result: 'pass' }, 2: { result: 'pass' } } },
  ],
})

/** The same year with the marks of one term of one subject. */
export const withTerm = (
  input: SecondaryInput,
  code: SubjectCode,
  term: 1 | 2,
  marks: MarkedTermInput,
): SecondaryInput => ({
  ...input,
  subjects: input.subjects.map((subject) =>
    subject.code === code && 'assessedBy' in subject && subject.assessedBy === 'mark'
      ? { ...subject, terms: { ...subject.terms, [term]: marks } }
      : subject,
  ),
})

export const pupil = (fullName: string, input: SummarizedStudent['input']): SummarizedStudent => ({
  studentCode: fullName,
  fullName,
  birthDate: '2014-05-05',
  input,
})
