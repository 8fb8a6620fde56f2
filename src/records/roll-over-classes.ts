import { gradesOfLevel, lastGradeOfLevel, type Grade } from '../shared/education-level.ts'
import type { SchoolClass, SchoolYearRecords } from './records.ts'

/** A class of the next school year. */
export interface NextClass {
  readonly classId: string
  readonly name: string
  readonly grade: Grade
  readonly students: number
  /** Which class of this year becomes it; absent of a first grade's. */
  readonly fromClass?: string
  readonly foreignLanguage?: string
}

/** '6A1' → '7A1': the grade's number goes up, the letters stay. Unchanged where the number is not there. */
export const raised = (text: string, grade: number): string =>
  text.replace(new RegExp(`(?<!\\d)${grade}(?!\\d)`), String(grade + 1))

const raise = ({ classId, name, grade, foreignLanguage }: SchoolClass): NextClass => ({
  classId: raised(classId, grade),
  name: raised(name, grade),
  // Never of a last grade: those are not raised.
  grade: (grade + 1) as Grade,
  students: 0,
  fromClass: classId,
  ...(foreignLanguage === undefined ? {} : { foreignLanguage }),
})

const again = ({ classId, name, grade, foreignLanguage }: SchoolClass): NextClass => ({
  classId,
  name,
  grade,
  students: 0,
  ...(foreignLanguage === undefined ? {} : { foreignLanguage }),
})

/** Two classes may not share a code; the later one gets a mark at its end. */
const withOwnCodes = (classes: readonly NextClass[]): readonly NextClass[] => {
  const taken = new Set<string>()
  return classes.map((one) => {
    let classId = one.classId
    for (let number = 2; taken.has(classId); number++) classId = `${one.classId.slice(0, 17)}-${number}`
    taken.add(classId)
    return { ...one, classId }
  })
}

/**
 * The classes of the next year: each class goes up as it is, and the first grade begins anew with the classes that it
 * had. Of a school whose grade is missing below another, that grade's classes begin anew too.
 */
export const nextClasses = ({
  school: { level },
  classes,
}: SchoolYearRecords): { readonly classes: readonly NextClass[]; readonly warnings: readonly string[] } => {
  const last = lastGradeOfLevel[level]
  const up = classes.filter(({ grade }) => grade < last).map(raise)
  const empty = gradesOfLevel[level].filter((grade) => !up.some((one) => one.grade === grade))
  const anew = classes.filter(({ grade }) => empty.includes(grade)).map(again)
  const all = [...anew, ...up].toSorted((one, other) => one.grade - other.grade)
  const own = withOwnCodes(all)
  const odd = own.filter(({ fromClass, classId }) => classId === fromClass)
  const moved = own.filter(({ classId }, at) => classId !== all[at]?.classId)
  return {
    classes: own,
    warnings: [...odd, ...moved].map(
      ({ name, classId }) => `Lớp ${name} của năm học mới mang mã ${classId}: hãy xem lại tên và mã lớp.`,
    ),
  }
}

/** Puts each retained pupil into the class of their grade that has the fewest pupils by then. */
export const placeRetained = (
  promoted: ReadonlyMap<string, NextClass>,
  retained: readonly { readonly studentCode: string; readonly grade: Grade }[],
  classes: readonly NextClass[],
): ReadonlyMap<string, NextClass> => {
  const placed = new Map(promoted)
  const sizes = new Map<string, number>()
  for (const { classId } of promoted.values()) sizes.set(classId, (sizes.get(classId) ?? 0) + 1)
  for (const { studentCode, grade } of retained) {
    const [smallest] = classes
      .filter((one) => one.grade === grade)
      .toSorted((one, other) => (sizes.get(one.classId) ?? 0) - (sizes.get(other.classId) ?? 0))
    if (smallest === undefined) continue
    placed.set(studentCode, smallest)
    sizes.set(smallest.classId, (sizes.get(smallest.classId) ?? 0) + 1)
  }
  return placed
}
