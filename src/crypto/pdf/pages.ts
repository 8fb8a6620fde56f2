import { arrayOf, catalogOf, findObject, type PdfDocument } from './document.ts'
import { fault } from './fault.ts'
import { isDictionary, isReference, nameOf, type PdfDictionary, type PdfValue } from './values.ts'

/** A page and the object that holds it. */
export interface PdfPage {
  readonly object: number
  readonly dictionary: PdfDictionary
}

const maxPages = 5000

/** The pages in order (ISO 32000-1 §7.7.3), each node visited once. Below `withoutFault` only. */
export const listPages = (document: PdfDocument, asOf: number): readonly PdfPage[] => {
  const pages: PdfPage[] = []
  const seen = new Set<number>()
  const waiting: PdfValue[] = [catalogOf(document, asOf).entries.get('Pages') ?? fault('pages')]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (!isReference(node) || seen.has(node.object) || seen.size > 2 * maxPages) return fault('pages')
    seen.add(node.object)
    const dictionary = findObject(document, node.object, asOf)?.value
    if (!isDictionary(dictionary)) return fault('pages')
    const kids = arrayOf(document, dictionary.entries.get('Kids'), asOf)
    if (nameOf(dictionary.entries.get('Type')) === 'Page') pages.push({ object: node.object, dictionary })
    else for (const kid of (kids ?? fault('pages')).items.toReversed()) waiting.push(kid)
  }
  return pages.length > 0 && pages.length <= maxPages ? pages : fault('pages')
}
