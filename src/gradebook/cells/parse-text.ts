import { normalizeText } from '../../shared/text.ts'
import { accept, refuse, type ParsedCell } from './parsed.ts'

// Control characters, halves of surrogates, noncharacters, and marks that turn the reading direction around.
const unprintable = /[\p{Cc}\p{Cs}\ufffe\uffff\u202a-\u202e\u2066-\u2069]/u

/** How many characters a reader counts: code points. */
export const lengthOf = (text: string): number => Array.from(text).length

/** Words as the record keeps them: NFC, one space between words, no longer than the column allows. */
export const parseText = (typed: string, maxLength: number): ParsedCell => {
  const value = normalizeText(typed)
  if (unprintable.test(value)) return refuse('Có kí tự không in được: hãy xóa đi và gõ lại.')
  const length = lengthOf(value)
  // The book's own limit counts UTF-16 units, of which a rare character has two.
  if (length > maxLength || value.length > maxLength)
    return refuse(`Dài ${length} kí tự, quá ${maxLength} kí tự: hãy rút gọn.`)
  return accept(value)
}
