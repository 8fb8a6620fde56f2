import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { errorCode } from '../../../adapters/file-store/file-errors.ts'
import { Refusal } from '../../../shared/refusal.ts'

const root = fileURLToPath(new URL('../../../..', import.meta.url))
const source = join(root, 'src/apps/web')

/** Where the built pages lie. */
export const webFolder = join(root, 'dist', 'web')
const stampPath = join(root, 'dist', 'web.stamp')

/** Everything the pages are made of: themselves, the stages they share, the packages. */
const madeOf = [
  'src/apps/web',
  'src/shared',
  'src/records',
  'src/evaluation',
  'src/gradebook',
  'src/accounts',
]

const isSource = (path: string): boolean => !path.endsWith('.test.ts')

const listFiles = async (folder: string): Promise<readonly string[]> => {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter(isSource)
    .sort()
}

/** A digest of all of it: another one means that the pages must be built anew. */
const digestSources = async (): Promise<string> => {
  const hash = createHash('sha256')
  const files = (await Promise.all(madeOf.map(listFiles))).flat()
  for (const path of [...files, join(root, 'package-lock.json')])
    hash
      .update(relative(root, path))
      .update('\0')
      .update(await readFile(path))
      .update('\0')
  return hash.digest('hex')
}

const readStamp = (): Promise<string | undefined> =>
  readFile(stampPath, 'utf8').catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return undefined
    throw error
  })

const packable = /\.(js|css|svg|html|json)$/
const [brotli, zip] = [promisify(brotliCompress), promisify(gzip)]

/** Packs what browsers can unpack, once, as tightly as it goes. */
const packFiles = async (folder: string): Promise<void> => {
  const names = (await readdir(folder, { recursive: true })).filter((name) => packable.test(name))
  for (const name of names.filter((one) => one !== 'index.html')) {
    const bytes = await readFile(join(folder, name))
    await writeFile(
      join(folder, `${name}.br`),
      await brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
    )
    await writeFile(join(folder, `${name}.gz`), await zip(bytes, { level: 9 }))
  }
}

/** Builds the school's pages into a folder, whatever lies there. Refused where the builder is not installed. */
export const buildWebInto = async (folder: string): Promise<void> => {
  const { build } = await import('vite').catch((cause: unknown) => {
    throw new Refusal(
      'file-not-readable',
      'Chưa có dist/web và không có chương trình dựng trang. Hãy chạy npm ci rồi npm run build.',
      { cause },
    )
  })
  const configFile = join(source, 'vite.config.ts')
  await build({ configFile, logLevel: 'error', build: { outDir: folder, emptyOutDir: true } })
  await packFiles(folder)
}

/** Builds them where the server looks for them, with a note of what they were built from. */
export const buildWeb = async (log: (line: string) => void): Promise<void> => {
  const digest = await digestSources()
  log('Dựng các trang của nhà trường…')
  await buildWebInto(webFolder)
  await mkdir(join(root, 'dist'), { recursive: true })
  await writeFile(stampPath, digest)
}

/** Builds them where they are missing or older than their sources; an installation without sources keeps what it has. */
export const ensureWeb = async (log: (line: string) => void): Promise<void> => {
  if ((await readStamp()) !== (await digestSources())) await buildWeb(log)
}
