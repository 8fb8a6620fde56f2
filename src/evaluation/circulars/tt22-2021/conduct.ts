import { ratingNames, ratings, type Rating } from '../../../shared/ratings.ts'
import { addFault, addMissing, type Findings } from '../../findings.ts'
import { isGiven, isJsonObject, unknownKeys, type JsonObject } from '../../json.ts'
import type { Reason } from '../../result.ts'
import type { SecondaryThresholds } from './rules.ts'

/** Kết quả rèn luyện of the terms, the year and, when it was given, after the summer; null where not known. */
export interface Conduct {
  readonly first: Rating | null
  readonly second: Rating | null
  readonly year: Rating | null
  readonly afterSummer: Rating | null | undefined
}

const conductKeys: readonly string[] = ['1', '2', 'afterSummer']
const unknownConduct: Conduct = { first: null, second: null, year: null, afterSummer: undefined }
const nothing: JsonObject = {}

/** Reads the homeroom teacher's ratings and derives the year's from both terms (Điều 8, khoản 2, điểm b). */
export const readConduct = (rules: SecondaryThresholds, raw: unknown, findings: Findings): Conduct => {
  if (isGiven(raw) && !isJsonObject(raw)) {
    addFault(findings, 'bad-value', 'conduct')
    return unknownConduct
  }
  const given = isJsonObject(raw) ? raw : nothing
  for (const key of unknownKeys(given, conductKeys)) addFault(findings, 'bad-value', `conduct.${key}`)
  const first = readRating(given['1'], 'conduct.1', findings)
  const second = readRating(given['2'], 'conduct.2', findings)
  const summer = given['afterSummer']
  return {
    first,
    second,
    year: first === null || second === null ? null : rules.conductOfYear[first][second],
    afterSummer: isGiven(summer) ? readRating(summer, 'conduct.afterSummer', findings) : undefined,
  }
}

const isRating = (value: unknown): value is Rating => (ratings as readonly unknown[]).includes(value)

const readRating = (value: unknown, at: string, findings: Findings): Rating | null => {
  if (isRating(value)) return value
  if (isGiven(value)) addFault(findings, 'unknown-level', at)
  else addMissing(findings, 'missing-conduct', at)
  return null
}

/** The sixteen sentences of the table of Điều 8.2.b, made once. */
export type ConductReasons = Record<Rating, Record<Rating, Reason>>

export const conductReasons = (rules: SecondaryThresholds): ConductReasons =>
  overRatings((first) => overRatings((second) => conductReason(rules, first, second)))

const overRatings = <Value>(valueOf: (rating: Rating) => Value): Record<Rating, Value> => ({
  good: valueOf('good'),
  fair: valueOf('fair'),
  pass: valueOf('pass'),
  'not-pass': valueOf('not-pass'),
})

const conductReason = (rules: SecondaryThresholds, first: Rating, second: Rating): Reason => ({
  rule: `${rules.circular} Điều 8.2.b`,
  text:
    `Rèn luyện học kì I ${ratingNames[first]}, học kì II ${ratingNames[second]}: ` +
    `cả năm ${ratingNames[rules.conductOfYear[first][second]]}.`,
})
