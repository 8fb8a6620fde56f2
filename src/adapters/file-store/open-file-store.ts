import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { sha256Hex } from '../../crypto/digest.ts'
import type { FileKeeper, FileReader, FileReference } from '../../registry/index.ts'
import { findError } from './file-errors.ts'
import { flushFolder, writeAtOnce } from './write-at-once.ts'

/** Files kept under their content, on disk. */
export type FileStore = FileKeeper & FileReader

const isDigest = (text: string): boolean => /^[0-9a-f]{64}$/.test(text)

/** Two levels of folders, so that a million files are 15 to a folder: 'ab/cd/abcd…'. */
const placeOf = (folder: string, sha256: string): string =>
  join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256)

/** Makes a folder and those above it, each entry flushed to disk before anything is said to be in it. */
const makeFolder = async (folder: string): Promise<void> => {
  const first = await mkdir(folder, { recursive: true })
  if (first === undefined) return
  for (let made = folder; made.length >= first.length; made = dirname(made)) await flushFolder(dirname(made))
}

/** What a crash left of files that were never whole; nothing refers to them. */
const removeOldDrafts = async (drafts: string, before: number): Promise<void> => {
  for (const name of await readdir(drafts)) {
    const draft = join(drafts, name)
    const { mtimeMs } = (await stat(draft).catch(findError('ENOENT'))) ?? { mtimeMs: Infinity }
    if (mtimeMs < before) await rm(draft, { force: true })
  }
}

const oneDay = 86_400_000

/** A file of the right size is the right file: it was put there whole; what happens to it later, reading notices. */
const isKept = async (place: string, size: number): Promise<boolean> =>
  (await stat(place).catch(findError('ENOENT')))?.size === size

const keepIn = async (folder: string, drafts: string, bytes: Uint8Array): Promise<FileReference> => {
  const reference = { sha256: sha256Hex(bytes), size: bytes.length }
  const place = placeOf(folder, reference.sha256)
  const own = dirname(place)
  if (await isKept(place, reference.size)) await flushFolder(own)
  else {
    await mkdir(own, { recursive: true })
    await writeAtOnce(place, bytes, { drafts, mode: 0o440 })
  }
  // Also where the folders, or the file, were there: whoever made them a moment ago may not have flushed them yet.
  await flushFolder(dirname(own))
  await flushFolder(folder)
  return reference
}

const readFrom = async (folder: string, sha256: string): Promise<Uint8Array | undefined> => {
  if (!isDigest(sha256)) return undefined
  const place = placeOf(folder, sha256)
  const bytes = await readFile(place).catch(findError('ENOENT'))
  if (bytes !== undefined && sha256Hex(bytes) !== sha256)
    throw new Error(`${place} is not what was kept there`)
  return bytes
}

/**
 * Opens the store of sealed files in a folder, which is made if it is not there. A file stands under its SHA-256, is
 * written whole (draft → fsync → rename → fsync) before `keep` is done, and never again; the same bytes are kept once.
 * Reading checks the digest: bytes that changed on disk are an error, never an answer. Several programs may use it.
 */
export const openFileStore = async (folder: string): Promise<FileStore> => {
  const drafts = join(folder, 'drafts')
  await makeFolder(drafts)
  await removeOldDrafts(drafts, Date.now() - oneDay)
  return {
    keep: (bytes) => keepIn(folder, drafts, bytes),
    read: (sha256) => readFrom(folder, sha256),
  }
}
