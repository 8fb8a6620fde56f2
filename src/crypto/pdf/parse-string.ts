import { Buffer } from 'node:buffer'
import { byteAt, isSpace, isTokenEnd, type Cursor } from './cursor.ts'
import { fault } from './fault.ts'
import type { PdfName, PdfString } from './values.ts'

const hexValue = (code: number): number => {
  if (code >= 0x30 && code <= 0x39) return code - 0x30
  const letter = code | 0x20
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1
}

/** Reads `<…>`. An odd number of digits is completed by 0 (ISO 32000-1 §7.3.4.3). */
export const readHexString = (cursor: Cursor): PdfString => {
  const { bytes, at: start } = cursor
  const close = bytes.indexOf(0x3e, start)
  if (close < 0) fault('object')
  const digits = Buffer.allocUnsafe(close - start)
  let count = 0
  for (let at = start + 1; at < close; at++) {
    const code = byteAt(bytes, at)
    if (isSpace(code)) continue
    if (hexValue(code) < 0) fault('object')
    digits[count++] = code
  }
  const text = digits.toString('latin1', 0, count)
  cursor.at = close + 1
  return { kind: 'string', bytes: Buffer.from(count % 2 ? `${text}0` : text, 'hex'), start, end: close + 1 }
}

const escapes: Readonly<Record<string, number>> = {
  n: 10,
  r: 13,
  t: 9,
  b: 8,
  f: 12,
  '(': 40,
  ')': 41,
  '\\': 92,
}

const isOctal = (code: number): boolean => code >= 0x30 && code <= 0x37

/** Reads what follows a backslash; -1 for an escaped line end, which stands for nothing. */
const readEscape = (cursor: Cursor): number => {
  const code = byteAt(cursor.bytes, cursor.at++)
  if (code === 0x0a) return -1
  if (code === 0x0d) {
    if (byteAt(cursor.bytes, cursor.at) === 0x0a) cursor.at++
    return -1
  }
  if (!isOctal(code)) return escapes[String.fromCharCode(code)] ?? fault('object')
  let value = code - 0x30
  for (let more = 0; more < 2 && isOctal(byteAt(cursor.bytes, cursor.at)); more++)
    value = value * 8 + byteAt(cursor.bytes, cursor.at++) - 0x30
  return value & 0xff
}

/** The longest string in parentheses, 1 MB. */
const maxLiteral = 1 << 20

/** Reads `(…)` with its escapes and balanced parentheses (ISO 32000-1 §7.3.4.2). */
export const readLiteralString = (cursor: Cursor): PdfString => {
  const start = cursor.at++
  const codes: number[] = []
  for (let open = 1; ;) {
    const code = byteAt(cursor.bytes, cursor.at++)
    if (code < 0 || codes.length > maxLiteral) fault('object')
    if (code === 0x28) open++
    if (code === 0x29 && --open === 0) break
    const value = code === 0x5c ? readEscape(cursor) : code
    if (value >= 0) codes.push(value)
  }
  return { kind: 'string', bytes: Buffer.from(codes), start, end: cursor.at }
}

const isRegular = (code: number): boolean => code > 0x20 && code < 0x7f && !isTokenEnd(code)

const decodeName = (raw: string): string =>
  raw.replace(/#(..?)?/g, (_, digits: string | undefined) =>
    /^[0-9A-Fa-f]{2}$/.test(digits ?? '') && digits !== '00'
      ? String.fromCharCode(parseInt(digits ?? '', 16))
      : fault('object'),
  )

/** Reads `/Name`, decoded, so that a key written in two ways is one key. */
export const readName = (cursor: Cursor): PdfName => {
  const start = ++cursor.at
  while (isRegular(byteAt(cursor.bytes, cursor.at))) cursor.at++
  if (byteAt(cursor.bytes, cursor.at) > 0x7e || cursor.at - start > 255) fault('object')
  const raw = cursor.bytes.toString('latin1', start, cursor.at)
  return { kind: 'name', name: raw.includes('#') ? decodeName(raw) : raw }
}

/** A text string (ISO 32000-1 §7.9.2.2) as text: UTF-16BE or UTF-8 by their mark, else one byte a letter. */
export const textOf = ({ bytes }: PdfString): string => {
  if (bytes[0] === 0xfe && bytes[1] === 0xff && bytes.length % 2 === 0)
    return Buffer.from(bytes.subarray(2)).swap16().toString('utf16le')
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return bytes.toString('utf8', 3)
  return bytes.toString('latin1')
}
