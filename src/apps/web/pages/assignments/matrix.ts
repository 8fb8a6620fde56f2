import { gradesOfLevel, type EducationLevel } from '../../../../shared/education-level.ts'
import { subjectsOfLevel } from '../../../../shared/subjects.ts'
import type { AssignmentLine, ClassLine, NamedStaff, PlannedSubject } from '../../setting-up/index.ts'
import { findPerson } from '../../setting-up/people.ts'

/** One lesson of the matrix: a subject in a class. */
export interface Lesson {
  readonly classId: string
  readonly subject: string
  readonly grade: number
  readonly teacher: string | null
  readonly others: readonly NamedStaff[]
  readonly periodsPerYear: number
  readonly version: number | null
  /** Every class of the grade is taught it, so somebody has to teach it. */
  readonly isNeeded: boolean
}

/** The subjects and classes of a grade, and their lessons. */
export interface GradeMatrix {
  readonly grade: number
  readonly classes: readonly ClassLine[]
  readonly subjects: readonly { readonly code: string; readonly name: string }[]
  readonly lessons: ReadonlyMap<string, Lesson>
}

/** Who teaches a lesson after the changes not yet saved: a staff code, or null for nobody. */
export type Edits = ReadonlyMap<string, string | null>

export const lessonKey = (classId: string, subject: string): string => `${classId}/${subject}`

interface YearLists {
  readonly classes: readonly ClassLine[]
  readonly planned: readonly PlannedSubject[]
  readonly assignments: readonly AssignmentLine[]
}

/** The matrices of a year, grade by grade; a subject stands there when it is planned or already given out. */
export const toMatrices = (level: EducationLevel, lists: YearLists): readonly GradeMatrix[] => {
  const given = new Map(lists.assignments.map((one) => [lessonKey(one.classId, one.subject), one]))
  return gradesOfLevel[level].flatMap((grade) => {
    const classes = lists.classes.filter((one) => one.grade === grade)
    const planned = new Map(
      lists.planned.filter((one) => one.grade === grade).map((one) => [one.subject, one]),
    )
    const isShown = (code: string): boolean =>
      planned.has(code) || classes.some(({ classId }) => given.has(lessonKey(classId, code)))
    const subjects = subjectsOfLevel[level].filter(
      ({ code, grades }) => grades.includes(grade) && isShown(code),
    )
    const lessons = classes.flatMap(({ classId }) =>
      subjects.map(({ code, optionalInGrades, periodsPerYear }): readonly [string, Lesson] => {
        const key = lessonKey(classId, code)
        const own = given.get(key)
        return [
          key,
          {
            classId,
            subject: code,
            grade,
            teacher: own?.teacher?.staffCode ?? null,
            others: own?.otherTeachers ?? [],
            periodsPerYear:
              own?.periodsPerYear ?? planned.get(code)?.periodsPerYear ?? periodsPerYear[grade] ?? 35,
            version: own?.version ?? null,
            isNeeded: !optionalInGrades.includes(grade),
          },
        ]
      }),
    )
    return classes.length === 0 ? [] : [{ grade, classes, subjects, lessons: new Map(lessons) }]
  })
}

/** Who teaches a lesson now. */
export const teacherOf = (lesson: Lesson, edits: Edits): string | null => {
  const key = lessonKey(lesson.classId, lesson.subject)
  return edits.has(key) ? (edits.get(key) ?? null) : lesson.teacher
}

/** The edits with these lessons given to somebody; what is as stored is no edit. */
export const assign = (edits: Edits, lessons: readonly Lesson[], teacher: string | null): Edits => {
  const next = new Map(edits)
  for (const lesson of lessons) {
    const key = lessonKey(lesson.classId, lesson.subject)
    if (lesson.teacher === teacher) next.delete(key)
    else next.set(key, teacher)
  }
  return next
}

/** How many lessons that somebody has to teach nobody does. */
export const countMissing = ({ lessons }: GradeMatrix, edits: Edits): number =>
  [...lessons.values()].filter((lesson) => lesson.isNeeded && teacherOf(lesson, edits) === null).length

/** A rectangle of the matrix: rows are subjects, columns classes. */
export interface Range {
  readonly row: number
  readonly column: number
  readonly toRow: number
  readonly toColumn: number
}

/** The lessons of a rectangle, row by row. */
export const lessonsIn = (matrix: GradeMatrix, range: Range): readonly (readonly Lesson[])[] => {
  const between = (value: number, from: number, to: number): boolean =>
    value >= Math.min(from, to) && value <= Math.max(from, to)
  return matrix.subjects
    .filter((_, row) => between(row, range.row, range.toRow))
    .map(({ code }) =>
      matrix.classes
        .filter((_, column) => between(column, range.column, range.toColumn))
        .flatMap(({ classId }) => matrix.lessons.get(lessonKey(classId, code)) ?? []),
    )
}

/** What a paste does: one name fills the whole rectangle, a block begins at its corner. */
export const paste = (
  matrix: GradeMatrix,
  edits: Edits,
  range: Range,
  text: string,
  staff: readonly NamedStaff[],
): { readonly edits: Edits; readonly placed: number; readonly unknown: readonly string[] } => {
  const block = text
    .replace(/\r?\n$/, '')
    .split(/\r?\n/)
    .map((line) => line.split('\t'))
  const single = block.length === 1 && block[0]?.length === 1
  const row = Math.min(range.row, range.toRow)
  const column = Math.min(range.column, range.toColumn)
  const target = single
    ? range
    : { row, column, toRow: row + block.length - 1, toColumn: column + (block[0]?.length ?? 1) - 1 }
  const unknown = new Set<string>()
  let next = edits
  let placed = 0
  for (const [y, lessons] of lessonsIn(matrix, target).entries())
    for (const [x, lesson] of lessons.entries()) {
      const typed = (single ? block[0]?.[0] : block[y]?.[x])?.trim() ?? ''
      const person = findPerson(staff, typed)
      if (typed === '') continue
      if (person === undefined) unknown.add(typed)
      else {
        next = assign(next, [lesson], person.staffCode)
        placed += 1
      }
    }
  return { edits: next, placed, unknown: [...unknown] }
}

/** A teacher's periods of the year. */
export interface Load {
  readonly staffCode: string
  readonly periods: number
  readonly lessons: readonly Lesson[]
}

/** Số tiết: what each teacher answers for in the year, the fullest first. */
export const loadsOf = (matrices: readonly GradeMatrix[], edits: Edits): readonly Load[] => {
  const taught = matrices
    .flatMap(({ lessons }) => [...lessons.values()])
    .flatMap((lesson) => {
      const teacher = teacherOf(lesson, edits)
      return teacher === null ? [] : [{ teacher, lesson }]
    })
  return [...Map.groupBy(taught, ({ teacher }) => teacher)]
    .map(([staffCode, own]) => ({
      staffCode,
      periods: own.reduce((sum, { lesson }) => sum + lesson.periodsPerYear, 0),
      lessons: own.map(({ lesson }) => lesson),
    }))
    .toSorted((one, other) => other.periods - one.periods)
}
