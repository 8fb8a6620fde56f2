import { findTemplate, type Renderer as Typesetter } from '../rendition/index.ts'
import type { Renderer } from '../verification/index.ts'

/** Joins the typesetting of official pages to the port by which verification makes a page anew. */
export const createPageRenderer = (typesetter: Typesetter): Renderer => ({
  render: async (contents, version) => {
    const newest = contents.toSorted((one, other) =>
      one.report.identity.schoolYear.localeCompare(other.report.identity.schoolYear),
    )
    const last = newest.at(-1)
    if (last === undefined || findTemplate(last.report, version) === undefined) return undefined
    const pages = contents.map((content) => ({ ...content, version }))
    const [page, ...others] = pages
    if (page !== undefined && others.length === 0) return typesetter.renderForSealing(page)
    const nowhere = { page: 0, x: 0, y: 0, width: 0, height: 0 }
    return { bytes: await typesetter.renderBook(pages), sealPlace: nowhere }
  },
})
