import type { Column, SheetName } from '../../../gradebook/index.ts'
import type { EducationLevel } from '../../../shared/education-level.ts'
import type { SchoolYear } from '../../../shared/school-year.ts'

/** A sheet of the gradebook as it goes into a file and as a file is compared with it. */
export interface FileSheet {
  readonly schoolCode: string
  readonly schoolYear: SchoolYear
  readonly level: EducationLevel
  readonly classId: string
  readonly className: string
  readonly grade: number
  readonly sheet: SheetName
  readonly title: string
  readonly columns: readonly Column[]
  readonly students: readonly FileStudent[]
  readonly cells: readonly FileCell[]
}

export interface FileStudent {
  readonly studentCode: string
  readonly fullName: string
  readonly birthDate: string
  readonly isExempt: boolean
}

export interface FileCell {
  readonly studentCode: string
  readonly path: string
  readonly value: string | null
  readonly version: number
  readonly lockedBecause: string | null
}

/** The sheet that a file of ours keeps out of sight: what it is of, its columns, what stood in it. */
export const hiddenName = 'so-diem'
/** What the hidden sheet begins with. */
export const hiddenMark = 'hocba/trang-so/1'

/** The columns that a file has: what follows from others is not typed. */
export const fileColumns = ({ columns }: Pick<FileSheet, 'columns'>): readonly Column[] =>
  columns.filter(({ kind }) => kind !== 'computed')

export const cellKey = (studentCode: string, path: string): string => `${studentCode}\n${path}`
