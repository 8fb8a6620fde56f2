import type { EvaluationFinding, EvaluationStatus, FaultCode, MissingCode } from './result.ts'

/** The findings of one case while it is being read. */
export interface Findings {
  readonly list: EvaluationFinding[]
  /** With an individual plan nothing is missing: what cannot be formed stays null without a finding. */
  readonly toleratesMissing: boolean
  hasFault: boolean
}

export const startFindings = (toleratesMissing: boolean): Findings => ({
  list: [],
  toleratesMissing,
  hasFault: false,
})

/** Notes something impossible: the case becomes invalid. */
export const addFault = (findings: Findings, code: FaultCode, at: string): void => {
  findings.list.push({ code, at })
  findings.hasFault = true
}

/** Notes something not entered yet: the case becomes incomplete. */
export const addMissing = (findings: Findings, code: MissingCode, at: string): void => {
  if (!findings.toleratesMissing) findings.list.push({ code, at })
}

/** Invalid wins over incomplete. */
export const statusOf = (findings: Findings): EvaluationStatus =>
  findings.hasFault ? 'invalid' : findings.list.length > 0 ? 'incomplete' : 'complete'
