import type { Grade } from '../shared/education-level.ts'
import type { AssessedBy, Subject } from '../shared/subjects.ts'

/** The four periodic moments of a primary year (TT 27/2020, Điều 7): giữa học kì I, cuối học kì I, giữa học kì II, cuối năm. */
export const moments = ['midterm1', 'term1', 'midterm2', 'year'] as const
export type Moment = (typeof moments)[number]

/** What a text of a circular asks a school to assess and to test, as far as a gradebook must offer it. */
export interface Assessments {
  /** Số lần đánh giá thường xuyên a term; 0 where the circular counts none (TT 22/2021, Điều 6). */
  readonly countRegular: (assessedBy: AssessedBy, periodsPerYear: number) => number
  /** Grades with the result of study topics (TT 22/2021, Điều 6, khoản 3). */
  readonly topicMarkGrades: readonly Grade[]
  /** Whether a subject has a periodic test with a score at a moment (TT 27/2020, Điều 7). */
  readonly testAt: (subject: Subject, grade: Grade, moment: Moment) => 'required' | 'allowed' | 'none'
}
