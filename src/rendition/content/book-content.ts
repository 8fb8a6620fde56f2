import { levelNames } from '../../shared/education-level.ts'
import { showEveryCharacter, makePrintable, type Content, type Printable } from '../printable.ts'
import type { Coverage } from '../face.ts'
import type { RenditionInput } from '../input.ts'
import { drawQrCodes } from '../qr.ts'
import type { RenditionTemplate } from '../templates.ts'
import { annexContent } from './annex.ts'
import { addressOf, footerContent } from './footer.ts'
import { coverContent, historyContent, profileContent } from './front.ts'
import { primaryYearContent } from './primary-year.ts'
import { secondaryYearContent } from './secondary-year.ts'

/** Everything a template prints: texts for people, and beside them what only the document's machinery reads. */
export interface BookContent {
  readonly text: Printable
  readonly machine: {
    readonly title: string
    readonly keywords: readonly string[]
    /** Year, month, day, hour, minute, second in UTC, as PDF reads a date without zone: the date of the document. */
    readonly issuedAt: readonly number[]
    readonly demonstration: boolean
    /** One QR code for the front pages, then one for each year. */
    readonly qrCodes: readonly string[]
    readonly attachments: readonly { readonly name: string; readonly description: string }[]
  }
}

/** How the rendition version stands among the PDF's keywords. */
export const versionKeyword = (version: string): string => `hocba-rendition:${version}`

const yearContent = (input: RenditionInput): Content =>
  input.report.cover.level === 'primary' ? primaryYearContent(input) : secondaryYearContent(input)

const numbersOf = (instant: string): readonly number[] =>
  new Date(instant).toISOString().slice(0, 19).split(/[-T:]/u).map(Number)

const titleOf = (years: readonly RenditionInput[], { report }: RenditionInput): string => {
  const first = years[0]?.report.identity.schoolYear ?? ''
  const last = report.identity.schoolYear
  const span = first === last ? `năm học ${last}` : `các năm học ${first.slice(0, 4)}-${last.slice(5)}`
  return `Học bạ ${levelNames[report.cover.level]} – ${report.identity.fullName} – ${span}`
}

/**
 * The content of a book of one year or more, in the order of the years; cover and profile are those of the newest.
 * A single year's pages carry the year's lookup code, a compilation's front pages the book's.
 */
export const bookContent = (
  years: readonly [RenditionInput, ...RenditionInput[]],
  template: RenditionTemplate,
  has: Coverage,
): BookContent => {
  const newest = years.at(-1) ?? years[0]
  const { identity } = newest.report
  const frontCode = years.length === 1 ? identity.yearLookupCode : identity.bookLookupCode
  const codes = [frontCode, ...years.map(({ report }) => report.identity.yearLookupCode)]
  const text: Content = {
    cover: coverContent(newest),
    profile: profileContent(newest),
    history: historyContent(newest),
    footers: [
      footerContent(newest, frontCode),
      ...years.map((year) => footerContent(year, year.report.identity.yearLookupCode)),
    ],
    years: years.map(yearContent),
    annexes: years.map(annexContent),
  }
  return {
    text: makePrintable(text, has),
    machine: {
      title: showEveryCharacter(titleOf(years, newest), has),
      keywords: ['học bạ số', versionKeyword(template.version)],
      issuedAt: numbersOf(newest.issuedAt),
      demonstration: years.some(({ report }) => report.cover.demonstration !== undefined),
      qrCodes: drawQrCodes(codes.map((code, index) => addressOf(years[index - 1] ?? newest, code))),
      attachments: years.map(({ sealed, report }) => ({
        name: sealed.fileName,
        description: `Học bạ số đã niêm phong, năm học ${report.identity.schoolYear} (XML)`,
      })),
    },
  }
}
