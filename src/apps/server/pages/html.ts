/** A piece of HTML that is safe to send: made by `html` alone. */
export interface Html {
  readonly markup: string
}

/** What may stand in a template: texts are escaped, HTML is not; nothing stands for what is absent. */
export type Part = Html | string | number | undefined | false | readonly Part[]

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

// Control, format and private-use characters: they print as nothing, or turn the line round.
const invisible = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}]/gu

const notation = (character: string): string =>
  character === '\n'
    ? character
    : `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`

/** A text as a page shows it: markup stays letters, and what cannot be seen is shown by its number. */
export const escapeText = (text: string): string =>
  text.replace(invisible, notation).replace(/[&<>"']/g, (character) => entities[character] ?? '')

const isHtml = (part: Html | readonly Part[]): part is Html => 'markup' in part

const write = (part: Part): string => {
  if (part === undefined || part === false) return ''
  if (typeof part === 'string') return escapeText(part)
  if (typeof part === 'number') return String(part)
  return isHtml(part) ? part.markup : part.map(write).join('')
}

/** Makes HTML of a template; whatever is put into it is escaped unless it was made here too. */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Html => ({
  markup: strings.map((text, index) => text + write(parts[index])).join(''),
})
