import type { Random } from '../random.ts'
import type { NamingCustom } from './ethnicities.ts'
import { kinh, otherCustoms, thai } from './ethnicities.ts'
import { boysNames, girlsNames, menGivenNames, menMiddleNames, womenGivenNames } from './given-names.ts'

export type Gender = 'male' | 'female'

/** A name in its parts; `calledBy` is how a teacher calls the person in a comment. */
export interface InventedName {
  readonly fullName: string
  readonly family: string
  readonly calledBy: string
}

/** The naming custom of a family: mostly Kinh, or mostly Thái where the community is. */
export const inventCustom = (random: Random, mostlyThai: boolean): NamingCustom => {
  if (random.chance(mostlyThai ? 0.75 : 0.05)) return thai
  return random.chance(0.91) ? kinh : random.pick(otherCustoms)
}

const fullWords = new Set(['Văn', 'Thị', 'A', 'Bá', 'Mí'])

/** 'Văn Hiếu' is called 'Hiếu'; 'Gia Bảo' is called by both words. */
const calledBy = (given: string): string => {
  const words = given.split(' ')
  return words[0] !== undefined && fullWords.has(words[0]) ? words.slice(1).join(' ') : given
}

/** A child's name under the father's family name; some carry the mother's family name as a middle name. */
export const inventChildName = (
  random: Random,
  gender: Gender,
  family: string,
  custom: NamingCustom,
  motherFamily: string,
): InventedName => {
  const own = gender === 'male' ? custom.male : custom.female
  if (own !== undefined && random.chance(0.7)) {
    const given = random.pick(own)
    return { fullName: `${family} ${given}`, family, calledBy: calledBy(given) }
  }
  const given = random.pick(gender === 'male' ? boysNames : girlsNames)
  const words = [family, ...insertedWord(random, gender, family, motherFamily), given]
  return { fullName: words.join(' '), family, calledBy: calledBy(given) }
}

const insertedWord = (random: Random, gender: Gender, family: string, motherFamily: string): string[] => {
  if (motherFamily !== family && random.chance(0.07)) return [motherFamily]
  return gender === 'female' && random.chance(0.16) ? ['Thị'] : []
}

/** The name of a grown-up of the parents' generation. */
export const inventAdultName = (
  random: Random,
  gender: Gender,
  family: string,
  custom: NamingCustom,
): string => {
  const own = gender === 'male' ? custom.male : custom.female
  if (own !== undefined && random.chance(0.6)) return `${family} ${random.pick(own)}`
  if (gender === 'female') return `${family} Thị ${random.pick(womenGivenNames)}`
  const middle = random.weighted(menMiddleNames)
  const given = random.pick(menGivenNames.filter((name) => name !== middle))
  return `${family} ${middle} ${given}`
}

export const inventFamilyName = (random: Random, custom: NamingCustom): string =>
  random.weighted(custom.families)
