import type { ApprovingSignatory, Cover } from '../bookfile/index.ts'
import type { ClassRecords } from '../gradebook/index.ts'
import type { StudentYear } from '../records/index.ts'
import type { Edition } from './assemble.ts'
import { approverOf, missingApprover } from './people.ts'
import { withoutGaps } from './subject-result.ts'

/** What a cover needs besides the records. */
export type CoverEdition = Pick<Edition, 'bookLookupCode' | 'yearLookupCode' | 'demonstration'>

/** A cover ready to be signed, or why there is none yet. */
export type CoverAssembly = { readonly cover: Cover } | { readonly notIssued: string }

/** Builds a pupil's cover from the profile, at the start of the year, before there is anything to report (chốt bìa). */
export const assembleCover = (
  classRecords: ClassRecords,
  student: StudentYear,
  edition: CoverEdition,
): CoverAssembly => {
  const [missing] = missingApprover(classRecords)
  if (missing !== undefined) return { notIssued: missing }
  const approver = approverOf(classRecords, edition.yearLookupCode)
  return { cover: coverOf(classRecords, student, edition, approver) }
}

/** The cover as it stands in a year's report: the same bytes as when it was signed by itself. */
export const coverOf = (
  { records: { school } }: ClassRecords,
  student: StudentYear,
  edition: CoverEdition,
  approver: ApprovingSignatory,
): Cover =>
  withoutGaps<Cover>({
    bookLookupCode: edition.bookLookupCode,
    level: school.level,
    demonstration: edition.demonstration,
    school: withoutGaps({
      code: school.code,
      name: school.name,
      ward: school.ward,
      district: school.district,
      province: school.province,
    }),
    approver,
    student: student.profile,
    history: student.history,
  })
