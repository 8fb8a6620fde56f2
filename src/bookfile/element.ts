import { faultAt, readOrFault, type XmlFault } from '../crypto/xml-cursor.ts'
import { Refusal } from '../shared/refusal.ts'
import type { BookCursor, Field, Span } from './codec/field.ts'

export type ElementReading<T> =
  { readonly element: T; readonly spans: ReadonlyMap<string, Span> } | { readonly fault: XmlFault }

/** Reads one element of the file from its first character to its last. */
export const readElement = <T>(field: Field<T>, text: string): ElementReading<T> => {
  const cursor: BookCursor = { text, at: 0, spans: new Map() }
  const read = readOrFault(() => {
    const element = field.read(cursor)
    if (element === undefined || cursor.at !== text.length)
      throw faultAt(cursor.at, `the end of ${field.tag}`)
    return element
  })
  return 'fault' in read ? read : { element: read.value, spans: cursor.spans }
}

const shownCharacters = 40

/** Whose book it is, as a refusal names them. */
interface NamedPupil {
  readonly fullName: string
  readonly studentCode: string
}

/** What somebody typed that no file may hold, by the element in which it would stand. */
export const refuseContent = (
  { fullName, studentCode }: NamedPupil,
  text: string,
  { expected, at }: XmlFault,
): Refusal => {
  const element = /[A-Za-z0-9_]+$/.exec(text.slice(0, at).replace(/(?: Id="[^"]*")?>$/, ''))?.[0] ?? expected
  return new Refusal(
    'workbook-not-accepted',
    `Học bạ của ${fullName} (${studentCode}): phần tử ${element} có nội dung không ghi được vào tệp, ` +
      `«${text.slice(at, at + shownCharacters)}…». Hãy rút gọn hoặc gõ lại nội dung này.`,
  )
}
