import { evaluate, type EvaluationInput, type EvaluationResult } from '../../evaluation/index.ts'
import type { EducationLevel, Grade } from '../../shared/education-level.ts'
import type { SchoolYear } from '../../shared/school-year.ts'
import type { StudentProfile } from '../../shared/student.ts'
import { findSubject, subjectsOfLevel, type SubjectCode } from '../../shared/subjects.ts'
import { toHomeroomRecord, toSubjectRecord, type CellValues } from '../cells/records.ts'
import { toMomentRecords } from '../class/moment-record.ts'
import type { SummarizedStudent } from '../class/summarize-class.ts'
import { inputOf } from '../evaluation-input.ts'
import type { SheetName } from '../sheet.ts'

/** All that the papers of one class are made of: the class, who teaches it, its pupils and every cell of its sheets. */
export interface ClassBook {
  readonly school: {
    readonly name: string
    readonly wardName: string
    readonly districtName: string | null
    readonly provinceName: string
    readonly signingPlace: string
    readonly article9_3: 'mask' | 'replace'
    /** Who signs as head of the school this year, and whether on behalf of the principal. */
    readonly principal: string
    readonly onBehalf: boolean
  }
  readonly schoolYear: SchoolYear
  readonly level: EducationLevel
  readonly schoolClass: {
    readonly classId: string
    readonly name: string
    readonly grade: Grade
    readonly homeroomTeacher: string
    readonly foreignLanguage: string | null
  }
  readonly subjects: readonly TaughtSubject[]
  /** In the order of the class's list. */
  readonly students: readonly BookStudent[]
}

/** A subject as the class is taught it. */
export interface TaughtSubject {
  readonly code: SubjectCode
  readonly periodsPerYear: number
  /** Who answers for it first. */
  readonly teachers: readonly string[]
}

/** A pupil with the cells of all sheets. */
export interface BookStudent {
  readonly profile: StudentProfile
  readonly individualPlan: boolean
  readonly cells: ReadonlyMap<SheetName, CellValues>
}

const none: CellValues = new Map()

/** The cells of a pupil on a sheet. */
export const cellsOf = ({ cells }: BookStudent, sheet: SheetName): CellValues => cells.get(sheet) ?? none

/** The subjects of the class in the order of the form. */
export const listSubjects = ({ level, subjects }: ClassBook): readonly TaughtSubject[] =>
  subjectsOfLevel[level].flatMap(({ code }) => subjects.find((subject) => subject.code === code) ?? [])

/** What a subject is called in the class: 'Ngoại ngữ 1 (Tiếng Anh)'. */
export const nameSubject = ({ level, schoolClass }: ClassBook, code: SubjectCode): string => {
  const name = findSubject(level, code)?.name ?? code
  const { foreignLanguage } = schoolClass
  return code === 'NGOAI_NGU_1' && foreignLanguage !== null ? `${name} (${foreignLanguage})` : name
}

const classSheetsOf = (student: BookStudent): CellValues =>
  new Map((['homeroom', 'attendance', 'decisions'] as const).flatMap((sheet) => [...cellsOf(student, sheet)]))

/** What the evaluation is given of a pupil. */
export const inputOfStudent = (book: ClassBook, student: BookStudent): EvaluationInput =>
  inputOf(
    {
      schoolYear: book.schoolYear,
      grade: book.schoolClass.grade,
      article9_3: book.school.article9_3,
      periodsOf: (code) => book.subjects.find((subject) => subject.code === code)?.periodsPerYear,
    },
    {
      studentCode: student.profile.studentCode,
      individualPlan: student.individualPlan,
      subjects: listSubjects(book).map(({ code }) =>
        toSubjectRecord(book.level, code, cellsOf(student, code)),
      ),
      homeroom: toHomeroomRecord(classSheetsOf(student)),
    },
  )

/** A pupil with what the circular concludes about the year. */
export interface JudgedStudent {
  readonly student: BookStudent
  readonly result: EvaluationResult
}

/** Evaluates the whole class. */
export const judgeClass = (book: ClassBook): readonly JudgedStudent[] =>
  book.students.map((student) => ({ student, result: evaluate(inputOfStudent(book, student)) }))

/** The pupils as the class summary takes them. */
export const toSummarized = (book: ClassBook): readonly SummarizedStudent[] =>
  book.students.map((student) => {
    const { studentCode, fullName, birthDate, gender } = student.profile
    return {
      studentCode,
      fullName,
      birthDate,
      gender,
      input: inputOfStudent(book, student),
      ...(book.level === 'primary' ? { moments: toMomentRecords(student.cells) } : {}),
    }
  })
