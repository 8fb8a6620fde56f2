import { lastGradeOfLevel, type Grade } from '../shared/education-level.ts'
import type { Decision } from '../shared/ratings.ts'
import { schoolYearFrom, firstYearOf, type SchoolYear } from '../shared/school-year.ts'
import type { SubjectCode } from '../shared/subjects.ts'
import { nextClasses, placeRetained, type NextClass } from './roll-over-classes.ts'
import type { SchoolClass, SchoolYearRecords, StudentYear } from './records.ts'

/** What this year's evaluation concludes about a pupil, and on which article it rests. */
export interface YearConclusion {
  /** Null while something is missing. */
  readonly decision: Decision | null
  readonly reason: string
  readonly article: string | null
}

/** Lên lớp, ở lại lớp, hoàn thành cấp học, chờ đánh giá lại, chưa kết luận. */
export type Outcome = 'promoted' | 'retained' | 'completed' | 'waiting' | 'undecided'

/** Where a pupil goes in the next school year. */
export interface Destination {
  readonly studentCode: string
  readonly fullName: string
  readonly fromClass: string
  readonly outcome: Outcome
  /** Of the next year; null where nobody is enrolled yet or any more. */
  readonly toClass: string | null
  readonly toGrade: number | null
  readonly reason: string
  readonly article: string | null
}

/** A lesson of the next year that nobody has been given, and who taught it to these pupils. */
export interface UnassignedLesson {
  readonly className: string
  readonly subject: SubjectCode
  readonly lastTeacher: string | null
}

/** All that the next year is computed from. */
export interface RollOverFacts {
  readonly records: SchoolYearRecords
  readonly conclusionOf: (student: StudentYear) => YearConclusion
  /** The subjects of a grade as the school plans them. */
  readonly subjectsOf: (grade: Grade) => readonly SubjectCode[]
}

/** The next school year, as it would be made. */
export interface RollOverPlan {
  readonly toSchoolYear: SchoolYear
  /** Undecided pupils first, then who waits, stays, completes, moves up. */
  readonly destinations: readonly Destination[]
  readonly classes: readonly NextClass[]
  readonly unassigned: readonly UnassignedLesson[]
  readonly warnings: readonly string[]
  readonly next: SchoolYearRecords
}

const order: readonly Outcome[] = ['undecided', 'waiting', 'retained', 'completed', 'promoted']

const outcomeOf = (isLast: boolean, decision: Decision | null): Outcome => {
  if (decision === null) return 'undecided'
  if (decision === 'reassessment' || decision === 'supplementary') return 'waiting'
  if (decision === 'retained') return 'retained'
  return isLast ? 'completed' : 'promoted'
}

interface Judged {
  readonly student: StudentYear
  readonly schoolClass: SchoolClass
  readonly outcome: Outcome
  readonly conclusion: YearConclusion
}

const judge = ({ records, conclusionOf }: RollOverFacts): readonly Judged[] => {
  const classes = new Map(records.classes.map((one) => [one.classId, one]))
  return records.students.map((student) => {
    const schoolClass = classes.get(student.classId)
    if (schoolClass === undefined) throw new Error(`no class ${student.classId}`)
    const conclusion = conclusionOf(student)
    const isLast = lastGradeOfLevel[records.school.level] === schoolClass.grade
    return { student, schoolClass, conclusion, outcome: outcomeOf(isLast, conclusion.decision) }
  })
}

/**
 * Chuyển năm học: where each pupil goes and what the next year looks like, computed and not written. Lên lớp và ở lại
 * lớp follow from the evaluation (TT 22/2021, Điều 12; TT 27/2020, Điều 11); who is not decided is enrolled nowhere yet.
 */
export const planRollOver = (facts: RollOverFacts): RollOverPlan => {
  const { records } = facts
  const judged = judge(facts)
  const made = nextClasses(records)
  const classOf = placeAll(judged, made.classes)
  const toSchoolYear = schoolYearFrom(firstYearOf(records.schoolYear) + 1)
  const sizes = Map.groupBy(classOf.values(), ({ classId }) => classId)
  const classes = made.classes.map((one) => ({ ...one, students: sizes.get(one.classId)?.length ?? 0 }))
  return {
    toSchoolYear,
    destinations: listDestinations(judged, classOf),
    classes,
    unassigned: listUnassigned(facts, classes),
    warnings: [...made.warnings, ...warningsOf(records, judged), ...unplacedWarnings(judged, classOf)],
    next: {
      ...nextYear(records, classes),
      schoolYear: toSchoolYear,
      students: enrolled(records, judged, classOf),
    },
  }
}

