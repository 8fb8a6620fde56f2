import type { CommentResult } from '../../../shared/ratings.ts'
import { addFault, addMissing, type Findings } from '../../findings.ts'
import { isGiven, isJsonObject, unknownKeys, type JsonObject } from '../../json.ts'
import type { SecondaryRules } from './rules.ts'

/** A term's result of a subject assessed by comment, and how it was formed; null when not all is there. */
export interface TermComment {
  readonly result: CommentResult | null
  readonly text: string
}

/** What a subject's terms need to know of it. */
export interface CommentContext {
  readonly rules: SecondaryRules
  readonly findings: Findings
  /** 'subjects.GDTC' */
  readonly path: string
}

type TermNumber = '1' | '2'

const passed: TermComment = { result: 'pass', text: 'Đạt' }
const failed: TermComment = { result: 'not-pass', text: 'Chưa đạt' }
export const notKnown: TermComment = { result: null, text: 'chưa có' }

const termKeys: readonly string[] = ['regularResults', 'midtermResult', 'finalResult', 'result']

const pathOf = ({ path }: CommentContext, term: TermNumber, field: string): string =>
  field === '' ? `${path}.terms.${term}` : `${path}.terms.${term}.${field}`

/** Reads one term of a comment subject: its assessments, or the result that is already known. */
export const readCommentTerm = (context: CommentContext, raw: unknown, term: TermNumber): TermComment => {
  const { findings } = context
  if (!isGiven(raw)) return known(readResult(context, raw, term, ''))
  if (!isJsonObject(raw)) {
    addFault(findings, 'bad-value', pathOf(context, term, ''))
    return notKnown
  }
  for (const key of unknownKeys(raw, termKeys)) addFault(findings, 'bad-value', pathOf(context, term, key))
  if (hasAssessments(raw)) return readAssessments(context, raw, term)
  return known(readResult(context, raw['result'], term, isGiven(raw['result']) ? 'result' : ''))
}

const known = (result: CommentResult | null): TermComment =>
  result === null ? notKnown : result === 'pass' ? passed : failed

const hasAssessments = (raw: JsonObject): boolean =>
  isGiven(raw['regularResults']) || isGiven(raw['midtermResult']) || isGiven(raw['finalResult'])

const readResult = (
  context: CommentContext,
  value: unknown,
  term: TermNumber,
  field: string,
): CommentResult | null => {
  if (value === 'pass' || value === 'not-pass') return value
  const at = pathOf(context, term, field)
  if (isGiven(value)) addFault(context.findings, 'unknown-level', at)
  else addMissing(context.findings, 'missing-result', at)
  return null
}

// A result beside single assessments: nobody could tell which of the two holds.
const readAssessments = (context: CommentContext, raw: JsonObject, term: TermNumber): TermComment => {
  if (!isGiven(raw['result'])) return concludeTerm(context, raw, term)
  addFault(context.findings, 'bad-value', pathOf(context, term, 'result'))
  return notKnown
}

// Điều 9, khoản 1, điểm a: Đạt when there are all the assessments and every one is Đạt.
const concludeTerm = (context: CommentContext, raw: JsonObject, term: TermNumber): TermComment => {
  const regular = readRegularResults(context, raw['regularResults'], term)
  const midterm = readPeriodicResult(context, raw['midtermResult'], term, 'midtermResult')
  const final = readPeriodicResult(context, raw['finalResult'], term, 'finalResult')
  if (regular === null || midterm === null || final === null) return notKnown
  if (regular === 'pass' && midterm === 'pass' && final === 'pass') return passed
  return { result: 'not-pass', text: `Chưa đạt (${failedParts(regular, midterm, final, raw)})` }
}

const failedParts = (
  regular: CommentResult,
  midterm: CommentResult,
  final: CommentResult,
  raw: JsonObject,
): string =>
  [
    regular === 'pass' ? '' : 'thường xuyên',
    midterm === 'pass' ? '' : `giữa kì${absentText(raw['midtermResult'])}`,
    final === 'pass' ? '' : `cuối kì${absentText(raw['finalResult'])}`,
  ]
    .filter((part) => part !== '')
    .join(', ')

const absentText = (value: unknown): string => (value === 'absent' ? ' vắng, không làm bù' : '')

// Điều 7: a periodic assessment missed without make-up is Chưa đạt.
const readPeriodicResult = (
  context: CommentContext,
  value: unknown,
  term: TermNumber,
  field: string,
): CommentResult | null => (value === 'absent' ? 'not-pass' : readResult(context, value, term, field))

const readRegularResults = (
  context: CommentContext,
  list: unknown,
  term: TermNumber,
): CommentResult | null => {
  if (!isGiven(list)) return readResult(context, undefined, term, 'regularResults')
  if (!Array.isArray(list) || list.length > context.rules.regularResults) {
    addFault(context.findings, 'bad-value', pathOf(context, term, 'regularResults'))
    return null
  }
  return concludeRegular(context, list, term)
}

// Điều 6, khoản 2, điểm a: two regular assessments a term; too few may still come.
const concludeRegular = (
  context: CommentContext,
  list: readonly unknown[],
  term: TermNumber,
): CommentResult | null => {
  let isWhole = list.length === context.rules.regularResults
  if (!isWhole) readResult(context, undefined, term, 'regularResults')
  let conclusion: CommentResult = 'pass'
  for (let index = 0; index < list.length; index++) {
    const value = list[index]
    if (value === 'not-pass') conclusion = value
    else if (value !== 'pass') isWhole = readResult(context, value, term, `regularResults.${index}`) !== null
  }
  return isWhole ? conclusion : null
}
