import { isUtf8 } from 'node:buffer'
import { maxBookBytes } from './book.ts'

/** What a file holds that no serialisation of a book may hold. */
export type CanonicalizationFault =
  'too-large' | 'too-complex' | 'not-utf8' | 'dtd' | 'comment-or-instruction' | 'entity' | 'not-xml'

export type Canonicalization = { readonly bytes: Uint8Array } | { readonly fault: CanonicalizationFault }

const byteOrderMark = '\ufeff'
const declaration = /^<\?xml\s[^?<>]{0,200}\?>/

/**
 * Brings another serialisation of the same content (XML declaration, byte order mark, single quotes, CDATA,
 * character references, self-closed tags, attribute order) into exclusive canonical form. Comments, processing
 * instructions and document types are refused before any parser sees them: canonicalization would drop a comment
 * inside a mark, and a document type could add attributes. The parser itself neither resolves entities nor reaches
 * outside the text.
 */
export const canonicalize = async (bytes: Uint8Array): Promise<Canonicalization> => {
  if (bytes.byteLength > maxBookBytes) return { fault: 'too-large' }
  if (!isUtf8(bytes)) return { fault: 'not-utf8' }
  const decoded = Buffer.from(bytes).toString('utf8')
  const text = decoded.startsWith(byteOrderMark) ? decoded.slice(1) : decoded
  const encoding = /^<\?xml[^>]*encoding\s*=\s*["']([^"']*)["']/.exec(text)?.[1]
  if (encoding !== undefined && encoding.toLowerCase() !== 'utf-8') return { fault: 'not-utf8' }
  const body = text.replace(declaration, '')
  if (/<!(?:DOCTYPE|ENTITY|ATTLIST|ELEMENT)/i.test(body)) return { fault: 'dtd' }
  if (body.includes('<!--') || body.includes('<?')) return { fault: 'comment-or-instruction' }
  if (!/^\s*</.test(body)) return { fault: 'not-xml' }
  return isTooComplex(body) ? { fault: 'too-complex' } : canonicalForm(body)
}

/** Far above any book's: one has about 3,000 tags, none longer than 200 characters, and 30 namespaces. */
const most = { tags: 40_000, tagLength: 1_000, namespaces: 2_000 } as const

const tag = /<[^<>"']*(?:(?:"[^<"]*"|'[^<']*')[^<>"']*)*>/g

/**
 * Canonicalization sorts attributes and looks up namespaces one by one, so that four megabytes of them in one tag
 * would keep it busy for minutes.
 */
const isTooComplex = (text: string): boolean => {
  let tags = 0
  for (const [found] of text.matchAll(tag))
    if (++tags > most.tags || (found.length > most.tagLength && !found.startsWith('<![CDATA['))) return true
  return text.split('xmlns', most.namespaces + 2).length > most.namespaces + 1
}

/** A reference to anything but a character or the five entities that XML itself knows; none can be declared here. */
const namedEntity = /&(?!(?:amp|lt|gt|quot|apos);)[A-Za-z_][\w.-]{0,60};/

const canonicalForm = async (text: string): Promise<Canonicalization> => {
  const { XmlDocument, XmlC14NMode, ParseOption } = await import('libxml2-wasm')
  try {
    using document = XmlDocument.fromString(text, { option: ParseOption.XML_PARSE_NONET })
    const canonical = document.canonicalizeToString({
      mode: XmlC14NMode.XML_C14N_EXCLUSIVE_1_0,
      withComments: false,
    })
    return { bytes: Buffer.from(canonical, 'utf8') }
  } catch {
    // Whatever else the parser objects to, the answer is the same: this is not well-formed XML within its limits.
    return { fault: namedEntity.test(text) ? 'entity' : 'not-xml' }
  }
}
