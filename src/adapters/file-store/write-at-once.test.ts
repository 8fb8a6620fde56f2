import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import type * as files from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openFileStore } from './open-file-store.ts'
import { writeAtOnce } from './write-at-once.ts'

/** What reaches the disk, in order: flushes and renames by the name of the file or folder. */
const calls = vi.hoisted((): string[] => [])
vi.mock('node:fs/promises', async (load) => {
  const real = await load<typeof files>()
  return {
    ...real,
    open: async (path: string, ...rest: readonly [string, number]) => {
      const handle = await real.open(path, ...rest)
      const sync = handle.sync.bind(handle)
      handle.sync = async () => {
        calls.push(`flush ${path}`)
        await sync()
      }
      return handle
    },
    rename: async (from: string, to: string) => {
      calls.push(`rename ${to}`)
      await real.rename(from, to)
    },
  }
})

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hocba-write-'))
  calls.length = 0
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

/** Drafts have names drawn at random. */
const inWords = (call: string): string => {
  const [act = '', path = ''] = call.split(' ')
  return `${act} ${path.endsWith('.draft') ? 'draft' : basename(path)}`
}

describe('writing at once', () => {
  it('flushes the draft, renames it, and flushes the folder, in this order', async () => {
    await writeAtOnce(join(folder, 'tệp'), 'nội dung')
    expect(calls.map(inWords)).toEqual(['flush draft', 'rename tệp', `flush ${basename(folder)}`])
    expect(readFileSync(join(folder, 'tệp'), 'utf8')).toBe('nội dung')
  })

  it('takes the place of what was there, and leaves nothing else', async () => {
    await writeAtOnce(join(folder, 'tệp'), 'cũ')
    await writeAtOnce(join(folder, 'tệp'), 'mới')
    expect([readFileSync(join(folder, 'tệp'), 'utf8'), readdirSync(folder)]).toEqual(['mới', ['tệp']])
  })

  it('is for the eyes of the owner unless told otherwise', async () => {
    await writeAtOnce(join(folder, 'kín'), '')
    await writeAtOnce(join(folder, 'mở'), '', { mode: 0o644 })
    expect(['kín', 'mở'].map((name) => statSync(join(folder, name)).mode & 0o777)).toEqual([0o600, 0o644])
  })
})

describe('the file store', () => {
  it('flushes the file, its name and its folders before it is said to be kept', async () => {
    const store = await openFileStore(join(folder, 'kho'))
    calls.length = 0
    const { sha256 } = await store.keep(Buffer.from('học bạ'))
    const [first, second] = [sha256.slice(0, 2), sha256.slice(2, 4)]
    const folders = [`flush ${second}`, `flush ${first}`, 'flush kho']
    expect(calls.map(inWords)).toEqual(['flush draft', `rename ${sha256}`, ...folders])
    calls.length = 0
    await store.keep(Buffer.from('học bạ'))
    expect(calls.map(inWords)).toEqual(folders)
  })
})
