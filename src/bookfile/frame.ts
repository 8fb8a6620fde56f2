import type { BookVersion } from './version.ts'

/* The frame around data and signatures: <HocBa xmlns="…"><DuLieu>…</DuLieu><ChuKys>…</ChuKys></HocBa>. */
export const rootOpen = ({ namespace }: BookVersion): string => `<HocBa xmlns="${namespace}">`
export const signaturesOpen = '<ChuKys>'
export const bookClose = '</ChuKys></HocBa>'

/**
 * The exclusive canonical form of one element of a canonical file: its own text, with the inherited default
 * namespace declared after the element's name.
 */
export const canonicalElement = (text: string, { namespace }: BookVersion): string => {
  const nameEnd = text.search(/[ >]/)
  return `${text.slice(0, nameEnd)} xmlns="${namespace}"${text.slice(nameEnd)}`
}
