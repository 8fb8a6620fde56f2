import type { Draft } from '../model/draft.ts'
import type { Place } from '../model/sheet.ts'
import type { Batch } from './batch.ts'

/** Kho bản nháp: keeps what is typed on this machine until the server has it. */
export interface DraftStore {
  /** Keeps the drafts of cells and forgets others; done when it would survive a power cut. */
  readonly keep: (drafts: readonly Draft[], settled: readonly Place[]) => Promise<void>
  /** Keeps a batch before it is sent, so that it can be sent again as the same one. */
  readonly keepBatch: (batch: Batch) => Promise<void>
  readonly dropBatch: (saveId: string) => Promise<void>
  /** Takes over what pages left behind that are open no more. */
  readonly adopt: () => Promise<Leftover>
}

/** What an earlier page did not bring to the server. */
export interface Leftover {
  readonly drafts: readonly Draft[]
  readonly batches: readonly Batch[]
}
