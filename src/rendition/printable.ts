import type { Coverage } from './face.ts'

/** A text as the template prints it: as it is, or in pieces between which a line may be broken. */
export type PrintableText = string | { readonly pieces: readonly string[] }

/** Content in which every text has been made printable. */
export type Printable =
  PrintableText | number | boolean | null | readonly Printable[] | { readonly [name: string]: Printable }

/** Content before that. */
export type Content =
  string | number | boolean | null | undefined | readonly Content[] | { readonly [name: string]: Content }

const ordinary =
  /^[\x20-\x7e\u00a1-\u00ac\u00ae-\u017f\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9\u2013\u2014\u2018-\u201d\u2026]*$/
const invisible = /\p{C}/u

const notation = (character: string): string =>
  `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`

/**
 * Shows what the type lacks, or what would print as nothing or turn the line round, by its number: '[U+1F600]'.
 * PDF/A-3a forbids text without a glyph (ISO 19005-3, 6.2.11.8), and a reader should see that something is there.
 */
export const showEveryCharacter = (text: string, has: Coverage): string =>
  ordinary.test(text)
    ? text
    : Array.from(text)
        .map((character) =>
          character === '\n' || (!invisible.test(character) && has(character.codePointAt(0) ?? 0))
            ? character
            : notation(character),
        )
        .join('')

/** A word of a sentence has a line to itself; a text of one word may stand in the narrowest column. */
const longestWord = 20
const longestLoneWord = 12
const pieceLength = 4
const hasLongWord = new RegExp(`[^ \\n]{${longestWord + 1}}|^[^ \\n]{${longestLoneWord + 1},}$`, 'u')
const graphemes = new Intl.Segmenter('vi', { granularity: 'grapheme' })

const cut = (word: string, longest: number): readonly string[] => {
  const letters = [...graphemes.segment(word)].map(({ segment }) => segment)
  if (letters.length <= longest) return [word]
  return letters.flatMap((_, index) =>
    index % pieceLength === 0 ? [letters.slice(index, index + pieceLength).join('')] : [],
  )
}

/** Joins neighbouring pieces between which no break is needed. */
const piecesOf = (text: string): readonly string[] => {
  const pieces: string[] = []
  const longest = /[ \n]/u.test(text) ? longestWord : longestLoneWord
  let open = ''
  for (const part of text.split(/(\n| +)/u)) {
    const [first = '', ...others] = cut(part, longest)
    if (part === '\n' || others.length > 0) {
      if (open !== '') pieces.push(open)
      pieces.push(first, ...others)
      open = ''
    } else open += first
  }
  return open === '' ? pieces : [...pieces, open]
}

/** A word too long for a narrow column is given places where its line may be broken; nothing is added to it. */
export const printableText = (text: string, has: Coverage): PrintableText => {
  const visible = showEveryCharacter(text, has)
  return visible.includes('\n') || hasLongWord.test(visible) ? { pieces: piecesOf(visible) } : visible
}

/** A text of known form and length that stands where it has room: never broken. */
export type ExactText = { readonly exact: string }

export const exact = (text: string): ExactText => ({ exact: text })

const isExact = (content: object): content is ExactText =>
  'exact' in content && typeof content.exact === 'string'

/** Makes every text of a tree printable. Absent members stay absent as null. */
export const makePrintable = (content: Content, has: Coverage): Printable => {
  if (content === undefined || content === null) return null
  if (typeof content === 'string') return printableText(content, has)
  if (typeof content !== 'object') return content
  if (isExact(content)) return showEveryCharacter(content.exact, has)
  if (Array.isArray(content))
    return (content as readonly Content[]).map((member) => makePrintable(member, has))
  return Object.fromEntries(
    Object.entries(content).map(([name, member]) => [name, makePrintable(member, has)]),
  )
}
