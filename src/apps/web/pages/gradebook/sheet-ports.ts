import type { DeskPorts, SheetStore } from '../../grid/index.ts'
import {
  countDraftsBySheet,
  draftStoreOf,
  openDraftDatabase,
  wipeDrafts,
  type DraftDatabase,
} from '../../grid/saving/draft-database.ts'
import type { DraftStore } from '../../grid/saving/drafts.ts'
import { holdPage, joinPages, listOpenPages } from '../../grid/saving/pages.ts'
import { onWipe, setUnsent } from '../../shell/unsent.ts'
import { listSheetChanges, saveCells, toFailure } from './sheet-api.ts'
import { sheetKeyOf, type SheetAddress } from './sheet-address.ts'

let opened: Promise<DraftDatabase | undefined> | undefined
let page: string | undefined

/** This machine's drafts; undefined where the browser keeps none. */
const openDrafts = (): Promise<DraftDatabase | undefined> =>
  (opened ??= openDraftDatabase(Date.now()).catch(() => undefined))

const pageName = (): string => (page ??= holdPage())

const nowhere: DraftStore = {
  keep: () => Promise.reject(new Error('this browser keeps no drafts')),
  keepBatch: () => Promise.resolve(),
  dropBatch: () => Promise.resolve(),
  adopt: () => Promise.reject(new Error('this browser keeps no drafts')),
}

/** Shows what earlier visits left unsent, and has it forgotten when its owner signs out. */
export const watchDrafts = (accountId: string): (() => void) => {
  void openDrafts().then(async (database) => {
    if (database === undefined) return
    for (const [sheetKey, count] of await countDraftsBySheet(database, accountId)) setUnsent(sheetKey, count)
  })
  return onWipe(async () => {
    const database = await openDrafts()
    if (database !== undefined) await wipeDrafts(database, accountId)
  })
}

// A sheet that is put aside may have been sent to the end after nobody looked any more.
const recount = async (
  database: DraftDatabase | undefined,
  accountId: string,
  sheetKey: string,
): Promise<void> => {
  if (database === undefined) return
  setUnsent(sheetKey, (await countDraftsBySheet(database, accountId)).get(sheetKey) ?? 0)
}

/** Joins an open sheet to the API, this machine's drafts and this person's other pages. */
export const openSheetPorts = async (
  address: SheetAddress,
  accountId: string,
  store: SheetStore,
): Promise<DeskPorts> => {
  const sheetKey = sheetKeyOf(address)
  const database = await openDrafts()
  const others = joinPages(`${accountId}/${sheetKey}`, store.hear)
  const draftPorts = { page: pageName(), listOpenPages, now: Date.now }
  return {
    save: (batch) => saveCells(address, batch),
    listChanges: (since) => listSheetChanges(address, since),
    toFailure,
    drafts: database === undefined ? nowhere : draftStoreOf(database, { accountId, sheetKey }, draftPorts),
    tell: others.tell,
    newId: () => crypto.randomUUID(),
    now: Date.now,
    later: (act, milliseconds) => {
      const timer = setTimeout(act, milliseconds)
      return () => {
        clearTimeout(timer)
      }
    },
    close: () => {
      others.close()
      void recount(database, accountId, sheetKey)
    },
  }
}
