import { competencesOfGrade, qualities, type Trait } from '../../../shared/traits.ts'
import { isGrade, type Grade } from '../../../shared/education-level.ts'
import { addFault, addMissing, type Findings } from '../../findings.ts'
import { isGiven, isJsonObject, unknownKeys, type JsonObject } from '../../json.ts'
import type { CaseHead } from '../../rule-set.ts'
import type { LeveledTrait } from './standards.ts'

/** The traits that one key of a case holds: five qualities, or the competences of the grade. */
interface TraitGroup {
  readonly key: 'qualities' | 'competences'
  readonly missing: 'missing-quality' | 'missing-competence'
  readonly traits: readonly Trait<string>[]
  readonly codes: readonly string[]
}

const traitGroup = (
  key: TraitGroup['key'],
  missing: TraitGroup['missing'],
  traits: readonly Trait<string>[],
): TraitGroup => ({ key, missing, traits, codes: traits.map(({ code }) => code) })

const qualityGroup = traitGroup('qualities', 'missing-quality', qualities)

// Phụ lục 1: grades 1 and 2 have no technology and no informatics competence.
const competenceGroups = [1, 2, 3, 4, 5]
  .filter(isGrade)
  .map((grade) => traitGroup('competences', 'missing-competence', competencesOfGrade(grade)))

const competenceGroup = (grade: Grade): TraitGroup | undefined => competenceGroups[grade - 1]

/** Reads the levels of phẩm chất and năng lực (Điều 5); a grade outside the circular has no competences to ask. */
export const readTraits = (head: CaseHead, findings: Findings): LeveledTrait[] => {
  const traits: LeveledTrait[] = []
  readGroup(qualityGroup, head.input['qualities'], traits, findings)
  const competences = head.grade === undefined ? undefined : competenceGroup(head.grade)
  if (competences !== undefined) readGroup(competences, head.input['competences'], traits, findings)
  return traits
}

const nothing: JsonObject = {}

const readGroup = (group: TraitGroup, raw: unknown, traits: LeveledTrait[], findings: Findings): void => {
  if (isGiven(raw) && !isJsonObject(raw)) {
    addFault(findings, 'bad-value', group.key)
    return
  }
  const levels = isJsonObject(raw) ? raw : nothing
  for (const key of unknownKeys(levels, group.codes)) addFault(findings, 'bad-value', `${group.key}.${key}`)
  for (const { code, name } of group.traits)
    traits.push({ name, level: readTrait(group, levels[code], code, findings) })
}

const readTrait = (
  group: TraitGroup,
  level: unknown,
  code: string,
  findings: Findings,
): LeveledTrait['level'] => {
  if (level === 'T' || level === 'Đ' || level === 'C') return level
  if (isGiven(level)) addFault(findings, 'unknown-level', `${group.key}.${code}`)
  else addMissing(findings, group.missing, `${group.key}.${code}`)
  return null
}
