import type { Actor } from '../../../src/accounts/index.ts'
import type { SheetPlace } from '../../../src/adapters/postgres/gradebook/sheet-facts.ts'
import type { ClassPlace } from '../../../src/adapters/postgres/gradebook/class-results.ts'
import type { WantedCell } from '../../../src/adapters/postgres/gradebook/save-cells.ts'
import { columnsOf, type Column, type SheetName } from '../../../src/gradebook/index.ts'
import type { SchoolYearRecords, StaffPost } from '../../../src/records/index.ts'
import { levelOfGrade, type Grade } from '../../../src/shared/education-level.ts'
import type { Database } from '../../../src/adapters/postgres/connect.ts'
import { emptyClass, save, saveOf, schoolYear } from './empty-class.ts'

/** The year is over, nothing has been issued yet. */
export const yearEnd = new Date('2027-05-24T08:00:00+07:00')
/** Before any deadline. */
const whileOpen = new Date('2026-09-20T08:00:00+07:00')

/** Somebody at work in the finished school, with the number of their account. */
export interface Colleague {
  readonly staffCode: string
  readonly accountId: string
  readonly fullName: string
}

const colleague = (staffCode: string, fullName: string): Colleague => ({
  staffCode,
  accountId: `018f0000-0000-7000-8000-0000000001${staffCode.slice(2)}`,
  fullName,
})

/** Who is who in the finished school. */
export const colleagues = {
  principal: colleague('CB01', 'Quàng Thị Thời'),
  /** Leads the class and teaches Toán there. */
  homeroomTeacher: colleague('CB02', 'Kha Văn Tiến'),
  /** Teaches every subject that nobody else does. */
  subjectTeacher: colleague('CB03', 'Ngân Thị Lụa'),
  /** Teaches physical education and the arts. */
  artsTeacher: colleague('CB04', 'Lô Văn Nhạc'),
  clerk: colleague('CB05', 'Vi Thị Dấu'),
  vicePrincipal: colleague('CB06', 'Lò Văn Phó'),
  registrar: colleague('CB07', 'Lường Thị Sổ'),
  groupHead: colleague('CB08', 'Hà Thị Tổ'),
} as const

/** Somebody of the finished school as a route knows them; what else they are says the test. */
export const actorOf = (who: Colleague, { tenant, level }: ClassPlace, more: Partial<Actor> = {}): Actor => ({
  ...who,
  schoolCode: '0079000777',
  tenant,
  isAdministrator: false,
  schoolYear,
  level,
  roles: [],
  homeroomClasses: [],
  teaches: [],
  follows: [],
  ...more,
})

const posts: Readonly<Partial<Record<string, StaffPost>>> = {
  CB01: 'principal',
  CB05: 'clerk',
  CB06: 'vice-principal',
  CB07: 'registrar',
}

const teacherOf = (subject: string): string => {
  if (subject === 'TOAN') return 'CB02'
  return ['GDTC', 'NGHE_THUAT', 'AM_NHAC', 'MI_THUAT'].includes(subject) ? 'CB04' : 'CB03'
}

/** A school with one class, 7A or 4A, in which several people sign; nothing is written in its gradebook yet. */
export const plannedClass = (grade: Grade, pupils = 6, code?: string): SchoolYearRecords => {
  const records = emptyClass(grade, pupils, code)
  return {
    ...records,
    staff: Object.values(colleagues).map(({ staffCode, fullName }, index) => ({
      staffCode,
      citizenId: `0010800002${String(index).padStart(2, '0')}`,
      fullName,
      post: posts[staffCode] ?? 'teacher',
      ...(staffCode === 'CB03' ? { subjectGroup: 'Tổ Xã hội' } : {}),
    })),
    assignments: records.assignments.map(({ classId, subject, periodsPerYear }) => ({
      classId,
      subject,
      periodsPerYear,
      teacher: teacherOf(subject),
      ...(subject === 'TOAN' ? { otherTeachers: ['CB04'] } : {}),
    })),
  }
}

/** The sheets that somebody has to fill and to confirm: every subject of the class and the homeroom teacher's. */
export const sheetsOf = (records: SchoolYearRecords): readonly SheetName[] => [
  ...records.assignments.map(({ subject }) => subject),
  'homeroom',
]

/** What stands in a cell of the n-th pupil: complete, fair, and different enough that nothing looks odd. */
const valueOf = ({ kind, path, options, title }: Column, pupil: number, at: number): string => {
  switch (kind) {
    case 'mark':
      return String(7 + ((pupil * 3 + at) % 4) / 2)
    case 'score':
      return String(8 + ((pupil + at) % 2))
    case 'count':
      return path === 'heightCm' ? String(128 + pupil) : String(pupil % 3)
    case 'decimal':
      return `${28 + pupil}.5`
    case 'choice':
      return options?.[0]?.value ?? ''
    case 'computed':
    case 'flag':
    case 'text':
      return `Em học chăm, ${['nắm chắc bài', 'tiến bộ đều', 'hăng hái phát biểu', 'làm bài cẩn thận', 'giúp bạn', 'tự giác'][pupil % 6] ?? ''} (${title}, lần ${at + 1}, em thứ ${pupil + 1}).`
  }
}

/** Every required cell of a sheet. */
export const cellsOf = (records: SchoolYearRecords, sheet: SheetName): readonly WantedCell[] => {
  const [schoolClass] = records.classes
  const assignment = records.assignments.find(({ subject }) => subject === sheet)
  const columns = columnsOf({
    sheet,
    schoolYear,
    grade: schoolClass?.grade ?? 7,
    periodsPerYear: assignment?.periodsPerYear ?? null,
  }).filter(({ isRequired, kind }) => isRequired && kind !== 'computed')
  return records.students.flatMap(({ profile: { studentCode } }, pupil) =>
    columns.map((column, at) => ({
      studentCode,
      path: column.path,
      value: valueOf(column, pupil, at),
      seenVersion: 0,
    })),
  )
}

export const placeOf = (tenant: number, grade: Grade): ClassPlace => ({
  tenant,
  schoolYear,
  level: levelOfGrade(grade),
  classId: `${grade}A`,
})

/** Fills every sheet of a class as its teachers do, in the course of the year. */
export const fillClass = async (
  { database, tenant }: { readonly database: Database<'school'>; readonly tenant: number },
  records: SchoolYearRecords,
): Promise<void> => {
  const grade = records.classes[0]?.grade ?? 7
  for (const sheet of sheetsOf(records)) {
    const place: SheetPlace = { ...placeOf(tenant, grade), sheet }
    const outcomes = await save(database, saveOf(place, cellsOf(records, sheet), { now: whileOpen }))
    const refused = outcomes.find(({ outcome }) => outcome !== 'saved')
    if (refused !== undefined) throw new Error(`${sheet}: ${JSON.stringify(refused)}`)
  }
}
