import type { Relative, SchoolingHistoryRow } from '../../shared/student.ts'
import type { RenditionInput } from '../input.ts'
import { exact, type Content } from '../printable.ts'
import { coverBlock, coverSignatureOf } from './signatures.ts'
import {
  dateLine,
  dateText,
  genderNames,
  placeText,
  schoolInCapitals,
  schoolWithoutPrefix,
  spelledYear,
} from './words.ts'

/** Bìa: the name and the place of the school as they were when the cover was signed. */
export const coverContent = ({ report: { cover } }: RenditionInput): Content => ({
  student: cover.student.fullName,
  studentInCapitals: cover.student.fullName.toLocaleUpperCase('vi'),
  school: schoolWithoutPrefix(cover.school.name),
  schoolInCapitals: schoolInCapitals(cover.school.name),
  ward: cover.school.ward.name,
  district: cover.school.district?.name,
  province: cover.school.province.name,
  registerNumber: cover.student.registerNumber,
  lookupCode: exact(cover.bookLookupCode),
})

const relative = (person: Relative | undefined): Content => ({
  name: person?.fullName,
  occupation: person?.occupation,
})

/** Trang thông tin: the pupil, the family, and who signed the cover. */
export const profileContent = (input: RenditionInput): Content => {
  const { cover, summary } = input.report
  const { student } = cover
  return {
    name: student.fullName,
    gender: genderNames[student.gender],
    birthDate: dateText(student.birthDate),
    ethnicity: student.ethnicity,
    nationality: student.nationality,
    birthPlace: student.birthPlace,
    hometown: student.hometown,
    address: student.address,
    policyGroup: student.policyGroup,
    citizenId: student.citizenId,
    foreignPaper: student.foreignPaper,
    studentCode: student.studentCode,
    father: relative(student.father),
    mother: relative(student.mother),
    guardian: relative(student.guardian),
    date: dateLine(summary.signingPlace, coverSignatureOf(input)?.signedAt ?? input.issuedAt),
    block: coverBlock(input),
  }
}

const historyRow = (row: SchoolingHistoryRow, place: string | undefined): Content => ({
  schoolYear: spelledYear(row.schoolYear),
  className: row.className,
  school: row.schoolName,
  place,
  registerNumber: row.registerNumber,
  entryDate: dateText(row.entryDate),
})

const isSameYear = (one: SchoolingHistoryRow, other: SchoolingHistoryRow): boolean =>
  one.schoolYear === other.schoolYear &&
  one.schoolName === other.schoolName &&
  one.className === other.className

const currentRow = ({ report: { cover, identity } }: RenditionInput): SchoolingHistoryRow => ({
  schoolYear: identity.schoolYear,
  className: identity.className,
  schoolName: identity.schoolName,
  ...(cover.student.registerNumber === undefined ? {} : { registerNumber: cover.student.registerNumber }),
  ...(identity.entryDate === undefined ? {} : { entryDate: identity.entryDate }),
})

/** Rows that the paper form has room for: one a year and, in primary books, two for moves. */
const formRows = { primary: 7, 'lower-secondary': 4, 'upper-secondary': 3 } as const

/** Quá trình học tập: the cover's years before, this year, and the empty rows that the form has. */
export const historyContent = (input: RenditionInput): Content => {
  const { cover } = input.report
  const current = currentRow(input)
  const { ward, district, province } = cover.school
  const before = cover.history.filter((row) => !isSameYear(row, current))
  const rows = [
    ...before.map((row) => historyRow(row, undefined)),
    historyRow(current, placeText([ward, district, province])),
  ]
  return { rows, empty: Math.max(0, formRows[cover.level] - rows.length) }
}
