import type { Entry } from './directory.ts'

/**
 * Packs checked entries into a fresh ZIP: their packed bytes as they are, since they have been unpacked and looked at,
 * under headers of our own. The spreadsheet library never sees a directory that somebody else wrote.
 */
export const repack = (file: Uint8Array, entries: readonly Entry[]): Uint8Array => {
  const locals: Uint8Array[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const { local, central } = headers(entry, offset)
    locals.push(local, file.subarray(entry.start, entry.start + entry.packedBytes))
    directory.push(central)
    offset += local.length + entry.packedBytes
  }
  const directoryBytes = directory.reduce((sum, entry) => sum + entry.length, 0)
  return Buffer.concat([...locals, ...directory, end(entries.length, directoryBytes, offset)])
}

// APPNOTE 6.3.10, §4.3.7 and §4.3.12: the middle 26 bytes are the same in both headers.
const headers = (entry: Entry, offset: number): { local: Buffer; central: Buffer } => {
  const fields = Buffer.alloc(26)
  fields.writeUInt16LE(20, 0)
  fields.writeUInt16LE(entry.method, 4)
  fields.writeUInt16LE(33, 8)
  fields.writeUInt32LE(entry.crc, 10)
  fields.writeUInt32LE(entry.packedBytes, 14)
  fields.writeUInt32LE(entry.bytes, 18)
  fields.writeUInt16LE(entry.name.length, 22)
  const tail = Buffer.alloc(14)
  tail.writeUInt32LE(offset, 10)
  const name = Buffer.from(entry.name, 'latin1')
  return {
    local: Buffer.concat([Buffer.from('504b0304', 'hex'), fields, name]),
    central: Buffer.concat([Buffer.from('504b01021400', 'hex'), fields, tail, name]),
  }
}

const end = (count: number, directoryBytes: number, directoryStart: number): Buffer => {
  const record = Buffer.alloc(22)
  record.writeUInt32LE(0x06054b50, 0)
  record.writeUInt16LE(count, 8)
  record.writeUInt16LE(count, 10)
  record.writeUInt32LE(directoryBytes, 12)
  record.writeUInt32LE(directoryStart, 16)
  return record
}
