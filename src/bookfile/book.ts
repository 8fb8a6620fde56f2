import { isAscii, isUtf8 } from 'node:buffer'
import { readOrFault, expectLiteral, faultAt, type XmlFault } from '../crypto/xml-cursor.ts'
import { readSignature, type XmlSignature } from '../crypto/xml-signature-read.ts'
import type { BookCursor } from './codec/field.ts'
import { dataFrom, type BookData } from './data.ts'
import { diagnose, type StructureFault } from './diagnose.ts'
import { bookClose, rootOpen, signaturesOpen } from './frame.ts'
import type { BookVersion } from './version.ts'
import { bookVersions } from './versions.ts'

/** Gói tin: one sealed file, read strictly. Nothing in it has been verified yet. */
export interface BookFile {
  readonly data: BookData
  /** In the order of the file. */
  readonly signatures: readonly XmlSignature[]
  /** Each ds:Signature element as it stands in the file, to be carried into a next version. */
  readonly signatureTexts: readonly string[]
}

/** Files above this are refused unread: a book is 100 to 250 KB. */
export const maxBookBytes = 4 * 1024 * 1024
const maxSignatures = 64

/**
 * Joins data and finished signatures into the bytes of a file; equal to their own exclusive canonical form. The
 * signatures are ASCII and most of the file, so they are written one by one without the encoder for Vietnamese text.
 */
export const writeBook = (data: BookData, signatures: readonly string[]): Uint8Array => {
  const head = Buffer.from(rootOpen(data.version) + data.text + signaturesOpen, 'utf8')
  const length = signatures.reduce((sum, signature) => sum + signature.length, head.length + bookClose.length)
  const bytes = Buffer.allocUnsafe(length)
  let at = head.copy(bytes)
  for (const signature of signatures) at += bytes.write(signature, at, 'latin1')
  bytes.write(bookClose, at, 'latin1')
  return bytes
}

export type BookReading = { readonly book: BookFile } | { readonly fault: BookFault }

/** Why a file could not be read as a book. Offsets count characters from the start of the part named. */
export interface BookFault {
  readonly code: 'too-large' | 'not-utf8' | 'unknown-structure' | 'malformed' | StructureFault
  readonly part: 'file' | 'data' | 'signatures'
  readonly fault?: XmlFault
  /** The Id or path of the element concerned, where the structure itself is wrong. */
  readonly at?: string
}

const boundary = Buffer.from(`</DuLieu>${signaturesOpen}`)

/**
 * Reads a file that is in canonical form, character by character against the published layout; anything else is a
 * fault. Other serialisations of the same content go through `canonicalize` first.
 */
export const readBook = (bytes: Uint8Array): BookReading => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (buffer.length > maxBookBytes) return { fault: { code: 'too-large', part: 'file' } }
  if (!isUtf8(buffer)) return { fault: { code: 'not-utf8', part: 'file' } }
  const version = bookVersions.find((known) => buffer.toString('latin1', 0, 200).startsWith(rootOpen(known)))
  if (version === undefined) return { fault: { code: 'unknown-structure', part: 'file' } }
  const dataEnd = buffer.indexOf(boundary) + '</DuLieu>'.length
  const dataStart = rootOpen(version).length
  if (dataEnd < dataStart) return { fault: faultIn('file', buffer, version) }
  const text = buffer.toString('utf8', dataStart, dataEnd)
  const read = readOrFault(() => {
    const cursor: BookCursor = { text, at: 0, spans: new Map() }
    const report = version.report.read(cursor)
    if (report === undefined || cursor.at !== text.length) throw faultAt(cursor.at, 'the end of DuLieu')
    return dataFrom(version, report, text, cursor.spans, () => buffer.subarray(dataStart, dataEnd))
  })
  if ('fault' in read) return { fault: faultIn('data', buffer, version, read.fault) }
  const signatures = readSignatures(buffer.subarray(dataEnd))
  if ('fault' in signatures) return { fault: faultIn('signatures', buffer, version, signatures.fault) }
  return { book: { data: read.value, ...signatures.value } }
}

/** Where reading stopped, and which trick that looks like. */
const faultIn = (
  part: BookFault['part'],
  buffer: Buffer,
  version: BookVersion,
  fault?: XmlFault,
): BookFault => ({
  code: 'malformed',
  part,
  ...(fault === undefined ? {} : { fault }),
  ...diagnose(buffer.toString('utf8'), version),
})

const readSignatures = (
  bytes: Buffer,
): { readonly value: Omit<BookFile, 'data'> } | { readonly fault: XmlFault } =>
  readOrFault(() => {
    if (!isAscii(bytes)) throw faultAt(0, 'ASCII in the signatures')
    const cursor = { text: bytes.toString('latin1'), at: 0 }
    expectLiteral(cursor, signaturesOpen)
    const signatures: XmlSignature[] = []
    const ids = new Set<string>()
    while (!cursor.text.startsWith(bookClose, cursor.at)) {
      const signature = readSignature(cursor)
      if (ids.has(signature.id) || ids.size === maxSignatures)
        throw faultAt(signature.start, 'a new signature Id')
      ids.add(signature.id)
      signatures.push(signature)
    }
    expectLiteral(cursor, bookClose)
    if (cursor.at !== cursor.text.length) throw faultAt(cursor.at, 'the end of the file')
    const signatureTexts = signatures.map(({ start, end }) => cursor.text.slice(start, end))
    return { signatures, signatureTexts }
  })
