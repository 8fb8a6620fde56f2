import type { Grade } from '../shared/education-level.ts'
import type { CommentResult, Rating, SubjectLevel, TraitLevel } from '../shared/ratings.ts'
import type { SchoolYear } from '../shared/school-year.ts'
import type { SubjectCode } from '../shared/subjects.ts'
import type { CompetenceCode, QualityCode } from '../shared/traits.ts'

/** One student-year as the evaluation reads it: a primary year (TT 27/2020) or a secondary one (TT 22/2021). */
export type EvaluationInput = PrimaryInput | SecondaryInput

interface InputBase {
  /** Any string; echoed. */
  readonly id?: string
  readonly schoolYear: SchoolYear
  readonly grade: Grade
  readonly options?: EvaluationOptions
  /** The whole year goes by an individual education plan (kế hoạch giáo dục cá nhân). */
  readonly individualPlan?: boolean
  readonly principalDecision?: 'promoted' | 'retained' | null
}

/** How the school reads what the circular leaves open: TT 22/2021, Điều 9.3, 'mask' when nothing is said. */
export interface EvaluationOptions {
  readonly article9_3?: 'mask' | 'replace'
}

/** A primary year: grades 1 to 5. */
export interface PrimaryInput extends InputBase {
  readonly circular: 'TT27/2020'
  readonly subjects: readonly (LeveledSubjectInput | ExemptSubjectInput)[]
  readonly qualities?: Partial<Record<QualityCode, TraitLevel | null>>
  readonly competences?: Partial<Record<CompetenceCode, TraitLevel | null>>
  readonly outstanding?: boolean
}

/** A secondary year: grades 6 to 12. Absences (số buổi nghỉ) are counted in sessions. */
export interface SecondaryInput extends InputBase {
  readonly circular: 'TT22/2021'
  readonly absences?: { readonly excused?: number | null; readonly unexcused?: number | null }
  readonly conduct?: {
    readonly 1?: Rating | null
    readonly 2?: Rating | null
    readonly afterSummer?: Rating | null
  }
  readonly subjects: readonly (MarkedSubjectInput | CommentSubjectInput | ExemptSubjectInput)[]
}

/** A subject left out by an individual education plan (TT 22/2021, Điều 11). */
export interface ExemptSubjectInput {
  readonly code: SubjectCode
  readonly exempt: true
}

/** A primary subject: its level (mức đạt được), and the year-end score where the grade tests it. */
export interface LeveledSubjectInput {
  readonly code: SubjectCode
  readonly level?: SubjectLevel | null
  /** Integer 0 to 10. */
  readonly finalScore?: number | null
}

/** A mark (điểm): a decimal string with a dot, '8.5'; a comma is accepted. */
export type MarkText = string

/** A subject assessed by comment and mark (TT 22/2021, Điều 5). */
export interface MarkedSubjectInput {
  readonly code: SubjectCode
  readonly assessedBy: 'mark'
  readonly periodsPerYear?: number
  readonly terms: { readonly 1?: MarkedTermInput | null; readonly 2?: MarkedTermInput | null }
  readonly reassessedMark?: MarkText | null
}

/** The marks of one term, or its average when that is already known. */
export type MarkedTermInput =
  | { readonly average: MarkText | null }
  | {
      readonly regularMarks?: readonly (MarkText | null)[] | null
      /** 'absent': missed without make-up, counts 0 (Điều 7). */
      readonly midtermMark?: MarkText | null
      readonly finalMark?: MarkText | null
      readonly topicMark?: MarkText | null
    }

/** A subject assessed by comment only. */
export interface CommentSubjectInput {
  readonly code: SubjectCode
  readonly assessedBy: 'comment'
  readonly periodsPerYear?: number
  readonly terms: { readonly 1?: CommentTermInput | null; readonly 2?: CommentTermInput | null }
  readonly reassessedResult?: CommentResult | null
}

/** The results of one term's assessments, or the term's result when that is already known. */
export type CommentTermInput =
  | { readonly result: CommentResult | null }
  | {
      readonly regularResults?: readonly (CommentResult | null)[] | null
      readonly midtermResult?: CommentResult | 'absent' | null
      readonly finalResult?: CommentResult | 'absent' | null
    }
