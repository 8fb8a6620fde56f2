import type { Relative } from '../../records/index.ts'
import type { NamingCustom } from './names/ethnicities.ts'
import { kinh } from './names/ethnicities.ts'
import { inventAdultName, inventCustom, inventFamilyName } from './names/people.ts'
import type { Locality } from './places.ts'
import { inventHometown, inventLocality } from './places.ts'
import type { Random } from './random.ts'

/** A household of the province; brothers and sisters share it. */
export interface Family {
  readonly custom: NamingCustom
  readonly familyName: string
  readonly motherFamilyName: string
  readonly father: Relative
  readonly mother: Relative
  readonly locality: Locality
  readonly hamlet: string
  readonly hometown: string
  readonly policyGroup?: string
  /** Grades of the children who go to school, so that two are at least a year and a half apart. */
  readonly childrenInGrades: number[]
  readonly childrenCalled: string[]
}

const fathersWork = [
  ['Nông dân', 24],
  ['Công nhân', 16],
  ['Lao động tự do', 12],
  ['Lái xe', 8],
  ['Thợ xây', 8],
  ['Buôn bán nhỏ', 6],
  ['Nhân viên văn phòng', 5],
  ['Thợ điện', 4],
  ['Thợ mộc', 4],
  ['Nuôi trồng thủy sản', 4],
  ['Kĩ sư', 3],
  ['Bộ đội', 3],
  ['Công chức xã', 3],
  ['Giáo viên', 2],
  ['Bác sĩ', 1],
] as const

const mothersWork = [
  ['Nông dân', 24],
  ['Công nhân may', 18],
  ['Buôn bán nhỏ', 12],
  ['Nội trợ', 10],
  ['Lao động tự do', 8],
  ['Giáo viên', 6],
  ['Thợ may', 5],
  ['Nhân viên bán hàng', 5],
  ['Kế toán', 4],
  ['Nhân viên văn phòng', 3],
  ['Điều dưỡng', 2],
  ['Công chức xã', 2],
  ['Dược sĩ', 1],
] as const

const modestWork: ReadonlySet<string> = new Set(['Nông dân', 'Lao động tự do', 'Nội trợ', 'Thợ xây'])

/** Đối tượng chính sách: poor households live by modest work. */
const inventPolicyGroup = (random: Random, works: readonly string[]): string | undefined => {
  if (!works.every((work) => modestWork.has(work)))
    return random.chance(0.008) ? 'Con thương binh' : undefined
  return random.weighted<string | undefined>([
    [undefined, 76],
    ['Hộ nghèo', 12],
    ['Hộ cận nghèo', 12],
  ])
}

const withWork = (random: Random, fullName: string, work: string): Relative =>
  random.chance(0.95) ? { fullName, occupation: work } : { fullName }

interface Origin {
  readonly custom: NamingCustom
  readonly familyName: string
}

const inventOrigin = (random: Random, mostlyThai: boolean): Origin => {
  const custom = inventCustom(random, mostlyThai)
  return { custom, familyName: inventFamilyName(random, custom) }
}

const inventFamily = (random: Random, home: Locality, { custom, familyName }: Origin): Family => {
  const mothersCustom = random.chance(0.92) ? custom : inventCustom(random, false)
  const motherFamilyName = inventFamilyName(random, mothersCustom)
  const father = inventAdultName(random, 'male', familyName, custom)
  const mother = inventAdultName(random, 'female', motherFamilyName, mothersCustom)
  const locality = inventLocality(random, home)
  const fathers = random.weighted(fathersWork)
  const mothers = random.weighted(mothersWork)
  const policyGroup = inventPolicyGroup(random, [fathers, mothers])
  return {
    custom,
    familyName,
    motherFamilyName,
    father: withWork(random, father, fathers),
    mother: withWork(random, mother, mothers),
    locality,
    hamlet: random.pick(locality.hamlets),
    hometown: inventHometown(random, locality),
    ...(policyGroup === undefined ? {} : { policyGroup }),
    childrenInGrades: [],
    childrenCalled: [],
  }
}

/** Families of the pupils of one school. */
export interface Families {
  /** A family for one more child; where `mayShare`, now and then one that has a child here already. */
  readonly forChild: (grade: number, home: Locality, mostlyThai: boolean, mayShare: boolean) => Family
  /** A Kinh family called Nguyễn, with no other child here. */
  readonly ofNguyen: (grade: number, home: Locality) => Family
}

const hasRoomFor = (family: Family, grade: number): boolean =>
  family.childrenInGrades.length < 3 && family.childrenInGrades.every((other) => Math.abs(other - grade) >= 2)

/** The families met so far; brothers and sisters are at least two grades apart. */
export const makeFamilies = (random: Random): Families => {
  const shareable: Family[] = []
  const findShared = (grade: number): Family | undefined => {
    if (shareable.length === 0 || !random.chance(0.14)) return undefined
    const family = random.pick(shareable)
    return hasRoomFor(family, grade) ? family : undefined
  }
  const settle = (family: Family, grade: number): Family => {
    family.childrenInGrades.push(grade)
    return family
  }
  return {
    forChild: (grade, home, mostlyThai, mayShare) => {
      const shared = mayShare && !mostlyThai ? findShared(grade) : undefined
      if (shared !== undefined) return settle(shared, grade)
      const family = inventFamily(random, home, inventOrigin(random, mostlyThai))
      if (mayShare && !mostlyThai) shareable.push(family)
      return settle(family, grade)
    },
    ofNguyen: (grade, home) =>
      settle(inventFamily(random, home, { custom: kinh, familyName: 'Nguyễn' }), grade),
  }
}
