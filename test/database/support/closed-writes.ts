import { saveExemptions } from '../../../src/adapters/postgres/set-up/save-exemptions.ts'
import { moveStudent, saveStudent } from '../../../src/adapters/postgres/set-up/save-student.ts'
import { readSchoolYear } from '../../../src/adapters/postgres/school/read-school-year.ts'
import { saveSchoolYear, type YearChanges } from '../../../src/adapters/postgres/school/save-school-year.ts'
import type { SchoolYearRecords, StudentYear } from '../../../src/records/index.ts'
import type { SubjectCode } from '../../../src/shared/subjects.ts'
import { typedPupil } from '../../builders/typed-pupil.ts'
import { colleagues, openFinishedClass, plannedClass, yearEnd, type FinishedClass } from './finished-class.ts'
import { save, saveOf, schoolYear, want, type sheetOf } from './gradebook.ts'
import { askAll } from './rows.ts'

/** Class 7A with a full gradebook, and an empty 7B beside it. */
export const openTwoClasses = (): Promise<FinishedClass> => {
  const records = plannedClass(7)
  return openFinishedClass({
    ...records,
    classes: [...records.classes, { classId: '7B', name: '7B', grade: 7, homeroomTeacher: 'CB08' }],
  })
}

/** The workbook of the year as it stands. */
export const takeWorkbook = ({ database, records }: FinishedClass): Promise<SchoolYearRecords> =>
  readSchoolYear(database, records.school.code, schoolYear, { level: 'lower-secondary' })

/** Brings a workbook in. */
export const bringIn = (
  { database }: FinishedClass,
  records: SchoolYearRecords,
  now = yearEnd,
): Promise<YearChanges> => saveSchoolYear(database, records, { now, by: 'Người nhập sổ' })

/** The workbook with one pupil changed. */
export const withPupil = (
  records: SchoolYearRecords,
  studentCode: string,
  change: (student: StudentYear) => StudentYear,
): SchoolYearRecords => ({
  ...records,
  students: records.students.map((one) => (one.profile.studentCode === studentCode ? change(one) : one)),
})

/** The workbook with other words about one pupil in one subject. */
export const withComment = (
  records: SchoolYearRecords,
  studentCode: string,
  subject: SubjectCode,
  comment: string,
): SchoolYearRecords =>
  withPupil(records, studentCode, (student) => ({
    ...student,
    subjects: student.subjects.map((one) => (one.subject === subject ? { ...one, comment } : one)),
  }))

/** The same with another mark at the end of a term. */
export const withFinalMark = (
  records: SchoolYearRecords,
  [studentCode, subject, term]: readonly [studentCode: string, subject: SubjectCode, term: 1 | 2],
  finalMark: string,
): SchoolYearRecords =>
  withPupil(records, studentCode, (student) => ({
    ...student,
    subjects: student.subjects.map((one) =>
      one.subject === subject && one.kind === 'marked'
        ? {
            ...one,
            terms: { ...one.terms, [term]: { ...one.terms[term], finalMark } },
          }
        : one,
    ),
  }))

/** Types words into the grid; what becomes of the cell. */
export const typeIn = async (
  { database, place }: FinishedClass,
  sheet: Parameters<typeof sheetOf>[2],
  [studentCode, path, value]: readonly [studentCode: string, path: string, value: string | null],
  more: { readonly isAnswer?: boolean; readonly now?: Date } = {},
): Promise<{ readonly outcome: string; readonly message: string | null }> => {
  const write = (seenVersion: number) =>
    save(
      database,
      saveOf({ ...place, sheet }, [want(studentCode, path, value, seenVersion)], { now: yearEnd, ...more }),
    )
  const [first] = await write(0)
  const [last] = first?.outcome === 'conflict' ? await write(first.version) : [first]
  return { outcome: last?.outcome ?? '', message: last?.message ?? null }
}

const by = { account: colleagues.registrar, now: yearEnd }
const placeIn = ({ records }: FinishedClass, studentCode: string) => ({
  schoolCode: records.school.code,
  schoolYear: records.schoolYear,
  level: 'lower-secondary' as const,
  classId: '7A',
  studentCode,
})

/** Sets the one subject from which a pupil is exempt; none where it is null. */
export const exempt = (
  school: FinishedClass,
  studentCode: string,
  subject: SubjectCode | null,
): Promise<void> =>
  saveExemptions(
    school.database,
    placeIn(school, studentCode),
    subject === null ? [] : [{ subject, kind: 'exempt', reason: 'Theo đơn', decisionNumber: null }],
    by,
  )

/** Moves a pupil of 7A to 7B. */
export const moveOut = (school: FinishedClass, studentCode: string): Promise<unknown> =>
  moveStudent(
    school.database,
    placeIn(school, studentCode),
    { toClassId: '7B', movedOn: '2027-05-20', reason: 'Theo đơn của gia đình' },
    by,
  )

/** Types a pupil's profile anew: the same person, who lives elsewhere. */
export const typeProfile = async (school: FinishedClass, studentCode: string): Promise<unknown> => {
  const [stored] = await askAll<{
    readonly fullName: string
    readonly day: string
    readonly version: number
  }>(
    school.server,
    `select full_name as "fullName", to_char(birth_date::date, 'DD/MM/YYYY') as day, version
     from school.enrolment where tenant_id = $1 and student_code = $2`,
    [school.tenant, studentCode],
  )
  const { fullName = '', day: birthDate = '', version: seenVersion = null } = stored ?? {}
  const typed = { ...typedPupil, citizenId: null, fullName, birthDate, seenVersion }
  return saveStudent(school.database, placeIn(school, studentCode), typed, by)
}
