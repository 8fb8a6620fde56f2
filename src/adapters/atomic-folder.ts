import { randomUUID } from 'node:crypto'
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { Refusal } from '../shared/refusal.ts'

/** A folder in the making beside the place where it will stand. */
export interface FolderInTheMaking {
  /** Writes one file, making the folders on its way. */
  write(path: string, bytes: Uint8Array | string): Promise<void>
}

const isVacant = async (folder: string): Promise<boolean> => {
  try {
    return (await readdir(folder)).length === 0
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'ENOENT') return true
    // A file stands where the folder would.
    if (code === 'ENOTDIR') return false
    throw error
  }
}

/**
 * Makes a folder all at once: everything is written beside it, flushed, and put in place by one rename. When
 * anything fails the place stays as it was. Refused when something already stands there.
 */
export const makeFolder = async <T>(
  target: string,
  fill: (folder: FolderInTheMaking) => Promise<T>,
): Promise<T> => {
  const place = resolve(target)
  if (!(await isVacant(place)))
    throw new Refusal(
      'output-exists',
      `Thư mục ${target} đã có nội dung. Hãy chọn thư mục khác hoặc xóa thư mục đó trước.`,
    )
  await mkdir(dirname(place), { recursive: true })
  const draft = join(dirname(place), `.${basename(place)}-${randomUUID()}`)
  await mkdir(draft)
  try {
    const made = new Set<string>()
    const result = await fill({ write: (path, bytes) => writeFlushed(join(draft, path), bytes, made) })
    await flushFolder(draft)
    await rename(draft, place)
    await flushFolder(dirname(place))
    return result
  } catch (error) {
    await rm(draft, { recursive: true, force: true })
    throw error
  }
}

const writeFlushed = async (path: string, bytes: Uint8Array | string, made: Set<string>): Promise<void> => {
  const folder = dirname(path)
  if (!made.has(folder)) {
    await mkdir(folder, { recursive: true })
    made.add(folder)
  }
  const file = await open(path, 'wx', 0o644)
  try {
    await file.writeFile(bytes)
    await file.datasync()
  } finally {
    await file.close()
  }
}

/** Flushes a folder's own entries, where the system lets a folder be opened. */
const flushFolder = async (folder: string): Promise<void> => {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
