import type { SubjectCode } from '../../shared/subjects.ts'
import type { SummaryRow, SummarySubject } from './summarize-class.ts'

/** How many pupils have each value; only values that occur. */
export type Tally = Readonly<Record<string, number>>

/** The class in numbers, as the summary's foot states them. */
export interface ClassCounts {
  readonly students: number
  readonly girls: number
  readonly complete: number
  readonly learning: Tally
  readonly conduct: Tally
  readonly yearResult: Tally
  readonly decision: Tally
  readonly award: Tally
  readonly subjects: Partial<Record<SubjectCode, SubjectCounts>>
  readonly qualities: Readonly<Record<string, Tally>>
  readonly competences: Readonly<Record<string, Tally>>
}

/** By result or level, or by the bands of Điều 9 for averages; of primary's scores those below 5 and the others. */
export interface SubjectCounts {
  readonly values: Tally
  readonly scoresBelow5: number
  readonly scoresFrom5: number
}

export const countClass = (
  subjects: readonly SummarySubject[],
  rows: readonly SummaryRow[],
): ClassCounts => ({
  students: rows.length,
  girls: rows.filter(({ gender }) => gender === 'female').length,
  complete: rows.filter(({ isComplete }) => isComplete).length,
  learning: tally(rows, ({ learning }) => learning),
  conduct: tally(rows, ({ conduct }) => conduct),
  yearResult: tally(rows, ({ yearResult }) => yearResult),
  decision: tally(rows, ({ decision }) => decision),
  award: tally(rows, ({ award }) => award),
  subjects: Object.fromEntries(subjects.map((subject) => [subject.code, countSubject(subject, rows)])),
  qualities: countTraits(rows, 'qualities'),
  competences: countTraits(rows, 'competences'),
})

const tally = (rows: readonly SummaryRow[], valueOf: (row: SummaryRow) => string | null): Tally => {
  const counts: Record<string, number> = {}
  for (const row of rows) {
    const value = valueOf(row)
    if (value !== null) counts[value] = (counts[value] ?? 0) + 1
  }
  return counts
}

// The bounds that TT 22/2021, Điều 9 draws through the averages.
const bands = [8, 6.5, 5, 3.5] as const

const bandOf = (average: string): string => {
  const from = bands.find((bound) => Number(average) >= bound)
  return from === undefined ? 'below-3.5' : `from-${from}`
}

const countSubject = ({ code, kind }: SummarySubject, rows: readonly SummaryRow[]): SubjectCounts => {
  const scores = rows.flatMap(({ subjects }) => subjects[code]?.score ?? [])
  return {
    values: tally(rows, ({ subjects }) => {
      const value = subjects[code]?.value ?? null
      return value !== null && kind === 'marked' ? bandOf(value) : value
    }),
    scoresBelow5: scores.filter((score) => score < 5).length,
    scoresFrom5: scores.filter((score) => score >= 5).length,
  }
}

const countTraits = (
  rows: readonly SummaryRow[],
  key: 'qualities' | 'competences',
): Readonly<Record<string, Tally>> => {
  const codes = new Set(rows.flatMap((row) => Object.keys(row[key])))
  return Object.fromEntries([...codes].map((code) => [code, tally(rows, (row) => row[key][code] ?? null)]))
}
