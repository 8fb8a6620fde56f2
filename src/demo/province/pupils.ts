import type { StudentProfile } from '../../records/index.ts'
import type { EducationLevel } from '../../shared/education-level.ts'
import { isNewcomer } from './cases/special-cases.ts'
import type { SpecialCase } from './cases/special-cases.ts'
import type { ClassPlan } from './class-plan.ts'
import type { CodeDispenser } from './codes.ts'
import type { Families, Family } from './families.ts'
import type { Gender, InventedName } from './names/people.ts'
import { inventChildName } from './names/people.ts'
import { addressIn, formerAddressIn, inventBirthPlace, sites } from './places.ts'
import { leaveOut } from './leave-out.ts'
import type { Random } from './random.ts'

/** One child of the province, over the years; what they can do stays, what is written about it varies. */
export interface Pupil {
  readonly profile: StudentProfile
  /** The address as written before the communes were merged on 1 July 2025. */
  readonly formerAddress: string
  readonly calledBy: string
  /** How well they learn compared with others: mean 0, deviation 1. */
  readonly ability: number
  /** How well they behave, on the same scale; goes along with ability a little. */
  readonly discipline: number
  readonly plan: ClassPlan
  readonly case?: SpecialCase
  readonly bookLookupCode: string
  /** In this school's class the year before, where that year is a digital book. */
  readonly wasHereBefore: boolean
  readonly random: Random
}

interface Invented {
  readonly gender: Gender
  readonly name: InventedName
  readonly birthDate: string
}

const two = (value: number): string => value.toString().padStart(2, '0')

/** Six years old in grade 1; one in thirty started a year late. Those kept back are older too. */
const inventBirthDate = (random: Random, grade: number): string => {
  const year = 2025 - grade - 5 - (random.chance(0.03) ? 1 : 0)
  return `${year}-${two(random.integer(1, 12))}-${two(random.integer(1, 28))}`
}

const foreignName: InventedName = { fullName: 'Kang Seo Ahn', family: 'Kang', calledBy: 'Seo Ahn' }
const longNames: Record<Gender, InventedName> = {
  male: {
    fullName: 'Nguyễn Phúc Trần Hoàng Đăng Khôi Nguyên Vương Thiên Bảo Long Minh Triết Gia Khánh',
    family: 'Nguyễn',
    calledBy: 'Gia Khánh',
  },
  female: {
    fullName: 'Nguyễn Hoàng Phan Ngọc Diễm Thiên Thanh Bảo Trân Châu Quỳnh Hương Tường Vy Khánh Ngân',
    family: 'Nguyễn',
    calledBy: 'Khánh Ngân',
  },
}

const brightCases: ReadonlySet<SpecialCase> = new Set([
  'excellent-student',
  'distinguished-student',
  'exemplary-student',
  'article-9.3-mark',
  'article-9.3-comment',
])

const slowCases: ReadonlySet<SpecialCase> = new Set([
  'reassessment-pending',
  'reassessed-promoted',
  'reassessed-retained',
  'supplementary-pending',
  'promoted-not-completed',
  'retained-primary',
])

const inventName = (
  random: Random,
  gender: Gender,
  family: Family,
  name: SpecialCase | undefined,
): InventedName => {
  if (name === 'long-name') return longNames[gender]
  const invented = inventChildName(random, gender, family.familyName, family.custom, family.motherFamilyName)
  const isTaken = family.childrenCalled.includes(invented.calledBy)
  return isTaken ? inventName(random, gender, family, name) : invented
}

const foreignProfile = (profile: StudentProfile): StudentProfile => {
  return {
    ...leaveOut(profile, 'citizenId'),
    foreignPaper: 'M99900417',
    fullName: foreignName.fullName,
    ethnicity: 'Người nước ngoài',
    nationality: 'Hàn Quốc',
    birthPlace: 'Gwangju, Hàn Quốc',
    hometown: 'Gwangju, Hàn Quốc',
    father: { fullName: 'Kang Tae Moon', occupation: 'Kĩ sư' },
  }
}

const guardianProfile = (profile: StudentProfile, family: Family): StudentProfile => {
  const uncle = family.father.fullName.replace(family.familyName, family.motherFamilyName)
  return { ...leaveOut(profile, 'father', 'mother'), guardian: { fullName: uncle, occupation: 'Nông dân' } }
}

const adjustProfile = (
  profile: StudentProfile,
  family: Family,
  name: SpecialCase | undefined,
): StudentProfile => {
  if (name === 'foreign-pupil') return foreignProfile(profile)
  if (name === 'guardian-only') return guardianProfile(profile, family)
  if (name === 'partial-birth-date') return { ...profile, birthDate: profile.birthDate.slice(0, 4) }
  return profile
}

const describe = (
  random: Random,
  codes: CodeDispenser,
  family: Family,
  { gender, name, birthDate }: Invented,
  registerNumber: number,
): StudentProfile => ({
  studentCode: codes.studentCode(),
  citizenId: codes.citizenId(gender, Number(birthDate.slice(0, 4))),
  registerNumber: registerNumber.toString(),
  fullName: name.fullName,
  gender,
  birthDate,
  ethnicity: family.custom.ethnicity,
  nationality: 'Việt Nam',
  birthPlace: inventBirthPlace(random, family.locality),
  hometown: family.hometown,
  address: addressIn(family.locality, family.hamlet),
  ...(family.policyGroup === undefined ? {} : { policyGroup: family.policyGroup }),
  ...(random.chance(0.02) ? {} : { father: family.father }),
  mother: family.mother,
})

/** Special profiles have a family of their own; a long name needs a Kinh father called Nguyễn. */
const findFamily = (
  families: Families,
  level: EducationLevel,
  plan: ClassPlan,
  name: SpecialCase | undefined,
): Family => {
  const home = sites[level].locality
  if (name === 'long-name') return families.ofNguyen(plan.grade, home)
  return families.forChild(plan.grade, home, plan.learnsThai, name === undefined)
}

/** Cases about results belong to pupils who learned alike the year before. */
const abilityOfCase = (name: SpecialCase | undefined): number | undefined => {
  if (name === undefined) return undefined
  if (brightCases.has(name)) return 1.5
  return slowCases.has(name) ? -1.2 : undefined
}

/** A pupil on one seat of a class, ordinary or with a special case. */
export const inventPupil = (
  random: Random,
  codes: CodeDispenser,
  families: Families,
  level: EducationLevel,
  plan: ClassPlan,
  registerNumber: number,
  name: SpecialCase | undefined,
): Pupil => {
  const gender = random.chance(0.515) ? 'male' : 'female'
  const family = findFamily(families, level, plan, name)
  const childName = inventName(random, gender, family, name)
  family.childrenCalled.push(childName.calledBy)
  const invented: Invented = { gender, name: childName, birthDate: inventBirthDate(random, plan.grade) }
  const ability = abilityOfCase(name) ?? random.bell()
  return {
    profile: adjustProfile(describe(random, codes, family, invented, registerNumber), family, name),
    formerAddress: formerAddressIn(family.locality, family.hamlet),
    calledBy: name === 'foreign-pupil' ? foreignName.calledBy : childName.calledBy,
    ability,
    discipline: 0.4 * ability + 0.9 * random.bell(),
    plan,
    ...(name === undefined ? {} : { case: name }),
    bookLookupCode: random.hex(32),
    wasHereBefore: plan.hasEarlierYear && !isNewcomer(name),
    random,
  }
}
