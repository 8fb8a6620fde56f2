import type { SchoolYearRecords, StudentYear } from '../../../records/index.ts'
import { levelNames } from '../../../shared/education-level.ts'
import { Refusal } from '../../../shared/refusal.ts'
import { isSameName } from '../../../shared/text.ts'
import type { SchoolTransaction } from './enter-school.ts'
import type { YearScope } from './load-rows.ts'

/** A pupil's year that is stored already, by what must not belong to two. */
interface Known {
  readonly student_code: string
  readonly school_year: string
  readonly level: YearScope['level']
  readonly class_id: string
  readonly citizen_id: string | null
  readonly full_name: string
  readonly birth_date: string
  readonly book_lookup_code: string | null
  readonly year_lookup_code: string | null
}

/** What is stored under any of the codes and numbers of these pupils, latest year first. */
const findKnown = (
  transaction: SchoolTransaction,
  { tenant }: YearScope,
  students: readonly StudentYear[],
): Promise<readonly Known[]> => {
  const columns = ['student_code', 'school_year', 'level', 'class_id', 'citizen_id'] as const
  const facts = ['full_name', 'birth_date', 'book_lookup_code', 'year_lookup_code'] as const
  const listOf = (pick: (student: StudentYear) => string | undefined): string[] =>
    students.flatMap((one) => pick(one) ?? [])
  return transaction
    .selectFrom('school.enrolment')
    .select([...columns, ...facts])
    .where('tenant_id', '=', tenant)
    .where((is) =>
      is.or([
        is('student_code', '=', is.fn.any(is.val(listOf(({ profile }) => profile.studentCode)))),
        is('citizen_id', '=', is.fn.any(is.val(listOf(({ profile }) => profile.citizenId)))),
        is('book_lookup_code', '=', is.fn.any(is.val(listOf(({ bookLookupCode }) => bookLookupCode)))),
        is('year_lookup_code', '=', is.fn.any(is.val(listOf(({ yearLookupCode }) => yearLookupCode)))),
      ]),
    )
    .orderBy('school_year', 'desc')
    .execute()
}

const isSamePerson = ({ profile }: StudentYear, known: Known): boolean =>
  (profile.citizenId !== undefined && profile.citizenId === known.citizen_id) ||
  (profile.birthDate === known.birth_date && isSameName(profile.fullName, known.full_name))

const nameOf = ({ profile, classId }: StudentYear): string =>
  `${profile.fullName} (mã ${profile.studentCode}, lớp ${classId})`

const placeOf = ({ full_name, student_code, class_id, school_year }: Known): string =>
  `${full_name} (mã ${student_code}, lớp ${class_id}, năm học ${school_year})`

/** What is stored about one pupil of the workbook, or under a number or code of theirs. */
interface Stored {
  readonly student: StudentYear
  /** Under the same student code, latest year first. */
  readonly own: readonly Known[]
  readonly byCitizen: readonly Known[]
  readonly byLookup: readonly Known[]
  readonly isElsewhere: (one: Known) => boolean
  readonly isOfWorkbook: (studentCode: string) => boolean
}

/** One thing that a pupil may not have in common with what is stored: its place and remedy, or nothing. */
type Rule = (stored: Stored) => string | undefined

const isOther = ({ student }: Stored, one: Known): boolean => one.student_code !== student.profile.studentCode

const studentCodeRule: Rule = ({ student, own: [latest] }) =>
  latest === undefined || isSamePerson(student, latest)
    ? undefined
    : `mã học sinh đã là của ${placeOf(latest)}, khác cả số định danh lẫn họ tên hoặc ngày sinh → sửa mã học ` +
      `sinh; nếu lần trước ghi nhầm mã, hãy nhập sổ năm đó không có em này rồi nhập lại`

const citizenRule: Rule = (stored) => {
  const { student, byCitizen, isElsewhere, isOfWorkbook } = stored
  const person = byCitizen.find(
    (one) => isOther(stored, one) && (isElsewhere(one) || isOfWorkbook(one.student_code)),
  )
  return (
    person &&
    `số định danh ${student.profile.citizenId ?? ''} đã là của ${placeOf(person)} → sửa số định danh, hoặc dùng ` +
      `đúng mã học sinh cũ`
  )
}

