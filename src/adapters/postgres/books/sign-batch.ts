import type { SigningDesk } from '../../../issuing/index.ts'
import type { Signer } from '../../../crypto/ports.ts'
import { Refusal } from '../../../shared/refusal.ts'
import { isKeyOf, signOwnParts } from '../../../signing/index.ts'
import type { SchoolTransaction } from '../school/enter-school.ts'
import { askingKey } from './asking-key.ts'
import { findKeyHolder } from './find-key-holder.ts'
import { keepSignaturesMade } from './keep-signatures-made.ts'
import type { ItemOutcome, RunningSitting, SittingItem } from './sitting-items.ts'
import { enterSittingAct } from './sitting-act.ts'
import { readItemSheets } from './sitting-sheets.ts'
import { dropHeld } from './sort-items.ts'

/** Some items of a running sitting. */
export interface Batch {
  readonly sitting: RunningSitting
  readonly items: readonly SittingItem[]
  /** Those that something keeps from being signed: they are dropped, unless they are on record already. */
  readonly held: readonly SittingItem[]
  readonly clock: () => Date
}

/** Signs items with the key of whose sitting it is, and writes the signatures down. Refused where the key fails. */
export const signBatch = async (
  transaction: SchoolTransaction,
  desk: SigningDesk,
  { sitting, items, held, clock }: Batch,
): Promise<readonly ItemOutcome[]> => {
  const dropped = held.map(dropHeld)
  if (items.length === 0) return dropped
  const signer = await getSigner(transaction, desk, sitting)
  const { readable, failed } = await readItemSheets(transaction, sitting, items)
  if (readable.length === 0) return [...dropped, ...failed]
  const at = clock()
  const parts = readable.map(({ item, sheet }) => ({ sheet, slotIds: item.slotIds }))
  const sheets = await askingKey(keyOf(sitting), () => signOwnParts(parts, signer, { at }))
  const signed = readable.map(({ item, sheet }, index) => ({ item, sheet: sheets[index] ?? sheet }))
  const actId = await enterSittingAct(transaction, sitting, { kind: 'sign', now: at })
  await keepSignaturesMade(transaction, sitting, signed, { actId, at })
  return [...dropped, ...failed, ...readable.map(({ item }): ItemOutcome => ({ item, outcome: 'done' }))]
}

const keyOf = ({ byName }: RunningSitting): string => `Khóa kí của ${byName}`

/** The key of whose sitting it is, checked to be theirs. */
const getSigner = async (
  transaction: SchoolTransaction,
  desk: SigningDesk,
  sitting: RunningSitting,
): Promise<Signer> => {
  const holder = await findKeyHolder(transaction, sitting, sitting.staffCode)
  const signer =
    holder === undefined ? undefined : await askingKey(keyOf(sitting), () => desk.findSigner(holder))
  if (holder === undefined || signer === undefined)
    throw new Refusal(
      'key-not-available',
      `Chưa tìm thấy khóa kí của ${sitting.byName} (mã cán bộ ${sitting.staffCode}). Hãy đăng kí khóa rồi tiếp tục phiên.`,
    )
  if (!isKeyOf(signer, holder.citizenId))
    throw new Refusal(
      'key-not-available',
      `Chứng thư của khóa không mang số định danh của ${holder.fullName} trong hồ sơ cán bộ. Hãy sửa hồ sơ hoặc dùng đúng khóa, rồi tiếp tục phiên.`,
    )
  return signer
}
