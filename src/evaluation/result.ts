import type { Award, CommentResult, Decision, Rating, YearResult } from '../shared/ratings.ts'
import type { SubjectCode } from '../shared/subjects.ts'

export type EvaluationStatus = 'complete' | 'incomplete' | 'invalid'

/** What the circulars conclude from one student-year. Averages are strings with a dot and one decimal. */
export interface EvaluationResult {
  readonly id: string | null
  readonly status: EvaluationStatus
  /** Empty when the status is complete. */
  readonly findings: readonly EvaluationFinding[]
  /** TT 22/2021 only. */
  readonly subjects?: Readonly<Partial<Record<SubjectCode, SubjectResult>>>
  readonly learning?: LearningResult
  readonly conduct?: ConductResult
  readonly decision: Decision | null
  readonly completion: boolean | null
  /** TT 27/2020 only. */
  readonly yearResult?: YearResult | null
  readonly award: Award | null
  readonly reasons: readonly Reason[]
}

/** A subject's terms and year: an average '8.1', or 'pass' and 'not-pass'; null where it cannot be formed. */
export interface SubjectResult {
  readonly terms: { readonly 1: string | null; readonly 2: string | null }
  readonly year: string | null
  readonly afterReassessment?: string | null
}

/** Kết quả học tập. The two keys of article 9.3 are present only when it changed the year. */
export interface LearningResult {
  readonly 1: Rating | null
  readonly 2: Rating | null
  readonly year: Rating | null
  readonly yearBeforeArticle9_3?: Rating
  readonly articleCulprit?: SubjectCode
  readonly afterReassessment?: Rating | null
}

/** Kết quả rèn luyện. */
export interface ConductResult {
  readonly 1: Rating | null
  readonly 2: Rating | null
  readonly year: Rating | null
  readonly afterSummer?: Rating | null
}

/** A comment result or an average, as it stands in a result. */
export type SubjectValue = CommentResult | `${number}.${number}`

/** One step of the proof: the article it rests on and a Vietnamese sentence with decimal commas. */
export interface Reason {
  readonly rule: string
  readonly text: string
}

/** What is missing or impossible, and the path of the value: 'subjects.TOAN.terms.1.finalMark'. */
export interface EvaluationFinding {
  readonly code: FindingCode
  readonly at: string
}

export type FindingCode = MissingCode | FaultCode

/** Something required is not entered yet: the case is incomplete. */
export type MissingCode =
  | 'missing-mark'
  | 'missing-result'
  | 'missing-periods'
  | 'missing-conduct'
  | 'missing-absences'
  | 'missing-subject'
  | 'missing-score'
  | 'missing-quality'
  | 'missing-competence'
  | 'missing-decision'
  | 'too-few-marked-subjects'
  | 'wrong-number-of-regular-marks'

/** Something entered is impossible: the case is invalid. Too many regular marks are; too few are missing. */
export type FaultCode =
  | 'not-json'
  | 'unknown-circular'
  | 'grade-not-in-circular'
  | 'bad-value'
  | 'not-a-mark'
  | 'mark-out-of-range'
  | 'mark-too-precise'
  | 'score-not-integer'
  | 'score-not-allowed'
  | 'wrong-number-of-regular-marks'
  | 'unknown-level'
  | 'unknown-subject'
  | 'subject-not-in-grade'
  | 'duplicate-subject'
  | 'summer-not-allowed'
