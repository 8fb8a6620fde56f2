import { Buffer } from 'node:buffer'
import {
  byteAt,
  cursorAt,
  expectWord,
  readCount,
  skipLineEnd,
  skipSpace,
  startsWith,
  type Cursor,
} from './cursor.ts'
import { fault } from './fault.ts'
import { readValue } from './parse-value.ts'
import {
  countOf,
  isArray,
  isDictionary,
  isReference,
  nameOf,
  type PdfArray,
  type PdfDictionary,
  type PdfObject,
  type PdfValue,
} from './values.ts'
import { readXrefSection, type XrefSection } from './xref.ts'

/** A PDF as a row of revisions (ISO 32000-1 §7.5.6), the oldest first; objects are read when they are asked for. */
export interface PdfDocument {
  readonly bytes: Buffer
  readonly revisions: readonly XrefSection[]
  /** Objects that have been read, by offset. */
  readonly read: Map<number, PdfObject>
  /** How many values may still be read. */
  readonly allowance: { values: number }
}

/** The largest file that is looked into, 32 MB: a book of twelve years has three. */
const maxBytes = 1 << 25
const maxRevisions = 32
const maxValues = 1_000_000

const lastSectionAt = (bytes: Buffer): number => {
  const word = bytes.lastIndexOf('startxref')
  if (word < 0) fault('truncated')
  const cursor = cursorAt(bytes, word + 9)
  skipSpace(cursor)
  const at = readCount(cursor, 'truncated')
  return at < word ? at : fault('xref')
}

const readRevisions = (bytes: Buffer): XrefSection[] => {
  const sections: XrefSection[] = []
  let at: number | undefined = lastSectionAt(bytes)
  while (at !== undefined) {
    if (sections.length >= maxRevisions) fault('too-many')
    const section = readXrefSection(bytes, at)
    sections.push(section)
    at = section.previous
  }
  return sections.reverse()
}

const headerPattern = /^%PDF-(?:1\.[0-7]|2\.0)[\r\n]/

/** Opens a PDF: its header and its revisions, up to the last byte. Below `withoutFault` only. */
export const openDocument = (pdf: Uint8Array): PdfDocument => {
  if (pdf.length > maxBytes) fault('too-large')
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.length)
  if (!headerPattern.test(bytes.toString('latin1', 0, 9))) fault('not-pdf')
  const revisions = readRevisions(bytes)
  const isInOrder = revisions.every(({ at }, index) => at > (revisions[index - 1]?.eof ?? 0))
  if (!isInOrder) fault('xref')
  if (revisions.at(-1)?.end !== bytes.length) fault('trailing-bytes')
  return { bytes, revisions, read: new Map(), allowance: { values: maxValues } }
}

/** The number of the last revision, counted from 0. */
export const lastRevision = ({ revisions }: PdfDocument): number => revisions.length - 1

const maxComment = 64
const isLineEnd = (code: number): boolean => code === 0x0a || code === 0x0d

/** Where the objects of a revision begin: behind the header or behind the revision before. */
export const bodyStart = ({ bytes, revisions }: PdfDocument, revision: number): number => {
  const before = revisions[revision - 1]
  if (before) return before.eof
  const cursor = cursorAt(bytes, 8)
  skipLineEnd(cursor)
  if (byteAt(bytes, cursor.at) !== 0x25) return cursor.at
  // The one comment that belongs into a file: some bytes above 127 say that it is binary (§7.5.2).
  for (let left = maxComment; left > 0 && !isLineEnd(byteAt(bytes, cursor.at)); left--) cursor.at++
  return cursor.at
}

const lengthOf = (document: PdfDocument, value: PdfValue | undefined, revision: number): number => {
  if (!isReference(value)) return countOf(value) ?? fault('stream')
  const place = placeOf(document, value.object, revision)
  if (!place) return fault('stream')
  const cursor = cursorAt(document.bytes, place.offset)
  readObjectHead(cursor, value.object)
  return readCount(cursor, 'stream')
}

