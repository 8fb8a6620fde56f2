import { without } from '../../../src/adapters/workbook/present.ts'
import { smallSchool } from '../../../src/adapters/workbook/testing/small-school.ts'
import type { MarkedTerm, SchoolYearRecords, StudentYear } from '../../../src/records/index.ts'

export const now = new Date('2026-06-01T08:00:00+07:00')
export const by = 'Lò Thị Hạnh'

const fill = (student: StudentYear): StudentYear => ({
  ...student,
  history: [{ schoolYear: '2024-2025', className: '5B', schoolName: 'Trường Tiểu học Bến Trúc' }],
})

/** The small school with something in every table: history, a second teacher, a correction. */
export const fullSchool: SchoolYearRecords = {
  ...smallSchool,
  assignments: smallSchool.assignments.map((one) => ({ ...one, otherTeachers: ['0100000001'] })),
  students: smallSchool.students.map(fill),
  amendments: [
    {
      studentCode: '0112345601',
      subject: 'NGU_VAN',
      field: 'terms.2.finalMark',
      oldValue: '8',
      newValue: '8.5',
      reason: 'Vào nhầm điểm',
      decisionNumber: '12/QĐ',
      decidedOn: '2026-06-10',
    },
  ],
}

/** The same records as those of another school. */
export const ofSchool = (records: SchoolYearRecords, code: string): SchoolYearRecords => ({
  ...records,
  school: { ...records.school, code },
})

/** The records with one pupil changed. */
export const withPupil = (
  records: SchoolYearRecords,
  at: number,
  change: (student: StudentYear) => StudentYear,
): SchoolYearRecords => ({
  ...records,
  students: records.students.map((student, index) => (index === at ? change(student) : student)),
})

/** A pupil with other facts in the profile. */
export const withProfile =
  (facts: Partial<StudentYear['profile']>) =>
  (student: StudentYear): StudentYear => ({ ...student, profile: { ...student.profile, ...facts } })

/** A pupil with these marks in the first term of the first subject, in place of those of the same kind. */
export const withTermMarks =
  (marks: MarkedTerm) =>
  (student: StudentYear): StudentYear => {
    const [first, ...rest] = student.subjects
    if (first?.kind !== 'marked') throw new Error('the first subject has no marks')
    const terms = { ...first.terms, 1: { ...first.terms[1], ...marks } }
    return { ...student, subjects: [{ ...first, terms }, ...rest] }
  }

/** A pupil with another final mark there; none where it is left out. */
export const withFinalMark =
  (mark?: string) =>
  (student: StudentYear): StudentYear => {
    if (mark !== undefined) return withTermMarks({ finalMark: mark })(student)
    const [first, ...rest] = student.subjects
    if (first?.kind !== 'marked') throw new Error('the first subject has no marks')
    const terms = { ...first.terms, 1: without(first.terms[1] ?? {}, 'finalMark') }
    return { ...student, subjects: [{ ...first, terms }, ...rest] }
  }

/** The full school a little later: a mark is another, a pupil has left, a correction is withdrawn. */
export const changedSchool: SchoolYearRecords = withPupil(
  { ...fullSchool, students: fullSchool.students.slice(0, 2), amendments: [] },
  1,
  withFinalMark('2'),
)
