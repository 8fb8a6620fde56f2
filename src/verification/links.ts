import type { BookFile, YearBefore } from '../bookfile/index.ts'
import { schoolYearBefore, type SchoolYear } from '../shared/school-year.ts'
import { finding, verdictOf, type Finding } from './findings.ts'
import type { Verification } from './report.ts'

/** What ties a book to the other years and versions of the same pupil. */
export interface BookLinks {
  readonly bookLookupCode: string
  readonly schoolYear: SchoolYear
  readonly version: number
  /** SHA-256 (base64) of the canonical DuLieu. */
  readonly digest: string
  readonly yearBefore: YearBefore
}

export const linksOf = ({ data }: BookFile): BookLinks => {
  const { cover, identity, version } = data.report
  const digest = data.digestOf('hb')
  if (digest === undefined) throw new Error('a book that was read has a DuLieu')
  return {
    bookLookupCode: cover.bookLookupCode,
    schoolYear: identity.schoolYear,
    version: version.number,
    digest,
    yearBefore: version.yearBefore,
  }
}

/** The books at hand that have themselves passed: a forged year must not be able to discredit a genuine one. */
export interface Shelf {
  add(links: BookLinks): void
  /** The versions of one year of one book, in the order in which they were added. */
  list(bookLookupCode: string, schoolYear: SchoolYear): readonly BookLinks[]
}

export const createShelf = (): Shelf => {
  const byYear = new Map<string, BookLinks[]>()
  const keyOf = (bookLookupCode: string, schoolYear: SchoolYear): string => `${bookLookupCode}/${schoolYear}`
  return {
    add: (links) => {
      const key = keyOf(links.bookLookupCode, links.schoolYear)
      byYear.set(key, [...(byYear.get(key) ?? []), links])
    },
    list: (bookLookupCode, schoolYear) => byYear.get(keyOf(bookLookupCode, schoolYear)) ?? [],
  }
}

/**
 * Does the year follow the one it says it follows? Compared with that year when it is at hand; otherwise said to be
 * unchecked, which does not lower the verdict (docs/format.md).
 */
const judgeYearBefore = (
  { bookLookupCode, schoolYear, yearBefore }: BookLinks,
  shelf: Shelf,
): readonly Finding[] => {
  if (yearBefore.digest === undefined) return []
  const same = shelf
    .list(bookLookupCode, schoolYearBefore(schoolYear))
    .filter(({ version }) => version === yearBefore.version)
  if (same.length === 0) return [finding('year-before-not-checked', 'pb.NamTruoc')]
  const isThere = same.some(({ digest }) => digest === yearBefore.digest)
  return [finding(isThere ? 'year-before-checked' : 'year-before-mismatch', 'pb.NamTruoc')]
}

/** Says when a later version of the same year is at hand: this one is then history. */
const noteNewerVersion = (
  { bookLookupCode, schoolYear, version }: BookLinks,
  shelf: Shelf,
): readonly Finding[] => {
  const newest = Math.max(0, ...shelf.list(bookLookupCode, schoolYear).map((links) => links.version))
  return newest > version ? [finding('newer-version-at-hand', 'pb.So', `phiên bản ${newest}`)] : []
}

/** Adds to a verification what the other books at hand say about this one. */
export const relate = (verification: Verification, links: BookLinks, shelf: Shelf): Verification => {
  const findings = [
    ...verification.findings,
    ...judgeYearBefore(links, shelf),
    ...noteNewerVersion(links, shelf),
  ]
  return { ...verification, findings, verdict: verdictOf(findings) }
}
