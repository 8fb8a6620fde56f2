import type { YearResult } from '../../../shared/ratings.ts'
import {
  isLevelBelow,
  isTraitBelow,
  type LeveledSubject,
  type LeveledTrait,
  type PrimaryRules,
  type PrimaryYear,
  type YearStandard,
} from './standards.ts'

/** Kết quả giáo dục of the year (Điều 9, khoản 2): the best standard that everything meets. Null: undetermined. */
export const rateYear = (rules: PrimaryRules, year: PrimaryYear): YearResult | null => {
  if (!isKnown(year)) return null
  for (const standard of rules.standards) if (meets(standard, year)) return standard.result
  return 'not-completed'
}

const isKnown = ({ subjects, traits }: PrimaryYear): boolean => {
  for (const { level, score } of subjects) if (level === null || score === null) return false
  for (const { level } of traits) if (level === null) return false
  return true
}

const meets = (standard: YearStandard, { subjects, traits }: PrimaryYear): boolean => {
  for (const subject of subjects)
    if (isLevelShort(standard, subject) || isScoreShort(standard, subject)) return false
  for (const trait of traits) if (isTraitShort(standard, trait)) return false
  return true
}

/** The subject's level keeps the pupil from this standard. */
export const isLevelShort = ({ worstLevel }: YearStandard, { level }: LeveledSubject): boolean =>
  level !== null && isLevelBelow(level, worstLevel)

/** The year-end score keeps the pupil from this standard. */
export const isScoreShort = ({ lowestScore }: YearStandard, { score }: LeveledSubject): boolean =>
  typeof score === 'number' && score < lowestScore

/** The quality or competence keeps the pupil from this standard. */
export const isTraitShort = ({ worstTrait }: YearStandard, { level }: LeveledTrait): boolean =>
  level !== null && isTraitBelow(level, worstTrait)
