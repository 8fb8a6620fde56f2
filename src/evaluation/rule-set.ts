import type { EducationLevel, Grade } from '../shared/education-level.ts'
import type { Circular } from '../shared/ratings.ts'
import type { SchoolYear } from '../shared/school-year.ts'
import type { Assessments } from './assessments.ts'
import type { Findings } from './findings.ts'
import type { JsonObject } from './json.ts'
import type { EvaluationResult } from './result.ts'

/** What one text of a circular prescribes, and the school years it governs. */
export interface RuleSet {
  readonly circular: Circular
  /** The date on which this text was promulgated; an amendment brings another one. */
  readonly version: string
  readonly fromSchoolYear: SchoolYear
  /** The last school year; open-ended while the text is in force. */
  readonly toSchoolYear?: SchoolYear
  readonly levels: readonly EducationLevel[]
  readonly assessments: Assessments
  readonly evaluate: (head: CaseHead, findings: Findings) => EvaluationResult
}

/** What every case says before its marks. */
export interface CaseHead {
  readonly id: string | null
  readonly input: JsonObject
  /** Undefined when the circular does not know the grade: then no subject can be judged. */
  readonly grade: Grade | undefined
  readonly individualPlan: boolean
  readonly principalDecision: 'promoted' | 'retained' | undefined
  readonly article9_3: 'mask' | 'replace'
}
