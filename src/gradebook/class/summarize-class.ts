import { evaluate, type EvaluationInput, type EvaluationResult, type Moment } from '../../evaluation/index.ts'
import { levelOfGrade, type Grade } from '../../shared/education-level.ts'
import type { Award, Decision, Rating, TraitLevel, YearResult } from '../../shared/ratings.ts'
import { findSubject, subjectsOfLevel, type SubjectCode } from '../../shared/subjects.ts'
import { recordKindOf } from '../sheet.ts'
import { countClass, type ClassCounts } from './class-counts.ts'
import type { EarlierMoment, MomentRecord } from './moment-record.ts'

/** A part of the year that is summed up: a term or the year of a secondary class, a moment of a primary one. */
export type SummaryPeriod = 'term-1' | 'term-2' | Moment

/** A pupil to be summed up. */
export interface SummarizedStudent {
  readonly studentCode: string
  readonly fullName: string
  readonly birthDate: string
  readonly gender?: 'male' | 'female'
  readonly input: EvaluationInput
  /** Primary: what stands at the three moments before the year's end. */
  readonly moments?: Readonly<Record<EarlierMoment, MomentRecord>>
}

/** What a summary shows of one subject: an average, a result or a level, and primary's score. */
export interface SubjectCell {
  readonly value: string | null
  readonly score: number | null
  readonly isExempt: boolean
}

/** One pupil of the class summary; null where it is not known yet or does not belong to the period. */
export interface SummaryRow {
  readonly studentCode: string
  readonly fullName: string
  readonly birthDate: string
  readonly gender: 'male' | 'female' | null
  readonly subjects: Partial<Record<SubjectCode, SubjectCell>>
  readonly learning: Rating | null
  readonly conduct: Rating | null
  readonly learningAfterSummer: Rating | null
  readonly conductAfterSummer: Rating | null
  readonly absences: { readonly excused: number | null; readonly unexcused: number | null } | null
  readonly qualities: Readonly<Record<string, TraitLevel | null>>
  readonly competences: Readonly<Record<string, TraitLevel | null>>
  readonly yearResult: YearResult | null
  readonly decision: Decision | null
  readonly completion: boolean | null
  readonly award: Award | null
  /** Whether anything required for the year is still missing or wrong. */
  readonly isComplete: boolean
}

/** A subject of the summary, in the order of the form. */
export interface SummarySubject {
  readonly code: SubjectCode
  readonly name: string
  readonly kind: 'marked' | 'commented' | 'leveled'
  readonly hasScores: boolean
}

/** Bảng tổng hợp kết quả đánh giá giáo dục of one class. */
export interface ClassSummary {
  readonly period: SummaryPeriod
  readonly subjects: readonly SummarySubject[]
  readonly rows: readonly SummaryRow[]
  readonly counts: ClassCounts
}

/** Sums up a class at a period, pupils in the order given; nobody is ranked (TT 15/2026, Điều 22, khoản 2). */
export const summarizeClass = (
  grade: Grade,
  students: readonly SummarizedStudent[],
  period: SummaryPeriod,
): ClassSummary => {
  const rows = students.map((student) => rowOf(student, period))
  const subjects = subjectsOf(grade, rows)
  return { period, subjects, rows, counts: countClass(subjects, rows) }
}

const subjectsOf = (grade: Grade, rows: readonly SummaryRow[]): readonly SummarySubject[] => {
  const level = levelOfGrade(grade)
  return subjectsOfLevel[level].flatMap(({ code }) => {
    const cells = rows.flatMap(({ subjects }) => subjects[code] ?? [])
    const kind = recordKindOf(level, code)
    if (cells.length === 0 || kind === undefined) return []
    const hasScores = cells.some(({ score }) => score !== null)
    return [{ code, name: findSubject(level, code)?.name ?? code, kind, hasScores }]
  })
}

const rowOf = (student: SummarizedStudent, period: SummaryPeriod): SummaryRow => {
  const { input } = student
  const result = evaluate(input)
  return {
    ...emptyRow(student, result),
    ...(input.circular === 'TT27/2020' ? primaryRow(student, period) : secondaryRow(input, result, period)),
    ...(period === 'year' ? yearEnd(result) : {}),
  }
}

const emptyRow = (
  { studentCode, fullName, birthDate, gender }: SummarizedStudent,
  { status }: EvaluationResult,
): SummaryRow => ({
  studentCode,
  fullName,
  birthDate,
  gender: gender ?? null,
  subjects: {},
  learning: null,
  conduct: null,
  learningAfterSummer: null,
  conductAfterSummer: null,
  absences: null,
  qualities: {},
  competences: {},
  yearResult: null,
  decision: null,
  completion: null,
  award: null,
  isComplete: status === 'complete',
})

const yearEnd = ({
  yearResult,
  decision,
  completion,
  award,
  learning,
  conduct,
}: EvaluationResult): Partial<SummaryRow> => ({
  yearResult: yearResult ?? null,
  decision,
  completion,
  award,
  learningAfterSummer: learning?.afterReassessment ?? null,
  conductAfterSummer: conduct?.afterSummer ?? null,
})

const cell = (value: string | null, score: number | null = null, isExempt = false): SubjectCell => ({
  value,
  score,
  isExempt,
})

const exempt = cell(null, null, true)

const primaryRow = ({ input, moments }: SummarizedStudent, period: SummaryPeriod): Partial<SummaryRow> => {
  if (input.circular !== 'TT27/2020') return {}
  const earlier =
    period === 'year' || period === 'term-1' || period === 'term-2' ? undefined : moments?.[period]
  const subjects = input.subjects.map((subject): readonly [SubjectCode, SubjectCell] => {
    if ('exempt' in subject) return [subject.code, exempt]
    if (period === 'year') return [subject.code, cell(subject.level ?? null, subject.finalScore ?? null)]
    const own = earlier?.subjects[subject.code]
    return [subject.code, cell(own?.level ?? null, own?.score ?? null)]
  })
  const traits = period === 'year' ? input : earlier
  return {
    subjects: Object.fromEntries(subjects),
    qualities: { ...traits?.qualities },
    competences: { ...traits?.competences },
  }
}

const termOf = { 'term-1': 1, 'term-2': 2 } as const

const secondaryRow = (
  input: EvaluationInput,
  result: EvaluationResult,
  period: SummaryPeriod,
): Partial<SummaryRow> => {
  if (input.circular !== 'TT22/2021') return {}
  const key = period === 'term-1' || period === 'term-2' ? termOf[period] : 'year'
  const subjects = input.subjects.map(({ code, ...subject }): readonly [SubjectCode, SubjectCell] => {
    if ('exempt' in subject) return [code, exempt]
    const own = result.subjects?.[code]
    return [code, cell((key === 'year' ? own?.year : own?.terms[key]) ?? null)]
  })
  const { absences } = input
  return {
    subjects: Object.fromEntries(subjects),
    learning: result.learning?.[key] ?? null,
    conduct: result.conduct?.[key] ?? null,
    absences:
      key !== 'year' || absences === undefined
        ? null
        : { excused: absences.excused ?? null, unexcused: absences.unexcused ?? null },
  }
}
