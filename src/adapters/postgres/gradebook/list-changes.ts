import { withTenant, type Database } from '../connect.ts'
import type { SheetPlace } from './sheet-facts.ts'
import type { SheetCell } from './read-sheet.ts'
import { listCellsSince } from './stored-cells.ts'

/** Longer than a save may take: what began before an answer was given may be committed after it. */
const overlap = 60_000

/**
 * The cells of a sheet written since an instant, by whomever. Those of the minute before are among them, since a save
 * that began then may have been finished only now: who asks knows by its version which cell is news.
 */
export const listChanges = (
  database: Database<'school'>,
  place: SheetPlace,
  since: Date,
): Promise<readonly SheetCell[]> =>
  withTenant(database, place.tenant, async (transaction) => {
    const cells = await listCellsSince(transaction, place, new Date(since.getTime() - overlap))
    return cells.map((cell) => ({ ...cell, lockedBecause: null }))
  })
