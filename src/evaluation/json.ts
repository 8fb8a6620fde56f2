/** A parsed JSON object whose values nobody has looked at yet. */
export type JsonObject = Readonly<Record<string, unknown>>

export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A missing key and null both mean "not entered yet". */
export const isGiven = (value: unknown): boolean => value !== undefined && value !== null

const none: readonly string[] = []

/**
 * The keys of an object that its place does not know; almost always none. Keys mostly come in the order of
 * `known`, so each is first compared with the one that is expected next.
 */
export const unknownKeys = (object: JsonObject, known: readonly string[]): readonly string[] => {
  let unknown: string[] | undefined
  let next = 0
  for (const key in object) {
    const at = key === known[next] ? next : known.indexOf(key)
    if (at >= 0) next = at + 1
    else if (object[key] !== undefined) (unknown ??= []).push(key)
  }
  return unknown ?? none
}
