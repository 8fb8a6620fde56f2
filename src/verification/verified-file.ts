import type { BookFile } from '../bookfile/index.ts'
import type { Verification } from './report.ts'

/** A file that could be read as a book, and what verification says of it. */
export interface VerifiedFile {
  readonly bytes: Uint8Array
  readonly book: BookFile
  readonly verification: Verification
}
