import { dictionaryOf, findObject, type PdfDocument } from '../../../crypto/pdf/document.ts'
import { streamBytes } from '../../../crypto/pdf/inflate.ts'
import { isReference, nameOf, type PdfDictionary, type PdfValue } from '../../../crypto/pdf/values.ts'
import { readCharacterMap } from './character-map.ts'

/** Turns the bytes of a string shown in a font into what they say. */
export type Decode = (bytes: Uint8Array) => string

const maxMapBytes = 1 << 21
const western = new TextDecoder('windows-1252')

const mapSource = (document: PdfDocument, font: PdfDictionary, asOf: number): string | undefined => {
  const reference = font.entries.get('ToUnicode')
  const found = isReference(reference) ? findObject(document, reference.object, asOf) : undefined
  return found?.stream ? streamBytes(document, found, maxMapBytes).toString('latin1') : undefined
}

/** Reads how a font's strings are to be read; what it does not map says nothing. Below `withoutFault` only. */
export const readFont = (document: PdfDocument, value: PdfValue | undefined, asOf: number): Decode => {
  const font = dictionaryOf(document, value, asOf)
  const source = font && mapSource(document, font, asOf)
  const isComposite = nameOf(font?.entries.get('Subtype')) === 'Type0'
  if (source === undefined) return isComposite ? () => '' : (bytes) => western.decode(bytes)
  const map = readCharacterMap(source)
  const width = isComposite ? 2 : 1
  return (bytes) => {
    let text = ''
    for (let at = 0; at + width <= bytes.length; at += width) {
      const code = width === 2 ? ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0) : (bytes[at] ?? 0)
      text += map.get(code) ?? ''
    }
    return text
  }
}