const bookCodeRule: Rule = (stored) => {
  const { student, byLookup, isElsewhere } = stored
  const book = byLookup.find(
    (one) => one.book_lookup_code === student.bookLookupCode && isOther(stored, one) && isElsewhere(one),
  )
  return book && `mã tra cứu học bạ đã là của ${placeOf(book)} → sửa hoặc để trống mã tra cứu`
}

const yearCodeRule: Rule = ({ student, byLookup, isElsewhere }) => {
  const year = byLookup.find((one) => one.year_lookup_code === student.yearLookupCode && isElsewhere(one))
  return year && `mã tra cứu của năm học đã là của ${placeOf(year)} → sửa hoặc để trống mã tra cứu`
}

const rules: readonly Rule[] = [studentCodeRule, citizenRule, bookCodeRule, yearCodeRule]

/** A pupil is in one level a year; elsewhere in the same year means in another level. */
const levelRule =
  ({ schoolYear }: YearScope): Rule =>
  ({ own, isElsewhere }) => {
    const other = own.find((one) => one.school_year === schoolYear && isElsewhere(one))
    return (
      other &&
      `năm học này đã ở lớp ${other.class_id}, cấp ${levelNames[other.level]} → bỏ ở một trong hai sổ`
    )
  }

/** Rows by the values of some of their columns; what is not written down leads nowhere. */
const indexBy = (known: readonly Known[], columns: readonly (keyof Known)[]) => {
  const index = new Map<string, Known[]>()
  for (const one of known)
    for (const column of columns) {
      const value = one[column]
      if (value !== null) index.set(value, [...(index.get(value) ?? []), one])
    }
  return (...values: readonly (string | undefined)[]): readonly Known[] =>
    values.flatMap((value) => (value === undefined ? [] : (index.get(value) ?? [])))
}

const shown = 10

/** Refuses records in which a code or number is another person's than the one stored, naming whose. */
export const checkPersons = async (
  transaction: SchoolTransaction,
  scope: YearScope,
  { students }: Pick<SchoolYearRecords, 'students'>,
): Promise<void> => {
  const known = await findKnown(transaction, scope, students)
  const ownOf = indexBy(known, ['student_code'])
  const citizenOf = indexBy(known, ['citizen_id'])
  const lookupOf = indexBy(known, ['book_lookup_code', 'year_lookup_code'])
  const ofWorkbook = new Set(students.map(({ profile }) => profile.studentCode))
  const collisions = students.flatMap((student) => {
    const stored: Stored = {
      student,
      own: ownOf(student.profile.studentCode),
      byCitizen: citizenOf(student.profile.citizenId),
      byLookup: lookupOf(student.bookLookupCode, student.yearLookupCode),
      isElsewhere: (one) => one.school_year !== scope.schoolYear || one.level !== scope.level,
      isOfWorkbook: (code) => ofWorkbook.has(code),
    }
    return [...rules, levelRule(scope)].flatMap((rule) => {
      const collision = rule(stored)
      return collision === undefined ? [] : [`${nameOf(student)}: ${collision}`]
    })
  })
  refuse(collisions)
}

const refuse = (collisions: readonly string[]): void => {
  if (collisions.length === 0) return
  const more = collisions.length > shown ? [`… và ${collisions.length - shown} chỗ khác`] : []
  throw new Refusal(
    'workbook-not-accepted',
    ['Chưa nhận sổ, chưa có gì thay đổi:', ...collisions.slice(0, shown), ...more].join('\n'),
  )
}

/** Refuses a class whose code another level of the school uses in the same year. */
export const checkClasses = async (
  transaction: SchoolTransaction,
  { tenant, schoolYear, level }: YearScope,
  { classes }: SchoolYearRecords,
): Promise<void> => {
  const taken = await transaction
    .selectFrom('school.class')
    .select(['class_id', 'level'])
    .where('tenant_id', '=', tenant)
    .where('school_year', '=', schoolYear)
    .where('level', '<>', level)
    .where((is) => is('class_id', '=', is.fn.any(is.val(classes.map(({ classId }) => classId)))))
    .execute()
  refuse(
    taken.map((one) => `mã lớp ${one.class_id} đã dùng ở cấp ${levelNames[one.level]} → đặt mã lớp khác`),
  )
}
