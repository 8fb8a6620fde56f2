import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync, chmodSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sha256Hex } from '../../crypto/digest.ts'
import { openFileStore, type FileStore } from './open-file-store.ts'

let folder: string
let store: FileStore
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hocba-files-'))
  store = await openFileStore(join(folder, 'tệp'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

const bytes = Buffer.from('<HocBa>Ước</HocBa>')
const sha256 = sha256Hex(bytes)
const place = (digest = sha256): string => join(folder, 'tệp', digest.slice(0, 2), digest.slice(2, 4), digest)
const drafts = (): string => join(folder, 'tệp', 'drafts')

/** Every file of the store, drafts included. */
const listFiles = (): readonly string[] =>
  readdirSync(join(folder, 'tệp'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)

describe('a kept file', () => {
  it('is found by its content, in any program that opens the folder', async () => {
    expect(await store.keep(bytes)).toEqual({ sha256, size: bytes.length })
    const other = await openFileStore(join(folder, 'tệp'))
    expect(Buffer.from((await other.read(sha256)) ?? [])).toEqual(bytes)
  })

  it('is kept once although it comes often and at the same moment', async () => {
    await Promise.all(Array.from({ length: 20 }, () => store.keep(bytes)))
    const { ino } = statSync(place())
    await store.keep(bytes)
    expect(statSync(place()).ino).toBe(ino)
    expect(listFiles()).toEqual([sha256])
  })

  it('may not be written to by anybody', async () => {
    await store.keep(bytes)
    expect(statSync(place()).mode & 0o777).toBe(0o440)
  })

  it('may be empty', async () => {
    const reference = await store.keep(new Uint8Array())
    expect((await store.read(reference.sha256))?.length).toBe(0)
  })

  it('is never given out when its bytes have changed on disk', async () => {
    await store.keep(bytes)
    chmodSync(place(), 0o600)
    writeFileSync(place(), Buffer.from(bytes).fill(0x39, 7, 8))
    await expect(store.read(sha256)).rejects.toThrow('is not what was kept there')
  })

  it('is written anew when it was cut short', async () => {
    await store.keep(bytes)
    chmodSync(place(), 0o600)
    writeFileSync(place(), bytes.subarray(0, 3))
    await store.keep(bytes)
    expect(Buffer.from((await store.read(sha256)) ?? [])).toEqual(bytes)
  })
})

describe('a file that was never kept', () => {
  it('is not there', async () => {
    expect(await store.read(sha256)).toBeUndefined()
  })

  it.each(['', 'abc', sha256.toUpperCase(), `../../${sha256}`, `${sha256}/..`])(
    '%j is no digest, and no path either',
    async (name) => {
      await store.keep(bytes)
      expect(await store.read(name)).toBeUndefined()
    },
  )
})

describe('a write that fails or is interrupted', () => {
  it('leaves nothing where the file would stand', async () => {
    const other = Buffer.from('khác')
    // A folder stands where the file belongs.
    await openFileStore(place(sha256Hex(other)))
    await expect(store.keep(other)).rejects.toThrow()
    expect(readdirSync(drafts())).toEqual([])
  })

  it('leaves drafts that are cleared away once they are old, and not before', async () => {
    for (const name of ['.old.draft', '.new.draft']) writeFileSync(join(drafts(), name), 'dở dang')
    utimesSync(join(drafts(), '.old.draft'), 0, 0)
    await openFileStore(join(folder, 'tệp'))
    expect(readdirSync(drafts())).toEqual(['.new.draft'])
    await store.keep(bytes)
    expect(Buffer.from((await store.read(sha256)) ?? [])).toEqual(bytes)
  })

  it('by kill -9 leaves whole files only', async () => {
    const script = `
      import { randomBytes } from 'node:crypto'
      import { openFileStore } from ${JSON.stringify(new URL('open-file-store.ts', import.meta.url).href)}
      const store = await openFileStore(${JSON.stringify(join(folder, 'tệp'))})
      setTimeout(() => process.kill(process.pid, 'SIGKILL'), 150)
      for (;;) {
        const kept = await Promise.all([1, 2, 3, 4].map(() => store.keep(randomBytes(300_000))))
        process.stdout.write(kept.map(({ sha256 }) => sha256 + '\\n').join(''))
      }`
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      encoding: 'utf8',
    })
    const acknowledged = stdout.split('\n').filter((line) => line.length === 64)
    expect(acknowledged.length).toBeGreaterThan(0)
    const whole = listFiles().filter((name) => !name.endsWith('.draft'))
    expect(whole).toEqual(expect.arrayContaining(acknowledged))
    for (const digest of whole) expect((await store.read(digest))?.length).toBe(300_000)
  })
})
