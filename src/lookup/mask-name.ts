import { normalizeText } from '../shared/text.ts'

/** The first letter of a word with its marks: names such as "H'Hen" and decomposed text keep one letter. */
const initialOf = (word: string): string => /\p{L}\p{M}*/u.exec(word)?.[0].toLocaleUpperCase('vi') ?? ''

/** "Nguyễn Thị Thùy Dương" → "N. T. T. D.": what anybody who holds a code may see of a name. */
export const maskName = (fullName: string): string =>
  normalizeText(fullName)
    .split(/[\s-]/u)
    .map(initialOf)
    .filter((initial) => initial !== '')
    .map((initial) => `${initial}.`)
    .join(' ')
