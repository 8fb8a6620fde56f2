import type { Buffer } from 'node:buffer'
import {
  byteAt,
  isDigit,
  isSpace,
  isTokenEnd,
  readCount,
  skipSpace,
  startsWith,
  type Cursor,
} from './cursor.ts'
import { fault } from './fault.ts'
import { readHexString, readLiteralString, readName } from './parse-string.ts'
import type { PdfArray, PdfDictionary, PdfReference, PdfValue } from './values.ts'

/** How deep arrays and dictionaries may stand in each other; real files need about ten. */
const maxDepth = 40
const maxItems = 100_000

const numberPattern = /^[+-]?(?:\d{1,10}(?:\.\d{0,12})?|\.\d{1,12})$/

const readNumber = (cursor: Cursor): number => {
  const { bytes, at: start } = cursor
  while (!isTokenEnd(byteAt(bytes, cursor.at)) && cursor.at - start < 32) cursor.at++
  const text = bytes.toString('latin1', start, cursor.at)
  return numberPattern.test(text) ? Number(text) : fault('object')
}

const skipDigits = (bytes: Buffer, from: number): number => {
  let at = from
  while (isDigit(byteAt(bytes, at)) && at - from < 11) at++
  return at
}

/** Whether `12 0 R` stands here; only then a number is one end of a reference. */
const isReferenceHere = ({ bytes, at }: Cursor): boolean => {
  const space = skipDigits(bytes, at)
  if (space === at || !isSpace(byteAt(bytes, space)) || !isDigit(byteAt(bytes, space + 1))) return false
  const end = skipDigits(bytes, space + 1)
  return isSpace(byteAt(bytes, end)) && byteAt(bytes, end + 1) === 0x52 && isTokenEnd(byteAt(bytes, end + 2))
}

const readReference = (cursor: Cursor): PdfReference => {
  const object = readCount(cursor, 'object')
  skipSpace(cursor)
  if (object === 0 || readCount(cursor, 'object') !== 0) fault('object')
  cursor.at += 2
  return { kind: 'reference', object }
}

const readArray = (cursor: Cursor, depth: number): PdfArray => {
  cursor.at++
  const items: PdfValue[] = []
  for (;;) {
    skipSpace(cursor)
    if (byteAt(cursor.bytes, cursor.at) === 0x5d) break
    if (items.length >= maxItems) fault('too-many')
    items.push(readValue(cursor, depth + 1))
  }
  cursor.at++
  return { kind: 'array', items }
}

/** Reads `<<…>>`. A key that stands twice is a fault: readers do not agree on which one counts. */
export const readDictionary = (cursor: Cursor, depth = 0): PdfDictionary => {
  const start = cursor.at
  if (!startsWith(cursor, '<<')) fault('object')
  cursor.at += 2
  const entries = new Map<string, PdfValue>()
  for (;;) {
    skipSpace(cursor)
    if (startsWith(cursor, '>>')) break
    if (byteAt(cursor.bytes, cursor.at) !== 0x2f) fault('object')
    const { name } = readName(cursor)
    skipSpace(cursor)
    if (entries.has(name)) fault('object')
    entries.set(name, readValue(cursor, depth + 1))
  }
  cursor.at += 2
  return { kind: 'dictionary', entries, start, end: cursor.at }
}

const words = [
  ['true', true],
  ['false', false],
  ['null', null],
] as const

const readWord = (cursor: Cursor): PdfValue => {
  for (const [word, value] of words) {
    if (!startsWith(cursor, word) || !isTokenEnd(byteAt(cursor.bytes, cursor.at + word.length))) continue
    cursor.at += word.length
    return value
  }
  return fault('object')
}

const readAngle = (cursor: Cursor, depth: number): PdfValue =>
  byteAt(cursor.bytes, cursor.at + 1) === 0x3c ? readDictionary(cursor, depth) : readHexString(cursor)

/** Reads one value at the cursor, which must stand on its first byte. Below `withoutFault` only. */
export const readValue = (cursor: Cursor, depth = 0): PdfValue => {
  if (depth > maxDepth) fault('too-deep')
  if (cursor.left-- <= 0) fault('too-many')
  const code = byteAt(cursor.bytes, cursor.at)
  if (code === 0x2f) return readName(cursor)
  if (code === 0x3c) return readAngle(cursor, depth)
  if (code === 0x5b) return readArray(cursor, depth)
  if (code === 0x28) return readLiteralString(cursor)
  if (isDigit(code) && isReferenceHere(cursor)) return readReference(cursor)
  return isDigit(code) || code === 0x2b || code === 0x2d || code === 0x2e
    ? readNumber(cursor)
    : readWord(cursor)
}
