import type { SheetCell } from '../model/sheet.ts'
import type { Batch, Failure, Outcome } from './batch.ts'
import type { DraftStore } from './drafts.ts'

/** What others wrote since a moment. */
export interface SheetChanges {
  readonly cells: readonly SheetCell[]
  readonly asOf: string
}

/** What the saver needs of the world. */
export interface SaverPorts {
  readonly save: (batch: Batch) => Promise<readonly Outcome[]>
  readonly listChanges: (since: string) => Promise<SheetChanges>
  readonly toFailure: (error: unknown) => Failure
  readonly drafts: DraftStore
  /** Tells this person's other pages what was saved. */
  readonly tell: (cells: readonly SheetCell[]) => void
  readonly newId: () => string
  /** Milliseconds. */
  readonly now: () => number
  /** Runs something later; the answer calls it off. */
  readonly later: (act: () => void, milliseconds: number) => () => void
}

/** How long typing may rest before it is sent, and how long it may go on without being sent; milliseconds. */
export const pause = 400
export const longestWait = 2_000
/** From so many cells on there is no waiting; so many go in one request at most. */
export const enough = 200
export const mostPerBatch = 1_000
/** How often others' changes are asked for. */
export const pollEvery = 20_000
/** How long to wait before trying again, each time longer. */
export const backOff = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000] as const
