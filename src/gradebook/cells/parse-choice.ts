import type { Option } from '../columns/column.ts'
import { fold, plain } from './fold.ts'
import { accept, refuse, type ParsedCell } from './parsed.ts'

/**
 * One of a column's words, by what is stored, its short form or its name: case never matters, accents may be left out
 * where that leaves one word only ('d', 'đ', 'dat' → Đạt).
 */
export const findOption = (options: readonly Option[], typed: string): Option | undefined =>
  options.find(({ value }) => value === typed) ??
  options.find((option) => spellingsOf(option).includes(plain(typed))) ??
  onlyOne(
    options.filter((option) => spellingsOf(option).some((one) => fold(one) === fold(typed))),
    typed,
  )

const onlyOne = (found: readonly Option[], typed: string): Option | undefined =>
  found.length === 1 && fold(typed) !== '' && /^[\x20-\x7e\u00a0]*$/.test(typed) ? found[0] : undefined

// A name may be cut at its comma: 'vắng' for 'Vắng, không làm bù'.
const spellingsOf = ({ value, short, name }: Option): readonly string[] => {
  const [head = ''] = name.split(',')
  return [value, short, name, head].map(plain)
}

/** Reads one of a closed list of words. */
export const parseChoice = (options: readonly Option[], typed: string): ParsedCell => {
  const option = findOption(options, typed)
  if (option !== undefined) return accept(option.value)
  const words = options.map(({ short, name }) => (short === name ? name : `${short} (${name})`))
  return refuse(`Chọn một trong: ${words.join(', ')}.`)
}

const ticked = new Set(['x', 'true', '1', 'co', '✓', '✔', 'v'])
const unticked = new Set(['false', '0', 'khong', '-'])

/** A box that is ticked or empty. */
export const parseFlag = (typed: string): ParsedCell => {
  const word = typed.trim().toLowerCase()
  if (ticked.has(word) || ticked.has(fold(word))) return accept('true')
  if (unticked.has(word) || unticked.has(fold(word))) return accept(null)
  return refuse('Gõ x để đánh dấu, hoặc để trống.')
}
