import type { Buffer } from 'node:buffer'
import {
  byteAt,
  cursorAt,
  expectWord,
  isDigit,
  isSpace,
  readCount,
  skipLineEnd,
  skipSpace,
  startsWith,
  type Cursor,
} from './cursor.ts'
import { fault } from './fault.ts'
import { readDictionary } from './parse-value.ts'
import { countOf, isReference, type PdfDictionary } from './values.ts'

/** A cross-reference section with its trailer (ISO 32000-1 §7.5.4-5): what one revision says of its objects. */
export interface XrefSection {
  /** Where the word `xref` stands. */
  readonly at: number
  /** Object number → offset; 0 for a number that is free. */
  readonly entries: ReadonlyMap<number, number>
  readonly trailer: PdfDictionary
  /** Just behind `%%EOF`, and behind the line end that follows it, if any. */
  readonly eof: number
  readonly end: number
  readonly previous: number | undefined
}

/** How many objects a file may have; a book of twelve years, tagged, has some thirty thousand. */
const maxObjects = 200_000
const entryLength = 20

const digitsAt = (bytes: Buffer, at: number, count: number): number => {
  let value = 0
  for (let index = at; index < at + count; index++) {
    const code = byteAt(bytes, index)
    if (!isDigit(code)) fault('xref')
    value = value * 10 + code - 0x30
  }
  return value
}

const isEntryEnd = (first: number, second: number): boolean =>
  (first === 0x20 && (second === 0x0a || second === 0x0d)) || (first === 0x0d && second === 0x0a)

/** Reads `nnnnnnnnnn ggggg n`; every generation here is 0, but for free numbers. */
const readEntry = (bytes: Buffer, at: number): number => {
  const offset = digitsAt(bytes, at, 10)
  const generation = digitsAt(bytes, at + 11, 5)
  const kind = byteAt(bytes, at + 17)
  const isSpaced = byteAt(bytes, at + 10) === 0x20 && byteAt(bytes, at + 16) === 0x20
  if (!isSpaced || !isEntryEnd(byteAt(bytes, at + 18), byteAt(bytes, at + 19))) fault('xref')
  if (kind === 0x66) return 0
  return kind === 0x6e && generation === 0 && offset > 0 ? offset : fault('xref')
}

const readEntries = (cursor: Cursor): Map<number, number> => {
  const entries = new Map<number, number>()
  while (isDigit(byteAt(cursor.bytes, cursor.at))) {
    const first = readCount(cursor, 'xref')
    expectWord(cursor, ' ', 'xref')
    const count = readCount(cursor, 'xref')
    if (first + count > maxObjects) fault('too-many')
    if (byteAt(cursor.bytes, cursor.at) === 0x20) cursor.at++
    skipLineEnd(cursor)
    for (let index = 0; index < count; index++, cursor.at += entryLength) {
      if (entries.has(first + index)) fault('xref')
      entries.set(first + index, readEntry(cursor.bytes, cursor.at))
    }
  }
  if ((entries.get(0) ?? 0) !== 0) fault('xref')
  entries.delete(0)
  return entries
}

const checkTrailer = (trailer: PdfDictionary, entries: ReadonlyMap<number, number>): void => {
  if (trailer.entries.has('XRefStm')) fault('hybrid')
  if (trailer.entries.has('Encrypt')) fault('encrypted')
  const size = countOf(trailer.entries.get('Size')) ?? fault('trailer')
  if (size > maxObjects) fault('too-many')
  for (const object of entries.keys()) if (object >= size) fault('xref')
  if (!isReference(trailer.entries.get('Root'))) fault('trailer')
}

const readPrevious = (trailer: PdfDictionary, at: number): number | undefined => {
  if (!trailer.entries.has('Prev')) return undefined
  const previous = countOf(trailer.entries.get('Prev')) ?? fault('trailer')
  // Revisions stand one behind the other, so a chain always leads backwards and ends.
  return previous < at ? previous : fault('xref')
}

const skipSpaces = (cursor: Cursor, code: 'truncated' | 'trailer'): void => {
  if (!isSpace(byteAt(cursor.bytes, cursor.at))) fault(code)
  skipSpace(cursor)
}

const isObjectHere = ({ bytes, at }: Cursor): boolean =>
  /^\d{1,10} \d{1,5} obj/.test(bytes.toString('latin1', at, at + 24))

/** Reads the section at an offset up to its `%%EOF`. A cross-reference stream is a fault of its own. */
export const readXrefSection = (bytes: Buffer, at: number): XrefSection => {
  const cursor = cursorAt(bytes, at)
  if (isObjectHere(cursor)) fault('xref-stream')
  expectWord(cursor, 'xref', 'xref')
  skipLineEnd(cursor)
  const entries = readEntries(cursor)
  expectWord(cursor, 'trailer', 'xref')
  skipSpace(cursor)
  if (!startsWith(cursor, '<<')) fault('trailer')
  const trailer = readDictionary(cursor)
  checkTrailer(trailer, entries)
  skipSpaces(cursor, 'trailer')
  expectWord(cursor, 'startxref', 'trailer')
  skipSpaces(cursor, 'trailer')
  if (readCount(cursor, 'trailer') !== at) fault('xref')
  skipSpaces(cursor, 'trailer')
  expectWord(cursor, '%%EOF', 'truncated')
  const eof = cursor.at
  skipLineEnd(cursor)
  return { at, entries, trailer, eof, end: cursor.at, previous: readPrevious(trailer, at) }
}
