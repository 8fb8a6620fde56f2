import { evaluate, type EvaluationFinding } from '../../../../evaluation/index.ts'
import { summarizeClass, type SummarizedStudent, type SummaryPeriod } from '../../../../gradebook/index.ts'
import { levelOfGrade, type EducationLevel, type Grade } from '../../../../shared/education-level.ts'

/** The parts of the year that a class's results are shown for, as tabs, in their order. */
export const periodsOf = (level: EducationLevel): readonly SummaryPeriod[] =>
  level === 'primary' ? ['midterm1', 'term1', 'midterm2', 'year'] : ['term-1', 'term-2', 'year']

/** How a period stands in an address. */
export const periodSlugs: Readonly<Record<SummaryPeriod, string>> = {
  'term-1': 'hk1',
  'term-2': 'hk2',
  midterm1: 'giua-hk1',
  term1: 'cuoi-hk1',
  midterm2: 'giua-hk2',
  year: 'ca-nam',
}

export const findPeriod = (level: EducationLevel, slug: string | undefined): SummaryPeriod | undefined =>
  periodsOf(level).find((period) => periodSlugs[period] === slug)

/** The period to open a class with: the latest one that has any result yet. */
export const latestPeriod = (grade: Grade, students: readonly SummarizedStudent[]): SummaryPeriod => {
  const periods = periodsOf(levelOfGrade(grade))
  const isBegun = (period: SummaryPeriod): boolean =>
    summarizeClass(grade, students, period).rows.some(({ subjects }) =>
      Object.values(subjects).some(({ value, score }) => value !== null || score !== null),
    )
  return periods.findLast(isBegun) ?? periods[0] ?? 'year'
}

/** The part of the year that a finding belongs to. */
const periodOfFinding = ({ at }: EvaluationFinding): SummaryPeriod => {
  if (/\.terms\.1(\.|$)/.test(at) || at === 'conduct.1') return 'term-1'
  if (/\.terms\.2(\.|$)/.test(at) || at === 'conduct.2') return 'term-2'
  return 'year'
}

/** What a pupil's results still wait for in a period; the year waits for everything. */
export const listFindings = (
  student: SummarizedStudent,
  period: SummaryPeriod,
): readonly EvaluationFinding[] => {
  const { findings } = evaluate(student.input)
  return period === 'year'
    ? findings
    : findings.filter((finding) => periodOfFinding(finding) === period || isAboutSubject(finding))
}

// The periods a year of a subject decide how many marks each term needs.
const isAboutSubject = ({ code }: EvaluationFinding): boolean =>
  code === 'missing-periods' || code === 'too-few-marked-subjects'
