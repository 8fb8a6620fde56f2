import { crc32, inflateRawSync } from 'node:zlib'
import type { Entry } from './directory.ts'
import { fault, type OrFault } from './fault.ts'

/** Unpacks one entry: never more than it declared, and exactly that, with the checksum it declared. */
export const unpack = (file: Uint8Array, entry: Entry): OrFault<Uint8Array> => {
  const packed = file.subarray(entry.start, entry.start + entry.packedBytes)
  const bytes = entry.method === 0 ? packed : inflate(packed, entry.bytes)
  if (bytes?.length !== entry.bytes || crc32(bytes) !== entry.crc)
    return fault('nội dung nén của tệp không khớp với mục lục', undefined, entry.name)
  return { ok: bytes }
}

const inflate = (packed: Uint8Array, declared: number): Uint8Array | undefined => {
  try {
    // One byte more than declared would already be a lie; zlib stops there.
    return inflateRawSync(packed, { maxOutputLength: Math.max(declared, 1) })
  } catch {
    return undefined
  }
}
