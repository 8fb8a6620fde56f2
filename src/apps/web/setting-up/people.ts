import type { NamedStaff } from './answers.ts'

/** Without case and diacritics, so that 'nguyen an' finds Nguyễn Văn An. */
export const fold = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toLowerCase()

/** Whether every word typed begins a word of the text. */
export const isFound = (text: string, typed: string): boolean => {
  const words = fold(text).split(/[\s·(),-]+/)
  return fold(typed)
    .split(/\s+/)
    .filter((word) => word !== '')
    .every((word) => words.some((one) => one.startsWith(word)))
}

/** Tên: the last word of a name, by which Vietnamese lists are ordered. */
export const givenName = (fullName: string): string => fullName.trim().split(/\s+/).at(-1) ?? ''

/** By given name, then by the whole name. */
export const byGivenName = (one: NamedStaff, other: NamedStaff): number =>
  givenName(one.fullName).localeCompare(givenName(other.fullName), 'vi') ||
  one.fullName.localeCompare(other.fullName, 'vi') ||
  one.staffCode.localeCompare(other.staffCode)

/** 'Nguyễn Văn An' as 'N.V. An' where there is little room. */
export const shortName = (fullName: string): string => {
  const words = fullName.trim().split(/\s+/)
  const initials = words.slice(0, -1).map((word) => `${word.charAt(0)}.`)
  return `${initials.join('')} ${words.at(-1) ?? ''}`.trim()
}

/** Who bears a typed code or name; undefined where nobody or more than one does. */
export const findPerson = (people: readonly NamedStaff[], typed: string): NamedStaff | undefined => {
  const wanted = fold(typed.trim())
  const byCode = people.find(({ staffCode }) => fold(staffCode) === wanted)
  const named = people.filter(({ fullName }) => fold(fullName) === wanted)
  return byCode ?? (named.length === 1 ? named[0] : undefined)
}
