import { setImmediate as nextTurn } from 'node:timers/promises'
import type { YearReport } from '../bookfile/index.ts'
import { bookContent } from './content/book-content.ts'
import { coverageOf, readFaces } from './face.ts'
import type { RenditionInput } from './input.ts'
import { findTemplate, type RenditionTemplate } from './templates.ts'
import { startTypesetter, type TypesetBook } from './typesetter.ts'

/** Makes official pages. Equal input gives equal bytes. */
export interface Renderer {
  /** Bản thể hiện: the page of one sealed year as unsigned, tagged PDF/A-3a with the XML attached. */
  render(page: RenditionInput): Promise<Uint8Array>
  /** The same with the place kept free for the seal's image, in the principal's signature block. */
  renderForSealing(page: RenditionInput): Promise<TypesetBook>
  /** The whole book over all its years in one PDF, every year's XML attached; order of the input does not matter. */
  renderBook(pages: readonly RenditionInput[]): Promise<Uint8Array>
}

/** The engine's memory is given back only between turns of the event loop: without a pause it grows 3 MB a book. */
const booksBetweenPauses = 4

const templateOf = ({ report, version }: RenditionInput): RenditionTemplate => {
  const template = findTemplate(report, version)
  if (template === undefined)
    throw new Error(
      `no form ${version ?? ''} for ${report.version.circular}, ${report.cover.level}, ${report.identity.schoolYear}`,
    )
  return template
}

const bySchoolYear = (one: RenditionInput, other: RenditionInput): number =>
  one.report.identity.schoolYear.localeCompare(other.report.identity.schoolYear)

const isSameBook = (one: YearReport, other: YearReport): boolean =>
  one.identity.bookLookupCode === other.identity.bookLookupCode && one.cover.level === other.cover.level

const ordered = (pages: readonly RenditionInput[]): readonly [RenditionInput, ...RenditionInput[]] => {
  const [first, ...others] = pages.toSorted(bySchoolYear)
  if (first === undefined) throw new Error('a book has at least one year')
  if (others.some(({ report }) => !isSameBook(report, first.report)))
    throw new Error('the years of a compiled book belong to one pupil and level')
  return [first, ...others]
}

/** Starts a renderer: about 50 ms, 60 MB. One is enough for a process; it works on one book at a time. */
export const createRenderer = async (): Promise<Renderer> => {
  const faces = await readFaces()
  const [regular] = faces
  if (regular === undefined) throw new Error('the type is missing')
  const has = coverageOf(regular)
  const typeset = startTypesetter(faces)
  let made = 0
  const make = async (pages: readonly RenditionInput[]): Promise<TypesetBook> => {
    if (++made % booksBetweenPauses === 0) await nextTurn()
    const years = ordered(pages)
    const template = templateOf(years.at(-1) ?? years[0])
    return typeset(
      template.version,
      bookContent(years, template, has),
      years.map(({ sealed }) => sealed.xml),
    )
  }
  return {
    render: async (page) => (await make([page])).bytes,
    renderForSealing: (page) => make([page]),
    renderBook: async (pages) => (await make(pages)).bytes,
  }
}
