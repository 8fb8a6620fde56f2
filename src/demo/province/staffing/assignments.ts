import type {
  SchoolClass,
  StaffMember,
  SubstitutionOrder,
  TeachingAssignment,
} from '../../../records/index.ts'
import type { EducationLevel, Grade } from '../../../shared/education-level.ts'
import type { SubjectCode } from '../../../shared/subjects.ts'
import { findSubject } from '../../../shared/subjects.ts'
import type { ClassPlan } from '../class-plan.ts'
import { classIdOf, classNameOf, subjectsInGrade } from '../class-plan.ts'
import type { Staff } from './staff.ts'
import { sharedSubjects } from './teaching-loads.ts'

/** One class of one year: the plan, the grade it was in then, and who leads it. */
export interface ClassOfYear {
  readonly plan: ClassPlan
  readonly grade: Grade
  readonly subjects: readonly SubjectCode[]
  readonly schoolClass: SchoolClass
}

/** A teacher who left before signing, and the order by which the principal signs instead. */
export interface Departure {
  readonly staffCode: string
  readonly order: SubstitutionOrder
}

const at = <T>(list: readonly T[], index: number): T | undefined => list[index % list.length]

/** The teacher of a subject in a class; teams take the classes in turn. */
const subjectTeacher = (staff: Staff, subject: SubjectCode, plan: ClassPlan): StaffMember | undefined =>
  at(staff.teachersOf.get(subject) ?? [], plan.index)

/** Among the class's own teachers, one who leads no other class and is not about to leave. */
const chooseHomeroom = (
  staff: Staff,
  plan: ClassPlan,
  subjects: readonly SubjectCode[],
  taken: ReadonlySet<string>,
): StaffMember => {
  const own = staff.homeroomTeachers[plan.index]
  if (own !== undefined) return own
  const teaching = subjects.map((subject) => subjectTeacher(staff, subject, plan))
  const others = staff.members.filter(({ post }) => post === 'teacher')
  const free = [...teaching, ...others].find((member) => member !== undefined && !taken.has(member.staffCode))
  if (free === undefined) throw new Error(`no homeroom teacher left for class ${plan.grade}${plan.letter}`)
  return free
}

/** The classes of a year with their homeroom teachers (GVCN). `leaving` must not lead a class. */
export const formClasses = (
  level: EducationLevel,
  staff: Staff,
  plans: readonly ClassPlan[],
  firstYear: number,
  yearsBack: number,
  leaving: readonly string[],
): readonly ClassOfYear[] => {
  const taken = new Set(leaving)
  return plans.map((plan) => {
    const grade = (plan.grade - yearsBack) as Grade
    const subjects = subjectsInGrade(level, plan, grade)
    const homeroomTeacher = chooseHomeroom(staff, plan, subjects, taken).staffCode
    taken.add(homeroomTeacher)
    const schoolClass: SchoolClass = {
      classId: classIdOf(plan, grade, firstYear),
      name: classNameOf(plan, grade),
      grade,
      homeroomTeacher,
      foreignLanguage: 'Tiếng Anh',
    }
    return { plan, grade, subjects, schoolClass }
  })
}

const partnerOf = (
  staff: Staff,
  subject: SubjectCode,
  plan: ClassPlan,
  teacher: string,
): string | undefined => {
  const shared = sharedSubjects[subject]
  if (shared === undefined) return undefined
  const partner = at(staff.teachersOf.get(shared) ?? [], plan.index + 1)?.staffCode
  return partner === teacher ? undefined : partner
}

const assign = (
  level: EducationLevel,
  staff: Staff,
  { plan, grade, schoolClass }: ClassOfYear,
  subject: SubjectCode,
  departure: Departure | undefined,
): TeachingAssignment => {
  const teacher = subjectTeacher(staff, subject, plan)?.staffCode ?? schoolClass.homeroomTeacher
  const partner = partnerOf(staff, subject, plan, teacher)
  return {
    classId: schoolClass.classId,
    subject,
    teacher,
    ...(partner === undefined ? {} : { otherTeachers: [partner] }),
    periodsPerYear: findSubject(level, subject)?.periodsPerYear[grade] ?? 0,
    ...(departure?.staffCode === teacher ? { principalSigns: departure.order } : {}),
  }
}

/** Phân công giảng dạy: each subject of each class, with what nobody else teaches going to the homeroom teacher. */
export const assignTeachers = (
  level: EducationLevel,
  staff: Staff,
  classes: readonly ClassOfYear[],
  departure?: Departure,
): readonly TeachingAssignment[] =>
  classes.flatMap((classOfYear) =>
    classOfYear.subjects.map((subject) => assign(level, staff, classOfYear, subject, departure)),
  )
