import type { ConductResult, LearningResult, TraitResult, YearSummary } from '../bookfile/index.ts'
import type { EvaluationResult } from '../evaluation/index.ts'
import type { ClassRecords } from '../gradebook/index.ts'
import type { HomeroomRecord, StudentYear } from '../records/index.ts'
import { lastGradeOfLevel, levelOfGrade } from '../shared/education-level.ts'
import type { TraitLevel } from '../shared/ratings.ts'
import { competences, qualities } from '../shared/traits.ts'
import type { ReportPeople } from './people.ts'
import { withoutGaps } from './subject-result.ts'

const learningOf = ({ learning }: EvaluationResult): LearningResult | undefined =>
  learning === undefined
    ? undefined
    : withoutGaps<LearningResult>({
        term1: learning['1'],
        term2: learning['2'],
        year: learning.year,
        yearBeforeArticle9_3: learning.yearBeforeArticle9_3,
        articleCulprit: learning.articleCulprit,
        afterReassessment: learning.afterReassessment,
      })

const conductOf = ({ conduct }: EvaluationResult): ConductResult | undefined =>
  conduct === undefined
    ? undefined
    : withoutGaps<ConductResult>({
        term1: conduct['1'],
        term2: conduct['2'],
        year: conduct.year,
        afterSummer: conduct.afterSummer,
      })

const traitsOf = <Code extends string>(
  traits: readonly { readonly code: Code }[],
  levels: Partial<Record<Code, TraitLevel>> | undefined,
): readonly TraitResult<Code>[] =>
  traits.flatMap(({ code }) => {
    const level = levels?.[code]
    return level === undefined ? [] : [{ code, level }]
  })

const primaryOnly = (homeroom: HomeroomRecord): Partial<YearSummary> =>
  withoutGaps<Partial<YearSummary>>({
    heightCm: homeroom.heightCm,
    weightKg: homeroom.weightKg,
    qualitiesComment: homeroom.qualitiesComment,
    generalCompetencesComment: homeroom.generalCompetencesComment,
    specificCompetencesComment: homeroom.specificCompetencesComment,
    outstanding: homeroom.outstanding,
  })

const decided = (result: EvaluationResult): 'promoted' | 'retained' => {
  if (result.decision === 'promoted' || result.decision === 'retained') return result.decision
  throw new Error('a report is assembled only when the year is decided')
}

/**
 * Tổng kết: the homeroom teacher's part with what the circular concludes. The completion of a level is what the
 * principal confirms on the book since 2026 (Luật Giáo dục sửa đổi 2025), so it stands there as its own field.
 */
export const assembleSummary = (
  { records: { school }, schoolClass: { grade } }: ClassRecords,
  { homeroom, individualPlan }: StudentYear,
  result: EvaluationResult,
  { homeroomTeacher, approver }: ReportPeople,
): YearSummary => {
  const isLastGrade = lastGradeOfLevel[levelOfGrade(grade)] === grade
  return withoutGaps<YearSummary>({
    excusedAbsences: homeroom.absences?.excused,
    unexcusedAbsences: homeroom.absences?.unexcused,
    individualPlan: individualPlan === true ? true : undefined,
    conduct: conductOf(result),
    learning: learningOf(result),
    ...primaryOnly(homeroom),
    qualities: traitsOf(qualities, homeroom.qualities),
    competences: traitsOf(competences, homeroom.competences),
    yearResult: result.yearResult,
    principalDecision: homeroom.principalDecision,
    decision: decided(result),
    completion: result.completion,
    levelCompletion: isLastGrade ? result.completion : undefined,
    award: result.award,
    commendations: homeroom.commendations ?? [],
    certificates: homeroom.certificates ?? [],
    competitions: homeroom.competitions ?? [],
    comment: homeroom.comment,
    summerComment: homeroom.summerComment,
    homeroomTeacher,
    approver,
    signingPlace: school.signingPlace,
  })
}
