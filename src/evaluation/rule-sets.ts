import type { EducationLevel } from '../shared/education-level.ts'
import type { Circular } from '../shared/ratings.ts'
import type { SchoolYear } from '../shared/school-year.ts'
import { tt22Of2021 } from './circulars/tt22-2021.ts'
import { tt27Of2020 } from './circulars/tt27-2020.ts'
import type { RuleSet } from './rule-set.ts'

/** Every text of every circular this program knows. An amendment is one more file and one more line here. */
export const ruleSets: readonly RuleSet[] = [tt27Of2020, tt22Of2021]

// School years are four digits, a hyphen and four digits, so they compare as text.
const governs = (ruleSet: RuleSet, schoolYear: SchoolYear): boolean =>
  ruleSet.fromSchoolYear <= schoolYear &&
  (ruleSet.toSchoolYear === undefined || schoolYear <= ruleSet.toSchoolYear)

/** The text of a circular that governs a school year (năm học), or undefined when none does. */
export const findRuleSet = (circular: unknown, schoolYear: SchoolYear): RuleSet | undefined =>
  ruleSets.find((ruleSet) => ruleSet.circular === circular && governs(ruleSet, schoolYear))

/** The circular by which a level is judged in a school year, or undefined before the first one known here. */
export const currentCircularOf = (level: EducationLevel, schoolYear: SchoolYear): Circular | undefined =>
  ruleSets.find((ruleSet) => ruleSet.levels.includes(level) && governs(ruleSet, schoolYear))?.circular
