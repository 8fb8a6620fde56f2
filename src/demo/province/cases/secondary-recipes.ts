import type { HomeroomRecord } from '../../../records/index.ts'
import type { Rating } from '../../../shared/ratings.ts'
import type { SubjectCode } from '../../../shared/subjects.ts'
import { aimBetween } from '../marks/aims.ts'
import type { Aim } from '../marks/invent-marks.ts'
import { clamp } from '../marks/invent-marks.ts'
import type { SpecialCase } from './special-cases.ts'

/** What is out of the ordinary in one pupil's secondary year; what is left out is as for everybody. */
export interface SecondaryRecipe {
  readonly aim?: (subject: SubjectCode, ordinary: Aim) => Aim
  /** Left out by an individual education plan (TT 22/2021, Điều 11). */
  readonly exempt?: readonly SubjectCode[]
  /** Excused from practice, assessed by theory (Điều 10). */
  readonly practiceExempt?: readonly SubjectCode[]
  /** Not passed at the end of the second term. */
  readonly fails?: SubjectCode
  /** Final of the first term missed without make-up (Điều 7.5). */
  readonly absentFinal?: SubjectCode
  /** Final of the second term not entered yet. */
  readonly missingFinal?: SubjectCode
  /** First term spent at another school: only its results are known. */
  readonly knownFirstTerm?: boolean
  /** Marks of the re-assessment in summer (Điều 14). */
  readonly reassessed?: Partial<Record<SubjectCode, string>>
  readonly summer?: 'conduct' | 'passed' | 'failed'
  readonly conduct?: NonNullable<HomeroomRecord['conduct']>
  readonly absences?: NonNullable<HomeroomRecord['absences']>
  readonly individualPlan?: boolean
  /** The year's learning where article 9.3 raises it above what the averages alone give. */
  readonly learning?: Rating
  readonly longComments?: boolean
}

const good = { 1: 'good', 2: 'good' } as const
const fair = { 1: 'fair', 2: 'fair' } as const

const atLeast =
  (low: number) =>
  (_subject: SubjectCode, { centre }: Aim): Aim => ({ centre: clamp(centre, low + 3, 90), low, high: 100 })

const allBetween = (low: number, high: number) => (): Aim => aimBetween(low, high)

/** All subjects in one range but a few in another. */
const allBut =
  (range: readonly [number, number], exceptions: Partial<Record<SubjectCode, readonly [number, number]>>) =>
  (subject: SubjectCode): Aim =>
    aimBetween(...(exceptions[subject] ?? range))

const weakMathematics: SecondaryRecipe = {
  aim: allBut([52, 63], { TOAN: [26, 33] }),
  conduct: fair,
  absences: { excused: 8, unexcused: 4 },
}

/** The recipes of secondary cases; cases that change only the profile or the history have none. */
export const secondaryRecipes: Partial<Record<SpecialCase, SecondaryRecipe>> = {
  'subject-exempt': { exempt: ['NGOAI_NGU_1'], aim: atLeast(52) },
  'individual-plan': {
    individualPlan: true,
    exempt: ['TOAN', 'NGOAI_NGU_1', 'KHTN'],
    aim: allBetween(50, 68),
    conduct: good,
  },
  'practice-exempt': { practiceExempt: ['GDTC', 'GDQPAN'], aim: atLeast(60) },
  'reassessment-pending': weakMathematics,
  'reassessed-promoted': { ...weakMathematics, reassessed: { TOAN: '5.5' }, summer: 'passed' },
  'reassessed-retained': {
    ...weakMathematics,
    aim: allBut([52, 63], { TOAN: [22, 30], NGOAI_NGU_1: [26, 33] }),
    reassessed: { TOAN: '3', NGOAI_NGU_1: '4.5' },
    summer: 'failed',
  },
  'summer-conduct': {
    aim: allBetween(55, 75),
    conduct: { 1: 'pass', 2: 'not-pass', afterSummer: 'pass' },
    absences: { excused: 3, unexcused: 9 },
    summer: 'conduct',
  },
  'absences-45': { aim: atLeast(55), absences: { excused: 38, unexcused: 7 } },
  'absences-46': { aim: atLeast(55), absences: { excused: 38, unexcused: 8 } },
  'article-9.3-mark': { aim: allBut([82, 93], { NGOAI_NGU_1: [42, 48] }), learning: 'fair', conduct: good },
  'article-9.3-comment': { aim: allBetween(82, 93), fails: 'GDTC', learning: 'fair', conduct: good },
  'absent-final': { aim: allBut([62, 80], { LICH_SU: [74, 84] }), absentFinal: 'LICH_SU' },
  'data-missing': { aim: atLeast(60), missingFinal: 'NGU_VAN' },
  'transferred-mid-year': { aim: atLeast(55), knownFirstTerm: true },
  'excellent-student': { aim: allBetween(91, 98), conduct: good },
  'distinguished-student': { aim: allBetween(82, 89), conduct: good },
  'long-comments': { aim: atLeast(70), longComments: true, conduct: good },
}
