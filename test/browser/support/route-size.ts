import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { build, type Rolldown } from 'vite'

/** The JavaScript of a page as it travels the first time. */
export interface RouteSize {
  readonly brotli: number
  readonly gzip: number
  readonly files: readonly string[]
}

/** Builds the application as it is served and adds up the scripts that a page needs at once. */
export const measureRoute = async (page: string): Promise<RouteSize> => {
  const configFile = fileURLToPath(new URL('../../../src/apps/web/vite.config.ts', import.meta.url))
  const built = await build({ configFile, logLevel: 'error', build: { write: false } })
  const [{ output }] = [built].flat() as [Rolldown.RolldownOutput]
  const chunks = new Map(
    output.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file] as const] : [])),
  )
  const isPage = ({ facadeModuleId }: Rolldown.OutputChunk): boolean =>
    facadeModuleId?.endsWith(`/pages/${page}/index.tsx`) === true
  const needed = new Set<string>()
  const need = (fileName: string): void => {
    if (needed.has(fileName)) return
    needed.add(fileName)
    for (const other of chunks.get(fileName)?.imports ?? []) need(other)
  }
  for (const chunk of chunks.values()) if (chunk.isEntry || isPage(chunk)) need(chunk.fileName)
  if (![...chunks.values()].some(isPage)) throw new Error(`the application has no page ${page}`)
  const codes = [...needed].map((fileName) => chunks.get(fileName)?.code ?? '')
  return {
    brotli: codes.reduce((sum, code) => sum + brotliCompressSync(code).length, 0),
    gzip: codes.reduce((sum, code) => sum + gzipSync(code).length, 0),
    files: [...needed],
  }
}
