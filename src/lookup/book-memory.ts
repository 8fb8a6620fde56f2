import type { YearReport } from '../bookfile/index.ts'
import type { Verification } from '../verification/index.ts'

/** A kept book, read and verified. */
export interface KnownBook {
  readonly report: YearReport
  readonly verification: Verification
}

/** Remembers for a while what was verified, by the file's SHA-256 (hex): a kept file never changes. */
export interface BookMemory {
  recall(sha256: string, now: Date, verify: () => Promise<KnownBook>): Promise<KnownBook>
}

/** How much is remembered, and for how many milliseconds. */
export interface BookMemoryLimits {
  readonly mostBooks: number
  readonly keepFor: number
}

interface Remembered {
  readonly book: KnownBook
  readonly at: number
}

/**
 * A memory of books that passed, the longest unused forgotten first. What failed or stayed open is never remembered:
 * the next visitor may find the status service up again. A revoked certificate shows at most `keepFor` late; where a
 * book stands is always asked of the registry anew.
 */
export const createBookMemory = ({ mostBooks, keepFor }: BookMemoryLimits): BookMemory => {
  const remembered = new Map<string, Remembered>()
  const keep = (sha256: string, entry: Remembered): void => {
    remembered.delete(sha256)
    remembered.set(sha256, entry)
    const [oldest] = remembered.keys()
    if (remembered.size > mostBooks && oldest !== undefined) remembered.delete(oldest)
  }
  return {
    recall: async (sha256, now, verify) => {
      const known = remembered.get(sha256)
      const age = known === undefined ? Infinity : now.getTime() - known.at
      if (known !== undefined && age >= 0 && age < keepFor) {
        keep(sha256, known)
        return known.book
      }
      remembered.delete(sha256)
      const book = await verify()
      if (book.verification.verdict === 'passed') keep(sha256, { book, at: now.getTime() })
      return book
    },
  }
}
