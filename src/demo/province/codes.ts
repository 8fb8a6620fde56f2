import type { Random } from './random.ts'

/** Hands out identifiers that are never handed out twice in one invented province and can be nobody's in the real one. */
export interface CodeDispenser {
  /** Số định danh cá nhân: prefix 999 belongs to no province and no country (TT 59/2021/TT-BCA, phụ lục). */
  readonly citizenId: (gender: 'male' | 'female', birthYear: number) => string
  /** Mã định danh Bộ GD&ĐT of a pupil: 10 digits from 99. */
  readonly studentCode: () => string
  readonly staffCode: () => string
}

const million = 1_000_000
const ninetyMillion = 90_000_000

/** A walk through 0 … size − 1 that visits every number once: the step shares no factor with 10. */
const permutation = (random: Random, size: number, step: number): (() => number) => {
  let position = random.integer(0, size - 1)
  return () => (position = (position + step) % size)
}

/** Digit 4 tells century and sex: 0, 1 for the 1900s, 2, 3 for the 2000s (NĐ 137/2015/NĐ-CP, Điều 13). */
const centuryAndSex = (gender: 'male' | 'female', birthYear: number): number =>
  (birthYear >= 2000 ? 2 : 0) + (gender === 'female' ? 1 : 0)

const digits = (value: number, length: number): string => value.toString().padStart(length, '0')

/** A dispenser for one province; the order in which codes are asked for decides them. */
export const makeCodeDispenser = (random: Random): CodeDispenser => {
  const citizen = permutation(random, million, 387_421)
  const student = permutation(random, ninetyMillion, 31_415_927)
  const staff = permutation(random, million, 271_829)
  return {
    citizenId: (gender, birthYear) =>
      `999${centuryAndSex(gender, birthYear)}${digits(birthYear % 100, 2)}${digits(citizen(), 6)}`,
    studentCode: () => `99${10_000_000 + student()}`,
    staffCode: () => `9900${digits(staff(), 6)}`,
  }
}
