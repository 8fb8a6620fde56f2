import type { Grade } from '../../../shared/education-level.ts'
import type { Circular, Rating } from '../../../shared/ratings.ts'
import type { SchoolYear } from '../../../shared/school-year.ts'
import type { Tenths } from '../../marks.ts'
import type { Reason } from '../../result.ts'
import { conductReasons, type ConductReasons } from './conduct.ts'
import { standardTexts, type StandardTexts } from './learning-texts.ts'
import { formulaText, markTexts, type MarkTexts } from './mark-texts.ts'

/** What a text of the secondary circular sets: everything an amendment may change without a new formula. */
export interface SecondaryThresholds {
  readonly circular: Circular
  readonly version: string
  readonly fromSchoolYear: SchoolYear
  readonly toSchoolYear?: SchoolYear
  /** In rising order of periods a year. */
  readonly regularMarks: readonly { readonly upToPeriods: number; readonly count: number }[]
  readonly regularResults: number
  readonly topicMarkGrades: readonly Grade[]
  readonly weights: Weights
  /** Best first. */
  readonly standards: readonly LearningStandard[]
  /** How many subjects must reach `enoughFrom`, and how many a year must have at least. */
  readonly enoughSubjects: number
  readonly conductOfYear: Record<Rating, Record<Rating, Rating>>
  readonly mostAbsences: number
  readonly reassessedBelow: Tenths
  readonly excellentFrom: Tenths
}

/** Hệ số of the midterm and final mark in the term, and of term II in the year; all else counts once. */
export interface Weights {
  readonly midterm: number
  readonly final: number
  readonly secondTerm: number
}

/** What one kết quả học tập asks (Điều 9, khoản 2). */
export interface LearningStandard {
  readonly rating: Exclude<Rating, 'not-pass'>
  /** The point (điểm) of Điều 9, khoản 2. */
  readonly point: 'a' | 'b' | 'c'
  /** No average may be lower. */
  readonly everyFrom: Tenths
  /** At least `enoughSubjects` averages must reach this. */
  readonly enoughFrom: Tenths
  /** At most so many subjects assessed by comment may be Chưa đạt. */
  readonly failedComments: number
}

/** The thresholds with the sentences made from them once. */
export interface SecondaryRules extends SecondaryThresholds {
  readonly articles: Articles
  /** How averages are formed and rounded, said once before the averages themselves. */
  readonly formulaReason: Reason
  readonly markTexts: MarkTexts
  readonly standardTexts: readonly StandardTexts[]
  readonly conductReasons: ConductReasons
}

/** How reasons cite this circular: 'TT22/2021 Điều 9.1.b'. */
export interface Articles {
  readonly commentResults: string
  readonly averages: string
  /** Best rating first, Chưa đạt last. */
  readonly learning: readonly string[]
  readonly adjustment: string
  readonly individualPlan: string
  readonly promotion: string
  readonly absences: string
  readonly principal: string
  readonly summerConduct: string
  readonly reassessment: string
  readonly award: string
}

export const prepareRules = (thresholds: SecondaryThresholds): SecondaryRules => ({
  ...thresholds,
  articles: articlesOf(thresholds),
  formulaReason: { rule: articlesOf(thresholds).averages, text: formulaText(thresholds.weights) },
  markTexts: markTexts(thresholds),
  standardTexts: standardTexts(thresholds),
  conductReasons: conductReasons(thresholds),
})

const articlesOf = ({ circular, standards }: SecondaryThresholds): Articles => ({
  commentResults: `${circular} Điều 9.1.a`,
  averages: `${circular} Điều 9.1.b`,
  learning: [...standards.map(({ point }) => point), 'd'].map((point) => `${circular} Điều 9.2.${point}`),
  adjustment: `${circular} Điều 9.3`,
  individualPlan: `${circular} Điều 11`,
  promotion: `${circular} Điều 12.1`,
  absences: `${circular} Điều 12.1.c`,
  principal: `${circular} Điều 12.4`,
  summerConduct: `${circular} Điều 13`,
  reassessment: `${circular} Điều 14`,
  award: `${circular} Điều 15.1.a`,
})

/** Số ĐĐGtx: the regular marks of a term that the periods a year ask for (Điều 6, khoản 2, điểm b). */
export const regularMarksFor = (rules: SecondaryRules, periodsPerYear: number): number =>
  rules.regularMarks.find(({ upToPeriods }) => periodsPerYear <= upToPeriods)?.count ?? 0
