/** Năm học, written '2025-2026': the second year is always the first plus one. */
export type SchoolYear = `${number}-${number}`

export const isSchoolYear = (value: unknown): value is SchoolYear => {
  if (typeof value !== 'string' || !/^\d{4}-\d{4}$/.test(value)) return false
  return Number(value.slice(5)) === Number(value.slice(0, 4)) + 1
}

/** The calendar year in which a school year begins, which is also its code in the sector database. */
export const firstYearOf = (schoolYear: SchoolYear): number => Number(schoolYear.slice(0, 4))

export const schoolYearFrom = (firstYear: number): SchoolYear => `${firstYear}-${firstYear + 1}`

export const schoolYearBefore = (schoolYear: SchoolYear): SchoolYear =>
  schoolYearFrom(firstYearOf(schoolYear) - 1)

/** Học kì: the first or the second term. */
export type Term = 1 | 2
