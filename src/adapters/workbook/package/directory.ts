import { fault, type OrFault } from './fault.ts'
import { limits } from './limits.ts'

/** One entry of the ZIP directory (APPNOTE 6.3.10, §4.3.12), checked against its own local header. */
export interface Entry {
  readonly name: string
  readonly method: 0 | 8
  readonly crc: number
  readonly packedBytes: number
  readonly bytes: number
  /** Where the packed data begins. */
  readonly start: number
}

const endSignature = 0x06054b50
const entrySignature = 0x02014b50
const localSignature = 0x04034b50
const endLength = 22

const damaged = fault('tệp .xlsx bị hỏng hoặc tải về chưa đủ')
const dishonest = fault('mục lục của tệp .xlsx không khớp với nội dung')

/**
 * Reads the directory of a ZIP file within hard limits. Refuses everything a spreadsheet program does not write:
 * several disks, ZIP64, encryption, other methods, doubled or climbing names, overlapping or lying entries.
 */
export const readDirectory = (bytes: Uint8Array): OrFault<readonly Entry[]> => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  if (end === undefined) return damaged
  const count = view.getUint16(end + 10, true)
  const start = view.getUint32(end + 16, true)
  const isOneDisk = view.getUint32(end + 4, true) === 0 && view.getUint16(end + 8, true) === count
  if (!isOneDisk || start + view.getUint32(end + 12, true) !== end) return dishonest
  if (count > limits.entries) return fault(`tệp có ${count} thành phần, quá ${limits.entries}`)
  return readEntries(bytes, view, start, end, count)
}

const findEnd = (view: DataView): number | undefined => {
  for (let at = view.byteLength - endLength; at >= Math.max(0, view.byteLength - endLength - 0xffff); at -= 1)
    if (
      view.getUint32(at, true) === endSignature &&
      at + endLength + view.getUint16(at + 20, true) === view.byteLength
    )
      return at
  return undefined
}

const readEntries = (
  bytes: Uint8Array,
  view: DataView,
  start: number,
  end: number,
  count: number,
): OrFault<readonly Entry[]> => {
  const entries: Entry[] = []
  let at = start
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== entrySignature) return dishonest
    const entry = readEntry(bytes, view, at, start)
    if ('fault' in entry) return entry
    entries.push(entry.ok)
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return at === end ? checkTogether(entries, start) : dishonest
}

const readEntry = (bytes: Uint8Array, view: DataView, at: number, directory: number): OrFault<Entry> => {
  const flags = view.getUint16(at + 8, true)
  const method = view.getUint16(at + 10, true)
  const packedBytes = view.getUint32(at + 20, true)
  const size = view.getUint32(at + 24, true)
  const local = view.getUint32(at + 42, true)
  const name = nameAt(bytes, at + 46, view.getUint16(at + 28, true))
  if ((flags & 0x2041) !== 0)
    return fault('tệp có thành phần được mã hóa', 'bỏ mật khẩu của tệp rồi lưu lại thành .xlsx')
  if (name === undefined) return fault('tệp có thành phần mang tên không hợp lệ')
  if (method !== 0 && method !== 8) return fault('tệp nén theo cách không được hỗ trợ', undefined, name)
  if (
    packedBytes === 0xffffffff ||
    size === 0xffffffff ||
    local === 0xffffffff ||
    view.getUint16(at + 34, true) !== 0
  )
    return dishonest
  const start = startOfData(bytes, view, local, name, method, flags, [
    view.getUint32(at + 16, true),
    packedBytes,
    size,
  ])
  if (start === undefined || start + packedBytes > directory) return dishonest
  return { ok: { name, method, crc: view.getUint32(at + 16, true), packedBytes, bytes: size, start } }
}

const nameAt = (bytes: Uint8Array, at: number, length: number): string | undefined => {
  if (length === 0 || length > limits.nameLength) return undefined
  const name = Buffer.from(bytes.buffer, bytes.byteOffset + at, length).toString('latin1')
  const isPlain = /^[\x20-\x7e]+$/.test(name) && !/[\\:*?"<>|]/.test(name)
  const climbs = name.startsWith('/') || name.split('/').some((part) => part === '..' || part === '.')
  return isPlain && !climbs ? name : undefined
}

// With flag bit 3 the sizes follow the data and the local header has zeros; otherwise both headers must agree.
const startOfData = (
  bytes: Uint8Array,
  view: DataView,
  local: number,
  name: string,
  method: number,
  flags: number,
  declared: readonly number[],
): number | undefined => {
  if (local + 30 > view.byteLength || view.getUint32(local, true) !== localSignature) return undefined
  const nameLength = view.getUint16(local + 26, true)
  if (local + 30 + nameLength > view.byteLength || nameAt(bytes, local + 30, nameLength) !== name)
    return undefined
  if (
    view.getUint16(local + 8, true) !== method ||
    (view.getUint16(local + 6, true) & 0x2049) !== (flags & 0x2049)
  )
    return undefined
  const sizes = [14, 18, 22].map((offset) => view.getUint32(local + offset, true))
  const followsData = (flags & 8) !== 0
  if (!sizes.every((size, index) => size === declared[index] || (followsData && size === 0))) return undefined
  return local + 30 + nameLength + view.getUint16(local + 28, true)
}

const checkTogether = (entries: readonly Entry[], directory: number): OrFault<readonly Entry[]> => {
  const names = new Set(entries.map(({ name }) => name.toLowerCase()))
  if (names.size !== entries.length) return fault('tệp có hai thành phần cùng tên')
  const inOrder = entries.toSorted((a, b) => a.start - b.start)
  const overlaps = inOrder.some(
    (entry, at) => entry.start + entry.packedBytes > (inOrder[at + 1]?.start ?? directory),
  )
  if (overlaps) return fault('các thành phần của tệp chồng lên nhau')
  const total = entries.reduce((sum, entry) => sum + entry.bytes, 0)
  const large = entries.find((entry) => entry.bytes > limits.partBytes || isBomb(entry))
  if (total > limits.totalBytes || large !== undefined)
    return fault(
      'tệp giải nén ra quá lớn',
      'xóa các dòng, cột, trang trống thừa rồi lưu lại thành .xlsx',
      large?.name,
    )
  return { ok: entries }
}

const isBomb = (entry: Entry): boolean =>
  entry.bytes > limits.ratioMattersFrom && entry.bytes > entry.packedBytes * limits.ratio
