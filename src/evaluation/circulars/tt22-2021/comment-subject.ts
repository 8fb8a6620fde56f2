import type { CommentResult } from '../../../shared/ratings.ts'
import { addFault, type Findings } from '../../findings.ts'
import { isGiven, unknownKeys } from '../../json.ts'
import type { SubjectEntry } from '../../subject-list.ts'
import { notKnown, readCommentTerm, type TermComment } from './comment-term.ts'
import { isPeriods, readTerms } from './marked-subject.ts'
import type { CommentSubject } from './periods.ts'
import type { SecondaryRules } from './rules.ts'

const subjectKeys: readonly string[] = [
  'code',
  'assessedBy',
  'periodsPerYear',
  'terms',
  'reassessedResult',
  'exempt',
]

/** Reads a subject assessed by comment; its year is the second term's result (Điều 9, khoản 1, điểm a). */
export const readCommentSubject = (
  rules: SecondaryRules,
  entry: SubjectEntry,
  findings: Findings,
): CommentSubject => {
  const { raw, path } = entry
  for (const key of unknownKeys(raw, subjectKeys)) addFault(findings, 'bad-value', `${path}.${key}`)
  const periods = raw['periodsPerYear']
  if (isGiven(periods) && !isPeriods(periods)) addFault(findings, 'bad-value', `${path}.periodsPerYear`)
  const terms = readTerms(raw['terms'], path, findings)
  const reassessed = readReassessed(raw['reassessedResult'], path, findings)
  if (terms === undefined) return formYear(entry, notKnown, notKnown, reassessed)
  const context = { rules, findings, path }
  const first = readCommentTerm(context, terms['1'], '1')
  const second = readCommentTerm(context, terms['2'], '2')
  return formYear(entry, first, second, reassessed)
}

const readReassessed = (
  value: unknown,
  path: string,
  findings: Findings,
): CommentResult | null | undefined => {
  if (!isGiven(value)) return undefined
  if (value === 'pass' || value === 'not-pass') return value
  addFault(findings, 'unknown-level', `${path}.reassessedResult`)
  return null
}

const formYear = (
  { subject, path }: SubjectEntry,
  first: TermComment,
  second: TermComment,
  reassessed: CommentResult | null | undefined,
): CommentSubject => {
  const year = second.result
  return {
    subject,
    path,
    results: [first.result, year, year, reassessed === undefined ? year : reassessed],
    reassessed,
    text: `${subject.name} HK I ${first.text}, HK II ${second.text}`,
  }
}

/** A subject given twice: it stands in the result, but has none (evaluation-format.md). */
export const withoutResults = (entry: SubjectEntry): CommentSubject =>
  formYear(entry, notKnown, notKnown, undefined)
