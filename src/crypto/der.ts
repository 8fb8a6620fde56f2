import { Buffer, isUtf8 } from 'node:buffer'

/**
 * Strict DER (ITU-T X.690): definite lengths in their shortest form, low tag numbers, nothing after the end.
 * Every reader may be fed hostile bytes: what is not as expected ends the reading through `malformed`, which
 * only `parseDer` catches. There is no recursion, so depth costs nothing.
 */
export interface DerElement {
  readonly bytes: Buffer
  readonly tag: number
  /** Where the header starts, where the content starts, and where the element ends. */
  readonly start: number
  readonly content: number
  readonly end: number
}

export const tags = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  oid: 0x06,
  enumerated: 0x0a,
  utf8: 0x0c,
  ia5: 0x16,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
} as const

/** The tag of `[number]`, constructed (explicit or a constructed type) or primitive. */
export const constructed = (number: number): number => 0xa0 | number
export const primitive = (number: number): number => 0x80 | number

/** One shared value: building a stack for each bad byte would make hostile input expensive. */
const malformedDer = new Error('malformed DER')

/** Ends the reading: the bytes are not what the standard says. To be called below `parseDer` only. */
export const malformed = (): never => {
  throw malformedDer
}

const asBuffer = (bytes: Uint8Array): Buffer =>
  Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

const elementAt = (bytes: Buffer, start: number, limit: number): DerElement => {
  if (start + 2 > limit) malformed()
  const tag = bytes[start] ?? malformed()
  if ((tag & 0x1f) === 0x1f) malformed()
  const first = bytes[start + 1] ?? malformed()
  const content = first < 0x80 ? start + 2 : start + 2 + (first & 0x7f)
  if (first === 0x80 || first > 0x84 || content > limit) malformed()
  const length = first < 0x80 ? first : longLength(bytes, start + 2, first & 0x7f)
  if (content + length > limit) malformed()
  return { bytes, tag, start, content, end: content + length }
}

const longLength = (bytes: Buffer, at: number, count: number): number => {
  const length = bytes.readUIntBE(at, count)
  if (length < 0x80 || (count > 1 && length < 2 ** (8 * (count - 1)))) malformed()
  return length
}

/**
 * Reads exactly one DER value of at most `maxBytes` bytes with `read`. Undefined when the bytes are not strict
 * DER or not of the shape that `read` asks for; never throws for any input, while a bug in `read` still surfaces.
 */
export const parseDer = <T>(
  der: Uint8Array,
  read: (root: DerElement) => T,
  maxBytes = 1 << 20,
): T | undefined => {
  if (der.length > maxBytes) return undefined
  try {
    const bytes = asBuffer(der)
    const root = elementAt(bytes, 0, bytes.length)
    return root.end === bytes.length ? read(root) : undefined
  } catch (cause) {
    if (cause === malformedDer) return undefined
    throw cause
  }
}

/** The element itself when it carries the tag. */
export const withTag = (element: DerElement | undefined, tag: number): DerElement =>
  element?.tag === tag ? element : malformed()

/** The elements inside one that carries `tag` (a sequence unless told otherwise). */
export const elementsOf = (element: DerElement | undefined, tag: number = tags.sequence): DerElement[] => {
  const parent = withTag(element, tag)
  const elements: DerElement[] = []
  for (let at = parent.content; at < parent.end;) {
    const child = elementAt(parent.bytes, at, parent.end)
    elements.push(child)
    at = child.end
  }
  return elements
}

/** Takes the fields of a sequence one after the other, as its ASN.1 definition lists them. */
export interface Fields {
  take(tag?: number): DerElement
  maybe(tag: number): DerElement | undefined
  /** Nothing may be left over. */
  finish(): void
}

export const fieldsOf = (element: DerElement | undefined, tag: number = tags.sequence): Fields => {
  const parent = withTag(element, tag)
  let at = parent.content
  const take = (wanted?: number): DerElement => {
    const field = elementAt(parent.bytes, at, parent.end)
    if (wanted !== undefined && field.tag !== wanted) malformed()
    at = field.end
    return field
  }
  return {
    take,
    maybe: (wanted) => (at < parent.end && parent.bytes[at] === wanted ? take() : undefined),
    finish: () => {
      if (at !== parent.end) malformed()
    },
  }
}

/** The only element inside an explicit tag or another wrapper. */
export const only = (element: DerElement | undefined, tag: number): DerElement => {
  const fields = fieldsOf(element, tag)
  const field = fields.take()
  fields.finish()
  return field
}

/** Reads what stands inside an OCTET STRING as DER of its own (extensions, encapsulated content). */
export const insideOf = (element: DerElement | undefined): DerElement => only(element, tags.octetString)

/** The element with its header, and its content alone: views, not copies. */
export const rawOf = (element: DerElement): Buffer => element.bytes.subarray(element.start, element.end)
export const contentOf = (element: DerElement): Buffer => element.bytes.subarray(element.content, element.end)

