import type { Verification } from '../verification/index.ts'
import { checkNames, type Check, type CheckName } from './answers.ts'
import { checkOf } from './check-of-finding.ts'
import { outcomeOf, withoutDetail, type LookupFinding } from './registry-findings.ts'

/** Was a check tried at all? Data that could not be read have no signatures to check, data alone have no page. */
const wasDone = (name: CheckName, verification: Verification): boolean => {
  const isRead = verification.record !== null || (verification.compilation ?? []).length > 0
  const done: Partial<Record<CheckName, boolean>> = {
    format: true,
    'page-signature': verification.page !== undefined,
    'page-agreement': verification.page !== undefined && verification.page.agreement !== 'not-compared',
    'registry-status': false,
  }
  return done[name] ?? isRead
}

const toCheck = (name: CheckName, findings: readonly LookupFinding[], isDone: boolean): Check => {
  const outcome = outcomeOf(findings)
  return { name, findings, outcome: outcome === 'passed' && !isDone ? 'not-done' : outcome }
}

/** Sorts what verification found under the named checks, in the order in which people read them. */
const listFileChecks = (verification: Verification): readonly Check[] => {
  const byCheck = Map.groupBy<CheckName, LookupFinding>(verification.findings, checkOf)
  return checkNames.map((name) => toCheck(name, byCheck.get(name) ?? [], wasDone(name, verification)))
}

/** The named checks of a file; `registry` are the registry's findings, undefined where it was not asked. */
export const listChecks = (
  verification: Verification,
  registry: readonly LookupFinding[] | undefined,
): readonly Check[] => [
  ...listFileChecks(verification).filter(({ name }) => name !== 'registry-status'),
  toCheck('registry-status', registry ?? [], registry !== undefined),
]

/** The same checks without anything that names people or marks. */
export const maskChecks = (checks: readonly Check[]): readonly Check[] =>
  checks.map((check) => ({ ...check, findings: check.findings.map(withoutDetail) }))
