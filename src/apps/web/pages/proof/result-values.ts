import type { TFunction } from 'i18next'
import type { EvaluationInput, EvaluationResult } from '../../../../evaluation/index.ts'
import type { Rating } from '../../../../shared/ratings.ts'
import { provenResults, type Proof, type ProvenResult } from './proof-of.ts'

/** A result to be shown with its proof; null while it cannot be formed. */
export interface ShownResult {
  readonly name: ProvenResult
  readonly value: string | null
  readonly isBad: boolean
}

/** The results of a pupil's year that its circular knows, in words, in the order in which a parent asks. */
export const listResults = (
  t: TFunction<'results'>,
  input: EvaluationInput,
  result: EvaluationResult,
  proof: Proof,
): readonly ShownResult[] => {
  const shown = shownResults(t, input, result)
  return provenResults.flatMap((name) => {
    const own = shown[name]
    return own === undefined || (isOnlyAfterSummer(name) && proof[name].length === 0)
      ? []
      : [{ name, ...own }]
  })
}

const isOnlyAfterSummer = (name: ProvenResult): boolean => name === 'learningAfter' || name === 'conductAfter'

type Shown = Pick<ShownResult, 'value' | 'isBad'>

const shownResults = (
  t: TFunction<'results'>,
  input: EvaluationInput,
  result: EvaluationResult,
): Partial<Record<ProvenResult, Shown>> => {
  const rating = (value: Rating | null | undefined): Shown => ({
    value: value == null ? null : t(`ratings.${value}`),
    isBad: value === 'not-pass',
  })
  const { decision, yearResult, learning, conduct } = result
  const both = {
    decision: {
      value: decision === null ? null : t(`decisions.${decision}`),
      isBad: decision === 'retained',
    },
    ...(input.individualPlan === true ? {} : { award: awardShown(t, result) }),
  }
  if (input.circular === 'TT27/2020')
    return {
      ...both,
      yearResult: {
        value: yearResult == null ? null : t(`yearResults.${yearResult}`),
        isBad: yearResult === 'not-completed',
      },
    }
  return {
    ...both,
    learning: rating(learning?.year),
    learning1: rating(learning?.[1]),
    learning2: rating(learning?.[2]),
    learningAfter: rating(learning?.afterReassessment),
    conduct: rating(conduct?.year),
    conductAfter: rating(conduct?.afterSummer),
    absences: absencesShown(t, input.absences),
  }
}

const awardShown = (t: TFunction<'results'>, { award, status }: EvaluationResult): Shown => ({
  value: award === null ? (status === 'complete' ? t('common.none') : null) : t(`awardsLong.${award}`),
  isBad: false,
})

const absencesShown = (
  t: TFunction<'results'>,
  absences: { readonly excused?: number | null; readonly unexcused?: number | null } | undefined,
): Shown => ({
  value:
    absences?.excused == null || absences.unexcused == null
      ? null
      : t('proof.sessions', { count: absences.excused + absences.unexcused }),
  isBad: false,
})