const placeAll = (
  judged: readonly Judged[],
  classes: readonly NextClass[],
): ReadonlyMap<string, NextClass> => {
  const promoted = new Map<string, NextClass>()
  for (const { student, outcome } of judged) {
    const to = classes.find(({ fromClass }) => fromClass === student.classId)
    if (outcome === 'promoted' && to !== undefined) promoted.set(student.profile.studentCode, to)
  }
  const retained = judged
    .filter(({ outcome }) => outcome === 'retained')
    .map(({ student, schoolClass }) => ({
      studentCode: student.profile.studentCode,
      grade: schoolClass.grade,
    }))
  return placeRetained(promoted, retained, classes)
}

const listDestinations = (
  judged: readonly Judged[],
  classOf: ReadonlyMap<string, NextClass>,
): readonly Destination[] =>
  judged
    .map(({ student, schoolClass, outcome, conclusion }): Destination => {
      const to = classOf.get(student.profile.studentCode)
      return {
        studentCode: student.profile.studentCode,
        fullName: student.profile.fullName,
        fromClass: schoolClass.name,
        outcome,
        toClass: to?.name ?? null,
        toGrade: to?.grade ?? null,
        reason: conclusion.reason,
        article: conclusion.article,
      }
    })
    .toSorted((one, other) => order.indexOf(one.outcome) - order.indexOf(other.outcome))

const listUnassigned = (
  { records, subjectsOf }: RollOverFacts,
  classes: readonly NextClass[],
): readonly UnassignedLesson[] => {
  const names = new Map(records.staff.map(({ staffCode, fullName }) => [staffCode, fullName]))
  const taught = new Map(records.assignments.map((one) => [`${one.classId}\n${one.subject}`, one.teacher]))
  return classes.flatMap(({ name, grade, fromClass }) =>
    subjectsOf(grade).map((subject) => ({
      className: name,
      subject,
      lastTeacher: names.get(taught.get(`${fromClass ?? ''}\n${subject}`) ?? '') ?? null,
    })),
  )
}

const warningsOf = (records: SchoolYearRecords, judged: readonly Judged[]): readonly string[] => {
  const count = (wanted: Outcome): number => judged.filter(({ outcome }) => outcome === wanted).length
  const [undecided, waiting] = [count('undecided'), count('waiting')]
  const left = records.staff.filter((one) => one.left === true)
  return [
    ...(undecided > 0
      ? [
          `${undecided} học sinh chưa kết luận được vì còn thiếu dữ liệu; các em chưa được xếp lớp ở năm học mới.`,
        ]
      : []),
    ...(waiting > 0
      ? [`${waiting} học sinh chờ đánh giá lại hoặc đánh giá bổ sung; chưa được xếp lớp.`]
      : []),
    ...(left.length > 0 ? [`${left.length} cán bộ đã rời trường không sang năm học mới.`] : []),
  ]
}

const unplacedWarnings = (
  judged: readonly Judged[],
  classOf: ReadonlyMap<string, NextClass>,
): readonly string[] =>
  judged
    .filter(({ student, outcome }) => outcome === 'retained' && !classOf.has(student.profile.studentCode))
    .map(
      ({ student, schoolClass }) =>
        `${student.profile.fullName} ở lại khối ${schoolClass.grade}, nhưng năm học mới chưa có lớp khối này.`,
    )

const nextYear = (records: SchoolYearRecords, classes: readonly NextClass[]) => {
  const staff = records.staff.filter((one) => one.left !== true)
  const isThere = new Set(staff.map(({ staffCode }) => staffCode))
  const { approver, ...school } = records.school
  return {
    school: { ...school, approver: isThere.has(approver.staffCode) ? approver : { staffCode: '' } },
    staff,
    classes: classes.map(({ classId, name, grade, foreignLanguage }): SchoolClass => ({
      classId,
      name,
      grade,
      homeroomTeacher: '',
      ...(foreignLanguage === undefined ? {} : { foreignLanguage }),
    })),
    assignments: [],
    amendments: [],
  }
}

/** Pupils of the next year: the same profile and book, one more year behind them. */
const enrolled = (
  { school, schoolYear }: SchoolYearRecords,
  judged: readonly Judged[],
  classOf: ReadonlyMap<string, NextClass>,
): readonly StudentYear[] =>
  judged.flatMap(({ student, schoolClass }) => {
    const to = classOf.get(student.profile.studentCode)
    if (to === undefined) return []
    const { profile, history, entryDate, bookLookupCode, individualPlan } = student
    const behind = {
      schoolYear,
      className: schoolClass.name,
      schoolCode: school.code,
      schoolName: school.name,
      ...(profile.registerNumber === undefined ? {} : { registerNumber: profile.registerNumber }),
      ...(entryDate === undefined ? {} : { entryDate }),
    }
    return [
      {
        profile,
        history: [...history, behind],
        classId: to.classId,
        ...(bookLookupCode === undefined ? {} : { bookLookupCode }),
        ...(individualPlan === undefined ? {} : { individualPlan }),
        subjects: [],
        homeroom: {},
      },
    ]
  })
