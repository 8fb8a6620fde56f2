import { createRequire } from 'node:module'
import { Refusal } from '../shared/refusal.ts'

/** A laid-out document of the engine, to be handed back to it. */
export interface EngineDocument {
  readonly numOfPages: number
}

/** What this stage uses of Typst's compiler for Node. */
export interface Engine {
  compile(options: { readonly mainFilePath: string }): {
    readonly result: EngineDocument | null
    takeError(): { readonly shortDiagnostics: unknown } | null
  }
  query(document: EngineDocument, options: { readonly selector: string; readonly field: string }): unknown
  pdf(document: EngineDocument, options: { readonly pdfStandard: string; readonly pdfTags: boolean }): Buffer
  mapShadow(path: string, content: Buffer): void
  unmapShadow(path: string): void
  evictCache(maxAge: number): void
}

interface EngineOptions {
  readonly workspace: string
  readonly fontArgs: readonly { readonly fontBlobs: readonly Buffer[] }[]
}

interface Binding {
  readonly NodeCompiler: { create(options: EngineOptions): Engine }
}

const require = createRequire(import.meta.url)

/** The builds of the engine that the lock file can hold; each is a package of its own, installed where it fits. */
const builds: readonly (() => unknown)[] = [
  () => require('@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu') as unknown,
  () => require('@myriaddreamin/typst-ts-node-compiler-linux-x64-musl') as unknown,
]

const load = (): Binding => {
  for (const build of builds) {
    try {
      return build() as Binding
    } catch (error) {
      if (!(error instanceof Error) || !('code' in error) || error.code !== 'MODULE_NOT_FOUND') throw error
    }
  }
  throw new Refusal(
    'page-engine-missing',
    'Không dựng được bản PDF: máy này chưa có bộ dàn trang. Hãy dùng Linux x64.',
  )
}

/** Starts Typst's compiler; refused with the remedy on a machine that has no build of it. */
export const createEngine = (options: EngineOptions): Engine => load().NodeCompiler.create(options)
