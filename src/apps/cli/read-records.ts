import type { Database } from '../../adapters/postgres/connect.ts'
import { readSchoolYear } from '../../adapters/postgres/school/read-school-year.ts'
import type { SchoolYearRecords } from '../../records/index.ts'
import { educationLevels, type EducationLevel } from '../../shared/education-level.ts'
import { isSchoolYear, type SchoolYear } from '../../shared/school-year.ts'
import { badUsage } from './arguments.ts'
import { chooseDatabase, withSchoolDatabase } from './school-database.ts'

/** The options by which a command takes a school's year from the database, as they were given. */
export interface RecordsRequest {
  readonly school?: string | undefined
  readonly year?: string | undefined
  readonly level?: string | undefined
  readonly database?: string | undefined
  readonly data?: string | undefined
}

/** Which school's year is meant; the level is needed only of a school that has several in that year. */
export interface YearRequest {
  readonly school: string
  readonly year: SchoolYear
  readonly level?: EducationLevel
}

const isLevel = (text: string): text is EducationLevel =>
  (educationLevels as readonly string[]).includes(text)

/** Reads `--school CODE --year 2025-2026 [--level …]`. */
export const readYearRequest = ({ school, year, level }: RecordsRequest, usage: string): YearRequest => {
  if (school === undefined || year === undefined)
    throw badUsage('Hãy nêu cả --school (mã trường) và --year (năm học).', usage)
  if (!isSchoolYear(year)) throw badUsage(`Năm học viết như 2025-2026, không phải «${year}».`, usage)
  if (level !== undefined && !isLevel(level))
    throw badUsage(`--level là một trong: ${educationLevels.join(', ')}.`, usage)
  return { school, year, ...(level === undefined ? {} : { level }) }
}

/** The records of a school's year, the same that the imported workbook gave. */
export const readRecords = (
  database: Database<'school'>,
  { school, year, ...which }: YearRequest,
): Promise<SchoolYearRecords> => readSchoolYear(database, school, year, which)

/** The same from the database that a command line means. */
export const readRecordsFromDatabase = async (
  request: RecordsRequest,
  usage: string,
): Promise<SchoolYearRecords> => {
  const year = readYearRequest(request, usage)
  return withSchoolDatabase(chooseDatabase(request, usage), (database) => readRecords(database, year))
}
