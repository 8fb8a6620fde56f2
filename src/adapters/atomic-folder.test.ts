import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeFolder } from './atomic-folder.ts'

let room: string
beforeEach(async () => {
  room = await mkdtemp(join(tmpdir(), 'hocba-test-'))
})
afterEach(() => rm(room, { recursive: true, force: true }))

const there = async (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )

describe('a folder made all at once', () => {
  it('has every file, in folders made on the way, and gives what its maker gave', async () => {
    const result = await makeFolder(join(room, 'out'), async (folder) => {
      await folder.write('a.txt', 'một')
      await folder.write('xml/b/c.bin', Buffer.from([1, 2, 3]))
      await Promise.all(['d', 'e', 'f'].map((name) => folder.write(`xml/${name}.txt`, name)))
      return 'xong'
    })
    expect(result).toBe('xong')
    expect(await readFile(join(room, 'out/a.txt'), 'utf8')).toBe('một')
    expect(await readFile(join(room, 'out/xml/b/c.bin'))).toEqual(Buffer.from([1, 2, 3]))
    expect((await readdir(join(room, 'out/xml'))).toSorted()).toEqual(['b', 'd.txt', 'e.txt', 'f.txt'])
    expect(await readdir(room)).toEqual(['out'])
  })

  it('is not there before everything in it is', async () => {
    await makeFolder(join(room, 'out'), async (folder) => {
      await folder.write('a.txt', 'một')
      expect(await there(join(room, 'out'))).toBe(false)
    })
    expect(await there(join(room, 'out'))).toBe(true)
  })

  it('leaves nothing at all when anything fails', async () => {
    const failing = makeFolder(join(room, 'out'), async (folder) => {
      await folder.write('a.txt', 'một')
      throw new Error('giữa chừng')
    })
    await expect(failing).rejects.toThrow('giữa chừng')
    expect(await readdir(room)).toEqual([])
  })

  it('never writes one file twice', async () => {
    const twice = makeFolder(join(room, 'out'), async (folder) => {
      await folder.write('a.txt', 'một')
      await folder.write('a.txt', 'hai')
    })
    await expect(twice).rejects.toThrow('EEXIST')
    expect(await readdir(room)).toEqual([])
  })

  it('makes the folders above it', async () => {
    await makeFolder(join(room, 'x/y/out'), (folder) => folder.write('a.txt', 'một'))
    expect(await there(join(room, 'x/y/out/a.txt'))).toBe(true)
  })

  it('takes the place of an empty folder', async () => {
    await mkdir(join(room, 'out'))
    await makeFolder(join(room, 'out'), (folder) => folder.write('a.txt', 'một'))
    expect(await there(join(room, 'out/a.txt'))).toBe(true)
  })
})

describe('a place that is taken', () => {
  const attempt = (place: string): Promise<unknown> =>
    makeFolder(place, () => Promise.reject(new Error('must not begin')))

  it('by a folder with anything in it is refused, and stays as it was', async () => {
    await mkdir(join(room, 'out'))
    await writeFile(join(room, 'out/.an'), 'cũ')
    await expect(attempt(join(room, 'out'))).rejects.toMatchObject({ code: 'output-exists' })
    expect(await readdir(join(room, 'out'))).toEqual(['.an'])
    expect(await readdir(room)).toEqual(['out'])
  })

  it('by a file is refused too', async () => {
    await writeFile(join(room, 'out'), 'cũ')
    await expect(attempt(join(room, 'out'))).rejects.toMatchObject({ code: 'output-exists' })
    expect(await readFile(join(room, 'out'), 'utf8')).toBe('cũ')
  })

  it('while the folder was being made loses nothing of what came there', async () => {
    const late = makeFolder(join(room, 'out'), async (folder) => {
      await folder.write('a.txt', 'một')
      await mkdir(join(room, 'out'))
      await writeFile(join(room, 'out/b.txt'), 'của người khác')
    })
    await expect(late).rejects.toThrow()
    expect(await readdir(join(room, 'out'))).toEqual(['b.txt'])
    expect(await readdir(room)).toEqual(['out'])
  })
})
