import { expectLiteral, faultAt, readUntil } from '../../crypto/xml-cursor.ts'
import { many, type BookCursor, type Field } from './field.ts'

/** The children of a group, in the order in which they stand in the file: one for each property of T. */
export type Fields<T> = { readonly [K in keyof T]-?: Field<Exclude<T[K], undefined>> }

type AnyField = Field<unknown>

const writeFields = (fields: readonly (readonly [string, AnyField])[], value: object): string => {
  let text = ''
  for (const [key, field] of fields) {
    const child = (value as Record<string, unknown>)[key]
    if (child !== undefined) text += field.write(child)
    else if (field.occurs === 'once') throw new Error(`${field.tag} has no value to write`)
  }
  return text
}

const readFields = (
  fields: readonly (readonly [string, AnyField])[],
  cursor: BookCursor,
  into: object,
): void => {
  for (const [key, field] of fields) {
    const child = field.read(cursor)
    if (child !== undefined) (into as Record<string, unknown>)[key] = child
  }
}

const entriesOf = (fields: object): readonly (readonly [string, AnyField])[] => Object.entries(fields)

/** An element with children in fixed order; with an `id`, one that signatures can point to. */
export const group = <T extends object>(
  tag: string,
  meaning: string,
  fields: Fields<T>,
  id?: string,
): Field<T> => {
  const children = entriesOf(fields)
  const open = id === undefined ? `<${tag}>` : `<${tag} Id="${id}">`
  const close = `</${tag}>`
  return {
    tag,
    open,
    occurs: 'once',
    note: {
      meaning,
      type: {
        kind: 'complex',
        children: children.map(([, field]) => field),
        ...(id === undefined ? {} : { id }),
      },
    },
    write: (value) => open + writeFields(children, value) + close,
    read: (cursor) => {
      const start = cursor.at
      const value = {}
      expectLiteral(cursor, open)
      readFields(children, cursor, value)
      expectLiteral(cursor, close)
      if (id !== undefined) cursor.spans.set(id, { start, end: cursor.at })
      return value as T
    },
  }
}

/** An element whose Id is a prefix and the value's own code, as in `mon-TOAN`. */
export const identifiedGroup = <K extends string, T extends Readonly<Record<K, string>>>(
  tag: string,
  meaning: string,
  prefix: string,
  codeKey: K,
  isCode: (text: string) => boolean,
  fields: Fields<Omit<T, K>>,
): Field<T> => {
  const children = entriesOf(fields)
  const open = `<${tag} Id="${prefix}`
  const close = `</${tag}>`
  return {
    tag,
    open,
    occurs: 'once',
    note: {
      meaning,
      type: { kind: 'complex', id: `${prefix}…`, children: children.map(([, field]) => field) },
    },
    write: (value) => `${open}${value[codeKey]}">${writeFields(children, value)}${close}`,
    read: (cursor) => {
      const start = cursor.at
      expectLiteral(cursor, open)
      const code = readUntil(cursor, '"', 40)
      if (!isCode(code)) throw faultAt(cursor.at, `a code for ${prefix}`)
      if (cursor.spans.has(prefix + code)) throw faultAt(start, `an Id used once, not ${prefix}${code} again`)
      expectLiteral(cursor, '">')
      const value: Record<string, unknown> = { [codeKey]: code }
      readFields(children, cursor, value)
      expectLiteral(cursor, close)
      cursor.spans.set(prefix + code, { start, end: cursor.at })
      return value as unknown as T
    },
  }
}

/** An element that only holds a list, so that the list has a place of its own even when empty. */
export const listOf = <T>(
  tag: string,
  meaning: string,
  item: Field<T>,
  most: number,
): Field<readonly T[]> => {
  const wrapper = group<{ items: readonly T[] }>(tag, meaning, { items: many(item, most) })
  return {
    ...wrapper,
    write: (items) => wrapper.write({ items }),
    read: (cursor) => wrapper.read(cursor)?.items,
  }
}
