import { Buffer } from 'node:buffer'
import { cursorAt, skipSpace } from './cursor.ts'
import type { PdfDocument } from './document.ts'
import { readName } from './parse-string.ts'
import { readValue } from './parse-value.ts'
import type { PdfDictionary, PdfObject } from './values.ts'

/** A text string in UTF-16BE as hexadecimal: the one form that needs no escapes and takes every letter. */
export const textString = (text: string): string =>
  `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`

/** A number of points with at most four decimals, never in exponent form. */
export const realNumber = (value: number): string => String(Number(value.toFixed(4)))

export const reference = (object: number): string => `${object} 0 R`

/** The source text of what stands in a dictionary, by key, in order: to be written again as it was. */
const sourceEntries = ({ bytes }: PdfDocument, { start, entries }: PdfDictionary): Map<string, string> => {
  const sources = new Map<string, string>()
  const cursor = cursorAt(bytes, start + 2)
  while (sources.size < entries.size) {
    skipSpace(cursor)
    const { name } = readName(cursor)
    skipSpace(cursor)
    const from = cursor.at
    readValue(cursor)
    sources.set(name, bytes.toString('latin1', from, cursor.at))
  }
  return sources
}

// Every sign but letters, digits and these is written by its number.
const writtenName = (name: string): string =>
  name.replace(/[^\w.,:;=@+*-]/g, (sign) => `#${sign.charCodeAt(0).toString(16).padStart(2, '0')}`)

/** A dictionary with some entries set; all others are copied as they stand. Latin-1, one character a byte. */
export const dictionaryWith = (
  document: PdfDocument,
  dictionary: PdfDictionary,
  changes: Readonly<Record<string, string>>,
): string => {
  const entries = sourceEntries(document, dictionary)
  for (const [key, source] of Object.entries(changes)) entries.set(key, source)
  return `<<\n${[...entries].map(([key, source]) => `/${writtenName(key)} ${source}`).join('\n')}\n>>`
}

/** The source of an object's value. */
export const sourceOfObject = ({ bytes }: PdfDocument, { start, object }: PdfObject): string => {
  const cursor = cursorAt(bytes, start + `${object} 0 obj`.length)
  skipSpace(cursor)
  const from = cursor.at
  readValue(cursor)
  return bytes.toString('latin1', from, cursor.at)
}

/** The source of an array's items with one more at its end. */
export const arrayWith = (source: string | undefined, item: string): string =>
  source === undefined ? `[${item}]` : `${source.slice(0, source.lastIndexOf(']'))} ${item}]`

/** The source of one entry; undefined when there is none. */
export const sourceOf = (
  document: PdfDocument,
  dictionary: PdfDictionary,
  key: string,
): string | undefined =>
  dictionary.entries.has(key) ? sourceEntries(document, dictionary).get(key) : undefined
