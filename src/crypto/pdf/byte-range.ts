import { createHash } from 'node:crypto'
import type { Buffer } from 'node:buffer'
import type { PdfDocument } from './document.ts'
import type { PdfSignature } from './signature-fields.ts'
import { countOf, entryOf, isArray, isString } from './values.ts'

/** The two stretches of a file that a signature covers: offset and length, twice. */
export type ByteRange = readonly [number, number, number, number]

/** The /ByteRange as it stands: four numbers, or undefined for anything else. */
export const byteRangeOf = ({ dictionary }: PdfSignature): ByteRange | undefined => {
  const value = entryOf(dictionary, 'ByteRange')
  const [first, second, third, fourth, ...rest] = isArray(value) ? value.items.map(countOf) : []
  if (first === undefined || second === undefined || third === undefined || fourth === undefined)
    return undefined
  return rest.length === 0 ? [first, second, third, fourth] : undefined
}

/**
 * Whether a signature covers its revision from the first byte to the last and leaves out exactly the hexadecimal
 * string of its own /Contents (ISO 32000-1 §12.8.1; EN 319 142-1 §5.4.1).
 */
export const coversRevision = (document: PdfDocument, signature: PdfSignature): boolean => {
  const range = byteRangeOf(signature)
  const contents = entryOf(signature.dictionary, 'Contents')
  const revision = document.revisions[signature.revision]
  if (!range || !isString(contents) || !revision) return false
  const [start, length, rest, restLength] = range
  const covered = rest + restLength
  return (
    start === 0 &&
    length === contents.start &&
    rest === contents.end &&
    document.bytes[contents.start] === 0x3c &&
    (covered === revision.eof || covered === revision.end)
  )
}

/** Whether nothing of the file lies behind what the signature covers. */
export const coversWholeFile = (document: PdfDocument, signature: PdfSignature): boolean => {
  const range = byteRangeOf(signature)
  return (
    range !== undefined &&
    range[2] + range[3] === document.bytes.length &&
    coversRevision(document, signature)
  )
}

/** The digest over a byte range; for a range that runs past the end, over what is there. */
export const digestOf = (
  bytes: Uint8Array,
  [start, length, rest, restLength]: ByteRange,
  hash: 'sha256' | 'sha384' | 'sha512',
): Buffer =>
  createHash(hash)
    .update(bytes.subarray(start, start + length))
    .update(bytes.subarray(rest, rest + restLength))
    .digest()

const hexPattern = /^<(?:[0-9a-f]*|[0-9A-F]*)>$/

/** The CMS inside /Contents: one DER value, then zeros to the end of the hole; undefined for anything else. */
export const cmsOf = ({ bytes }: PdfDocument, { dictionary }: PdfSignature): Buffer | undefined => {
  const contents = entryOf(dictionary, 'Contents')
  if (!isString(contents) || !hexPattern.test(bytes.toString('latin1', contents.start, contents.end)))
    return undefined
  const length = derLength(contents.bytes)
  const isPadded = length !== undefined && contents.bytes.subarray(length).every((byte) => byte === 0)
  return isPadded ? contents.bytes.subarray(0, length) : undefined
}

const derLength = (der: Buffer): number | undefined => {
  const first = der[1] ?? 0xff
  if (der[0] !== 0x30 || (first >= 0x80 && (first < 0x81 || first > 0x83))) return undefined
  const count = first < 0x80 ? 0 : first & 0x7f
  if (der.length < 2 + count) return undefined
  const length = 2 + count + (count === 0 ? first : der.readUIntBE(2, count))
  return length <= der.length ? length : undefined
}
