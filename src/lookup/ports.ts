import type { FileReader, FileReference, YearSource } from '../registry/index.ts'
import type { ExaminedDocument } from '../verification/index.ts'
import type { BookMemory } from './book-memory.ts'

/** Verifies a file, XML or PDF; the apps join `examineDocument` with their trust, renderer and status source. */
export type VerifyFile = (bytes: Uint8Array, context: { readonly now: Date }) => Promise<ExaminedDocument>

/**
 * Names any accepted file, always one where there is one at all. It stands in for the book that a wrong code does not
 * have, so that refusing costs the same work either way.
 */
export interface StandIn {
  find(): Promise<FileReference | undefined>
}

/** Everything a lookup needs of the outside. */
export interface LookupPorts {
  readonly years: YearSource
  readonly files: FileReader
  readonly standIn: StandIn
  readonly verify: VerifyFile
  readonly memory: BookMemory
}
