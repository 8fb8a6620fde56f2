import type { Pupil } from './pupils.ts'

const collator = new Intl.Collator('vi')

const givenName = (fullName: string): string => fullName.slice(fullName.lastIndexOf(' ') + 1)

/** Vietnamese class lists go by the given name, which comes last, then by the whole name. */
export const byGivenName = (a: Pupil, b: Pupil): number =>
  collator.compare(givenName(a.profile.fullName), givenName(b.profile.fullName)) ||
  collator.compare(a.profile.fullName, b.profile.fullName) ||
  Number(a.profile.registerNumber) - Number(b.profile.registerNumber)
