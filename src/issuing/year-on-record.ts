import type { ClassRecords } from '../book/index.ts'
import { readBook, type BookFile } from '../bookfile/index.ts'
import { lookupKey, type RegisteredYear, type RegistryPorts } from '../registry/index.ts'
import type { StudentYear } from '../records/index.ts'
import type { LookupCode } from '../shared/ids.ts'
import { schoolYearBefore, type SchoolYear } from '../shared/school-year.ts'
import type { IssuedYearBefore } from './make-report.ts'

/** The newest versions that the registry holds of a class's books: this year's and the years' before. */
export interface YearsOnRecord {
  readonly findThisYear: (yearLookupCode: LookupCode) => BookFile | undefined
  readonly books: readonly BookFile[]
}

const codesOf = ({ bookLookupCode, yearLookupCode }: StudentYear): readonly LookupCode[] =>
  [bookLookupCode, yearLookupCode].filter((code) => code !== undefined)

const readNewest = async (
  { versions, identity }: RegisteredYear,
  { files }: RegistryPorts,
): Promise<BookFile> => {
  const newest = versions.toSorted((one, other) => one.version - other.version).at(-1)
  const bytes = newest === undefined ? undefined : await files.read(newest.xml.sha256)
  if (bytes === undefined) throw new Error(`a registered year has no file: ${identity.yearKey}`)
  const reading = readBook(bytes)
  if ('fault' in reading) throw new Error('a registered book must be readable', { cause: reading.fault })
  return reading.book
}

/** Reads what is on record of a class, so that nothing is issued twice and each year links to the one before. */
export const readYearsOnRecord = async (
  { students }: ClassRecords,
  registry: RegistryPorts,
): Promise<YearsOnRecord> => {
  const keys = students.flatMap(codesOf).map(lookupKey)
  const years = keys.length === 0 ? [] : await registry.years.list(keys)
  const books = await Promise.all(years.map((year) => readNewest(year, registry)))
  const byYear = new Map(books.map((book) => [book.data.report.identity.yearLookupCode, book]))
  return { books, findThisYear: (code) => byYear.get(code) }
}

/**
 * Finds, of books by their lookup codes, the school year before in the version now in force, wherever it was issued;
 * books that have none are left out.
 */
export const findYearsBefore = async (
  bookLookupCodes: readonly LookupCode[],
  schoolYear: SchoolYear,
  registry: RegistryPorts,
): Promise<ReadonlyMap<LookupCode, IssuedYearBefore>> => {
  const before = schoolYearBefore(schoolYear)
  const years = bookLookupCodes.length === 0 ? [] : await registry.years.list(bookLookupCodes.map(lookupKey))
  const books = await Promise.all(
    years.filter(({ identity }) => identity.schoolYear === before).map((year) => readNewest(year, registry)),
  )
  return new Map(
    books.map(({ data }) => [
      data.report.cover.bookLookupCode,
      { digest: data.digestOf('hb') ?? '', version: data.report.version.number },
    ]),
  )
}
