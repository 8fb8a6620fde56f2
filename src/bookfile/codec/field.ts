import { escapeXmlText, isSignableText, unescapeXmlText } from '../../crypto/xml-text.ts'
import { expectLiteral, faultAt, standsAt, type XmlCursor } from '../../crypto/xml-cursor.ts'

/** Where each element with an Id stands in the text, filled in while reading. */
export interface BookCursor extends XmlCursor {
  readonly spans: Map<string, Span>
}

export interface Span {
  readonly start: number
  readonly end: number
}

/**
 * One element of the file: how its value is written in canonical form, read back strictly, declared in the schema
 * and explained in the mapping document. The four always come from this one place.
 */
export interface Field<T> {
  readonly tag: string
  /** How its start tag begins, so that its presence can be seen. */
  readonly open: string
  readonly occurs: 'once' | 'optional' | 'many'
  write(value: T): string
  /** Undefined only where an optional element is absent. */
  read(cursor: BookCursor): T | undefined
  readonly note: FieldNote
}

/** What schema and documentation say of an element. */
export interface FieldNote {
  readonly meaning: string
  /** The name of the same datum in the sector's dictionary or in a working national store. */
  readonly sector?: string
  readonly type: SimpleType | ComplexType
  readonly maxOccurs?: number
}

export interface SimpleType {
  readonly kind: 'simple'
  readonly pattern?: string
  readonly maxLength?: number
  readonly values?: readonly string[]
}

export interface ComplexType {
  readonly kind: 'complex'
  readonly id?: string
  readonly children: readonly Field<unknown>[]
}

/** How a simple value stands between its tags; `parse` is undefined for anything but the canonical spelling. */
export interface Spelling<T> {
  format(value: T): string
  parse(text: string): T | undefined
  readonly type: SimpleType
}

interface Explained {
  readonly sector?: string
}

/** An element that holds one simple value. */
export const simple = <T>(
  tag: string,
  meaning: string,
  spelling: Spelling<T>,
  { sector }: Explained = {},
): Field<T> => {
  const open = `<${tag}>`
  const close = `</${tag}>`
  return {
    tag,
    open,
    occurs: 'once',
    note: { meaning, type: spelling.type, ...(sector === undefined ? {} : { sector }) },
    write: (value) => open + escapeXmlText(spelling.format(value)) + close,
    read: (cursor) => {
      expectLiteral(cursor, open)
      const start = cursor.at
      const end = cursor.text.indexOf('<', start)
      const text = end < 0 ? undefined : unescapeXmlText(cursor.text.slice(start, end))
      const value = text === undefined ? undefined : spelling.parse(text)
      if (value === undefined) throw faultAt(start, `a value of ${tag}`)
      cursor.at = end
      expectLiteral(cursor, close)
      return value
    },
  }
}

/** The same element, which may be left out. */
export const optional = <T>(field: Field<T>): Field<T> => ({
  ...field,
  occurs: 'optional',
  read: (cursor) => (standsAt(cursor.text, field.open, cursor.at) ? field.read(cursor) : undefined),
})

/** The same element, any number of times up to `most`. */
export const many = <T>(field: Field<T>, most: number): Field<readonly T[]> => {
  const one = optional(field)
  return {
    tag: field.tag,
    open: field.open,
    occurs: 'many',
    note: { ...field.note, maxOccurs: most },
    write: (values) => values.map((value) => field.write(value)).join(''),
    read: (cursor) => {
      const values: T[] = []
      for (let value = one.read(cursor); value !== undefined; value = one.read(cursor)) {
        if (values.length === most) throw faultAt(cursor.at, `at most ${most} of ${field.tag}`)
        values.push(value)
      }
      return values
    },
  }
}

/** Free text in NFC without control characters, 1 to `max` characters. */
export const textOf = (max: number): Spelling<string> => ({
  format: (value) => value,
  parse: (text) => (text.length > 0 && text.length <= max && isSignableText(text) ? text : undefined),
  type: { kind: 'simple', maxLength: max },
})

/** A value that matches a pattern from end to end; in NFC like every text, since a pattern may allow any letter. */
export const matching = (pattern: string): Spelling<string> => {
  const whole = new RegExp(`^(?:${pattern})$`, 'u')
  return {
    format: (value) => value,
    parse: (text) => (whole.test(text) && isSignableText(text) ? text : undefined),
    type: { kind: 'simple', pattern },
  }
}

/** A word of a closed list, with its spelling in the file. */
export const wordOf = <W extends string>(spellings: Readonly<Record<W, string>>): Spelling<W> => {
  const words = new Map((Object.entries(spellings) as [W, string][]).map(([word, wire]) => [wire, word]))
  return {
    format: (value) => spellings[value],
    parse: (text) => words.get(text),
    type: { kind: 'simple', values: [...words.keys()] },
  }
}

/** A whole number from 0 to `max`, without leading zeros. */
export const integerTo = (max: number): Spelling<number> => ({
  format: String,
  parse: (text) => (/^(?:0|[1-9]\d{0,6})$/.test(text) && Number(text) <= max ? Number(text) : undefined),
  type: { kind: 'simple', pattern: '0|[1-9][0-9]{0,6}' },
})

/** True as '1'; false is written by leaving the element out where it is optional. */
export const flag: Spelling<boolean> = {
  format: (value) => (value ? '1' : '0'),
  parse: (text) => (text === '1' ? true : text === '0' ? false : undefined),
  type: { kind: 'simple', values: ['0', '1'] },
}
