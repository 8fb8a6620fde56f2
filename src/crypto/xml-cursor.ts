/** A place in a canonical XML text, moved on by reading exactly what is expected there. */
export interface XmlCursor {
  readonly text: string
  at: number
}

/** Why reading stopped: what was expected, and where (an offset in characters). */
export interface XmlFault {
  readonly expected: string
  readonly at: number
}

/** Stops reading. Caught by `readOrFault` only: hostile bytes are an answer, not a crash. */
export const faultAt = (at: number, expected: string): Error =>
  new Error(`expected ${expected} at ${at}`, { cause: { expected, at } satisfies XmlFault })

const isFault = (cause: unknown): cause is XmlFault =>
  typeof cause === 'object' && cause !== null && 'expected' in cause && 'at' in cause

/** Runs a reader over hostile text; a fault becomes a value, any other error stays one. */
export const readOrFault = <T>(read: () => T): { readonly value: T } | { readonly fault: XmlFault } => {
  try {
    return { value: read() }
  } catch (error) {
    if (error instanceof Error && isFault(error.cause)) return { fault: error.cause }
    throw error
  }
}

/** Whether a literal stands at a place; a slice compared as a whole is several times faster than `startsWith`. */
export const standsAt = (text: string, literal: string, at: number): boolean =>
  text.slice(at, at + literal.length) === literal

/** Steps over a literal, which must stand exactly here. */
export const expectLiteral = (cursor: XmlCursor, literal: string): void => {
  if (!standsAt(cursor.text, literal, cursor.at)) throw faultAt(cursor.at, literal)
  cursor.at += literal.length
}

/** Steps over a literal if it stands here; says whether it did. */
export const skipLiteral = (cursor: XmlCursor, literal: string): boolean => {
  if (!standsAt(cursor.text, literal, cursor.at)) return false
  cursor.at += literal.length
  return true
}

/** Reads up to (not over) a delimiter, at most `limit` characters. */
export const readUntil = (cursor: XmlCursor, delimiter: string, limit: number): string => {
  const end = cursor.text.indexOf(delimiter, cursor.at)
  if (end < 0 || end - cursor.at > limit)
    throw faultAt(cursor.at, `at most ${limit} characters before ${delimiter}`)
  const value = cursor.text.slice(cursor.at, end)
  cursor.at = end
  return value
}
