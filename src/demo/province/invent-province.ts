import type { SchoolYearRecords, StudentYear } from '../../records/index.ts'
import type { EducationLevel } from '../../shared/education-level.ts'
import { educationLevels } from '../../shared/education-level.ts'
import type { SchoolYear } from '../../shared/school-year.ts'
import type { SpecialCase } from './cases/special-cases.ts'
import { makeCodeDispenser } from './codes.ts'
import { makeRandom } from './random.ts'
import { earlierYear, inventSchool, lastYear, writeSchoolYear } from './school-records.ts'

/** How many pupils the three schools have together in 2025-2026 (at least 60), and the seed of chance. */
export interface ProvinceSize {
  readonly students: number
  readonly seed: number
}

/** Which pupil shows which special case of the rules, and in which year. */
export interface PlacedCase {
  readonly studentCode: string
  readonly schoolYear: SchoolYear
  readonly level: EducationLevel
  readonly case: SpecialCase
}

/** The invented province: its schools' years in the order in which they must be issued, and its special cases. */
export interface InventedProvince {
  readonly records: readonly SchoolYearRecords[]
  readonly cases: readonly PlacedCase[]
}

/** Below this the special cases of one level no longer fit beside ordinary pupils. */
export const fewestStudents = 60
const fewestPerSchool = 18

const shares: Readonly<Record<Exclude<EducationLevel, 'primary'>, number>> = {
  'lower-secondary': 0.35,
  'upper-secondary': 0.25,
}

/** Pupils by level: 40, 35 and 25 of a hundred, as in the country; never too few for the special cases. */
const shareOut = (students: number): Readonly<Record<EducationLevel, number>> => {
  const lower = Math.max(fewestPerSchool, Math.round(students * shares['lower-secondary']))
  const upper = Math.max(fewestPerSchool, Math.round(students * shares['upper-secondary']))
  return { primary: students - lower - upper, 'lower-secondary': lower, 'upper-secondary': upper }
}

const checkSize = ({ students, seed }: ProvinceSize): void => {
  if (!Number.isSafeInteger(students) || students < fewestStudents)
    throw new RangeError(`students must be a whole number of at least ${fewestStudents}, not ${students}`)
  if (!Number.isSafeInteger(seed)) throw new RangeError(`seed must be a whole number, not ${seed}`)
}

const continuing = (earlier: SchoolYearRecords, last: SchoolYearRecords): StudentYear | undefined => {
  const before = new Set(earlier.students.map(({ profile }) => profile.studentCode))
  return last.students.find(({ profile }) => before.has(profile.studentCode))
}

/** The cases that are found among the ordinary pupils rather than seated: one of each per school. */
const foundCases = (earlier: SchoolYearRecords, last: SchoolYearRecords): readonly PlacedCase[] => {
  const { level } = last.school
  const place = (name: SpecialCase, studentCode: string | undefined): readonly PlacedCase[] =>
    studentCode === undefined ? [] : [{ studentCode, schoolYear: lastYear, level, case: name }]
  return [
    ...place('earlier-year', continuing(earlier, last)?.profile.studentCode),
    ...last.amendments.flatMap(({ studentCode }) => place('amended', studentCode)),
  ]
}

/**
 * Invents a province with a primary, a lower- and an upper-secondary school. The same size and seed always give the
 * same province. All names, codes and places are invented; codes start with 99, which no real one does.
 */
export const describeProvince = (size: ProvinceSize): InventedProvince => {
  checkSize(size)
  const random = makeRandom(`province/${size.seed}/${size.students}`)
  const codes = makeCodeDispenser(random.fork('codes'))
  const pupils = shareOut(size.students)
  const written = educationLevels.map((level) => {
    const school = inventSchool(random.fork(level), codes, level, pupils[level])
    const earlier = writeSchoolYear(school, earlierYear)
    const last = writeSchoolYear(school, lastYear)
    const seated = [...school.pupilsOf.values()]
      .flat()
      .flatMap((pupil) =>
        pupil.case === undefined
          ? []
          : [{ studentCode: pupil.profile.studentCode, schoolYear: lastYear, level, case: pupil.case }],
      )
    return { records: [earlier, last], cases: [...seated, ...foundCases(earlier, last)] }
  })
  return {
    records: written.flatMap(({ records }) => records),
    cases: written.flatMap(({ cases }) => cases),
  }
}

/** The schools' years alone, in the order in which they must be issued: of each school the earlier year first. */
export const inventProvince = (size: ProvinceSize): readonly SchoolYearRecords[] =>
  describeProvince(size).records
