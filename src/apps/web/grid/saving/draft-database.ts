import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { Draft } from '../model/draft.ts'
import type { Place } from '../model/sheet.ts'
import type { Batch } from './batch.ts'
import type { DraftStore, Leftover } from './drafts.ts'

/** Whose sheet on whose account; drafts of one are never seen by another. */
export interface SheetOwner {
  readonly accountId: string
  /** School, year, level, class and sheet. */
  readonly sheetKey: string
}

interface Kept extends SheetOwner {
  readonly id: string
  readonly page: string
  readonly keptAt: number
}
interface KeptDraft extends Kept {
  readonly draft: Draft
}
interface KeptBatch extends Kept {
  readonly batch: Batch
}

// No index: a paste writes hundreds of drafts, and what is sought stands at the beginning of their keys.
interface DraftSchema extends DBSchema {
  drafts: { key: string; value: KeptDraft }
  batches: { key: string; value: KeptBatch }
}

export type DraftDatabase = IDBPDatabase<DraftSchema>

const stores = ['drafts', 'batches'] as const
const lifetime = 30 * 24 * 60 * 60 * 1000
// A draft must be there after a power cut, not only after a reload.
const lasting = { durability: 'strict' } as const

const idOf = (...parts: readonly string[]): string => parts.join('\n')
const ofAccount = (accountId: string): IDBKeyRange => under(accountId)
const ofSheet = ({ accountId, sheetKey }: SheetOwner): IDBKeyRange => under(accountId, sheetKey)
const under = (...parts: readonly string[]): IDBKeyRange =>
  IDBKeyRange.bound(idOf(...parts, ''), idOf(...parts, '\uffff'))

/** Opens this machine's store of drafts; those older than thirty days go. */
export const openDraftDatabase = async (now: number): Promise<DraftDatabase> => {
  const database = await openDB<DraftSchema>('hocba-ban-nhap', 1, {
    upgrade: (upgraded) => {
      for (const name of stores) upgraded.createObjectStore(name, { keyPath: 'id' })
    },
  })
  const change = database.transaction(stores, 'readwrite')
  for (const name of stores)
    for (const { id, keptAt } of await change.objectStore(name).getAll())
      if (keptAt < now - lifetime) await change.objectStore(name).delete(id)
  await change.done
  return database
}

/** How many cells of an account this machine keeps that the server does not have, by sheet. */
export const countDraftsBySheet = async (
  database: DraftDatabase,
  accountId: string,
): Promise<ReadonlyMap<string, number>> => {
  const counts = new Map<string, number>()
  for (const { sheetKey } of await database.getAll('drafts', ofAccount(accountId)))
    counts.set(sheetKey, (counts.get(sheetKey) ?? 0) + 1)
  return counts
}

/** Forgets an account's drafts: it signs out on a machine that others use too. */
export const wipeDrafts = async (database: DraftDatabase, accountId: string): Promise<void> => {
  const change = database.transaction(stores, 'readwrite', lasting)
  for (const name of stores) await change.objectStore(name).delete(ofAccount(accountId))
  await change.done
}

/** What a page's store needs besides the database. */
export interface DraftPorts {
  /** This page, of which no other has the name. */
  readonly page: string
  /** The pages that are open now. */
  readonly listOpenPages: () => Promise<ReadonlySet<string>>
  readonly now: () => number
}

/** The drafts of one sheet in one page. */
export const draftStoreOf = (
  database: DraftDatabase,
  owner: SheetOwner,
  { page, listOpenPages, now }: DraftPorts,
): DraftStore => {
  const own = (...rest: readonly string[]): string => idOf(owner.accountId, owner.sheetKey, page, ...rest)
  const draftId = ({ studentCode, path }: Place): string => own(studentCode, path)
  const head = () => ({ ...owner, page, keptAt: now() })
  return {
    keep: async (drafts, settled) => {
      // What comes back after it was settled is found equal and dropped: only drafts must last.
      const change = database.transaction('drafts', 'readwrite', drafts.length > 0 ? lasting : {})
      for (const draft of drafts) void change.store.put({ ...head(), id: draftId(draft), draft })
      for (const place of settled) void change.store.delete(draftId(place))
      await change.done
    },
    keepBatch: async (batch) => {
      const change = database.transaction('batches', 'readwrite', lasting)
      await change.store.put({ ...head(), id: own(batch.saveId), batch })
      await change.done
    },
    dropBatch: async (saveId) => {
      await database.delete('batches', own(saveId))
    },
    adopt: async () => {
      const open = await listOpenPages()
      return adopt(database, owner, (other) => other !== page && open.has(other), own, head)
    },
  }
}

// Everything that no open page answers for becomes this page's, in one step.
const adopt = async (
  database: DraftDatabase,
  owner: SheetOwner,
  isOthers: (page: string) => boolean,
  own: (...rest: readonly string[]) => string,
  head: () => Omit<Kept, 'id'>,
): Promise<Leftover> => {
  const change = database.transaction(stores, 'readwrite', lasting)
  const drafts = await change.objectStore('drafts').getAll(ofSheet(owner))
  const batches = await change.objectStore('batches').getAll(ofSheet(owner))
  const left = drafts.filter(({ page }) => !isOthers(page)).toSorted((a, b) => a.keptAt - b.keptAt)
  const unanswered = batches.filter(({ page }) => !isOthers(page)).toSorted((a, b) => a.keptAt - b.keptAt)
  for (const { id, draft } of left) {
    await change.objectStore('drafts').delete(id)
    await change.objectStore('drafts').put({ ...head(), id: own(draft.studentCode, draft.path), draft })
  }
  for (const { id, batch } of unanswered) {
    await change.objectStore('batches').delete(id)
    await change.objectStore('batches').put({ ...head(), id: own(batch.saveId), batch })
  }
  await change.done
  return { drafts: newest(left.map(({ draft }) => draft)), batches: unanswered.map(({ batch }) => batch) }
}

/** Of several drafts of one cell the last one. */
const newest = (drafts: readonly Draft[]): readonly Draft[] => [
  ...new Map(drafts.map((draft) => [`${draft.studentCode}\n${draft.path}`, draft] as const)).values(),
]
