import type { EvaluationInput } from '../../../../evaluation/index.ts'
import type { SubjectCode } from '../../../../shared/subjects.ts'
import { listEntered, type Entered } from './entered.ts'
import type { PupilProof } from './proof-of.ts'

/** One result of a subject: its value and, for an average, how it was formed from the marks. */
export interface Formed {
  readonly value: string | null
  /** '(8,0 + 7,5 + 2 × 8,0 + 3 × 7,5) : 9' */
  readonly formula: string
  /** What stands there, where it makes no sum yet. */
  readonly entered: readonly Entered[]
}

/** A secondary subject of the proof: the terms, the year, and what the summer gave. */
export interface SubjectRow {
  readonly code: SubjectCode
  readonly name: string
  readonly isExempt: boolean
  readonly terms: readonly [Formed, Formed]
  readonly year: Formed
  readonly reassessed: string | null
}

/** The subjects of a secondary year with the marks that their results come from. */
export const listSubjectRows = (
  input: EvaluationInput,
  { result, subjects }: PupilProof,
): readonly SubjectRow[] =>
  subjects.map(({ code, name, reason }) => {
    const own = result.subjects?.[code]
    const [first = '', second = '', year = ''] = (reason?.text.slice(name.length + 2) ?? '').split('; ')
    return {
      code,
      name,
      isExempt: input.subjects.some((subject) => subject.code === code && 'exempt' in subject),
      terms: [
        formed(own?.terms[1], first, listEntered(input, code, 1)),
        formed(own?.terms[2], second, listEntered(input, code, 2)),
      ],
      year: formed(own?.year, year, []),
      reassessed: own?.afterReassessment ?? null,
    }
  })

const formed = (value: string | null | undefined, text: string, entered: readonly Entered[]): Formed => {
  const formula = formulaIn(text)
  return { value: value ?? null, formula, entered: formula === '' ? entered : [] }
}

/** The part of a sentence of the proof that shows the sum: 'HK I (8,0 + …) : 9 = 7,6' without its end and head. */
const formulaIn = (text: string): string => {
  const [, formula = '', note = ''] =
    /^(?:HK I{1,2} |cả năm )?(\(.*\)\s*:\s*\d+)\s*=\s*[\d,]+(.*)$/u.exec(text) ?? []
  // A factor stays with its mark, and the divisor with its sum, wherever the line breaks.
  return (formula + note).replace(/ × /g, '\u00a0×\u00a0').replace(/ : /g, '\u00a0:\u00a0')
}

/** A result as a parent reads it: '8,0', 'Đạt'. */
export const shownValue = (value: string | null): string =>
  value === null ? '–' : (names[value] ?? value.replace('.', ','))

const names: Readonly<Record<string, string>> = { pass: 'Đạt', 'not-pass': 'Chưa đạt' }
