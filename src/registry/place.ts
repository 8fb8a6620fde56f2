import { Refusal } from '../shared/refusal.ts'
import type { RegisteredYear, YearIdentity } from './registered-year.ts'

/** What of two identities of one year must never differ, with its Vietnamese name. */
const fixed = {
  schoolCode: 'mã trường',
  bookKey: 'mã tra cứu của học bạ',
  schoolYear: 'năm học',
  studentCode: 'mã học sinh',
} as const satisfies Partial<Record<keyof YearIdentity, string>>

const refuseCodes = (what: string): Refusal =>
  new Refusal(
    'book-not-accepted',
    `Chưa tiếp nhận: ${what}. Mã tra cứu không được dùng lại; hãy phát hành lại với mã đúng.`,
  )

/**
 * Finds the place of a reported book among the years that its codes lead to: its own earlier versions, or an empty
 * place. Refused when a code already leads to another pupil, school or year, so that nobody slips a page into
 * somebody else's book.
 */
export const findPlace = (years: readonly RegisteredYear[], identity: YearIdentity): RegisteredYear => {
  const own = years.find((year) => year.identity.yearKey === identity.yearKey)
  for (const [key, name] of Object.entries(fixed) as readonly [keyof typeof fixed, string][])
    if (own !== undefined && own.identity[key] !== identity[key])
      throw refuseCodes(`mã tra cứu của năm học này đã thuộc về học bạ khác (khác ${name})`)
  if (identity.bookKey === identity.yearKey) throw refuseCodes('học bạ và năm học mang cùng một mã tra cứu')
  const others = years.filter((year) => year !== own)
  // A book's code used as the code of somebody's year, or the other way round, would lead to both.
  if (others.some((year) => year.identity.bookKey !== identity.bookKey))
    throw refuseCodes('một trong hai mã tra cứu đã thuộc về học bạ khác')
  if (others.some((year) => year.identity.studentCode !== identity.studentCode))
    throw refuseCodes('mã tra cứu của học bạ đã thuộc về học sinh khác')
  if (others.some((year) => year.identity.schoolYear === identity.schoolYear))
    throw refuseCodes('học bạ này đã có năm học đó với mã tra cứu khác')
  return own ?? { identity, versions: [], acts: [] }
}
