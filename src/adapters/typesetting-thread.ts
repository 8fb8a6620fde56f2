import type { PagePlace, RenditionInput, Renderer } from '../rendition/index.ts'
import { createThread } from './thread.ts'

/** What is to be set, a year's page or the book of several years, and what was; a book has no place for a seal. */
export interface Typesetting {
  readonly question: { readonly kind: 'page' | 'book'; readonly pages: readonly RenditionInput[] }
  readonly answer: { readonly bytes: Uint8Array; readonly sealPlace?: PagePlace }
}

/**
 * A typesetter on a thread of its own: a page takes 14 ms, in which the server answers others, and a sitting verifies
 * what was set before. Where the engine is missing, the first page is refused.
 */
export const createTypesettingThread = (): Renderer => {
  const ask = createThread<Typesetting>(new URL('./typesetting-worker.ts', import.meta.url))
  return {
    render: async (page) => (await ask({ kind: 'page', pages: [page] })).bytes,
    renderForSealing: async (page) => {
      const { bytes, sealPlace } = await ask({ kind: 'page', pages: [page] })
      if (sealPlace === undefined) throw new Error('a page leaves a place for the seal')
      return { bytes, sealPlace }
    },
    renderBook: async (pages) => (await ask({ kind: 'book', pages })).bytes,
  }
}
