import { Buffer } from 'node:buffer'
import { tags } from './der.ts'

const lengthOf = (length: number): Buffer => {
  if (length < 0x80) return Buffer.from([length])
  const digits = length.toString(16)
  const bytes = Buffer.from(digits.length % 2 ? `0${digits}` : digits, 'hex')
  return Buffer.concat([Buffer.from([0x80 | bytes.length]), bytes])
}

/** Writes one element around the given parts. */
export const der = (tag: number, ...parts: readonly Uint8Array[]): Buffer => {
  const length = parts.reduce((sum, part) => sum + part.length, 0)
  return Buffer.concat([Buffer.from([tag]), lengthOf(length), ...parts])
}

export const derSequence = (...parts: readonly Uint8Array[]): Buffer => der(tags.sequence, ...parts)

/** SET OF: its elements stand in the order of their bytes (X.690 §11.6). */
export const derSetOf = (...parts: readonly Uint8Array[]): Buffer =>
  der(tags.set, ...parts.toSorted((a, b) => Buffer.compare(a, b)))

/** A non-negative integer: a number, or its big-endian bytes. */
export const derInteger = (value: number | Uint8Array): Buffer => {
  const hex = typeof value === 'number' ? value.toString(16) : Buffer.from(value).toString('hex')
  const bytes = Buffer.from((hex.length % 2 ? `0${hex}` : hex).replace(/^(00)+(?=..)/, ''), 'hex')
  return der(tags.integer, (bytes[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.alloc(1), bytes]) : bytes)
}

const base128 = (arc: number): number[] => {
  const bytes = [arc % 128]
  for (let rest = Math.floor(arc / 128); rest > 0; rest = Math.floor(rest / 128))
    bytes.unshift(0x80 | (rest % 128))
  return bytes
}

export const derOid = (oid: string): Buffer => {
  const [first = 0, second = 0, ...arcs] = oid.split('.').map(Number)
  return der(tags.oid, Buffer.from([first * 40 + second, ...arcs].flatMap(base128)))
}

export const derOctets = (bytes: Uint8Array): Buffer => der(tags.octetString, bytes)
export const derBits = (bytes: Uint8Array): Buffer => der(tags.bitString, Buffer.alloc(1), bytes)
export const derBoolean = (value: boolean): Buffer => der(tags.boolean, Buffer.from([value ? 0xff : 0]))
export const derNull = (): Buffer => der(tags.null)

/** GeneralizedTime in Zulu, with milliseconds only where there are any (X.690 §11.7). */
export const derTime = (at: Date): Buffer => {
  const [whole = '', fraction = ''] = at
    .toISOString()
    .replace(/[-:TZ]/g, '')
    .split('.')
  const shortest = fraction.replace(/0+$/, '')
  return der(tags.generalizedTime, Buffer.from(shortest === '' ? `${whole}Z` : `${whole}.${shortest}Z`))
}
