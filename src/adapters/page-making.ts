import type { createRenderer } from '../rendition/index.ts'
import type { PageMaking } from '../sealing/index.ts'
import { verifyDocument, type Renderer, type TrustStore } from '../verification/index.ts'
import { createOwnPages, type OwnPages } from './own-pages.ts'
import { createPageRenderer } from './page-renderer.ts'

/** What makes pages, where their QR codes lead, and by which clock they are checked. */
export interface PageMakingParts {
  readonly typesetter: Awaited<ReturnType<typeof createRenderer>>
  /** What stands before the lookup code in the QR codes. */
  readonly verificationUrl: string
  readonly clock: () => Date
}

/** How pages are made and checked before they leave: the page just made need not be made again. */
export const pageMakingOf = (
  { typesetter, verificationUrl, clock }: PageMakingParts,
  trust: TrustStore,
): PageMaking => ({
  typesetter,
  verificationUrl,
  inspectPage: (pdf, book, rendered) =>
    verifyDocument(pdf, {
      trust,
      now: clock(),
      verificationUrl,
      verified: [book],
      renderer: { render: () => Promise.resolve(rendered) },
    }),
})

/** With what a desk makes pages, and the registry beside it checks them. */
export interface DeskPages {
  readonly pages?: PageMaking
  readonly renderer?: Renderer
  readonly ownPages?: OwnPages
}

/** What the desk found of a page a moment ago is told the registry; without a typesetter there are no pages. */
export const deskPagesOf = (
  {
    typesetter,
    ...parts
  }: Omit<PageMakingParts, 'typesetter'> & Partial<Pick<PageMakingParts, 'typesetter'>>,
  trust: TrustStore,
): DeskPages => {
  if (typesetter === undefined) return {}
  const ownPages = createOwnPages()
  const pages = pageMakingOf({ ...parts, typesetter }, trust)
  const inspectPage: PageMaking['inspectPage'] = async (pdf, book, rendered) => {
    const verification = await pages.inspectPage(pdf, book, rendered)
    ownPages.keep(pdf, { xml: book.bytes, rendered, verification })
    return verification
  }
  return { pages: { ...pages, inspectPage }, renderer: createPageRenderer(typesetter), ownPages }
}
