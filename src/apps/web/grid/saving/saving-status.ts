import type { CellState } from '../model/cell.ts'
import type { Table } from '../model/table.ts'

/** How the way to the server is: quiet, about to send, sending, cut, or closed until somebody signs in again. */
export type SavingPhase = 'quiet' | 'sending' | 'unreachable' | 'signed-out'

/** One line's worth about the whole sheet. */
export interface SavingStatus {
  readonly phase: SavingPhase
  readonly counts: Readonly<Record<CellState, number>>
  /** When the server last confirmed something; milliseconds. */
  readonly savedAt: number | null
  /** Whether this machine keeps drafts; a browser may refuse. */
  readonly keepsDrafts: boolean
}

/** How many cells are in each state; saved ones count only where somebody wrote. */
export const countStates = ({ rows }: Table): SavingStatus['counts'] => {
  const counts = { saved: 0, unsent: 0, saving: 0, failed: 0, conflict: 0, invalid: 0 }
  for (const { cells } of rows) for (const { state } of cells.values()) counts[state] += 1
  return counts
}

/** Cells that the server does not have yet and would be lost with this machine. */
export const unsentIn = ({ counts }: Pick<SavingStatus, 'counts'>): number =>
  counts.unsent + counts.saving + counts.failed + counts.conflict + counts.invalid
