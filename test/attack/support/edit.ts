/** Where an element stands in a text, its tags included. */
export interface Place {
  readonly start: number
  readonly end: number
}

const nameOf = (text: string, start: number): string =>
  /^<([\w:]+)/.exec(text.slice(start, start + 60))?.[1] ?? ''

/** The first element that begins with this text, as in '<MonHoc Id="mon-TOAN">'. Elements of its name do not nest. */
export const findElement = (text: string, opening: string): Place => {
  const start = text.indexOf(opening)
  const closing = `</${nameOf(text, start)}>`
  const end = text.indexOf(closing, start) + closing.length
  if (start < 0 || end < start) throw new Error(`the book has no ${opening}`)
  return { start, end }
}

/** The element of a signature by its Id. */
export const findSignature = (text: string, id: string): Place =>
  findElement(text, `<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#" Id="${id}">`)

export const cut = (text: string, { start, end }: Place): string => text.slice(start, end)

export const replaceAt = (text: string, { start, end }: Place, by: string): string =>
  text.slice(0, start) + by + text.slice(end)

export const insertAt = (text: string, at: number, added: string): string =>
  text.slice(0, at) + added + text.slice(at)

/** Replaces what must stand there exactly once; a test that changes nothing would prove nothing. */
export const replaceOnce = (text: string, old: string, by: string): string => {
  const at = text.indexOf(old)
  if (at < 0 || text.includes(old, at + 1)) throw new Error(`not exactly one ${old}`)
  return replaceAt(text, { start: at, end: at + old.length }, by)
}

/** Exchanges two elements that do not overlap. */
export const exchange = (text: string, one: Place, other: Place): string => {
  const [first, second] = one.start < other.start ? [one, other] : [other, one]
  const changed = replaceAt(text, second, cut(text, first))
  return replaceAt(changed, first, cut(text, second))
}

/** Changes the text within one signature alone. */
export const editSignature = (text: string, id: string, edit: (signature: string) => string): string => {
  const place = findSignature(text, id)
  const edited = edit(cut(text, place))
  if (edited === cut(text, place)) throw new Error(`nothing was changed in ${id}`)
  return replaceAt(text, place, edited)
}

/** One change without any key: its name, the finding that must come of it, and how it is made. */
export type Trick = readonly [name: string, finding: string, change: (text: string) => string]

/** A change inside one signature. */
export const inside =
  (id: string, old: string | RegExp, by: string | ((found: string, ...groups: string[]) => string)) =>
  (text: string): string =>
    editSignature(text, id, (signature) =>
      typeof by === 'string' ? signature.replaceAll(old, by) : signature.replace(old, by),
    )

/** The signature element alone. */
export const cutSignature = (text: string, id: string): string => cut(text, findSignature(text, id))

/** The text without one signature. */
export const withoutSignature = (text: string, id: string): string =>
  replaceAt(text, findSignature(text, id), '')

/** The text with something put right after one signature. */
export const afterSignature = (text: string, id: string, added: string): string =>
  insertAt(text, findSignature(text, id).end, added)

export const certificateElement = /<ds:X509Certificate>[^<]*<\/ds:X509Certificate>/g

/** The signer's own certificate element in one signature. */
export const cutCertificate = (text: string, id: string): string =>
  cutSignature(text, id).match(certificateElement)?.[0] ?? ''
