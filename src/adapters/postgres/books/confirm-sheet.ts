import { randomUUID } from 'node:crypto'
import type { ConfirmedPart } from '../../../workflow/index.ts'
import { withTenant, type Database } from '../connect.ts'
import type { SheetPlace } from '../gradebook/sheet-facts.ts'
import type { SchoolTransaction } from '../school/enter-school.ts'
import { refuseAct, type Acting } from './acting.ts'
import { readConfirmationIn, type SheetConfirmation } from './confirmation-state.ts'
import { enterAct, holdingClass } from './holding-class.ts'
import {
  acceptAll,
  requireAllowed,
  requireSeen,
  requireYearFirst,
  type WantedConfirmation,
} from './judge-confirmation.ts'
import {
  insertConfirmation,
  isCarriedOver,
  listConfirmations,
  type AcceptedWarning,
} from './stored-confirmations.ts'

/** How far a sheet is; undefined where there is none, or it is none that is confirmed by itself. */
export const readConfirmation = (
  database: Database<'school'>,
  place: SheetPlace,
  acting: Acting,
): Promise<SheetConfirmation | undefined> =>
  withTenant(database, place.tenant, (transaction) => readConfirmationIn(transaction, place, acting))

/**
 * Confirms a part of a sheet as it stands: by who answers for it, when nothing is missing and everything odd was looked
 * at. From then on it is closed. The same again is answered as it was. Undefined where there is no such sheet.
 */
export const confirmSheet = (
  database: Database<'school'>,
  place: SheetPlace,
  wanted: WantedConfirmation,
  acting: Acting,
): Promise<SheetConfirmation | undefined> =>
  holdingClass(database, place, async (transaction) => {
    const before = await readConfirmationIn(transaction, place, acting)
    if (before === undefined) return undefined
    if (before.why !== null) throw refuseAct(before.why)
    const standing = before.parts.find(({ part }) => part === wanted.part)
    if (standing?.state === 'confirmed') return before
    requireSeen(before, wanted)
    requireYearFirst(before, wanted)
    if (wanted.part === 'summer') await requireAllowed(transaction, place, before)
    const accepted = acceptAll(before, wanted)
    await insert(transaction, place, acting, { ...wanted, kind: 'confirm', accepted })
    return readConfirmationIn(transaction, place, acting)
  })

interface Inserted extends Pick<WantedConfirmation, 'part'> {
  readonly kind: 'confirm' | 'withdraw'
  readonly digest: string | null
  readonly accepted: readonly AcceptedWarning[]
}

const insert = async (
  transaction: SchoolTransaction,
  place: SheetPlace,
  { actor, now }: Acting,
  { part, kind, digest, accepted }: Inserted,
): Promise<void> => {
  const actId = randomUUID()
  const stored = await listConfirmations(transaction, place, place.sheet)
  const number = (stored.find((one) => one.part === part)?.number ?? 0) + 1
  await enterAct(transaction, { ...place, actId, kind: 'confirm', by: actor, now })
  await insertConfirmation(transaction, place, { part, number, kind, digest, accepted, actId })
}

/**
 * Takes a confirmation back (bỏ xác nhận), so that the sheet is open again: by who answers for it, until the class is
 * carried over. One that does not stand stays so.
 */
export const withdrawConfirmation = (
  database: Database<'school'>,
  place: SheetPlace,
  part: ConfirmedPart,
  acting: Acting,
): Promise<SheetConfirmation | undefined> =>
  holdingClass(database, place, async (transaction) => {
    const before = await readConfirmationIn(transaction, place, acting)
    if (before === undefined) return undefined
    if (before.why !== null) throw refuseAct(before.why)
    if (before.parts.find((one) => one.part === part)?.state === 'open') return before
    if (await isCarriedOver(transaction, place, part))
      throw refuseAct('Lớp đã kết chuyển nên không bỏ xác nhận được. Hãy nhờ trả lại ô, hoặc xin lệnh mở sổ.')
    await insert(transaction, place, acting, { part, kind: 'withdraw', digest: null, accepted: [] })
    return readConfirmationIn(transaction, place, acting)
  })
