/** What a cell turned out to be: a value (with a note when something was restored), or what is wrong with it. */
export type Parsed<V> =
  { readonly value: V; readonly note?: string } | { readonly message: string; readonly remedy: string }

/** Reads one filled cell. Text arrives in NFC with single ordinary spaces. */
export type Parse<V> = (raw: string | number | Date) => Parsed<V>

export const refuse = (message: string, remedy: string): { message: string; remedy: string } => ({
  message,
  remedy,
})
