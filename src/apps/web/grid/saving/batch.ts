import type { Place } from '../model/sheet.ts'
import type { EditSource } from '../sheet-store.ts'

/** One cell as it is sent. */
export interface SentCell extends Place {
  readonly value: string | null
  /** The version this person saw; 0 where nobody had written yet. */
  readonly seenVersion: number
}

/** Cells sent together. Sent again under the same saveId they are not written again. */
export interface Batch {
  readonly saveId: string
  readonly source: EditSource
  readonly cells: readonly SentCell[]
}

/** What became of one sent cell. */
export interface Outcome extends Place {
  readonly outcome: 'saved' | 'conflict' | 'refused'
  readonly value: string | null
  readonly version: number
  readonly byName: string | null
  readonly at: string | null
  readonly message: string | null
}

/** Why a request came to nothing. 'unreachable' is worth another try as it is, 'signed-out' after signing in. */
export type Failure =
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'refused'; readonly message: string }
