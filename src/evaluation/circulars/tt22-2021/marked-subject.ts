import { addFault, addMissing, type Findings } from '../../findings.ts'
import { isGiven, isJsonObject, unknownKeys, type JsonObject } from '../../json.ts'
import { addMarkFault, averageText, parseMark, roundHalfUp, type Tenths } from '../../marks.ts'
import type { Grade } from '../../../shared/education-level.ts'
import type { SubjectEntry } from '../../subject-list.ts'
import { hasMarks, notFormed, readMarkedTerm, type TermAverage, type TermContext } from './marked-term.ts'
import type { MarkedSubject } from './periods.ts'
import { regularMarksFor, type SecondaryRules } from './rules.ts'

const subjectKeys: readonly string[] = [
  'code',
  'assessedBy',
  'periodsPerYear',
  'terms',
  'reassessedMark',
  'exempt',
]
const termNumbers: readonly string[] = ['1', '2']

/** Reads a subject assessed by mark: both terms, the year average, and the mark of the summer. */
export const readMarkedSubject = (
  rules: SecondaryRules,
  entry: SubjectEntry,
  grade: Grade,
  findings: Findings,
): MarkedSubject => {
  const { raw, path } = entry
  for (const key of unknownKeys(raw, subjectKeys)) addFault(findings, 'bad-value', `${path}.${key}`)
  const context: TermContext = {
    rules,
    findings,
    path,
    regularMarks: readRegularMarks(rules, raw, path, findings),
    allowsTopicMark: rules.topicMarkGrades.includes(grade),
  }
  const terms = readTerms(raw['terms'], path, findings)
  const reassessed = readReassessed(raw['reassessedMark'], path, findings)
  if (terms === undefined) return formYear(rules, entry, notFormed, notFormed, reassessed)
  const first = readMarkedTerm(context, terms['1'], '1')
  const second = readMarkedTerm(context, terms['2'], '2')
  return formYear(rules, entry, first, second, reassessed)
}

const noTerms: JsonObject = {}

/** The two terms of a subject as they were given; undefined when they are no terms at all. */
export const readTerms = (terms: unknown, path: string, findings: Findings): JsonObject | undefined => {
  if (!isGiven(terms)) return noTerms
  if (!isJsonObject(terms)) {
    addFault(findings, 'bad-value', `${path}.terms`)
    return undefined
  }
  for (const key of unknownKeys(terms, termNumbers)) addFault(findings, 'bad-value', `${path}.terms.${key}`)
  return terms
}

// The periods a year say how many regular marks there must be; a known average does not need them.
const readRegularMarks = (
  rules: SecondaryRules,
  raw: JsonObject,
  path: string,
  findings: Findings,
): number | undefined => {
  const periods = raw['periodsPerYear']
  if (isPeriods(periods)) return regularMarksFor(rules, periods)
  if (isGiven(periods)) addFault(findings, 'bad-value', `${path}.periodsPerYear`)
  else if (needsPeriods(raw['terms'])) addMissing(findings, 'missing-periods', `${path}.periodsPerYear`)
  return undefined
}

/** Số tiết a year: a whole positive number. */
export const isPeriods = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value > 0

const needsPeriods = (terms: unknown): boolean =>
  isJsonObject(terms) && [terms['1'], terms['2']].some((term) => isJsonObject(term) && hasMarks(term))

const readReassessed = (value: unknown, path: string, findings: Findings): Tenths | null | undefined => {
  if (!isGiven(value)) return undefined
  const mark = parseMark(value)
  if (mark >= 0) return mark
  addMarkFault(findings, mark, `${path}.reassessedMark`)
  return null
}

const formYear = (
  rules: SecondaryRules,
  { subject, path }: SubjectEntry,
  first: TermAverage,
  second: TermAverage,
  reassessed: Tenths | null | undefined,
): MarkedSubject => {
  const year = computeYearAverage(rules, first.average, second.average)
  return {
    subject,
    path,
    results: [first.average, second.average, year, reassessed === undefined ? year : reassessed],
    reassessed,
    text: `${subject.name}: HK I ${first.text}; HK II ${second.text}${yearText(rules, first, second, year)}`,
  }
}

/** ĐTBmcn from the rounded term averages (Điều 9, khoản 1, điểm b): (HK I + 2·HK II) / 3. */
export const computeYearAverage = (
  { weights }: SecondaryRules,
  first: Tenths | null,
  second: Tenths | null,
): Tenths | null =>
  first === null || second === null
    ? null
    : roundHalfUp(first + weights.secondTerm * second, 1 + weights.secondTerm)

const yearText = (
  { markTexts }: SecondaryRules,
  first: TermAverage,
  second: TermAverage,
  year: Tenths | null,
): string =>
  year === null || first.average === null || second.average === null
    ? '; cả năm chưa tính được'
    : `${markTexts.yearOpen[first.average] ?? ''}${markTexts.yearClose[second.average] ?? ''}${averageText(year)}`

/** A subject given twice: it stands in the result, but has none (evaluation-format.md). */
export const withoutMarks = ({ subject, path }: SubjectEntry): MarkedSubject => ({
  subject,
  path,
  results: [null, null, null, null],
  reassessed: undefined,
  text: `${subject.name}: chưa tính được`,
})
