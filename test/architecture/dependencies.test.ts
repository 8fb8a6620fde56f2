import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readDependencyTable } from './dependency-table.ts'
import { listImports, listSources, parse, root, targetOf, type Source } from './sources.ts'

const table = readDependencyTable()
const ruleOf = new Map(table.map((rule) => [rule.folder, rule]))
const sources = listSources()

const folderOf = (path: string): string => /^src\/([^/]+)\//.exec(path)?.[1] ?? ''
const appOf = (path: string): string | undefined => /^src\/apps\/([^/]+)\//.exec(path)?.[1]

/** What of a file's imports breaks a rule, said with the file's name. */
const complaints = (
  list: readonly Source[],
  isWrong: (from: Source, to: string) => boolean,
): readonly string[] =>
  list.flatMap((source) =>
    listImports(source)
      .filter((specifier) => specifier?.startsWith('.') === true)
      .map((specifier) => targetOf(source, specifier ?? ''))
      .filter((to) => isWrong(source, to))
      .map((to) => `${source.path} imports ${to}`),
  )

const isForbidden = ({ path }: Source, to: string): boolean => {
  const [from, into] = [folderOf(path), folderOf(to)]
  return from !== into && ruleOf.get(from)?.mayImport.has(into) !== true
}

const withoutDoor = new Set(['shared', 'crypto', 'adapters'])

const isSideEntrance = ({ path }: Source, to: string): boolean => {
  const into = folderOf(to)
  return into !== folderOf(path) && !withoutDoor.has(into) && to !== `src/${into}/index.ts`
}

const isOtherApp = ({ path }: Source, to: string): boolean => {
  const app = appOf(to)
  return app !== undefined && app !== appOf(path)
}

const packagesOf = (folders: (folder: string) => boolean): readonly string[] =>
  sources
    .filter(({ path }) => folders(folderOf(path)))
    .flatMap((source) => listImports(source).map((specifier) => [source.path, specifier] as const))
    .filter(([, specifier]) => specifier?.startsWith('.') !== true)
    .map(([path, specifier]) => `${folderOf(path)}: ${specifier ?? 'computed at run time'}`)

const outside = new Set(['adapters', 'demo', 'apps'])

describe('the dependency table of ARCHITECTURE.md', () => {
  it('has a row for every folder of src, and marks as planned exactly those that do not exist', () => {
    const folders = readdirSync(join(root, 'src')).sort()
    expect(table.map(({ folder }) => folder).sort()).toEqual([...new Set([...folders, ...planned()])].sort())
    expect(folders.filter((folder) => ruleOf.get(folder)?.isPlanned !== false)).toEqual([])
  })

  it('names only folders that it has a row for', () => {
    expect(table.flatMap(({ mayImport }) => [...mayImport]).filter((folder) => !ruleOf.has(folder))).toEqual(
      [],
    )
  })

  it('holds for every import, type-only and dynamic ones too', () => {
    expect(sources.length).toBeGreaterThan(100)
    expect(complaints(sources, isForbidden)).toEqual([])
  })

  it('notices a forbidden import of each kind', () => {
    const text = [
      "import type { A } from '../records/index.ts'",
      "export { b } from '../sealing/index.ts'",
      "type C = import('../signing/index.ts').C",
      "const d = await import('../book/index.ts')",
    ].join('\n')
    expect(complaints([parse('src/verification/x.ts', text)], isForbidden)).toHaveLength(4)
  })
})

const planned = (): readonly string[] =>
  table.filter(({ isPlanned }) => isPlanned).map(({ folder }) => folder)

const browserStages = new Set(['shared', 'records', 'evaluation', 'gradebook', 'accounts', 'apps'])

describe('the application in the browser', () => {
  it('shares only pure stages with the server, and reaches the rest through the API', () => {
    const leaks = complaints(
      sources.filter(({ path }) => path.startsWith('src/apps/web/')),
      (_, to) => !browserStages.has(folderOf(to)),
    )
    expect(leaks).toEqual([])
  })

  it('is made of stages that use neither Node nor packages', () => {
    expect(packagesOf((folder) => browserStages.has(folder) && folder !== 'apps')).toEqual([])
  })
})

describe('the doors', () => {
  it('are index.ts, for every folder but shared, crypto and adapters', () => {
    expect(complaints(sources, isSideEntrance)).toEqual([])
  })

  it('of an app are open to nobody', () => {
    expect(complaints(sources, isOtherApp)).toEqual([])
  })

  it('lead to files inside src', () => {
    expect(complaints(sources, (_, to) => !to.startsWith('src/'))).toEqual([])
  })
})

describe('the stages', () => {
  it('use of Node and of packages only what cannot reach the outside', () => {
    const used = new Set(packagesOf((folder) => !outside.has(folder)))
    expect([...used].sort()).toEqual(
      [
        'bookfile: libxml2-wasm',
        'bookfile: node:buffer',
        'bookfile: node:crypto',
        'crypto: node:buffer',
        'crypto: node:crypto',
        // Streams in a PDF are deflated.
        'crypto: node:zlib',
        // The second datum is compared in constant time.
        'lookup: node:crypto',
        // The page is set with templates and faces that lie beside the code, by an engine that is a native package.
        'rendition: @myriaddreamin/typst-ts-node-compiler-linux-x64-gnu',
        'rendition: @myriaddreamin/typst-ts-node-compiler-linux-x64-musl',
        'rendition: node:fs/promises',
        'rendition: node:module',
        'rendition: node:path',
        'rendition: node:timers/promises',
        'rendition: node:url',
        'rendition: qrcode',
      ].filter((use) => used.has(use)),
    )
  })

  it('import nothing that is computed at run time, but in a browser, where the server names the address', () => {
    const computed = sources.filter((source) => listImports(source).includes(null)).map(({ path }) => path)
    expect(computed.filter((path) => !path.includes('/browser/'))).toEqual([])
  })
})
