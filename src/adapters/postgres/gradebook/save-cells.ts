import { createHash } from 'node:crypto'
import type { Closing } from '../../../gradebook/index.ts'
import { Refusal } from '../../../shared/refusal.ts'
import { withTenantPrepared, type Database, type RunPrepared } from '../connect.ts'
import { cellTableOf } from './cell-tables.ts'
import { judgeCells } from './judge-cells.ts'
import { findSaveContext } from './save-context.ts'
import { findSaved, openAct } from './saves.ts'
import type { SheetPlace } from './sheet-facts.ts'
import { overtaken, writeCells } from './write-cells.ts'

/** One cell as somebody wants it: `seenVersion` is that of the cell they saw, 0 where none had been written. */
export interface WantedCell {
  readonly studentCode: string
  readonly path: string
  readonly value: string | null
  readonly seenVersion: number
}

/** What became of one cell. Of a conflict or refusal it says what stands there now. */
export interface CellOutcome {
  readonly studentCode: string
  readonly path: string
  readonly outcome: 'saved' | 'conflict' | 'refused'
  readonly value: string | null
  readonly version: number
  readonly byName: string | null
  readonly at: string | null
  readonly message: string | null
}

export type CellSource = 'typed' | 'pasted' | 'file' | 'undo'

/** One save (lần lưu) of a sheet: `saveId` is drawn by whoever saves, and stands for this content alone. */
export interface Save {
  readonly saveId: string
  readonly place: SheetPlace
  readonly account: { readonly accountId: string; readonly fullName: string }
  readonly source: CellSource
  readonly cells: readonly WantedCell[]
  /** What is closed besides the parts whose deadline has gone by. */
  readonly closings?: readonly Closing[]
  /** The answer to a cell that was sent back, which alone may write it. */
  readonly isAnswer?: boolean
  readonly now: Date
}

/**
 * Writes cells, each by itself: one that somebody wrote since it was seen, or that may not be, leaves the others saved.
 * One transaction, one act; a fixed number of statements. The same save again writes nothing and is answered as it was.
 * Undefined where there is no such sheet. Refused where a save's number was used for something else.
 */
export const saveCells = async (
  database: Database<'school'>,
  save: Save,
): Promise<readonly CellOutcome[] | undefined> => {
  for (let attempt = 1; ; attempt++)
    try {
      return await withTenantPrepared(database, save.place.tenant, (run) => saveOnce(run, save))
    } catch (error) {
      if (attempt === mostAttempts || !again.has((error as { readonly code?: unknown }).code)) throw error
    }
}

const mostAttempts = 10

/**
 * Done again: where somebody made a cell in the middle of it; and serialization_failure, deadlock_detected, since an
 * import writes in another order and PostgreSQL ends one of two that wait for each other.
 */
const again = new Set<unknown>([overtaken, '40001', '40P01'])

const digestOf = ({ place, account, cells }: Save): Buffer => {
  const { schoolYear, level, classId, sheet } = place
  const content = cells.map(({ studentCode, path, value, seenVersion }) => [
    studentCode,
    path,
    value,
    seenVersion,
  ])
  const sent = JSON.stringify([account.accountId, schoolYear, level, classId, sheet, content])
  return createHash('sha256').update(sent).digest()
}

/**
 * Writes cells within the transaction of another act, which bears the save's number and has been entered. Undefined where
 * there is no such sheet.
 */
export const saveCellsIn = async (
  run: RunPrepared,
  save: Save,
): Promise<readonly CellOutcome[] | undefined> => {
  const context = await findSaveContext(run, save)
  if (context === undefined) return undefined
  const table = cellTableOf(save.place.level, save.place.sheet)
  return writeCells(run, save, table, judgeCells(save, context), digestOf(save))
}

const saveOnce = async (run: RunPrepared, save: Save): Promise<readonly CellOutcome[] | undefined> => {
  const context = await findSaveContext(run, save)
  if (context === undefined) return undefined
  const digest = digestOf(save)
  if (!(await openAct(run, save))) return replay(run, save, digest)
  const table = cellTableOf(save.place.level, save.place.sheet)
  return writeCells(run, save, table, judgeCells(save, context), digest)
}

const replay = async (run: RunPrepared, save: Save, digest: Buffer): Promise<readonly CellOutcome[]> => {
  const saved = await findSaved(run, save)
  if (saved?.digest.equals(digest) === true) return saved.outcomes
  throw new Refusal(
    'changed-meanwhile',
    'Mã của lần lưu này đã dùng cho một nội dung khác; chưa ghi gì. Hãy lưu lại với mã mới.',
  )
}
