import type { FileReference, RegisteredYear, RegistryEntry } from './registered-year.ts'

/** Keeps a file under its content, for good; when the promise is kept the file survives a loss of power. */
export interface FileKeeper {
  keep(bytes: Uint8Array): Promise<FileReference>
}

/** Gives a kept file back by its SHA-256 (hex), checked; undefined when there is none. */
export interface FileReader {
  read(sha256: string): Promise<Uint8Array | undefined>
}

/** Lists the years that any of some keys of lookup codes lead to, in every school, by school year. */
export interface YearSource {
  list(keys: readonly string[]): Promise<readonly RegisteredYear[]>
}

/** Adds an entry, whole and for good, unless the history has grown since it was decided on: then 'overtaken'. */
export interface EntryRecorder {
  record(entry: RegistryEntry): Promise<'recorded' | 'overtaken'>
}

/** Everything the registry needs of the outside. */
export interface RegistryPorts {
  readonly files: FileKeeper & FileReader
  readonly years: YearSource
  readonly entries: EntryRecorder
}
