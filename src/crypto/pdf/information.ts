import { catalogOf, dictionaryOf, findObject, type PdfDocument } from './document.ts'
import { streamBytes } from './inflate.ts'
import { textOf } from './parse-string.ts'
import { isReference, isString } from './values.ts'

/** What a PDF says about itself: the information dictionary, and the keywords of its XMP packet. */
export interface PdfInformation {
  readonly information: ReadonlyMap<string, string>
  readonly keywords?: string
}

const maxXmpBytes = 1 << 20

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const unescape = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|apos);/g, (whole, name: string) => entities[name] ?? whole)

const keywordsOf = (document: PdfDocument, asOf: number): string | undefined => {
  const metadata = catalogOf(document, asOf).entries.get('Metadata')
  const stream = isReference(metadata) ? findObject(document, metadata.object, asOf) : undefined
  if (!stream?.stream) return undefined
  const xmp = streamBytes(document, stream, maxXmpBytes).toString('utf8')
  const found = [...xmp.matchAll(/<pdf:Keywords>([^<]*)<\/pdf:Keywords>/g)]
  return found.length === 1 ? unescape(found[0]?.[1] ?? '') : undefined
}

/** Reads what the file says about itself as of a revision. Below `withoutFault` only. */
export const readInformation = (document: PdfDocument, asOf: number): PdfInformation => {
  const { trailer } = document.revisions[asOf] ?? {}
  const entries =
    dictionaryOf(document, trailer?.entries.get('Info'), asOf)?.entries ?? new Map<string, never>()
  const information = new Map<string, string>()
  for (const [key, value] of entries) if (isString(value)) information.set(key, textOf(value))
  const keywords = keywordsOf(document, asOf)
  return { information, ...(keywords === undefined ? {} : { keywords }) }
}
