import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createEngine, type Engine, type EngineDocument } from './engine.ts'
import type { BookContent } from './content/book-content.ts'

/** Where something stands on a page: page from 1, the rest in points from the page's bottom left corner. */
export interface PagePlace {
  readonly page: number
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface TypesetBook {
  readonly bytes: Uint8Array
  readonly sealPlace: PagePlace
}

/** Sets one book: content on the template of that version, with these files attached. */
export type Typesetter = (version: string, content: BookContent, files: readonly Uint8Array[]) => TypesetBook

const workspace = fileURLToPath(new URL('templates', import.meta.url))

/**
 * What books have in common (captions, guidance, type) stays laid out between them. Every few books, what was not
 * used since the sweep before last is forgotten: rarer sweeps cost memory, more frequent ones time.
 */
const booksBetweenSweeps = 4
const sweepsKept = 2

const pdfOptions = { pdfStandard: 'a-3a', pdfTags: true }

const compile = (compiler: Engine, version: string): EngineDocument => {
  const compiled = compiler.compile({ mainFilePath: join(workspace, version, 'main.typ') })
  const document = compiled.result
  if (document !== null) return document
  throw new Error(`template ${version} failed: ${JSON.stringify(compiled.takeError()?.shortDiagnostics)}`)
}

const sealPlaceOf = (compiler: Engine, document: EngineDocument): PagePlace => {
  const [place] = compiler.query(document, { selector: '<seal-place>', field: 'value' }) as PagePlace[]
  if (place === undefined) throw new Error('a template must leave a place for the seal')
  return place
}

/** Starts the typesetting engine (Typst) with the vendored type. Its content reaches it as data, never as markup. */
export const startTypesetter = (faces: readonly Buffer[]): Typesetter => {
  const compiler = createEngine({ workspace, fontArgs: [{ fontBlobs: [...faces] }] })
  let made = 0
  return (version, content, files) => {
    const paths = files.map((_, index) => join(workspace, `attached-${index}.xml`))
    compiler.mapShadow(join(workspace, 'book.json'), Buffer.from(JSON.stringify(content), 'utf8'))
    for (const [index, path] of paths.entries()) compiler.mapShadow(path, Buffer.from(files[index] ?? []))
    try {
      const document = compile(compiler, version)
      return { bytes: compiler.pdf(document, pdfOptions), sealPlace: sealPlaceOf(compiler, document) }
    } catch (cause) {
      throw new Error(`could not typeset ${content.machine.attachments[0]?.name ?? 'a book'}`, { cause })
    } finally {
      for (const path of paths) compiler.unmapShadow(path)
      if (++made % booksBetweenSweeps === 0) compiler.evictCache(sweepsKept)
    }
  }
}
