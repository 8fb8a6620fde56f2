import type { EducationLevel, Grade } from '../../../../shared/education-level.ts'
import type { SchoolYear } from '../../../../shared/school-year.ts'
import type { Column, SheetName } from '../../../../gradebook/index.ts'

/** A pupil as a row of a sheet names them. */
export interface SheetStudent {
  readonly studentCode: string
  readonly fullName: string
  readonly givenName: string
  readonly birthDate: string
  readonly isExempt: boolean
  readonly isPracticeExempt: boolean
  readonly individualPlan: boolean
  /** Why nothing about this pupil can be written any more. */
  readonly lockedBecause?: string | null
  /** Cells that were sent back and wait for an answer: who sent them, and why. */
  readonly sentBack?: readonly {
    readonly path: string
    readonly byName: string
    readonly reason: string
  }[]
}

/** A cell as the server has it. */
export interface SheetCell {
  readonly studentCode: string
  readonly path: string
  readonly value: string | null
  readonly version: number
  readonly byName: string | null
  readonly at: string | null
  /** Why this one cell cannot be written, where its column could. */
  readonly lockedBecause?: string | null
}

/** Trang sổ as the API answers it. */
export interface Sheet {
  readonly class: { readonly classId: string; readonly name: string; readonly grade: Grade }
  readonly sheet: SheetName
  readonly title: string
  readonly subjectName: string | null
  readonly schoolYear: SchoolYear
  readonly level: EducationLevel
  readonly canWrite: boolean
  readonly window: {
    readonly closesOn: string | null
    readonly title: string | null
    readonly article: string | null
  }
  readonly teachers: readonly string[]
  readonly periodsPerYear: number | null
  readonly columns: readonly Column[]
  readonly students: readonly SheetStudent[]
  readonly cells: readonly SheetCell[]
  readonly asOf: string
}

/** A cell's place: whose row, which column. */
export interface Place {
  readonly studentCode: string
  readonly path: string
}

/** A place as one text. Codes hold no tab. */
export const keyOf = ({ studentCode, path }: Place): string => `${studentCode}\t${path}`

export const placeOf = (key: string): Place => {
  const [studentCode = '', path = ''] = key.split('\t')
  return { studentCode, path }
}
