import { inflateSync } from 'node:zlib'
import type { Buffer } from 'node:buffer'
import type { PdfDocument } from './document.ts'
import { fault } from './fault.ts'
import { entryOf, isArray, isDictionary, nameOf, type PdfObject } from './values.ts'

interface Inflated {
  readonly buffer: Buffer
  readonly engine: { readonly bytesWritten: number }
}

const inflate = (packed: Buffer, maxOutputLength: number): Buffer => {
  try {
    const { buffer, engine } = inflateSync(packed, { maxOutputLength, info: true }) as unknown as Inflated
    return engine.bytesWritten === packed.length ? buffer : fault('inflation')
  } catch {
    return fault('inflation')
  }
}

/** What a stream holds: as it stands, or through one Flate filter, at most `maxBytes` of it. */
export const streamBytes = (
  { bytes }: PdfDocument,
  { value, stream }: PdfObject,
  maxBytes: number,
): Buffer => {
  if (!stream || !isDictionary(value)) return fault('stream')
  const raw = bytes.subarray(stream.start, stream.end)
  const filter = entryOf(value, 'Filter')
  const filters = isArray(filter) ? filter.items : filter === undefined ? [] : [filter]
  if (entryOf(value, 'DecodeParms') !== undefined) return fault('stream')
  if (filters.length === 0) return raw.length <= maxBytes ? raw : fault('inflation')
  return filters.length === 1 && nameOf(filters[0]) === 'FlateDecode'
    ? inflate(raw, maxBytes)
    : fault('stream')
}
