import { inventProvince } from '../../../../src/demo/province/index.ts'
import type { SchoolYearRecords } from '../../../../src/records/index.ts'
import type { EducationLevel } from '../../../../src/shared/education-level.ts'

/** The invented schools of 2025-2026, one of each level. */
export const schools: readonly SchoolYearRecords[] = inventProvince({ students: 180, seed: 1 }).filter(
  ({ schoolYear }) => schoolYear === '2025-2026',
)

export const schoolOf = (level: EducationLevel): SchoolYearRecords => {
  const found = schools.find(({ school }) => school.level === level)
  if (found === undefined) throw new Error(`no school of ${level}`)
  return found
}

/** Whom the pages are shown to: the school's principal, who sees every class. */
export const principalOf = ({ staff }: SchoolYearRecords): string =>
  staff.find(({ post }) => post === 'principal')?.staffCode ?? ''

/** Who writes the marks of mathematics in the first class. */
export const writerOf = ({ classes, assignments }: SchoolYearRecords): string =>
  assignments.find(({ classId, subject }) => classId === classes[0]?.classId && subject === 'TOAN')
    ?.teacher ?? ''

/** Who leads the first class. */
export const homeroomTeacherOf = ({ classes }: SchoolYearRecords): string => classes[0]?.homeroomTeacher ?? ''

/** The registrar, who runs the papers and may bring in a workbook with its marks. */
export const registrarOf = ({ staff }: SchoolYearRecords): string =>
  staff.find(({ post }) => post === 'registrar')?.staffCode ?? ''

export const staffName = ({ staff }: SchoolYearRecords, code: string): string =>
  staff.find(({ staffCode }) => staffCode === code)?.fullName ?? code
