import { isPermitted } from '../../../../accounts/index.ts'
import type { SheetPlace } from '../../../../adapters/postgres/gradebook/sheet-facts.ts'
import type { ClassPlace } from '../../../../adapters/postgres/gradebook/class-results.ts'
import { isSheetName } from '../../../../gradebook/index.ts'
import type { EducationLevel } from '../../../../shared/education-level.ts'
import type { SchoolYear } from '../../../../shared/school-year.ts'
import type { Actor } from '../../../../accounts/index.ts'

/** The parts of an address that name a class of a year. */
interface ClassAddress {
  readonly schoolYear: SchoolYear
  readonly level: EducationLevel
  readonly classId: string
}

/** The class an address names, in the school of whoever asks. */
export const classPlaceOf = ({ tenant }: Actor, address: ClassAddress): ClassPlace => ({
  tenant,
  schoolYear: address.schoolYear,
  level: address.level,
  classId: address.classId,
})

/** The sheet an address names; undefined where there is none of that name. */
export const findSheetPlace = (
  actor: Actor,
  address: ClassAddress & { readonly sheet: string },
): SheetPlace | undefined =>
  isSheetName(address.sheet) ? { ...classPlaceOf(actor, address), sheet: address.sheet } : undefined

/** Whether somebody may write on a sheet, apart from what is closed. */
export const canWrite = (actor: Actor, { classId, sheet }: Pick<SheetPlace, 'classId' | 'sheet'>): boolean =>
  isPermitted(actor, 'sheet.write', { classId, sheet })
