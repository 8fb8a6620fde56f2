import type { BookVersion } from './version.ts'

/* The frame around data and signatures: <HocBa xmlns="…"><DuLieu>…</DuLieu><ChuKys>…</ChuKys></HocBa>. */
export const rootOpen = ({ namespace }: BookVersion): string => `<HocBa xmlns="${namespace}">`
export const signaturesOpen = '<ChuKys>'
export const bookClose = '</ChuKys></HocBa>'

/**
 * The exclusive canonical form of one element of a canonical file: its own text, with the inherited default
 * namespace declared after the element's name.
 */
export const canonicalElement = (text: string, version: BookVersion): string => {
  const nameEnd = text.search(/[ >]/)
  return text.slice(0, nameEnd) + namespaceDeclaration(version) + text.slice(nameEnd)
}

/** The inherited default namespace as an element declares it when it is digested alone. */
export const namespaceDeclaration = ({ namespace }: BookVersion): string => ` xmlns="${namespace}"`
