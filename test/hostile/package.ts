import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib'

/** The parts of a package by name. */
export type Parts = ReadonlyMap<string, Buffer>

/** Unpacks a package that we wrote ourselves. */
export const unzip = (file: Uint8Array): Parts => {
  const bytes = Buffer.from(file)
  const end = bytes.lastIndexOf(Buffer.from('504b0506', 'hex'))
  const parts = new Map<string, Buffer>()
  let at = bytes.readUInt32LE(end + 16)
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const nameLength = bytes.readUInt16LE(at + 28)
    const local = bytes.readUInt32LE(at + 42)
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    const packed = bytes.subarray(start, start + bytes.readUInt32LE(at + 20))
    const isDeflated = bytes.readUInt16LE(at + 10) === 8
    parts.set(
      bytes.toString('latin1', at + 46, at + 46 + nameLength),
      isDeflated ? inflateRawSync(packed) : packed,
    )
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return parts
}

/** How an entry lies: what its directory says instead of the truth. */
export interface Lies {
  readonly declaredBytes?: number
  readonly localBytes?: number
  readonly flags?: number
  readonly method?: number
  readonly crc?: number
  /** Where the directory says the entry begins. */
  readonly offset?: number
}

/** Packs parts, with the lies of some of them. */
export const zip = (parts: Parts, lies: Readonly<Record<string, Lies>> = {}): Buffer => {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, data] of parts) {
    const lie = lies[name] ?? {}
    const packed = deflateRawSync(data)
    const head = (bytes: number): Buffer => {
      const fields = Buffer.alloc(26)
      fields.writeUInt16LE(20, 0)
      fields.writeUInt16LE(lie.flags ?? 0, 2)
      fields.writeUInt16LE(lie.method ?? 8, 4)
      fields.writeUInt32LE(lie.crc ?? crc32(data), 10)
      fields.writeUInt32LE(packed.length, 14)
      fields.writeUInt32LE(bytes, 18)
      fields.writeUInt16LE(name.length, 22)
      return fields
    }
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(lie.offset ?? offset, 10)
    const declared = lie.declaredBytes ?? data.length
    locals.push(Buffer.from('504b0304', 'hex'), head(lie.localBytes ?? declared), Buffer.from(name), packed)
    directory.push(Buffer.from('504b01021400', 'hex'), head(declared), tail, Buffer.from(name))
    offset += 30 + name.length + packed.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.size, 8)
  end.writeUInt16LE(parts.size, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, listed, end])
}

/** The part of a sheet, by the sheet's name. */
export const partOf = (parts: Parts, sheet: string): string => {
  const workbook = parts.get('xl/workbook.xml')?.toString() ?? ''
  const names = [...workbook.matchAll(/<sheet name="([^"]*)"/g)].map(([, name]) => name)
  const at = names.indexOf(sheet)
  if (at < 0) throw new Error(`no sheet ${sheet}`)
  return `xl/worksheets/sheet${at + 1}.xml`
}

/** Rewrites one part's text; a change that changes nothing is a mistake of the test. */
export const edit = (parts: Parts, name: string, change: (text: string) => string): Parts => {
  const before = parts.get(name)?.toString()
  if (before === undefined) throw new Error(`no part ${name}`)
  const after = change(before)
  if (after === before) throw new Error(`nothing changed in ${name}`)
  return new Map([...parts, [name, Buffer.from(after)]])
}

/** A part more. */
export const add = (parts: Parts, name: string, content: string): Parts =>
  new Map([...parts, [name, Buffer.from(content)]])

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** Puts something else into a cell: text, a number, nothing, or raw XML of the cell's content. */
export const put = (
  parts: Parts,
  sheet: string,
  cell: string,
  value: string | number | null | { readonly type?: string; readonly content: string },
): Parts => {
  const written =
    value === null
      ? ''
      : typeof value === 'number'
        ? `<c r="${cell}"><v>${value}</v></c>`
        : typeof value === 'string'
          ? `<c r="${cell}" t="inlineStr"><is><t xml:space="preserve">${escape(value)}</t></is></c>`
          : `<c r="${cell}"${value.type === undefined ? '' : ` t="${value.type}"`}>${value.content}</c>`
  const found = new RegExp(`<c r="${cell}"[^>]*?(?:/>|>.*?</c>)`, 's')
  return edit(parts, partOf(parts, sheet), (text) => {
    if (!found.test(text)) throw new Error(`no cell ${cell} in ${sheet}`)
    return text.replace(found, () => written)
  })
}

/** Leaves a sheet out of the workbook's list. */
export const withoutSheet = (parts: Parts, sheet: string): Parts =>
  edit(parts, 'xl/workbook.xml', (text) => text.replace(new RegExp(`<sheet name="${sheet}"[^>]*/>`), ''))

/** Gives a sheet another name. */
export const rename = (parts: Parts, sheet: string, name: string): Parts =>
  edit(parts, 'xl/workbook.xml', (text) => text.replace(`<sheet name="${sheet}"`, `<sheet name="${name}"`))
