import type { SignerRole } from '../bookfile/index.ts'

/** Chỗ kí đang ở đâu: one signature that a report calls for, what must be there before it, and whether it is there. */
export interface SlotStanding {
  readonly id: string
  readonly role: SignerRole
  /** Null for the school's seal. */
  readonly staffCode: string | null
  readonly covers: readonly string[]
  /** Ids of the slots that must be signed before. */
  readonly after: readonly string[]
  readonly isSigned: boolean
}

type IsOwn = (slot: SlotStanding) => boolean

const listSigned = (slots: readonly SlotStanding[]): Set<string> =>
  new Set(slots.filter(({ isSigned }) => isSigned).map(({ id }) => id))

/**
 * The slots that somebody may sign in one sitting, in order: those whose turn it is, and those that wait for nothing but
 * these. `slots` stand in the order of the book.
 */
export const listOwnTurns = (slots: readonly SlotStanding[], isOwn: IsOwn): readonly SlotStanding[] => {
  const there = listSigned(slots)
  return slots.filter((slot) => {
    const isTurn = !slot.isSigned && isOwn(slot) && slot.after.every((id) => there.has(id))
    if (isTurn) there.add(slot.id)
    return isTurn
  })
}

/** Whom somebody's slots wait for: of all that must be signed before, the ones whose turn it is now. */
export const listAwaited = (slots: readonly SlotStanding[], isOwn: IsOwn): readonly SlotStanding[] => {
  const signed = listSigned(slots)
  const needed = new Set<string>()
  for (const slot of slots.toReversed())
    if (!slot.isSigned && (isOwn(slot) || needed.has(slot.id))) for (const id of slot.after) needed.add(id)
  return slots.filter(
    (slot) => !slot.isSigned && needed.has(slot.id) && slot.after.every((id) => signed.has(id)),
  )
}
