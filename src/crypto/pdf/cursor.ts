import type { Buffer } from 'node:buffer'
import { fault, type PdfFaultCode } from './fault.ts'

/** A place in the file that moves forward while it is read. */
export interface Cursor {
  readonly bytes: Buffer
  at: number
  /** How many values may still be read: a small file can hold millions, and each costs memory. */
  left: number
}

const maxTrailerValues = 10_000

/** A cursor with a small allowance of values: for what is not an object of the file. */
export const cursorAt = (bytes: Buffer, at: number): Cursor => ({ bytes, at, left: maxTrailerValues })

// ISO 32000-1 §7.2.2, tables 1 and 2: 1 white space, 2 delimiters.
const classes = new Uint8Array(256)
for (const code of [0x00, 0x09, 0x0a, 0x0c, 0x0d, 0x20]) classes[code] = 1
for (const sign of '()<>[]{}/%') classes[sign.charCodeAt(0)] = 2

/** The byte at an offset; -1 past the end. */
export const byteAt = (bytes: Buffer, at: number): number => bytes[at] ?? -1

export const isSpace = (code: number): boolean => code >= 0 && classes[code] === 1

/** Whether a token ends before this byte; the end of the file ends one too. */
export const isTokenEnd = (code: number): boolean => code < 0 || classes[code] !== 0

export const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39

/** Passes over white space. Comments are not passed over: nobody needs them, and they can hide things. */
export const skipSpace = (cursor: Cursor): void => {
  while (isSpace(byteAt(cursor.bytes, cursor.at))) cursor.at++
}

export const startsWith = ({ bytes, at }: Cursor, word: string): boolean => {
  for (let index = 0; index < word.length; index++)
    if (bytes[at + index] !== word.charCodeAt(index)) return false
  return true
}

/** Passes over a word that must stand here. */
export const expectWord = (cursor: Cursor, word: string, code: PdfFaultCode): void => {
  if (!startsWith(cursor, word)) fault(code)
  cursor.at += word.length
}

/** Passes over CR LF, LF or CR when one stands here. */
export const skipLineEnd = (cursor: Cursor): void => {
  if (byteAt(cursor.bytes, cursor.at) === 0x0d) {
    cursor.at += byteAt(cursor.bytes, cursor.at + 1) === 0x0a ? 2 : 1
  } else if (byteAt(cursor.bytes, cursor.at) === 0x0a) cursor.at++
}

/** Reads one to ten digits: no offset, length or object number needs more (ISO 32000-1 annex C). */
export const readCount = (cursor: Cursor, code: PdfFaultCode): number => {
  const start = cursor.at
  let value = 0
  while (isDigit(byteAt(cursor.bytes, cursor.at)) && cursor.at - start <= 10)
    value = value * 10 + byteAt(cursor.bytes, cursor.at++) - 0x30
  const isFit = cursor.at > start && cursor.at - start <= 10 && isTokenEnd(byteAt(cursor.bytes, cursor.at))
  return isFit ? value : fault(code)
}
