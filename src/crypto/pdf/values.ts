import type { Buffer } from 'node:buffer'

/** A PDF object's value (ISO 32000-1 §7.3). Real numbers and integers are both numbers. */
export type PdfValue = null | boolean | number | PdfName | PdfString | PdfArray | PdfDictionary | PdfReference

export interface PdfName {
  readonly kind: 'name'
  /** Decoded: `#2F` is a slash. */
  readonly name: string
}

export interface PdfString {
  readonly kind: 'string'
  readonly bytes: Buffer
  /** Where it stands in the file, delimiters included. */
  readonly start: number
  readonly end: number
}

export interface PdfArray {
  readonly kind: 'array'
  readonly items: readonly PdfValue[]
}

export interface PdfDictionary {
  readonly kind: 'dictionary'
  readonly entries: ReadonlyMap<string, PdfValue>
  /** Where it stands in the file, delimiters included. */
  readonly start: number
  readonly end: number
}

/** A reference to an indirect object; its generation is always 0 here. */
export interface PdfReference {
  readonly kind: 'reference'
  readonly object: number
}

/** An indirect object as it stands in the file; a stream's bytes are those between `stream` and `endstream`. */
export interface PdfObject {
  readonly object: number
  readonly value: PdfValue
  readonly stream?: { readonly start: number; readonly end: number }
  readonly start: number
  readonly end: number
}

type Kind = 'name' | 'string' | 'array' | 'dictionary' | 'reference'

const isKind =
  <K extends Kind>(kind: K) =>
  (value: PdfValue | undefined): value is Extract<PdfValue, { kind: K }> =>
    typeof value === 'object' && value !== null && value.kind === kind

export const isName = isKind('name')
export const isString = isKind('string')
export const isArray = isKind('array')
export const isDictionary = isKind('dictionary')
export const isReference = isKind('reference')

/** The name's text, or undefined for any other value. */
export const nameOf = (value: PdfValue | undefined): string | undefined =>
  isName(value) ? value.name : undefined

/** A non-negative integer, or undefined for any other value. */
export const countOf = (value: PdfValue | undefined): number | undefined =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined

/** The values inside an array or a dictionary; none in any other. */
export const childrenOf = (value: PdfValue): Iterable<PdfValue> =>
  isArray(value) ? value.items : isDictionary(value) ? value.entries.values() : []

/** What stands under a key when the value is a dictionary. */
export const entryOf = (value: PdfValue | undefined, key: string): PdfValue | undefined =>
  isDictionary(value) ? value.entries.get(key) : undefined

const areAlike = (one: readonly PdfValue[], other: readonly PdfValue[]): boolean =>
  one.length === other.length && one.every((item, index) => isSameValue(item, other[index]))

/** Whether two values say the same; references must name the same object, which is not looked into. */
export const isSameValue = (one: PdfValue | undefined, other: PdfValue | undefined): boolean => {
  if (typeof one !== 'object' || one === null) return one === other
  if (isName(one)) return isName(other) && one.name === other.name
  if (isString(one)) return isString(other) && one.bytes.equals(other.bytes)
  if (isReference(one)) return isReference(other) && one.object === other.object
  if (isArray(one)) return isArray(other) && areAlike(one.items, other.items)
  return isDictionary(other) && isSameExcept(one, other, [])
}

/** Whether two dictionaries say the same under every key but these. */
export const isSameExcept = (
  one: PdfDictionary,
  other: PdfDictionary,
  exceptions: readonly string[],
): boolean => {
  const keys = new Set([...one.entries.keys(), ...other.entries.keys()])
  return [...keys].every(
    (key) => exceptions.includes(key) || isSameValue(one.entries.get(key), other.entries.get(key)),
  )
}
