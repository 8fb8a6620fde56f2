import type { TraitLevel } from '../../../shared/ratings.ts'
import type { CompetenceCode, QualityCode } from '../../../shared/traits.ts'
import type { Random } from '../random.ts'
import { fill } from './compose.ts'
import { traitPhrases } from './trait-phrases.ts'

type TraitCode = QualityCode | CompetenceCode

/** The comment that stands beside one table of qualities or competences: a clause for each row, in its order. */
export const commentOnTraits = (
  random: Random,
  calledBy: string,
  levels: readonly (readonly [TraitCode, TraitLevel])[],
): string => {
  const clauses = levels.map(([code, level]) => random.pick(traitPhrases[code][level]))
  const start = random.pick(['', '', `${calledBy} `, 'Em '])
  return fill(`${start}${clauses.join('; ')}`, {})
}
