import type { SubjectResult, YearReport } from '../bookfile/index.ts'
import { evaluate, findRuleSet, type EvaluationResult } from '../evaluation/index.ts'
import { finding, type Finding } from './findings.ts'

const subjectCase = (subject: SubjectResult): object => {
  const { code, assessedBy, periodsPerYear, term1, term2, reassessed } = subject
  if (subject.exemption === 'subject') return { code, exempt: true }
  if (assessedBy === 'level')
    return {
      code,
      level: subject.level ?? null,
      ...(subject.finalScore === undefined ? {} : { finalScore: subject.finalScore }),
    }
  const isMark = assessedBy === 'mark'
  const key = isMark ? 'average' : 'result'
  const again = isMark ? 'reassessedMark' : 'reassessedResult'
  return {
    code,
    assessedBy,
    ...(isMark ? { periodsPerYear } : {}),
    terms: {
      ...(term1 === undefined ? {} : { 1: { [key]: term1 } }),
      ...(term2 === undefined ? {} : { 2: { [key]: term2 } }),
    },
    ...(reassessed === undefined ? {} : { [again]: reassessed }),
  }
}

const traitLevels = (
  traits: YearReport['summary']['qualities'] | YearReport['summary']['competences'],
): object => Object.fromEntries(traits.map(({ code, level }) => [code, level]))

/** A sealed year as a case for the evaluation, with the term averages that the teachers attest as its input. */
const caseOf = ({ identity, version, subjects, summary }: YearReport): object => ({
  id: identity.yearLookupCode,
  circular: version.circular,
  schoolYear: identity.schoolYear,
  grade: identity.grade,
  subjects: subjects.map(subjectCase),
  ...(version.circular === 'TT27/2020'
    ? {
        qualities: traitLevels(summary.qualities),
        competences: traitLevels(summary.competences),
        ...(summary.outstanding === undefined ? {} : { outstanding: summary.outstanding }),
      }
    : {
        options: { article9_3: version.article9_3 ?? 'mask' },
        ...(summary.excusedAbsences === undefined || summary.unexcusedAbsences === undefined
          ? {}
          : { absences: { excused: summary.excusedAbsences, unexcused: summary.unexcusedAbsences } }),
        conduct: {
          ...(summary.conduct?.term1 === undefined ? {} : { 1: summary.conduct.term1 }),
          ...(summary.conduct?.term2 === undefined ? {} : { 2: summary.conduct.term2 }),
          ...(summary.conduct?.afterSummer === undefined ? {} : { afterSummer: summary.conduct.afterSummer }),
        },
      }),
  ...(summary.individualPlan === true ? { individualPlan: true } : {}),
  ...(summary.principalDecision === undefined ? {} : { principalDecision: summary.principalDecision }),
})

/** A stated value, what the circular gives, and where it stands. */
type Comparison = readonly [at: string, stated: Compared, computed: Compared]

type Compared = string | boolean | null | undefined

const compareSummary = ({ summary }: YearReport, result: EvaluationResult): readonly Comparison[] => [
  ['tk.DuocLenLop', summary.decision, result.decision],
  ['tk.HoanThanhChuongTrinhLop', summary.completion, result.completion],
  ...(summary.levelCompletion === undefined
    ? []
    : [['tk.HoanThanhCapHoc', summary.levelCompletion, result.completion] as const]),
  ['tk.DanhHieu', summary.award, result.award],
  ['tk.KetQuaGiaoDuc', summary.yearResult, result.yearResult],
  ['tk.HocTap.HK1', summary.learning?.term1, result.learning?.['1']],
  ['tk.HocTap.HK2', summary.learning?.term2, result.learning?.['2']],
  ['tk.HocTap.CaNam', summary.learning?.year, result.learning?.year],
  ['tk.HocTap.TruocDieuChinh', summary.learning?.yearBeforeArticle9_3, result.learning?.yearBeforeArticle9_3],
  ['tk.HocTap.MonDieuChinh', summary.learning?.articleCulprit, result.learning?.articleCulprit],
  ['tk.HocTap.SauDanhGiaLai', summary.learning?.afterReassessment, result.learning?.afterReassessment],
  ['tk.RenLuyen.CaNam', summary.conduct?.year, result.conduct?.year],
]

const compareSubjects = ({ subjects }: YearReport, result: EvaluationResult): readonly Comparison[] =>
  subjects
    .filter(({ assessedBy, exemption }) => assessedBy !== 'level' && exemption !== 'subject')
    .map(({ code, year }) => [`mon-${code}.CaNam`, year, result.subjects?.[code]?.year])

const differs = ([, stated, computed]: Comparison): boolean => (stated ?? null) !== (computed ?? null)

const shown = (value: Compared): string =>
  value === undefined || value === null ? 'không có' : String(value)

/** Recomputes the year by the circular the book names and compares every result. */
export const judgeRules = (report: YearReport): readonly Finding[] => {
  const { circular, ruleSet } = report.version
  const known = findRuleSet(circular, report.identity.schoolYear)
  if (known?.version !== ruleSet) return [finding('rules-unknown', 'pb.QuyTac', `${circular}, ${ruleSet}`)]
  const result = evaluate(caseOf(report))
  if (result.status !== 'complete')
    return result.findings.map(({ code, at }) =>
      finding('rules-disagree', at, `không đủ dữ liệu để kết luận (${code})`),
    )
  return [...compareSubjects(report, result), ...compareSummary(report, result)]
    .filter(differs)
    .map(([at, stated, computed]) =>
      finding('rules-disagree', at, `ghi ${shown(stated)}, tính được ${shown(computed)}`),
    )
}
