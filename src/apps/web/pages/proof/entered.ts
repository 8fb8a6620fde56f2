import type { EvaluationInput } from '../../../../evaluation/index.ts'
import type { SubjectCode } from '../../../../shared/subjects.ts'

/** What stands in a term of a subject while no average is formed from it yet. */
export interface Entered {
  /** 'TX', 'GK', 'CK', 'CĐ' */
  readonly kind: 'regular' | 'midterm' | 'final' | 'topic'
  /** '8', '7,5', 'Đ', 'V'; '–' where nothing stands. */
  readonly values: readonly string[]
}

type Raw = string | null | undefined

/** The single marks or results that a term holds; none where the term is known by its average alone. */
export const listEntered = (input: EvaluationInput, code: SubjectCode, term: 1 | 2): readonly Entered[] => {
  const subject = input.circular === 'TT22/2021' ? input.subjects.find((one) => one.code === code) : undefined
  if (subject === undefined || 'exempt' in subject) return []
  const held = (subject.terms[term] ?? {}) as Readonly<Record<string, Raw | readonly Raw[]>>
  const marks: readonly Entered[] = [
    { kind: 'regular', values: listOf(held['regularMarks'] ?? held['regularResults']) },
    { kind: 'midterm', values: listOf(held['midtermMark'] ?? held['midtermResult']) },
    { kind: 'final', values: listOf(held['finalMark'] ?? held['finalResult']) },
    { kind: 'topic', values: listOf(held['topicMark']) },
  ]
  return marks.filter(({ values }) => values.length > 0)
}

const listOf = (held: Raw | readonly Raw[]): readonly string[] => {
  if (held === undefined || held === null) return []
  return typeof held === 'string' ? [shown(held)] : held.map(shown)
}

const words: Readonly<Record<string, string>> = { pass: 'Đ', 'not-pass': 'CĐ', absent: 'V' }

const shown = (value: Raw): string => (value == null ? '–' : (words[value] ?? value.replace('.', ',')))
