import { readFileSync } from 'node:fs'
import { readTrustFolder } from '../src/adapters/trust-folder.ts'
import { readBook, type BookFile } from '../src/bookfile/index.ts'
import type { VerificationContext } from '../src/verification/index.ts'
import { bookName } from './make-books.ts'
import { classSize } from './scene.ts'
import { verifyLimit, type VerifyLimit } from './verify-limit.ts'

/** A class's books as a verifier meets them: bytes, and whom to trust. */
export interface ClassFiles {
  readonly files: readonly Uint8Array[]
  readonly limits: readonly VerifyLimit[]
  readonly context: VerificationContext
}

/** When the books are verified: in time, whatever today's date. */
export const verifiedAt = '2026-07-01T00:00:00+07:00'

/** Reads a folder made by `bookFolder`. */
export const readClass = async (folder: string): Promise<ClassFiles> => {
  const trust = await readTrustFolder(`${folder}/trust`)
  const files = Array.from({ length: classSize }, (_, index) => readFileSync(`${folder}/${bookName(index)}`))
  return { files, limits: files.map(verifyLimit), context: { trust, now: new Date(verifiedAt) } }
}

/** Reads a book that is known to be readable. */
export const getBook = (bytes: Uint8Array): BookFile => {
  const reading = readBook(bytes)
  if (!('book' in reading)) throw new Error('a book of the benchmarks must be readable')
  return reading.book
}