const oidText = (content: Buffer): string => {
  if (content.length === 0 || content.length > 32 || ((content.at(-1) ?? 0x80) & 0x80) !== 0) malformed()
  const arcs: number[] = []
  let arc = 0
  for (const byte of content) {
    if ((arc === 0 && byte === 0x80) || arc > 2 ** 45) malformed()
    arc = arc * 128 + (byte & 0x7f)
    if (byte & 0x80) continue
    if (arcs.length === 0)
      arcs.push(Math.min(2, Math.floor(arc / 40)), arc - 40 * Math.min(2, Math.floor(arc / 40)))
    else arcs.push(arc)
    arc = 0
  }
  return arcs.join('.')
}

// The same few dozen come back in every certificate and token; hostile ones must not fill the memory.
const knownOids = new Map<string, string>()
const maxKnownOids = 512

/** An object identifier in dotted form, at most 32 bytes long. */
export const oidOf = (element: DerElement | undefined): string => {
  const { bytes, content, end } = withTag(element, tags.oid)
  const key = bytes.toString('latin1', content, end)
  const known = knownOids.get(key)
  if (known !== undefined) return known
  const text = oidText(bytes.subarray(content, end))
  if (knownOids.size < maxKnownOids) knownOids.set(key, text)
  return text
}

/** A non-negative integer as lower-case hexadecimal of whole bytes without leading zero bytes; '00' for zero. */
export const integerHexOf = (element: DerElement | undefined): string => {
  const content = contentOf(withTag(element, tags.integer))
  const first = content[0] ?? malformed()
  if (first >= 0x80 || (first === 0 && content.length > 1 && (content[1] ?? 0) < 0x80)) malformed()
  return content.toString('hex', first === 0 && content.length > 1 ? 1 : 0)
}

/** A non-negative integer or enumerated value below 2³¹. */
export const smallIntegerOf = (element: DerElement | undefined, tag: number = tags.integer): number => {
  const content = contentOf(withTag(element, tag))
  if (content.length === 0 || content.length > 4) malformed()
  const value = content.readIntBE(0, content.length)
  return value < 0 ? malformed() : value
}

export const booleanOf = (element: DerElement): boolean => {
  const content = contentOf(withTag(element, tags.boolean))
  return content.length === 1 && content[0] === 0xff
    ? true
    : content.length === 1 && content[0] === 0
      ? false
      : malformed()
}

/** A BIT STRING of whole bytes, as keys and signatures are. */
export const wholeBitsOf = (element: DerElement | undefined): Buffer => {
  const content = contentOf(withTag(element, tags.bitString))
  return content[0] === 0 ? content.subarray(1) : malformed()
}

/** The numbers of the bits that are set in a named bit list. */
export const namedBitsOf = (element: DerElement, tag: number = tags.bitString): number[] => {
  const content = contentOf(withTag(element, tag))
  if ((content[0] ?? 8) > 7 || content.length > 8) malformed()
  return Array.from({ length: (content.length - 1) * 8 }, (_, bit) => bit).filter(
    (bit) => (content[1 + (bit >> 3)] ?? 0) & (0x80 >> (bit & 7)),
  )
}

const timeText = (element: DerElement): string => {
  const text = contentOf(element).toString('latin1')
  if (element.tag === tags.generalizedTime) return text
  if (element.tag !== tags.utcTime) malformed()
  // RFC 5280 §4.1.2.5.1: two-digit years below 50 belong to this century.
  return (Number(text.slice(0, 2)) < 50 ? '20' : '19') + text
}

/** A UTCTime or GeneralizedTime in Zulu to the second; fractions, at most to the millisecond used, are kept. */
export const timeOf = (element: DerElement): Date => {
  const parts =
    /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.(\d{0,8}[1-9]))?Z$/.exec(timeText(element)) ?? malformed()
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.slice(1, 7).map(Number)
  const time = Date.UTC(year, month - 1, day, hour, minute, second)
  const at = new Date(time + Number((parts[7] ?? '').padEnd(3, '0').slice(0, 3)))
  const isReal =
    at.getUTCMonth() === month - 1 && at.getUTCDate() === day && hour < 24 && minute < 60 && second < 60
  return isReal ? at : malformed()
}

const bigEndianText = (content: Buffer): string => {
  if (content.length % 2 !== 0) malformed()
  return Buffer.from(content).swap16().toString('utf16le')
}

/** A directory string (RFC 5280 §4.1.2.4) or an IA5String as text. */
export const textOf = (element: DerElement): string => {
  const content = contentOf(element)
  if (element.tag === tags.utf8) return isUtf8(content) ? content.toString('utf8') : malformed()
  if ([0x12, 0x13, 0x14, 0x16, 0x1a].includes(element.tag)) return content.toString('latin1')
  return element.tag === 0x1e ? bigEndianText(content) : malformed()
}
