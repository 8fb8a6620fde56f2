import { readFile } from 'node:fs/promises'
import type { FastifyInstance } from 'fastify'
import { makeAsset, serveAsset, type Asset } from './assets/asset.ts'
import { readFonts } from './assets/fonts.ts'
import { readScanWorker } from './assets/scan-worker.ts'
import { stripTypes } from './assets/strip-types.ts'

/** Where the pages find their own files, as paths on this server. */
export interface AssetPaths {
  readonly style: string
  readonly script: string
  /** Reads QR codes; fetched by the script only when one is to be read, and its worker with it. */
  readonly scanner: string
  readonly worker: string
  /** The fonts that every page shows at once, worth a preload; the style names all. */
  readonly fonts: readonly string[]
}

const readSource = (path: string): Promise<string> => readFile(new URL(path, import.meta.url), 'utf8')

const makeScript = async (name: string): Promise<Asset> =>
  makeAsset(name, 'js', await stripTypes(await readSource(`./browser/${name}.ts`)))

interface Styling {
  readonly style: Asset
  readonly fonts: readonly Asset[]
  readonly regular: readonly string[]
}

const makeStyle = async (): Promise<Styling> => {
  const fonts = (await readFonts()).map((font) => ({
    ...font,
    asset: makeAsset(font.name, 'woff2', font.bytes),
  }))
  const rules = fonts.map(({ rule, asset }) => rule.replace('{url}', asset.path))
  return {
    style: makeAsset('style', 'css', [...rules, await readSource('./style.css')].join('\n')),
    fonts: fonts.map(({ asset }) => asset),
    regular: fonts.filter(({ isRegular }) => isRegular).map(({ asset }) => asset.path),
  }
}

/** Serves the pages' own files (tệp tĩnh): style, fonts, script and scanner; says where each is. */
export const addAssets = async (server: FastifyInstance): Promise<AssetPaths> => {
  const { style, fonts, regular } = await makeStyle()
  const script = await makeScript('portal')
  const scanner = await makeScript('scanner')
  const worker = makeAsset('scan-worker', 'js', await readScanWorker())
  for (const asset of [style, script, scanner, worker, ...fonts]) serveAsset(server, asset)
  return {
    style: style.path,
    script: script.path,
    scanner: scanner.path,
    worker: worker.path,
    fonts: regular,
  }
}
