import { addFault, addMissing, type Findings } from '../../findings.ts'
import { isGiven, isJsonObject, unknownKeys, type JsonObject } from '../../json.ts'
import { addMarkFault, averageText, parseMark, roundHalfUp, type Tenths } from '../../marks.ts'
import type { SecondaryRules } from './rules.ts'

/** ĐTBmhk: a term's average, and how it was formed; null when not all its marks are there. */
export interface TermAverage {
  readonly average: Tenths | null
  readonly text: string
}

/** What a subject's terms need to know of it. */
export interface TermContext {
  readonly rules: SecondaryRules
  readonly findings: Findings
  /** 'subjects.TOAN' */
  readonly path: string
  /** Regular marks asked for; undefined while the periods a year are not known. */
  readonly regularMarks: number | undefined
  readonly allowsTopicMark: boolean
}

type TermNumber = '1' | '2'

export const notFormed: TermAverage = { average: null, text: 'chưa tính được' }

const termKeys: readonly string[] = ['regularMarks', 'midtermMark', 'finalMark', 'topicMark', 'average']

// Paths are put together only where something is wrong, which is seldom.
const termAt = ({ path }: TermContext, term: TermNumber): string => `${path}.terms.${term}`
const fieldAt = (context: TermContext, term: TermNumber, field: string): string =>
  `${termAt(context, term)}.${field}`

/** Reads one term of a marked subject: its marks, or the average that is already known. */
export const readMarkedTerm = (context: TermContext, raw: unknown, term: TermNumber): TermAverage => {
  const { findings } = context
  if (!isGiven(raw)) return missing(context, term)
  if (!isJsonObject(raw)) {
    addFault(findings, 'bad-value', termAt(context, term))
    return notFormed
  }
  for (const key of unknownKeys(raw, termKeys)) addFault(findings, 'bad-value', fieldAt(context, term, key))
  if (isGiven(raw['average'])) return readKnownAverage(context, raw, term)
  return hasMarks(raw) ? computeTermAverage(context, raw, term) : missing(context, term)
}

const missing = (context: TermContext, term: TermNumber): TermAverage => {
  addMissing(context.findings, 'missing-mark', termAt(context, term))
  return notFormed
}

/** Whether a term speaks of single marks: if not, it is wholly missing or known by its average. */
export const hasMarks = (raw: JsonObject): boolean =>
  isGiven(raw['regularMarks']) ||
  isGiven(raw['midtermMark']) ||
  isGiven(raw['finalMark']) ||
  isGiven(raw['topicMark'])

// A transferred student brings the average; beside single marks nobody could tell which of the two holds.
const readKnownAverage = (context: TermContext, raw: JsonObject, term: TermNumber): TermAverage => {
  const { findings } = context
  const average = parseMark(raw['average'])
  if (hasMarks(raw)) addFault(findings, 'bad-value', fieldAt(context, term, 'average'))
  else if (average < 0) addMarkFault(findings, average, fieldAt(context, term, 'average'))
  else return { average, text: averageText(average) }
  return notFormed
}

/** The weighted sum of a term while it grows: points in tenths, their weight, and the text of the formula. */
interface Sum {
  points: Tenths
  weight: number
  text: string
  isWhole: boolean
}

// TT22/2021, Điều 9, khoản 1, điểm b: (ΣTX + 2·GK + 3·CK) / (số TX + 5); a topic mark is one more TX (Điều 6.3).
const computeTermAverage = (context: TermContext, raw: JsonObject, term: TermNumber): TermAverage => {
  const { weights, markTexts } = context.rules
  const sum: Sum = { points: 0, weight: 0, text: '', isWhole: true }
  addRegularMarks(sum, context, raw['regularMarks'], term)
  addTopicMark(sum, context, raw['topicMark'], term)
  addPeriodicMark(sum, context, raw['midtermMark'], weights.midterm, markTexts.midterm, term, 'midtermMark')
  addPeriodicMark(sum, context, raw['finalMark'], weights.final, markTexts.final, term, 'finalMark')
  if (!sum.isWhole) return notFormed
  const average = roundHalfUp(sum.points, sum.weight)
  return { average, text: sum.text + (markTexts.close[sum.weight]?.[average] ?? '') }
}

const addRegularMarks = (sum: Sum, context: TermContext, marks: unknown, term: TermNumber): void => {
  if (!Array.isArray(marks)) {
    addNoRegularMarks(sum, context, marks, term)
    return
  }
  checkNumber(sum, context, marks.length, term)
  const { open, plus } = context.rules.markTexts
  for (let index = 0; index < marks.length; index++) {
    const mark = parseMark(marks[index])
    if (mark < 0) addUnusable(sum, context, marks[index], mark, term, `regularMarks.${index}`)
    else add(sum, mark, 1, index === 0 ? open : plus)
  }
}

const add = (sum: Sum, mark: Tenths, weight: number, texts: readonly string[]): void => {
  sum.points += weight * mark
  sum.weight += weight
  sum.text += texts[mark] ?? ''
}

const addNoRegularMarks = (sum: Sum, context: TermContext, marks: unknown, term: TermNumber): void => {
  sum.isWhole = false
  const at = fieldAt(context, term, 'regularMarks')
  if (isGiven(marks)) addFault(context.findings, 'bad-value', at)
  else addMissing(context.findings, 'missing-mark', at)
}

// Điều 6, khoản 2, điểm b. Too few may still come; too many is impossible.
const checkNumber = (sum: Sum, context: TermContext, count: number, term: TermNumber): void => {
  const { findings, regularMarks } = context
  if (count === regularMarks) return
  sum.isWhole = false
  if (regularMarks === undefined) return
  const note = count < regularMarks ? addMissing : addFault
  note(findings, 'wrong-number-of-regular-marks', fieldAt(context, term, 'regularMarks'))
}

const addUnusable = (
  sum: Sum,
  context: TermContext,
  value: unknown,
  fault: number,
  term: TermNumber,
  field: string,
): void => {
  sum.isWhole = false
  const at = fieldAt(context, term, field)
  if (isGiven(value)) addMarkFault(context.findings, fault, at)
  else addMissing(context.findings, 'missing-mark', at)
}

// Điều 6, khoản 3: only some grades have topics; elsewhere such a mark is impossible.
const addTopicMark = (sum: Sum, context: TermContext, value: unknown, term: TermNumber): void => {
  if (!isGiven(value)) return
  const mark = parseMark(value)
  if (!context.allowsTopicMark) {
    sum.isWhole = false
    addFault(context.findings, 'bad-value', fieldAt(context, term, 'topicMark'))
  } else if (mark < 0) addUnusable(sum, context, value, mark, term, 'topicMark')
  else add(sum, mark, 1, context.rules.markTexts.topic)
}

// Điều 7: a periodic assessment missed without make-up counts 0; one not entered yet counts nothing at all.
const addPeriodicMark = (
  sum: Sum,
  context: TermContext,
  value: unknown,
  weight: number,
  texts: readonly string[],
  term: TermNumber,
  field: string,
): void => {
  const isAbsent = value === 'absent'
  const mark = isAbsent ? 0 : parseMark(value)
  if (mark < 0) {
    addUnusable(sum, context, value, mark, term, field)
    return
  }
  add(sum, mark, weight, texts)
  if (isAbsent) sum.text += ' (vắng, không làm bù)'
}
