import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const root = fileURLToPath(new URL('../../../../src/apps/web/', import.meta.url))

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
}

/** The school's pages as they are delivered, built into a folder of their own. */
export interface WebFiles {
  /** The file of an address below /truong/; every address that is no file is the one page. */
  readonly find: (path: string) => Promise<{ readonly type: string; readonly bytes: Uint8Array } | undefined>
  remove(): Promise<void>
}

export const buildWebFiles = async (): Promise<WebFiles> => {
  const folder = await mkdtemp(join(tmpdir(), 'hocba-web-'))
  await build({
    root,
    configFile: join(root, 'vite.config.ts'),
    logLevel: 'error',
    build: { outDir: folder, emptyOutDir: true },
  })
  return {
    find: async (path) => {
      const name = extname(path) === '' ? 'index.html' : normalize(path)
      const type = types[extname(name)]
      return type === undefined ? undefined : { type, bytes: await readFile(join(folder, name)) }
    },
    remove: () => rm(folder, { recursive: true }),
  }
}
