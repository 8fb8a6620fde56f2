import type { RunPrepared } from '../connect.ts'
import { idOf, keyArrays, lockCells, readCells, type CurrentCell } from './cell-rows.ts'
import type { CellTable } from './cell-tables.ts'
import type { JudgedCell } from './judge-cells.ts'
import type { CellOutcome, Save } from './save-cells.ts'
import { keptOutcomes } from './saves.ts'

/** Somebody else made one of the cells between two statements: all of it is done again, and finds it there. */
export const overtaken = 'overtaken'

/**
 * Writes the allowed cells that stand as they were seen, tells of each what became of it, and keeps that. Existing
 * cells are locked in the order of their keys, new ones inserted in it, so that nobody waits in a circle.
 */
export const writeCells = async (
  run: RunPrepared,
  save: Save,
  table: CellTable,
  cells: readonly JudgedCell[],
  digest: Buffer,
): Promise<readonly CellOutcome[]> => {
  const known = cells.filter((cell) => cell.isAllowed || cell.isKnown)
  const current = await lockCells(run, save.place, table, known)
  const wanted = new Set(cells.filter((cell) => cell.isAllowed && isWritten(cell, current.get(idOf(cell)))))
  const left = known.filter((cell) => !wanted.has(cell) && current.has(idOf(cell)))
  const standing = await readCells(run, save.place, table, left)
  const outcomes = cells.map((cell) =>
    wanted.has(cell) ? saved(save, cell) : notWritten(cell, standing.get(idOf(cell))),
  )
  await store(run, save, table, [...wanted], { current, digest, outcomes })
  return outcomes
}

/** What stands as it was seen is written, unless it says the same already. */
const isWritten = ({ value, seenVersion }: JudgedCell, current: CurrentCell | undefined): boolean =>
  seenVersion === (current?.version ?? 0) && value !== (current?.value ?? null)

interface Storing {
  readonly current: ReadonlyMap<string, CurrentCell>
  readonly digest: Buffer
  readonly outcomes: readonly CellOutcome[]
}

const store = async (
  run: RunPrepared,
  save: Save,
  table: CellTable,
  wanted: readonly JudgedCell[],
  { current, digest, outcomes }: Storing,
): Promise<void> => {
  const before = wanted.flatMap((cell) => current.get(idOf(cell)) ?? [])
  const [result] = await run<{ readonly written: number }>(table.statements.write, [
    save.place.tenant,
    save.place.schoolYear,
    save.saveId,
    ...keyArrays(table, wanted),
    wanted.map(({ value }) => value),
    wanted.map(({ seenVersion }) => seenVersion),
    before.map(({ key }) => JSON.stringify(Object.values(key))),
    before.map(({ version }) => version),
    before.map(({ studentCode }) => studentCode),
    before.map(({ key, value, version, actId }) => JSON.stringify({ ...key, value, version, act_id: actId })),
    digest,
    keptOutcomes(save, outcomes),
  ])
  if (result?.written !== wanted.length) throw Object.assign(new Error(overtaken), { code: overtaken })
}

const saved = (
  { account, now }: Save,
  { studentCode, path, value, seenVersion }: JudgedCell,
): CellOutcome => ({
  studentCode,
  path,
  outcome: 'saved',
  value,
  version: seenVersion + 1,
  byName: account.fullName,
  at: now.toISOString(),
  message: null,
})

/** What stands in a cell that was not written: it says the same already, or somebody was faster, or it may not be. */
const notWritten = (cell: JudgedCell, current: CurrentCell | undefined): CellOutcome => {
  const value = current?.value ?? null
  const outcome = !cell.isAllowed ? 'refused' : value === cell.value ? 'saved' : 'conflict'
  return {
    studentCode: cell.studentCode,
    path: cell.path,
    outcome,
    value,
    version: current?.version ?? 0,
    byName: current?.byName ?? null,
    at: current?.at ?? null,
    message: messageOf(cell, outcome, current),
  }
}

const messageOf = (
  cell: JudgedCell,
  outcome: CellOutcome['outcome'],
  current: CurrentCell | undefined,
): string | null => {
  if (!cell.isAllowed) return cell.message
  if (outcome === 'saved') return null
  return current === undefined
    ? 'Ô này chưa từng được ghi: hãy tải lại trang sổ.'
    : `${current.byName ?? ''} đã ghi ô này sau khi trang sổ được tải.`
}
