import type { SchoolYearRecords } from '../../../records/index.ts'
import { Refusal } from '../../../shared/refusal.ts'

/** One pupil's year among the workbooks of a call, by what must tell it apart from every other. */
interface Entry {
  readonly student: string
  readonly place: string
  readonly year: string
  readonly bookLookupCode: string | undefined
  readonly yearLookupCode: string | undefined
}

const listEntries = ({ school, schoolYear, students, classes }: SchoolYearRecords): readonly Entry[] => {
  const names = new Map(classes.map(({ classId, name }) => [classId, name]))
  return students.map(({ profile, classId, bookLookupCode, yearLookupCode }) => ({
    student: `${school.level}/${profile.studentCode}`,
    place: `${profile.fullName} (${profile.studentCode}, lớp ${names.get(classId) ?? classId}, ${school.name}, ${schoolYear})`,
    year: `${school.level}/${profile.studentCode}/${schoolYear}`,
    bookLookupCode,
    yearLookupCode,
  }))
}

/** Pairs of entries with one key that should not have it in common. */
const listShared = (
  entries: readonly Entry[],
  keyOf: (entry: Entry) => string | undefined,
  isAllowed: (one: Entry, other: Entry) => boolean,
  what: string,
): readonly string[] => {
  const seen = new Map<string, Entry>()
  return entries.flatMap((entry) => {
    const key = keyOf(entry)
    if (key === undefined) return []
    const known = seen.get(key)
    if (known === undefined) seen.set(key, entry)
    return known === undefined || isAllowed(known, entry) ? [] : [`${what}: ${known.place} và ${entry.place}`]
  })
}

const shown = 10

/**
 * Refuses workbooks that say the same pupil's year twice, or give one lookup code (mã tra cứu) to two pupils or two
 * years: a code must lead to one book, and each book stands in a file of its own.
 */
export const refuseCollisions = (years: readonly SchoolYearRecords[]): void => {
  const entries = years.flatMap(listEntries)
  const collisions = [
    ...listShared(
      entries,
      ({ year }) => year,
      () => false,
      'Một học sinh có hai lần trong một năm học',
    ),
    ...listShared(
      entries,
      ({ bookLookupCode }) => bookLookupCode,
      (one, other) => one.student === other.student,
      'Hai học sinh chung một mã tra cứu học bạ',
    ),
    ...listShared(
      entries,
      ({ yearLookupCode }) => yearLookupCode,
      (one, other) => one.year === other.year,
      'Hai năm học chung một mã tra cứu năm',
    ),
  ]
  if (collisions.length === 0) return
  const more = collisions.length > shown ? [`… và ${collisions.length - shown} chỗ khác`] : []
  throw new Refusal(
    'workbook-not-accepted',
    ['Chưa nhận sổ, chưa có gì thay đổi:', ...collisions.slice(0, shown), ...more].join('\n'),
  )
}
