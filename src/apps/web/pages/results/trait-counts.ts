import { traitLevels, type TraitLevel } from '../../../../shared/ratings.ts'

/** How many qualities or competences stand at each level, as in '4T 1Đ'; a dash while there is none. */
export const traitCounts = (traits: Readonly<Record<string, TraitLevel | null>>): string => {
  const levels = Object.values(traits)
  const counts = traitLevels.flatMap((level) => {
    const count = levels.filter((one) => one === level).length
    return count === 0 ? [] : [`${count}${level}`]
  })
  return counts.length === 0 ? '–' : counts.join(' ')
}
