import { listAwaited, listOwnTurns, type SlotStanding } from '../../../signing/index.ts'
import { tellAwaited, tellOrder, tellSentBack, type StaffNames } from './tell-awaited.ts'
import type { DraftOnItsWay } from './stored-turns.ts'

/** For whom turns are looked for: a member of staff, or with null the school's seal. */
export type Signing = Readonly<{ staffCode: string | null }>

const isOwn =
  ({ staffCode }: Signing) =>
  (slot: SlotStanding): boolean =>
    slot.staffCode === staffCode

/** What keeps one slot from being signed although it may be its turn: a cell sent back, an order in force. */
const whyHeld = (slot: SlotStanding, { sentBack, orderNumber }: DraftOnItsWay): string | undefined => {
  if (slot.id.startsWith('s-bia')) return undefined
  const isWhole = slot.covers.includes('hb')
  const concerned = sentBack.filter((sheet) => isWhole || slot.covers.includes(`mon-${sheet}`))
  if (concerned.length > 0) return tellSentBack(concerned)
  // Under an order marks still move: what is issued now might not be what stands in the gradebook afterwards.
  return slot.role === 'school-seal' && orderNumber !== null ? tellOrder(orderNumber) : undefined
}

/** The slots of a draft that somebody may sign in one sitting, in order. */
export const listTurnsOf = (draft: DraftOnItsWay, signing: Signing): readonly SlotStanding[] =>
  listOwnTurns(draft.slots, (slot) => isOwn(signing)(slot) && whyHeld(slot, draft) === undefined)

/** Whether one slot would be somebody's turn but for what holds it. */
export const isTurnOf = ({ slots }: DraftOnItsWay, signing: Signing, slotId: string): boolean =>
  listOwnTurns(slots, isOwn(signing)).some(({ id }) => id === slotId)

/** Why nothing of a draft is somebody's turn yet, in words. */
export const whyNotYet = (draft: DraftOnItsWay, signing: Signing, names: StaffNames): string => {
  const [turn] = listOwnTurns(draft.slots, isOwn(signing))
  if (turn !== undefined) return whyHeld(turn, draft) ?? 'Đã đến lượt'
  return tellAwaited(listAwaited(draft.slots, isOwn(signing)), names)
}
