import type { Grade } from '../../../shared/education-level.ts'
import type { Circular, SubjectLevel, TraitLevel, YearResult } from '../../../shared/ratings.ts'
import type { SchoolYear } from '../../../shared/school-year.ts'
import type { SubjectCode } from '../../../shared/subjects.ts'

/** What a text of the primary circular sets: everything an amendment may change without a new formula. */
export interface PrimaryThresholds {
  readonly circular: Circular
  readonly version: string
  readonly fromSchoolYear: SchoolYear
  readonly toSchoolYear?: SchoolYear
  /** Điều 9.2, best first. */
  readonly standards: readonly YearStandard[]
  /** Subjects that may have a year-end score, which then counts. */
  readonly optionallyTested: readonly SubjectCode[]
  /** Subjects and grades that are also tested in the middle of each term. */
  readonly midtermTested: { readonly subjects: readonly SubjectCode[]; readonly grades: readonly Grade[] }
}

/** The thresholds with the sentences made from them once. */
export interface PrimaryRules extends PrimaryThresholds {
  /** By standard: 'Kết quả giáo dục cả năm Hoàn thành tốt: mọi môn học …'; last, that of Chưa hoàn thành. */
  readonly resultTexts: readonly ResultText[]
  /** How reasons cite this circular: 'TT27/2020 Điều ', to which the article is added. */
  readonly article: string
}

/** How a result is cited, what it asks, and how its absence is introduced. */
export interface ResultText {
  readonly rule: string
  readonly met: string
  readonly missed: string
}

/** What one kết quả giáo dục asks of every subject, trait and year-end score. */
export interface YearStandard {
  readonly result: Exclude<YearResult, 'not-completed'>
  /** The point (điểm) of Điều 9, khoản 2. */
  readonly point: 'a' | 'b' | 'c'
  readonly worstLevel: SubjectLevel
  readonly worstTrait: TraitLevel
  readonly lowestScore: number
}

/** What is known of one primary year. Null stands for "not entered" or "impossible", never for a bad result. */
export interface PrimaryYear {
  readonly subjects: readonly LeveledSubject[]
  readonly traits: readonly LeveledTrait[]
}

export interface LeveledSubject {
  readonly name: string
  readonly level: SubjectLevel | null
  /** Undefined where the grade does not test the subject. */
  readonly score: number | null | undefined
}

export interface LeveledTrait {
  readonly name: string
  readonly level: TraitLevel | null
}

const levelRanks: Record<SubjectLevel, number> = { T: 0, H: 1, C: 2 }
const traitRanks: Record<TraitLevel, number> = { T: 0, Đ: 1, C: 2 }

export const isLevelBelow = (level: SubjectLevel, worst: SubjectLevel): boolean =>
  levelRanks[level] > levelRanks[worst]

export const isTraitBelow = (level: TraitLevel, worst: TraitLevel): boolean =>
  traitRanks[level] > traitRanks[worst]
