import type { ClassPlace } from '../gradebook/class-results.ts'
import type { SchoolTransaction } from '../school/enter-school.ts'
import { prepareMaking, type BookMaking } from './book-making.ts'
import { holdDrafts } from './current-drafts.ts'
import { planReports, type DraftPlan, type NotMade } from './plan-drafts.ts'
import type { DraftKey } from './stored-turns.ts'
import { retireDrafts, writeReports } from './write-reports.ts'

/** By which act, already entered, and with what reports are made. */
export interface MakingAct {
  readonly actId: string
  readonly making: BookMaking
}

/** What became of the reports of pupils. */
export interface MadeReports {
  readonly made: readonly DraftKey[]
  /** Pupils whose report says the same as before, is issued, or was not there to be made anew. */
  readonly unchanged: readonly string[]
  /** Pupils whose year can no longer be reported; the draft they had is not current any more. */
  readonly notMade: readonly NotMade[]
}

/**
 * Makes the reports of pupils anew (lập lại) after something of them changed, in a transaction that holds the class: of
 * those who have one, and of issued ones that a correction was granted for. A new draft is made only where it says
 * something else; signatures over parts that stayed the same are kept, with their times and acts. Refused while one of
 * them is being sealed.
 */
export const makeAnew = async (
  transaction: SchoolTransaction,
  place: ClassPlace,
  studentCodes: readonly string[],
  { actId, making }: MakingAct,
): Promise<MadeReports> => {
  const standing = await holdDrafts(transaction, place, studentCodes)
  const concerned = [...standing].filter(
    ([, { report, issuedVersion }]) => report !== undefined || issuedVersion > 0,
  )
  const codes = new Set(concerned.map(([code]) => code))
  const others = studentCodes.filter((code) => !codes.has(code))
  if (codes.size === 0) return { made: [], unchanged: others, notMade: [] }
  const ready = await prepareMaking(transaction, place, codes, making)
  const plan = planReports(ready, standing)
  const made = await writePlan(transaction, place, plan, actId)
  return { made, unchanged: [...plan.unchanged, ...others], notMade: plan.notMade }
}

/** Writes down what was decided of drafts; the act has been entered. */
export const writePlan = async (
  transaction: SchoolTransaction,
  place: ClassPlace,
  { drafts, retired }: DraftPlan,
  actId: string,
): Promise<readonly DraftKey[]> => {
  await retireDrafts(transaction, place, retired)
  return writeReports(transaction, place, drafts, actId)
}
