import type { StaffMember, StaffPost } from '../../../records/index.ts'
import type { PlainDate } from '../../../shared/dates.ts'
import type { EducationLevel } from '../../../shared/education-level.ts'
import type { SubjectCode } from '../../../shared/subjects.ts'
import { findSubject } from '../../../shared/subjects.ts'
import type { ClassPlan } from '../class-plan.ts'
import type { CodeDispenser } from '../codes.ts'
import { thai } from '../names/ethnicities.ts'
import { inventAdultName, inventCustom, inventFamilyName } from '../names/people.ts'
import type { Random } from '../random.ts'
import type { TeachingLoad } from './teaching-loads.ts'
import { teachingLoads } from './teaching-loads.ts'

/** The people of one school, and who among them can teach which subject. */
export interface Staff {
  readonly members: readonly StaffMember[]
  readonly principal: StaffMember
  readonly vicePrincipal: StaffMember
  readonly teachersOf: ReadonlyMap<SubjectCode, readonly StaffMember[]>
  /** Primary: one for each class. Secondary: homeroom teachers come from those who teach the class. */
  readonly homeroomTeachers: readonly StaffMember[]
}

const inventBirthDate = (random: Random, from: number, to: number): PlainDate => {
  const two = (value: number): string => value.toString().padStart(2, '0')
  const date = `${random.integer(from, to)}-${two(random.integer(1, 12))}-${two(random.integer(1, 28))}`
  return date as PlainDate
}

const inventMember = (
  random: Random,
  codes: CodeDispenser,
  post: StaffPost,
  years: readonly [number, number],
  subjectGroup?: string,
  custom = inventCustom(random, false),
): StaffMember => {
  const gender = random.chance(post === 'principal' ? 0.5 : 0.27) ? 'male' : 'female'
  const birthDate = inventBirthDate(random, ...years)
  return {
    staffCode: codes.staffCode(),
    citizenId: codes.citizenId(gender, Number(birthDate.slice(0, 4))),
    fullName: inventAdultName(random, gender, inventFamilyName(random, custom), custom),
    birthDate,
    post,
    ...(subjectGroup === undefined ? {} : { subjectGroup }),
  }
}

/** Periods a year of one load over all classes of the school. */
const periodsOf = (level: EducationLevel, { subjects }: TeachingLoad, plans: readonly ClassPlan[]): number =>
  plans
    .flatMap((plan) =>
      subjects
        .filter((code) => plan.subjects.includes(code))
        .map((code) => findSubject(level, code)?.periodsPerYear[plan.grade] ?? 0),
    )
    .reduce((sum, periods) => sum + periods, 0)

const countTeachers = (level: EducationLevel, load: TeachingLoad, plans: readonly ClassPlan[]): number => {
  const periods = periodsOf(level, load, plans)
  return periods === 0 ? 0 : Math.max(load.least, Math.ceil(periods / load.periodsPerTeacher))
}

/** A primary teacher; who leads the class that learns Thái speaks it. */
const inventHomeroomTeacher = (
  random: Random,
  codes: CodeDispenser,
  { grade, learnsThai }: ClassPlan,
): StaffMember => {
  const group = `Tổ chuyên môn khối ${grade}`
  return inventMember(random, codes, 'teacher', [1969, 2001], group, learnsThai ? thai : undefined)
}

/** The staff a school with these classes has: as many teachers as the periods of the programme need. */
export const inventStaff = (
  random: Random,
  codes: CodeDispenser,
  level: EducationLevel,
  plans: readonly ClassPlan[],
): Staff => {
  const invent = (post: StaffPost, years: readonly [number, number], group?: string): StaffMember =>
    inventMember(random, codes, post, years, group)
  const principal = invent('principal', [1968, 1978])
  const vicePrincipal = invent('vice-principal', [1972, 1984])
  const office = (['clerk', 'registrar', 'accountant'] as const).map((post) => invent(post, [1978, 1998]))
  const homeroomTeachers =
    level === 'primary' ? plans.map((plan) => inventHomeroomTeacher(random, codes, plan)) : []
  const bySubject = new Map<SubjectCode, readonly StaffMember[]>()
  const teachers = teachingLoads[level].flatMap((load) => {
    const team = Array.from({ length: countTeachers(level, load, plans) }, () =>
      invent('teacher', [1969, 2001], load.subjectGroup),
    )
    for (const code of load.subjects) bySubject.set(code, team)
    return team
  })
  return {
    members: [principal, vicePrincipal, ...office, ...homeroomTeachers, ...teachers],
    principal,
    vicePrincipal,
    teachersOf: bySubject,
    homeroomTeachers,
  }
}
