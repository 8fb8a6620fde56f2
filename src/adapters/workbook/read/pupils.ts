import type {
  Relative,
  SchoolClass,
  SchoolingHistoryRow,
  StudentProfile,
  StudentYear,
} from '../../../records/index.ts'
import { isSameName } from '../../../shared/text.ts'
import type { Findings, Place } from '../findings.ts'
import type { Grid } from '../grid.ts'
import type { studentColumns } from '../layout/students.ts'
import { historyColumns } from '../layout/students.ts'
import { present, without } from '../present.ts'
import type { RowOf } from '../table/column.ts'
import { readTable, type TableRow } from '../table/read-table.ts'
import { findClass, refuseDoubles, type Classes } from './registers.ts'

/** A pupil as the student list has them: everything but marks and the homeroom teacher's record. */
export type EnrolledPupil = Omit<StudentYear, 'subjects' | 'homeroom' | 'history'> & {
  readonly schoolClass: SchoolClass
}

export interface Pupils {
  readonly list: readonly EnrolledPupil[]
  readonly find: (code: string) => EnrolledPupil | undefined
  /** Whether a row of the list carries this code, faulty or not. */
  readonly isClaimed: (code: string) => boolean
}

type StudentValues = RowOf<typeof studentColumns>
type StudentRow = TableRow<typeof studentColumns>

/** Makes pupils of the rows of all student lists. */
export const enrol = (rows: readonly StudentRow[], classes: Classes, findings: Findings): Pupils => {
  const isNewCode = refuseDoubles(findings, 'mã học sinh', 'mỗi học sinh một mã, một dòng')
  const isNewPerson = refuseDoubles(findings, 'số định danh', 'kiểm tra lại số định danh của hai học sinh')
  const list = rows.flatMap(({ values, whole, place }): EnrolledPupil[] => {
    const isNew = isNewCode(values.studentCode, place('studentCode'))
    isNewPerson(values.citizenId, place('citizenId'))
    const schoolClass = findClass(classes, values.classId, place('classId'), findings)
    if (!whole || !schoolClass || !isNew) return []
    checkPaper(whole, place, findings)
    return [toPupil(whole, schoolClass)]
  })
  const byCode = new Map(list.map((pupil) => [pupil.profile.studentCode, pupil]))
  const claimed = new Set(rows.flatMap(({ values }) => values.studentCode ?? []))
  return { list, find: (code) => byCode.get(code), isClaimed: (code) => claimed.has(code) }
}

const checkPaper = (values: StudentValues, place: StudentRow['place'], findings: Findings): void => {
  if (values.citizenId === undefined && values.foreignPaper === undefined)
    findings.problem(
      place('studentCode'),
      values.fullName,
      'chưa có số định danh cá nhân',
      "ghi cột 'Số định danh cá nhân'; người nước ngoài chưa có số thì ghi cột 'Giấy tờ khác'",
    )
  for (const [name, job] of relatives)
    if (values[name] === undefined && values[job] !== undefined)
      findings.problem(
        place(job),
        values[job],
        'có nghề nghiệp mà chưa có họ tên',
        'ghi họ tên, hoặc xóa nghề nghiệp',
      )
}

const relatives = [
  ['fatherName', 'fatherJob'],
  ['motherName', 'motherJob'],
  ['guardianName', 'guardianJob'],
] as const

const relative = (fullName: string | undefined, occupation: string | undefined): Relative | undefined =>
  fullName === undefined ? undefined : { fullName, ...present({ occupation }) }

const toPupil = (values: StudentValues, schoolClass: SchoolClass): EnrolledPupil => {
  const { fatherName, fatherJob, motherName, motherJob, guardianName, guardianJob } = values
  const { entryDate, yearBefore, individualPlan, bookLookupCode, yearLookupCode } = values
  const profile: StudentProfile = {
    studentCode: values.studentCode,
    fullName: values.fullName,
    gender: values.gender,
    birthDate: values.birthDate,
    ethnicity: values.ethnicity,
    nationality: values.nationality,
    birthPlace: values.birthPlace,
    address: values.address,
    ...present({
      citizenId: values.citizenId,
      foreignPaper: values.foreignPaper,
      registerNumber: values.registerNumber,
      hometown: values.hometown,
      policyGroup: values.policyGroup,
      father: relative(fatherName, fatherJob),
      mother: relative(motherName, motherJob),
      guardian: relative(guardianName, guardianJob),
    }),
  }
  return {
    profile,
    classId: schoolClass.classId,
    schoolClass,
    ...present({ entryDate, yearBefore, individualPlan, bookLookupCode, yearLookupCode }),
  }
}

/** The pupil a row is about; says when there is none, or when the name beside the code is another's. */
export const findPupil = (
  pupils: Pupils,
  code: string,
  name: string | undefined,
  at: { readonly code: Place; readonly name: Place },
  findings: Findings,
): EnrolledPupil | undefined => {
  const pupil = pupils.find(code)
  if (!pupil && !pupils.isClaimed(code))
    findings.problem(
      at.code,
      code,
      `không có học sinh mang mã '${code}' ở trang Học sinh`,
      "sửa mã, hoặc thêm học sinh này vào trang 'Học sinh'",
    )
  if (pupil && name !== undefined && !isSameName(pupil.profile.fullName, name))
    findings.problem(
      at.name,
      name,
      `mã '${code}' là của ${pupil.profile.fullName}`,
      'sửa mã hoặc sửa tên cho khớp',
    )
  return pupil
}

export const readHistory = (
  grid: Grid,
  pupils: Pupils,
  findings: Findings,
): ReadonlyMap<string, readonly SchoolingHistoryRow[]> => {
  const histories = new Map<string, SchoolingHistoryRow[]>()
  for (const { values, whole, place } of readTable(grid, historyColumns, findings)) {
    if (values.studentCode === undefined) continue
    const at = { code: place('studentCode'), name: place('studentName') }
    findPupil(pupils, values.studentCode, values.studentName, at, findings)
    if (!whole) continue
    const { studentCode } = whole
    const row = without(whole, 'studentCode', 'studentName')
    histories.set(studentCode, [...(histories.get(studentCode) ?? []), present(row)])
  }
  return histories
}
