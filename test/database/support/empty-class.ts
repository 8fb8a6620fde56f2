import { randomUUID } from 'node:crypto'
import type { Database } from '../../../src/adapters/postgres/connect.ts'
import {
  saveCells,
  type CellOutcome,
  type Save,
  type WantedCell,
} from '../../../src/adapters/postgres/gradebook/save-cells.ts'
import type { SheetPlace } from '../../../src/adapters/postgres/gradebook/sheet-facts.ts'
import type { SheetName } from '../../../src/gradebook/index.ts'
import type { SchoolYearRecords, StudentYear, SubjectRecord } from '../../../src/records/index.ts'
import { levelOfGrade, type Grade } from '../../../src/shared/education-level.ts'
import { subjectsOfLevel } from '../../../src/shared/subjects.ts'

export const schoolYear = '2026-2027'
export const now = new Date('2026-11-10T08:00:00+07:00')

const names = ['Lương Thị Bưởi', 'Cầm Văn Ấm', 'Đinh Thị Na', 'Hoàng Văn Ổi', 'Vi Thị Mận', 'Lò Văn Ấm']

const pupil = (classId: string, index: number): StudentYear => ({
  profile: {
    studentCode: `${classId}${String(index + 1).padStart(4, '0')}`,
    fullName: names[index % names.length] ?? '',
    gender: index % 2 === 0 ? 'female' : 'male',
    birthDate: `2014-0${1 + (index % 9)}-1${index % 9}`,
    ethnicity: 'Thái',
    nationality: 'Việt Nam',
    birthPlace: 'Xã Mường Lống',
    address: 'Bản Pả, Xã Mường Lống',
  },
  history: [],
  classId,
  yearBefore: 'first',
  subjects: [],
  homeroom: {},
})

/** An invented school with one empty class, 7A or 4A, all subjects of its grade taught by one teacher. */
export const emptyClass = (grade: Grade, pupils = 6, code = '0079000777'): SchoolYearRecords => {
  const level = levelOfGrade(grade)
  const classId = `${grade}A`
  return {
    school: {
      code,
      name: 'Trường Liên cấp Mường Lống',
      level,
      ward: { code: '00007', name: 'Xã Mường Lống' },
      province: { code: '40', name: 'Tỉnh Sông Lam' },
      signingPlace: 'Mường Lống',
      approver: { staffCode: 'CB01' },
    },
    schoolYear,
    staff: [
      { staffCode: 'CB01', citizenId: '001080000001', fullName: 'Quàng Thị Thời', post: 'principal' },
      { staffCode: 'CB02', citizenId: '001080000002', fullName: 'Kha Văn Tiến', post: 'teacher' },
      { staffCode: 'CB03', citizenId: '001080000003', fullName: 'Ngân Thị Lụa', post: 'teacher' },
    ],
    classes: [{ classId, name: classId, grade, homeroomTeacher: 'CB02' }],
    assignments: subjectsOfLevel[level]
      .filter(({ grades, optionalInGrades }) => grades.includes(grade) && !optionalInGrades.includes(grade))
      .map(({ code: subject, periodsPerYear }) => ({
        classId,
        subject,
        teacher: 'CB02',
        otherTeachers: ['CB03'],
        periodsPerYear: periodsPerYear[grade] ?? 70,
      })),
    students: Array.from({ length: pupils }, (_, index) => pupil(classId, index)),
    amendments: [],
  }
}

/** The records with one pupil's subject written down. */
export const withSubject = (
  records: SchoolYearRecords,
  at: number,
  subject: SubjectRecord,
): SchoolYearRecords => ({
  ...records,
  students: records.students.map((student, index) =>
    index === at ? { ...student, subjects: [...student.subjects, subject] } : student,
  ),
})

/** A sheet of the only class of a grade. */
export const sheetOf = (tenant: number, grade: Grade, sheet: SheetName): SheetPlace => ({
  tenant,
  schoolYear,
  level: levelOfGrade(grade),
  classId: `${grade}A`,
  sheet,
})

export const teacher = { accountId: '018f0000-0000-7000-8000-000000000002', fullName: 'Kha Văn Tiến' }
export const colleague = { accountId: '018f0000-0000-7000-8000-000000000003', fullName: 'Ngân Thị Lụa' }

/** A save of cells as the page sends it. */
export const saveOf = (place: SheetPlace, cells: readonly WantedCell[], more: Partial<Save> = {}): Save => ({
  saveId: randomUUID(),
  place,
  account: teacher,
  source: 'typed',
  cells,
  closings: [],
  now,
  ...more,
})

export const want = (
  studentCode: string,
  path: string,
  value: string | null,
  seenVersion = 0,
): WantedCell => ({ studentCode, path, value, seenVersion })

/** Saves and gives the outcomes; a sheet that is not there is a bug of the test. */
export const save = async (database: Database<'school'>, wanted: Save): Promise<readonly CellOutcome[]> => {
  const outcomes = await saveCells(database, wanted)
  if (outcomes === undefined) throw new Error('no such sheet')
  return outcomes
}
