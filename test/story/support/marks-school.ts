import { columnsOf, toSubjectRecord, type Column } from '../../../src/gradebook/index.ts'
import type { SchoolYearRecords, StudentYear, SubjectRecord } from '../../../src/records/index.ts'
import type { SubjectCode } from '../../../src/shared/subjects.ts'
import { emptyClass, schoolYear } from '../../database/support/gradebook.ts'

/** Who works at the gradebook in the lower-secondary school of the story. */
export const people = {
  principal: { staffCode: 'CB01', fullName: 'Quàng Thị Thời' },
  /** Leads 7A, and teaches all of it but Toán. */
  homeroomTeacher: { staffCode: 'CB02', fullName: 'Kha Văn Tiến' },
  /** Answers for Toán in 7A, and leads nobody. */
  subjectTeacher: { staffCode: 'CB03', fullName: 'Ngân Thị Lụa' },
  /** Teaches and leads 7B alone. */
  otherTeacher: { staffCode: 'CB04', fullName: 'Hà Thị Bên' },
  /** Teaches Toán in 7A too, and keeps the system. */
  teachingAdministrator: { staffCode: 'CB05', fullName: 'Lữ Văn Hai' },
} as const

/** Keeps the system and is nobody else at the school. */
export const office = { fullName: 'Giàng A Quản' } as const

/** The pupils of 7A in the order of the book. */
export const pupils = [
  'Vi Thị An',
  'Lô Văn Bảo',
  'Cầm Thị Châu',
  'Hoàng Văn Đạt',
  'Lương Thị Hoa',
  'Lò Văn Minh',
  'Đinh Thị Na',
  'Kim Văn Ổi',
] as const

export type Pupil = (typeof pupils)[number]

export const codeOf = (name: Pupil): string => `7A${String(pupils.indexOf(name) + 1).padStart(4, '0')}`

// What each pupil has in all that is not Toán. The first has five averages from 8,0 and two below: with Toán from 8,0
// the year is Tốt, with less it is Khá.
const marksOf: readonly (readonly [most: string, fewest: string])[] = [
  ['8.4', '6.8'],
  ['9.2', '9.2'],
  ['7.0', '7.0'],
  ['5.2', '5.2'],
  ['6.6', '6.6'],
  ['8.0', '8.0'],
  ['6.0', '6.0'],
  ['7.4', '7.4'],
]
const fewest: ReadonlySet<SubjectCode> = new Set(['CONG_NGHE', 'TIN_HOC'])

const filled = (subject: SubjectCode, periodsPerYear: number, mark: string): SubjectRecord => {
  const columns = columnsOf({ sheet: subject, schoolYear, grade: 7, periodsPerYear })
  const valueOf = ({ kind }: Column): string =>
    kind === 'mark' ? mark : kind === 'choice' ? 'pass' : 'Hoàn thành các yêu cầu của môn học.'
  const asked = columns.filter(({ isRequired }) => isRequired)
  return toSubjectRecord('lower-secondary', subject, new Map(asked.map((one) => [one.path, valueOf(one)])))
}

const base = emptyClass(7, pupils.length)

const yearOf = (student: StudentYear, index: number): StudentYear => {
  const [most = '7.0', few = '7.0'] = marksOf[index] ?? []
  return {
    ...student,
    profile: { ...student.profile, fullName: pupils[index] ?? '' },
    subjects: base.assignments
      .filter(({ subject }) => subject !== 'TOAN')
      .map(({ subject, periodsPerYear }) =>
        filled(subject, periodsPerYear, fewest.has(subject) ? few : most),
      ),
  }
}

const [firstOfBase] = base.students
const inOtherClass = (student: StudentYear, index: number): StudentYear => ({
  ...student,
  classId: '7B',
  profile: { ...student.profile, studentCode: `7B000${index + 1}`, fullName: `Lang Văn ${index + 1}` },
})

/** 7A, in which only Toán and what the homeroom teacher writes is missing, and 7B, whose pages are white. */
export const lowerSchool: SchoolYearRecords = {
  ...base,
  staff: Object.values(people).map(({ staffCode, fullName }, index) => ({
    staffCode,
    fullName,
    citizenId: `0010800002${String(index).padStart(2, '0')}`,
    post: staffCode === 'CB01' ? 'principal' : 'teacher',
  })),
  classes: [
    { classId: '7A', name: '7A', grade: 7, homeroomTeacher: 'CB02' },
    { classId: '7B', name: '7B', grade: 7, homeroomTeacher: 'CB04' },
  ],
  assignments: [
    ...base.assignments.map(({ classId, subject, periodsPerYear }) => ({
      classId,
      subject,
      periodsPerYear,
      ...(subject === 'TOAN' ? { teacher: 'CB03', otherTeachers: ['CB05'] } : { teacher: 'CB02' }),
    })),
    { classId: '7B', subject: 'TOAN', teacher: 'CB04', periodsPerYear: 140 },
  ],
  students: [
    ...base.students.map(yearOf),
    ...(firstOfBase === undefined ? [] : [inOtherClass(firstOfBase, 0)]),
  ],
}

/** The primary school: 4A, all of it taught by the teacher who leads it. */
export const primarySchool: SchoolYearRecords = emptyClass(4, 6, '0079000444')
export const primaryTeacher = { staffCode: 'CB02', fullName: 'Kha Văn Tiến' } as const

/** The school next door. */
export const otherSchool: SchoolYearRecords = emptyClass(9, 2, '0079000888')
export const stranger = { staffCode: 'CB02', fullName: 'Kha Văn Tiến' } as const
