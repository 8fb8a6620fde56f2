import { randomUUID } from 'node:crypto'
import type { SchoolTransaction } from '../school/enter-school.ts'
import { enterAct } from './holding-class.ts'
import type { RunningSitting } from './sitting-items.ts'

/** Enters what a batch of a sitting did as one act of whose sitting it is; gives the act's number. */
export const enterSittingAct = async (
  transaction: SchoolTransaction,
  { tenant, schoolYear, level, accountId, byName }: RunningSitting,
  { kind, now }: { readonly kind: 'sign' | 'issue'; readonly now: Date },
): Promise<string> => {
  const actId = randomUUID()
  const by = { accountId, fullName: byName }
  await enterAct(transaction, { tenant, schoolYear, level, actId, kind, by, now })
  return actId
}
