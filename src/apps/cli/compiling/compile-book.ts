import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { renditionVersionOf } from '../../../rendition/index.ts'
import type { LookupCode } from '../../../shared/ids.ts'
import { Refusal } from '../../../shared/refusal.ts'
import {
  linksOf,
  pageContentOf,
  verifyDocument,
  type DocumentContext,
  type Renderer,
  type VerifiedFile,
} from '../../../verification/index.ts'
import { readYears, type IssuedFolder } from './sources.ts'

/** With what books are compiled. */
export interface CompilingContext extends DocumentContext {
  readonly renderer: Renderer
  readonly verificationUrl: string
}

/** One book over its years in one PDF. */
export interface CompiledBook {
  readonly bytes: Uint8Array
  readonly years: number
}

const refuseCompiling = (code: LookupCode, reason: string): Refusal =>
  new Refusal('book-not-accepted', `Chưa tổng hợp học bạ ${code}: ${reason}.`)

/** A book of one year is complete in its sealed page, which is better than a compilation that nobody sealed. */
const takeSealedPage = async (
  { pages }: IssuedFolder,
  code: LookupCode,
  file: VerifiedFile,
  context: CompilingContext,
): Promise<Uint8Array> => {
  const path = join(pages, `${code}-${linksOf(file.book).schoolYear}.pdf`)
  const bytes = await readFile(path).catch(() => undefined)
  if (bytes === undefined)
    throw refuseCompiling(code, `mới có một năm học và không thấy bản PDF đã đóng dấu của năm đó (${path})`)
  const { verdict } = await verifyDocument(bytes, { ...context, verified: [file] })
  if (verdict !== 'passed') throw refuseCompiling(code, `bản PDF đã đóng dấu ${path} không qua được kiểm tra`)
  return bytes
}

/** Pages over several years carry every year's sealed data; they are sealed by nobody, and verification says so. */
const compileYears = async (
  code: LookupCode,
  files: readonly VerifiedFile[],
  context: CompilingContext,
): Promise<Uint8Array> => {
  const contents = files.flatMap((file) => pageContentOf(file, context.verificationUrl) ?? [])
  const newest = contents.at(-1)
  const version = newest && renditionVersionOf(newest.report)
  const rendered = version === undefined ? undefined : await context.renderer.render(contents, version)
  if (rendered === undefined) throw refuseCompiling(code, 'không có biểu mẫu cho cấp học và năm học này')
  const renderer = { render: () => Promise.resolve(rendered) }
  const { verdict } = await verifyDocument(rendered.bytes, { ...context, verified: files, renderer })
  if (verdict !== 'passed') throw new Error(`a compilation of years that passed must pass: ${verdict}`)
  return rendered.bytes
}

/** Compiles one book over all its years that are in a folder; refused where a year does not pass. */
export const compileBook = async (
  folder: IssuedFolder,
  code: LookupCode,
  context: CompilingContext,
): Promise<CompiledBook> => {
  const files = await readYears(folder, code, context)
  const [first, ...others] = files
  const bytes =
    first !== undefined && others.length === 0
      ? await takeSealedPage(folder, code, first, context)
      : await compileYears(code, files, context)
  return { bytes, years: files.length }
}
