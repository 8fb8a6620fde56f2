import type { SchoolTransaction } from '../school/enter-school.ts'
import { isTurnOf, listTurnsOf } from './own-turns.ts'
import { signingOf } from './plan-sitting.ts'
import type { ItemOutcome, RunningSitting, SittingItem } from './sitting-items.ts'
import { readTurns, type DraftKey, type DraftOnItsWay } from './stored-turns.ts'

/** Items of a batch, by what is to become of them. */
export interface SortedItems {
  /** What was agreed to and still stands as it was. */
  readonly turns: readonly SittingItem[]
  /** As agreed to, but something keeps it from being signed since. */
  readonly held: readonly SittingItem[]
  /** Changed or signed otherwise since. */
  readonly dropped: readonly ItemOutcome[]
}

const keyOf = ({ studentCode, version, draft }: DraftKey): string => `${studentCode}/${version}/${draft}`

/** Compares items with what now stands of their reports. One statement. */
export const sortItems = async (
  transaction: SchoolTransaction,
  sitting: RunningSitting,
  items: readonly SittingItem[],
  now: Date,
): Promise<SortedItems> => {
  const drafts = await readTurns(transaction, sitting, { drafts: items }, now)
  const byKey = new Map(drafts.map((draft) => [keyOf(draft), draft]))
  const sorted = Map.groupBy(items, (item) => judge(item, byKey.get(keyOf(item)), sitting))
  return {
    turns: sorted.get('turn') ?? [],
    held: sorted.get('held') ?? [],
    dropped: [
      ...(sorted.get('remade') ?? []).map((item) =>
        dropped(item, 'Học bạ vừa được lập lại hoặc đã phát hành'),
      ),
      ...(sorted.get('moved') ?? []).map((item) => dropped(item, 'Đã kí ở phiên khác')),
    ],
  }
}

const judge = (
  { slotIds }: SittingItem,
  draft: DraftOnItsWay | undefined,
  sitting: RunningSitting,
): 'turn' | 'held' | 'remade' | 'moved' => {
  if (draft === undefined) return 'remade'
  const signing = signingOf(sitting)
  const turns = new Set(listTurnsOf(draft, signing).map(({ id }) => id))
  if (slotIds.every((id) => turns.has(id))) return 'turn'
  return slotIds.every((id) => isTurnOf(draft, signing, id)) ? 'held' : 'moved'
}

const dropped = (item: SittingItem, message: string): ItemOutcome => ({ item, outcome: 'dropped', message })

/** What is held back was not signed: it is to be looked at again. */
export const dropHeld = (item: SittingItem): ItemOutcome =>
  dropped(item, 'Có ô đang trả lại hoặc lệnh mở sổ đang có hiệu lực; xem lại trong danh sách chờ')
