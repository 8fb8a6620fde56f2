import {
  evaluate,
  type EvaluationInput,
  type EvaluationResult,
  type Reason,
} from '../../../../evaluation/index.ts'
import { levelOfGrade } from '../../../../shared/education-level.ts'
import { findSubject, type SubjectCode } from '../../../../shared/subjects.ts'

/** The results of a pupil's year, each of which has a proof of its own, in the order in which a parent asks. */
export const provenResults = [
  'decision',
  'learning',
  'yearResult',
  'conduct',
  'award',
  'absences',
  'learning1',
  'learning2',
  'learningAfter',
  'conductAfter',
] as const
export type ProvenResult = (typeof provenResults)[number]

/** The proof of one result: the sentences of the rules in their order. */
export type Proof = Readonly<Record<ProvenResult, readonly Reason[]>>

/** The proof of a subject: how its results were formed; null where nothing is formed yet. */
export interface SubjectProof {
  readonly code: SubjectCode
  readonly name: string
  readonly reason: Reason | null
}

/** A pupil's year with its proof, taken apart by result and by subject. */
export interface PupilProof {
  readonly result: EvaluationResult
  readonly proof: Proof
  readonly subjects: readonly SubjectProof[]
  /** How averages are formed in general; said once. */
  readonly formula: Reason | undefined
}

/** Evaluates a pupil's year and hands every sentence of its proof to the result that it proves. */
export const proofOf = (input: EvaluationInput): PupilProof => {
  const result = evaluate(input)
  const byResult = Map.groupBy(result.reasons, (reason) => resultOf(reason))
  return {
    result,
    proof: Object.fromEntries(
      provenResults.map((name) => [name, byResult.get(name) ?? []]),
    ) as unknown as Proof,
    subjects: input.subjects.map(({ code }) => subjectProof(input, code, result.reasons)),
    formula: result.reasons.find(({ text }) => text.startsWith(formulaStart)),
  }
}

const formulaStart = 'Điểm trung bình môn học kì:'

const periods: readonly (readonly [string, ProvenResult])[] = [
  ['Học kì II', 'learning2'],
  ['Học kì I', 'learning1'],
  ['Cả năm', 'learning'],
  ['Sau đánh giá lại', 'learningAfter'],
]

// Each step of the proof names its article, and the steps of learning the period that they speak of.
const resultOf = ({ rule, text }: Reason): ProvenResult | 'subject' => {
  const [, circular = '', article = ''] = /^(\S+) Điều (\S+)$/u.exec(rule) ?? []
  if (circular === 'TT27/2020')
    return article.startsWith('9') ? 'yearResult' : article.startsWith('13') ? 'award' : 'decision'
  if (article.startsWith('9.1')) return 'subject'
  if (article.startsWith('9')) return periods.find(([start]) => text.startsWith(start))?.[1] ?? 'learning'
  if (article.startsWith('8')) return 'conduct'
  if (article.startsWith('15')) return 'award'
  return article === '12.1.c' && text.startsWith('Nghỉ') ? 'absences' : summerOrDecision(text)
}

// A result of the summer is told before the decision that follows from it, under the same article.
const summerOrDecision = (text: string): ProvenResult => {
  if (/^(Kiểm tra, đánh giá lại|Đánh giá lại)/u.test(text)) return 'learningAfter'
  return /^(Rèn luyện|Sau rèn luyện)/u.test(text) ? 'conductAfter' : 'decision'
}

const subjectProof = (
  input: EvaluationInput,
  code: SubjectCode,
  reasons: readonly Reason[],
): SubjectProof => {
  const name = findSubject(levelOfGrade(input.grade), code)?.name ?? code
  return { code, name, reason: reasons.find(({ text }) => text.startsWith(`${name}: `)) ?? null }
}
