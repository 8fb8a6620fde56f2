import { issueSheets, type SheetOutcome, type SigningDesk } from '../../../issuing/index.ts'
import type { Seal } from '../../../sealing/index.ts'
import { Refusal } from '../../../shared/refusal.ts'
import type { SchoolTransaction } from '../school/enter-school.ts'
import { askingKey, tellingSigner } from './asking-key.ts'
import { findSealHolder } from './find-key-holder.ts'
import { keepIssued } from './keep-issued.ts'
import { keepSignaturesMade } from './keep-signatures-made.ts'
import type { Batch } from './sign-batch.ts'
import { enterSittingAct } from './sitting-act.ts'
import type { ItemOutcome, RunningSitting, SittingItem } from './sitting-items.ts'
import { readItemSheets } from './sitting-sheets.ts'
import { dropHeld } from './sort-items.ts'

interface Sealed {
  readonly item: SittingItem
  readonly outcome: SheetOutcome
}

/**
 * Affixes the school's seal on items; finished years go on record first, then into the school's own books. Refused
 * where the seal or the timestamps fail: then nothing of the batch has been issued, but for what is on record, which
 * the next run takes over.
 */
export const sealBatch = async (
  transaction: SchoolTransaction,
  desk: SigningDesk,
  { sitting, items, held, clock }: Batch,
): Promise<readonly ItemOutcome[]> => {
  const { readable, failed } = await readItemSheets(transaction, sitting, [...items, ...held])
  if (readable.length === 0) return failed
  const { seal, by } = await getSeal(transaction, desk, sitting)
  const sheets = readable.map(({ sheet }) => sheet)
  const heldSheets = new Set(readable.flatMap(({ item, sheet }) => (held.includes(item) ? [sheet] : [])))
  const outcomes = await issueSheets(sheets, { ...desk, seal, clock, by, held: heldSheets })
  const sealed = readable.flatMap(({ item }, index): Sealed[] => {
    const outcome = outcomes[index]
    return outcome === undefined ? [] : [{ item, outcome }]
  })
  await keepSealed(transaction, sitting, sealed, clock())
  return [...failed, ...sealed.map(toItemOutcome)]
}

const keepSealed = async (
  transaction: SchoolTransaction,
  sitting: RunningSitting,
  sealed: readonly Sealed[],
  now: Date,
): Promise<void> => {
  const signed = sealed.flatMap(({ item, outcome }) =>
    'sheet' in outcome ? [{ item, sheet: outcome.sheet }] : [],
  )
  if (signed.length === 0) return
  const issued = sealed.flatMap(({ item, outcome }) =>
    outcome.kind === 'issued' ? [{ item, version: outcome.version }] : [],
  )
  const kind = issued.length > 0 ? 'issue' : 'sign'
  const actId = await enterSittingAct(transaction, sitting, { kind, now })
  await keepSignaturesMade(transaction, sitting, signed, { actId, at: now })
  await keepIssued(transaction, sitting, issued, actId)
}

const toItemOutcome = ({ item, outcome }: Sealed): ItemOutcome => {
  if (outcome.kind === 'held') return dropHeld(item)
  return outcome.kind === 'failed'
    ? { item, outcome: 'failed', message: outcome.message }
    : { item, outcome: 'done' }
}

const sealName = 'Khóa con dấu của trường'

const getSeal = async (
  transaction: SchoolTransaction,
  desk: SigningDesk,
  sitting: RunningSitting,
): Promise<{ readonly seal: Seal; readonly by: string }> => {
  const school = await findSealHolder(transaction, sitting)
  const seal = school === undefined ? undefined : await askingKey(sealName, () => desk.findSeal(school))
  if (school === undefined || seal === undefined)
    throw new Refusal(
      'key-not-available',
      'Chưa tìm thấy khóa con dấu của trường. Hãy đăng kí khóa con dấu rồi tiếp tục phiên.',
    )
  return { seal: { ...seal, signer: tellingSigner(sealName, seal.signer) }, by: school.name }
}
