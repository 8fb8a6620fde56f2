import { Buffer } from 'node:buffer'
import { sha256Hex } from '../crypto/digest.ts'
import type { RenderedPage, Verification } from '../verification/index.ts'

/** A page that a desk made a moment ago, and what it found of it before it let it go. */
export interface OwnPage {
  /** The sealed data inside it. */
  readonly xml: Uint8Array
  /** The page before the seal. */
  readonly rendered: RenderedPage
  readonly verification: Verification
}

/** The last pages that a desk let go, for the registry beside it, which trusts by the same certificates. */
export interface OwnPages {
  readonly keep: (pdf: Uint8Array, page: OwnPage) => void
  /** The page with these very bytes around these very data; it is forgotten then. */
  readonly take: (files: { readonly xml: Uint8Array; readonly pdf: Uint8Array }) => OwnPage | undefined
}

/** More pages than are sealed at a time. */
const usualMost = 16

export const createOwnPages = (most = usualMost): OwnPages => {
  const kept = new Map<string, OwnPage>()
  return {
    keep: (pdf, page) => {
      kept.set(sha256Hex(pdf), page)
      const [oldest] = kept.keys()
      if (kept.size > most && oldest !== undefined) kept.delete(oldest)
    },
    take: ({ xml, pdf }) => {
      const key = sha256Hex(pdf)
      const page = kept.get(key)
      if (page === undefined || Buffer.compare(page.xml, xml) !== 0) return undefined
      kept.delete(key)
      return page
    },
  }
}