const readObjectHead = (cursor: Cursor, object: number): void => {
  if (readCount(cursor, 'object') !== object) fault('object')
  expectWord(cursor, ' 0 obj', 'object')
  skipSpace(cursor)
}

const readStream = (
  document: PdfDocument,
  cursor: Cursor,
  dictionary: PdfDictionary,
  revision: number,
): { start: number; end: number } => {
  cursor.at += 'stream'.length
  if (byteAt(cursor.bytes, cursor.at) === 0x0d) expectWord(cursor, '\r', 'stream')
  expectWord(cursor, '\n', 'stream')
  const start = cursor.at
  const end = start + lengthOf(document, dictionary.entries.get('Length'), revision)
  if (end > cursor.bytes.length) fault('stream')
  cursor.at = end
  skipLineEnd(cursor)
  expectWord(cursor, 'endstream', 'stream')
  return { start, end }
}

const readObject = (document: PdfDocument, object: number, offset: number, revision: number): PdfObject => {
  const cursor: Cursor = { bytes: document.bytes, at: offset, left: document.allowance.values }
  readObjectHead(cursor, object)
  const value = readValue(cursor)
  document.allowance.values = cursor.left
  skipSpace(cursor)
  const isStream = isDictionary(value) && startsWith(cursor, 'stream')
  const stream = isStream ? { stream: readStream(document, cursor, value, revision) } : {}
  skipSpace(cursor)
  expectWord(cursor, 'endobj', 'object')
  if (isStream && ['ObjStm', 'XRef'].includes(nameOf(value.entries.get('Type')) ?? '')) fault('object-stream')
  return { object, value, ...stream, start: offset, end: cursor.at }
}

/** The object at a place that a revision's cross-reference section names. */
export const objectAt = (
  document: PdfDocument,
  object: number,
  offset: number,
  revision: number,
): PdfObject => {
  const known = document.read.get(offset)
  if (known) return known.object === object ? known : fault('object')
  const read = readObject(document, object, offset, revision)
  document.read.set(offset, read)
  return read
}

/** Where an object stands as of a revision, and which revision put it there; undefined when there is none. */
export const placeOf = (
  { revisions }: PdfDocument,
  object: number,
  asOf: number,
): { readonly offset: number; readonly revision: number } | undefined => {
  for (let revision = asOf; revision >= 0; revision--) {
    const offset = revisions[revision]?.entries.get(object)
    if (offset !== undefined) return offset === 0 ? undefined : { offset, revision }
  }
  return undefined
}

/** An object as of a revision; undefined when there is none. */
export const findObject = (document: PdfDocument, object: number, asOf: number): PdfObject | undefined => {
  const place = placeOf(document, object, asOf)
  return place && objectAt(document, object, place.offset, place.revision)
}

/** What a value stands for as of a revision: references are followed, once, as no writer chains them. */
export const resolve = (
  document: PdfDocument,
  value: PdfValue | undefined,
  asOf: number,
): PdfValue | undefined => (isReference(value) ? findObject(document, value.object, asOf)?.value : value)

/** The dictionary a value stands for; undefined for anything else. */
export const dictionaryOf = (
  document: PdfDocument,
  value: PdfValue | undefined,
  asOf: number,
): PdfDictionary | undefined => {
  const found = resolve(document, value, asOf)
  return isDictionary(found) ? found : undefined
}

/** The array a value stands for; undefined for anything else. */
export const arrayOf = (
  document: PdfDocument,
  value: PdfValue | undefined,
  asOf: number,
): PdfArray | undefined => {
  const found = resolve(document, value, asOf)
  return isArray(found) ? found : undefined
}

/** The catalog (ISO 32000-1 §7.7.2) as of a revision. */
export const catalogOf = (document: PdfDocument, asOf: number): PdfDictionary => {
  const catalog = dictionaryOf(document, document.revisions[asOf]?.trailer.entries.get('Root'), asOf)
  return catalog && nameOf(catalog.entries.get('Type')) === 'Catalog' ? catalog : fault('catalog')
}
