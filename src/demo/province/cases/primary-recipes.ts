import type { SubjectLevel, TraitLevel } from '../../../shared/ratings.ts'
import type { SubjectCode } from '../../../shared/subjects.ts'
import type { QualityCode } from '../../../shared/traits.ts'
import type { SpecialCase } from './special-cases.ts'

/** A level, and the score where the grade tests the subject (TT 27/2020, Điều 7). */
export interface Achievement {
  readonly level: SubjectLevel
  readonly score: number
}

/** What is out of the ordinary in one pupil's primary year; what is left out is as for everybody. */
export interface PrimaryRecipe {
  readonly everySubject?: Achievement
  readonly subjects?: Partial<Record<SubjectCode, Achievement>>
  readonly everyTrait?: TraitLevel
  readonly qualities?: Partial<Record<QualityCode, TraitLevel>>
  readonly outstanding?: boolean
  readonly exempt?: readonly SubjectCode[]
  readonly individualPlan?: boolean
  readonly principalDecision?: 'promoted' | 'retained'
  readonly longComments?: boolean
}

const steady: Achievement = { level: 'H', score: 6 }

/** The recipes of primary cases; cases that change only the profile or the history have none. */
export const primaryRecipes: Partial<Record<SpecialCase, PrimaryRecipe>> = {
  'excellent-student': {
    everySubject: { level: 'T', score: 10 },
    subjects: { TOAN: { level: 'T', score: 9 } },
    everyTrait: 'T',
  },
  'exemplary-student': {
    everySubject: { level: 'T', score: 9 },
    subjects: { TIENG_VIET: { level: 'T', score: 8 } },
    everyTrait: 'T',
    outstanding: true,
  },
  'supplementary-pending': {
    everySubject: steady,
    subjects: { TOAN: { level: 'C', score: 3 } },
    everyTrait: 'Đ',
  },
  'promoted-not-completed': {
    everySubject: steady,
    subjects: { TIENG_VIET: { level: 'C', score: 4 } },
    everyTrait: 'Đ',
    principalDecision: 'promoted',
  },
  'retained-primary': {
    everySubject: { level: 'H', score: 5 },
    subjects: { TIENG_VIET: { level: 'C', score: 3 }, TOAN: { level: 'C', score: 2 } },
    everyTrait: 'Đ',
    qualities: { CHAM_CHI: 'C' },
    principalDecision: 'retained',
  },
  'individual-plan': {
    everySubject: steady,
    everyTrait: 'Đ',
    exempt: ['NGOAI_NGU_1'],
    individualPlan: true,
    principalDecision: 'promoted',
  },
  'long-comments': { longComments: true },
}
