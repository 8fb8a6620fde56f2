import { randomUUID } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Where and how a file is written all at once. */
export interface WriteAtOnceOptions {
  /** Access mode; 0600 unless told otherwise. */
  readonly mode?: number
  /** Where the draft stands while it is written, on the same file system; beside the file unless told otherwise. */
  readonly drafts?: string
  /** Another owner for the file, which only root can give. */
  readonly owner?: { readonly uid: number; readonly gid: number }
}

/**
 * Writes a file so that, whatever happens, it is there whole or not at all: draft → fsync → rename → fsync of the
 * folder. Once the promise is kept the file survives a loss of power.
 */
export const writeAtOnce = async (
  path: string,
  bytes: Uint8Array | string,
  { mode = 0o600, drafts = dirname(path), owner }: WriteAtOnceOptions = {},
): Promise<void> => {
  const draft = join(drafts, `.${randomUUID()}.draft`)
  try {
    await writeFlushed(draft, bytes, mode, owner)
    await rename(draft, path)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
  await flushFolder(dirname(path))
}

const writeFlushed = async (
  path: string,
  bytes: Uint8Array | string,
  mode: number,
  owner: WriteAtOnceOptions['owner'],
): Promise<void> => {
  const file = await open(path, 'wx', mode)
  try {
    if (owner !== undefined) await file.chown(owner.uid, owner.gid)
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Flushes a folder's own entries, where the system lets a folder be opened. */
export const flushFolder = async (folder: string): Promise<void> => {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
