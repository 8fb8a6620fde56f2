import type { EducationLevel } from '../../shared/education-level.ts'
import type { SchoolYear } from '../../shared/school-year.ts'

/** Thiết lập: one thing that law, a province or the school decides about a school year. */
export interface Setting {
  readonly name: string
  /** Vietnamese, as the page of settings shows it. */
  readonly title: string
  readonly kind: 'date' | 'choice' | 'number' | 'flag'
  readonly options?: readonly { readonly value: string; readonly name: string }[]
  /** Absent: every level has it. */
  readonly levels?: readonly EducationLevel[]
  /** Of a deadline set above the school: the school may be earlier, never later. */
  readonly isLatest?: boolean
}

/** What one text sets for a name: where and when it holds, and where it is written. */
export interface SettingRule {
  readonly name: string
  /** A date as 'Y2-06-30', where Y1 and Y2 are the years in which the school year begins and ends; else the value. */
  readonly value: string
  /** Article or number of the document. */
  readonly article: string
  /** Province code; absent: the whole country. */
  readonly province?: string
  readonly level?: EducationLevel
  readonly fromSchoolYear?: SchoolYear
  readonly toSchoolYear?: SchoolYear
}

/** Whose year is asked about. */
export interface SettingPlace {
  readonly province: string
  readonly level: EducationLevel
  readonly schoolYear: SchoolYear
}
