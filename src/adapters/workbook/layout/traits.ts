import type { Grade } from '../../../shared/education-level.ts'
import type { TraitLevel } from '../../../shared/ratings.ts'
import {
  competencesOfGrade,
  generalCompetences,
  qualities,
  type CompetenceCode,
  type QualityCode,
} from '../../../shared/traits.ts'
import { asIs, optional, type AnyColumn } from '../table/column.ts'
import { choice } from '../values/choice.ts'
import { longestComment, text } from '../values/text.ts'

/** One column of the qualities and competences: which group it stands under and what it holds. */
export interface TraitColumn {
  readonly group: string
  readonly target: TraitTarget
  readonly column: AnyColumn
}

export type TraitTarget =
  | { readonly kind: 'quality'; readonly code: QualityCode }
  | { readonly kind: 'competence'; readonly code: CompetenceCode }
  | {
      readonly kind: 'comment'
      readonly key: 'qualitiesComment' | 'generalCompetencesComment' | 'specificCompetencesComment'
    }

const levels = choice<TraitLevel>(['T', 'T', 'Tốt'], ['Đ', 'Đ', 'Đạt', 'D'], ['C', 'C', 'Cần cố gắng'])

const levelColumn = (caption: string): AnyColumn =>
  optional(caption, levels.parse, levels.format, {
    width: 8,
    list: levels.captions,
    hint: 'T: Tốt; Đ: Đạt; C: Cần cố gắng (TT 27/2020, Điều 6).',
  })

const commentColumn: AnyColumn = optional('Nhận xét', text(longestComment), asIs, { width: 30 })

const groups = { qualities: 'Phẩm chất chủ yếu', general: 'Năng lực chung', specific: 'Năng lực đặc thù' }

const general = new Set<string>(generalCompetences.map(({ code }) => code))

/** Phẩm chất and năng lực of a grade, in the order of the form (TT 27/2020, Phụ lục 1). */
export const traitColumns = (grade: Grade): readonly TraitColumn[] => {
  const competence = (group: string, isGeneral: boolean): TraitColumn[] =>
    competencesOfGrade(grade)
      .filter(({ code }) => general.has(code) === isGeneral)
      .map(({ code, name }) => ({ group, target: { kind: 'competence', code }, column: levelColumn(name) }))
  const comment = (group: string, key: Extract<TraitTarget, { kind: 'comment' }>['key']): TraitColumn => ({
    group,
    target: { kind: 'comment', key },
    column: commentColumn,
  })
  return [
    ...qualities.map(({ code, name }) => ({
      group: groups.qualities,
      target: { kind: 'quality', code } as const,
      column: levelColumn(name),
    })),
    comment(groups.qualities, 'qualitiesComment'),
    ...competence(groups.general, true),
    comment(groups.general, 'generalCompetencesComment'),
    ...competence(groups.specific, false),
    comment(groups.specific, 'specificCompetencesComment'),
  ]
}
