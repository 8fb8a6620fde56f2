import { addFault, addMissing, type Findings } from '../../findings.ts'
import { isGiven, isJsonObject, unknownKeys, type JsonObject } from '../../json.ts'
import type { Reason } from '../../result.ts'
import type { SecondaryRules } from './rules.ts'

/** Số buổi nghỉ, in sessions, with and without permission. */
export interface Absences {
  readonly excused: number
  readonly unexcused: number
}

const absenceKeys: readonly string[] = ['excused', 'unexcused']
const nothing: JsonObject = {}

/** Reads the absences; null unless both kinds are known. */
export const readAbsences = (raw: unknown, findings: Findings): Absences | null => {
  if (isGiven(raw) && !isJsonObject(raw)) {
    addFault(findings, 'bad-value', 'absences')
    return null
  }
  const given = isJsonObject(raw) ? raw : nothing
  for (const key of unknownKeys(given, absenceKeys)) addFault(findings, 'bad-value', `absences.${key}`)
  const excused = readSessions(given['excused'], 'absences.excused', findings)
  const unexcused = readSessions(given['unexcused'], 'absences.unexcused', findings)
  return excused === null || unexcused === null ? null : { excused, unexcused }
}

const readSessions = (value: unknown, at: string, findings: Findings): number | null => {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value
  if (isGiven(value)) addFault(findings, 'bad-value', at)
  else addMissing(findings, 'missing-absences', at)
  return null
}

/** Điều 12, khoản 1, điểm c: both kinds are added, and 45 is still not over 45. */
export const isAbsentTooOften = (rules: SecondaryRules, { excused, unexcused }: Absences): boolean =>
  excused + unexcused > rules.mostAbsences

export const absenceReason = (rules: SecondaryRules, absences: Absences): Reason => ({
  rule: rules.articles.absences,
  text:
    `Nghỉ ${absences.excused + absences.unexcused} buổi (${absences.excused} có phép, ` +
    `${absences.unexcused} không phép), ${isAbsentTooOften(rules, absences) ? 'quá' : 'không quá'} ` +
    `${rules.mostAbsences} buổi.`,
})
