import type { Approver, School, SchoolYearRecords, StudentYear } from '../../records/index.ts'
import type { EducationLevel } from '../../shared/education-level.ts'
import type { SchoolYear } from '../../shared/school-year.ts'
import { firstYearOf } from '../../shared/school-year.ts'
import type { SubjectCode } from '../../shared/subjects.ts'
import { inventAmendment } from './amendments.ts'
import { placeCases } from './cases/place-cases.ts'
import type { ClassPlan } from './class-plan.ts'
import { planClasses } from './class-plan.ts'
import type { CodeDispenser } from './codes.ts'
import { makeFamilies } from './families.ts'
import type { SchoolSite } from './places.ts'
import { province, sites } from './places.ts'
import type { Pupil } from './pupils.ts'
import { inventPupil } from './pupils.ts'
import type { Random } from './random.ts'
import { byGivenName } from './sorting.ts'
import type { ClassOfYear, Departure } from './staffing/assignments.ts'
import { assignTeachers, formClasses } from './staffing/assignments.ts'
import type { Staff } from './staffing/staff.ts'
import { inventStaff } from './staffing/staff.ts'
import type { YearContext } from './years/context.ts'
import { inventPrimaryYear } from './years/primary-year.ts'
import { inventSecondaryYear } from './years/secondary-year.ts'

export const lastYear: SchoolYear = '2025-2026'
export const earlierYear: SchoolYear = '2024-2025'

/** One school of the province with its people, before its years are written down. */
interface InventedSchool {
  readonly site: SchoolSite
  readonly staff: Staff
  readonly plans: readonly ClassPlan[]
  /** By class, in the order of the class list. */
  readonly pupilsOf: ReadonlyMap<ClassPlan, readonly Pupil[]>
  readonly departure?: Departure
  readonly random: Random
}

/** At the lower-secondary school the teacher of physical education left before signing. */
const departureAt = (site: SchoolSite, staff: Staff): Departure | undefined => {
  const leaving = staff.teachersOf.get('GDTC')?.[0]
  if (site.level !== 'lower-secondary' || leaving === undefined) return undefined
  return {
    staffCode: leaving.staffCode,
    order: {
      decisionNumber: `47/QĐ-${site.letters}`,
      reason: 'Giáo viên đã chuyển công tác từ ngày 25/5/2026, trước khi ký học bạ',
    },
  }
}

const firstRegisterNumber = 1201

const inventPupils = (
  random: Random,
  codes: CodeDispenser,
  level: EducationLevel,
  plans: readonly ClassPlan[],
): ReadonlyMap<ClassPlan, readonly Pupil[]> => {
  const seating = placeCases(level, plans)
  const families = makeFamilies(random.fork('families'))
  let registerNumber = firstRegisterNumber
  return new Map(
    plans.map((plan) => {
      const pupils = Array.from({ length: plan.size }, (_, seat) => {
        const own = random.fork(`pupil/${plan.index}/${seat}`)
        return inventPupil(
          own,
          codes,
          families,
          level,
          plan,
          registerNumber++,
          seating[plan.index]?.get(seat),
        )
      })
      return [plan, pupils.toSorted(byGivenName)]
    }),
  )
}

/** A school with its staff, classes and pupils. */
export const inventSchool = (
  random: Random,
  codes: CodeDispenser,
  level: EducationLevel,
  pupils: number,
): InventedSchool => {
  const site = sites[level]
  const plans = planClasses(level, pupils)
  const staff = inventStaff(random.fork('staff'), codes, level, plans)
  const departure = departureAt(site, staff)
  return {
    site,
    staff,
    plans,
    pupilsOf: inventPupils(random, codes, level, plans),
    ...(departure === undefined ? {} : { departure }),
    random,
  }
}

/** The upper-secondary school's vice-principal signs on behalf (KT. HIỆU TRƯỞNG) in the last year. */
const approverOf = ({ site, staff }: InventedSchool, isLastYear: boolean): Approver =>
  site.level === 'upper-secondary' && isLastYear
    ? {
        staffCode: staff.vicePrincipal.staffCode,
        onBehalf: {
          decisionNumber: `118/QĐ-${site.letters}`,
          reason: 'Hiệu trưởng đi học tập trung; phân công Phó Hiệu trưởng ký thay',
        },
      }
    : { staffCode: staff.principal.staffCode }

const describeSchool = (school: InventedSchool, isLastYear: boolean): School => {
  const { site } = school
  const { locality } = site
  return {
    code: site.code,
    name: site.name,
    level: site.level,
    ward: isLastYear ? locality.ward : locality.formerWard,
    ...(isLastYear ? {} : { district: locality.district }),
    province,
    signingPlace: isLastYear
      ? site.signingPlace
      : locality.formerWard.name.replace(/^(Phường|Xã|Thị trấn) /u, ''),
    ...(site.article9_3 === undefined ? {} : { article9_3: site.article9_3 }),
    approver: approverOf(school, isLastYear),
  }
}

interface Entry {
  readonly pupil: Pupil
  readonly year: StudentYear
}

const writeClass = (
  school: InventedSchool,
  classOfYear: ClassOfYear,
  schoolYear: SchoolYear,
  periodsOf: (subject: SubjectCode) => number,
): readonly Entry[] => {
  const isLastYear = schoolYear === lastYear
  const pupils = school.pupilsOf.get(classOfYear.plan) ?? []
  const write = school.site.level === 'primary' ? inventPrimaryYear : inventSecondaryYear
  return pupils
    .filter((pupil) => isLastYear || pupil.wasHereBefore)
    .map((pupil) => {
      const random = pupil.random.fork(schoolYear)
      const context: YearContext = {
        pupil,
        site: school.site,
        schoolYear,
        classOfYear,
        isLastYear,
        periodsOf,
        random,
      }
      return { pupil, year: write(context) }
    })
}

/** Everything one school wrote down about one of its two years. */
export const writeSchoolYear = (school: InventedSchool, schoolYear: SchoolYear): SchoolYearRecords => {
  const { site, staff, plans, departure } = school
  const isLastYear = schoolYear === lastYear
  const ofYear = isLastYear ? plans : plans.filter(({ hasEarlierYear }) => hasEarlierYear)
  const leaving = departure === undefined ? [] : [departure.staffCode]
  const yearsBack = firstYearOf(lastYear) - firstYearOf(schoolYear)
  const classes = formClasses(site.level, staff, ofYear, firstYearOf(schoolYear), yearsBack, leaving)
  const assignments = assignTeachers(site.level, staff, classes, isLastYear ? departure : undefined)
  const periods = new Map(assignments.map((one) => [`${one.classId}/${one.subject}`, one.periodsPerYear]))
  const entries = classes.flatMap((classOfYear) =>
    writeClass(
      school,
      classOfYear,
      schoolYear,
      (subject) => periods.get(`${classOfYear.schoolClass.classId}/${subject}`) ?? 0,
    ),
  )
  return {
    school: describeSchool(school, isLastYear),
    schoolYear,
    staff: staff.members.map((member) =>
      isLastYear && member.staffCode === departure?.staffCode ? { ...member, left: true } : member,
    ),
    classes: classes.map(({ schoolClass }) => schoolClass),
    assignments,
    students: entries.map(({ year }) => year),
    amendments: isLastYear ? [inventAmendment(site, entries)] : [],
  }
}
