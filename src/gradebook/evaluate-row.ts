import {
  evaluate,
  type ConductResult,
  type EvaluationFinding,
  type Reason,
  type SubjectResult,
} from '../evaluation/index.ts'
import { levelOfGrade } from '../shared/education-level.ts'
import { isSubjectCode, type SubjectCode } from '../shared/subjects.ts'
import { countAbsences, toHomeroomRecord, toSubjectRecord, type CellValues } from './cells/records.ts'
import type { Column } from './columns/column.ts'
import { inputOf } from './evaluation-input.ts'
import type { SheetContext } from './sheet.ts'

/** What the results of one row follow from. */
export type SheetFacts = Pick<SheetContext, 'sheet' | 'schoolYear' | 'grade' | 'periodsPerYear'>

/** What follows from one pupil's row alone: its results, what is missing or impossible in it, and the proof. */
export interface RowResult {
  readonly subject: SubjectResult | null
  readonly conduct: ConductResult | null
  readonly findings: readonly EvaluationFinding[]
  readonly reasons: readonly Reason[]
}

const nothing: RowResult = { subject: null, conduct: null, findings: [], reasons: [] }

/** Evaluates one pupil's row by itself: a subject's averages or results, or the conduct of the year. */
export const evaluateRow = (facts: SheetFacts, values: CellValues): RowResult => {
  if (isSubjectCode(facts.sheet)) return evaluateSubject(facts, facts.sheet, values)
  return facts.sheet === 'homeroom' && facts.grade > 5 ? evaluateConduct(facts, values) : nothing
}

const evaluateSubject = (facts: SheetFacts, subject: SubjectCode, values: CellValues): RowResult => {
  const record = toSubjectRecord(levelOfGrade(facts.grade), subject, values)
  const result = evaluate(inputOf(yearFacts(facts), { studentCode: '', subjects: [record], homeroom: {} }))
  const prefix = `subjects.${subject}`
  return {
    ...nothing,
    subject: result.subjects?.[subject] ?? null,
    findings: result.findings
      .filter(({ at }) => at === prefix || at.startsWith(`${prefix}.`))
      .map(({ code, at }) => ({ code, at: at.slice(prefix.length + 1) })),
    reasons: result.reasons,
  }
}

const yearFacts = ({ schoolYear, grade, periodsPerYear }: SheetFacts) => ({
  schoolYear,
  grade,
  periodsOf: () => periodsPerYear ?? undefined,
})

const evaluateConduct = (facts: SheetFacts, values: CellValues): RowResult => {
  const homeroom = toHomeroomRecord(values)
  const result = evaluate(inputOf(yearFacts(facts), { studentCode: '', subjects: [], homeroom }))
  return {
    ...nothing,
    conduct: result.conduct ?? null,
    findings: result.findings.filter(({ at }) => at.startsWith('conduct') || at.startsWith('absences')),
    reasons: result.reasons.filter(({ rule }) => rule.includes('Điều 8')),
  }
}

/** Columns by their paths, ready to look up. */
export type ColumnsByPath = ReadonlyMap<string, Column>

/** The values of the row's computed columns, as they follow from what is typed so far; null where they cannot be formed. */
export const computeRow = (
  facts: SheetFacts,
  columns: ColumnsByPath,
  values: CellValues,
): ReadonlyMap<string, string | null> => {
  const paths = [...columns.values()].filter(({ kind }) => kind === 'computed').map(({ path }) => path)
  if (paths.length === 0) return new Map()
  const row = evaluateRow(facts, values)
  return new Map(paths.map((path) => [path, computedValue(path, row, values)]))
}

const computedValue = (path: string, { subject, conduct }: RowResult, values: CellValues): string | null => {
  switch (path) {
    case 'computed.terms.1':
      return subject?.terms[1] ?? null
    case 'computed.terms.2':
      return subject?.terms[2] ?? null
    case 'computed.year':
      return subject?.year ?? null
    case 'computed.reassessed':
      return subject?.afterReassessment ?? null
    case 'computed.conduct':
      return conduct?.year ?? null
    default:
      return absenceTotal(path, values)
  }
}

const absenceTotal = (path: string, values: CellValues): string | null => {
  const counted = countAbsences(values)
  if (counted === undefined || !path.startsWith('computed.absences')) return null
  const { excused, unexcused } = counted
  if (path === 'computed.absences') return String(excused + unexcused)
  return String(path === 'computed.absences.excused' ? excused : unexcused)
}
