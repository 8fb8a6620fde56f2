import type { createRenderer } from '../rendition/index.ts'
import type { PageMaking } from '../sealing/index.ts'
import { verifyDocument, type Renderer, type TrustStore } from '../verification/index.ts'
import { createPageRenderer } from './page-renderer.ts'
import { rememberPages } from './remember-pages.ts'

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

/** With what a desk makes pages, and the registry beside it makes them anew. */
export interface DeskPages {
  readonly pages?: PageMaking
  readonly renderer?: Renderer
}

/** Both share what was set a moment ago; without a typesetter there are no pages. */
export const deskPagesOf = (
  {
    typesetter,
    ...parts
  }: Omit<PageMakingParts, 'typesetter'> & Partial<Pick<PageMakingParts, 'typesetter'>>,
  trust: TrustStore,
): DeskPages => {
  if (typesetter === undefined) return {}
  const setting = rememberPages(typesetter)
  return {
    pages: pageMakingOf({ ...parts, typesetter: setting }, trust),
    renderer: createPageRenderer(setting),
  }
}
