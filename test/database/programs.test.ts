import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, readdirSync, rmSync, unlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findPackage } from '../../src/adapters/postgres/embedded/program.ts'
import { ask, makeFolder, makeUsedFolder, start } from './support/folders.ts'

const isRoot = process.getuid?.() === 0

const linksIn = (folder: string): readonly string[] =>
  readdirSync(join(folder, 'native', 'lib'))
    .map((name) => join(folder, 'native', 'lib', name))
    .filter((path) => lstatSync(path).isSymbolicLink())

/** The package as `npm ci --ignore-scripts` leaves it: without the links that its install script would make. */
const copyWithoutLinks = (folder: string): string => {
  const copy = join(folder, 'package')
  cpSync(join(findPackage(), 'native'), join(copy, 'native'), { recursive: true, verbatimSymlinks: true })
  for (const link of linksIn(copy)) unlinkSync(link)
  return copy
}

describe('the programs that came with the installation', () => {
  it('run although no install script made their links', async () => {
    const packageFolder = copyWithoutLinks(makeFolder())
    expect(linksIn(packageFolder)).toEqual([])
    const folder = await makeUsedFolder()
    const { url } = await start(folder, { packageFolder })
    expect(await ask(url, '1')).toBe(1)
    expect(linksIn(packageFolder).length).toBeGreaterThan(5)
    expect(existsSync(join(folder, 'postgres', 'programs'))).toBe(false)
  })

  it('are copied beside the data where the user of the server may not enter their folder', async () => {
    const closed = makeFolder()
    const packageFolder = copyWithoutLinks(closed)
    chmodSync(closed, 0o700)
    const folder = await makeUsedFolder()
    const { url, stop } = await start(folder, { packageFolder })
    expect(await ask(url, '1')).toBe(1)
    // Who is not root runs the server as themselves, and enters.
    expect(existsSync(join(folder, 'postgres', 'programs', 'native', 'bin', 'postgres'))).toBe(isRoot)
    await stop()
    expect(await ask((await start(folder, { packageFolder })).url, '1')).toBe(1)
  })
})

describe('a data folder that the user of the server may not enter', () => {
  const makeClosed = (): { readonly dataFolder: string; readonly elsewhere: string } => {
    const dataFolder = join(makeFolder(), 'riêng')
    mkdirSync(dataFolder, { mode: 0o700 })
    return { dataFolder, elsewhere: join(makeFolder(), 'nơi khác') }
  }

  it('has its data elsewhere, is told so, and finds them again', async () => {
    const { dataFolder, elsewhere } = makeClosed()
    const first = await start(dataFolder, { elsewhere })
    expect(await ask(first.url, '1')).toBe(1)
    expect(first.log.some((line) => line.includes(elsewhere))).toBe(isRoot)
    await first.stop()
    const second = await start(dataFolder, { elsewhere })
    expect([second.url, second.log]).toEqual([first.url, []])
  })

  it('is refused where those are gone', async () => {
    const { dataFolder, elsewhere } = makeClosed()
    await (await start(dataFolder, { elsewhere })).stop()
    rmSync(isRoot ? elsewhere : join(dataFolder, 'postgres', 'secrets.json'), { recursive: true })
    await expect(start(dataFolder, { elsewhere })).rejects.toMatchObject({ code: 'database-not-available' })
  })
})
