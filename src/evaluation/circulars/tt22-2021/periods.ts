import type { Subject } from '../../../shared/subjects.ts'
import type { CommentResult } from '../../../shared/ratings.ts'
import type { Tenths } from '../../marks.ts'

/** Where a result stands in the list of a subject's results. */
export const firstTerm = 0
export const secondTerm = 1
export const wholeYear = 2
export const afterReassessment = 3

/** Học kì I, học kì II, cả năm, and the year after re-assessment in summer. */
export type Period = 0 | 1 | 2 | 3

/** How reasons name a period. */
export const periodNames = ['Học kì I', 'Học kì II', 'Cả năm', 'Sau đánh giá lại'] as const

/** A subject with the result of each period; null where it cannot be formed, never a low mark. */
export interface SubjectYear<Result> {
  readonly subject: Subject
  readonly path: string
  readonly results: readonly [Result | null, Result | null, Result | null, Result | null]
  /** What the summer gave; undefined when nothing was given, null when it was impossible. */
  readonly reassessed: Result | null | undefined
  /** How it was formed, for the reasons. */
  readonly text: string
}

export type MarkedSubject = SubjectYear<Tenths>
export type CommentSubject = SubjectYear<CommentResult>

/** The subjects that count this year, in the order they were given, by how they are assessed (Điều 5). */
export interface SecondarySubjects {
  readonly marked: readonly MarkedSubject[]
  readonly commented: readonly CommentSubject[]
}
