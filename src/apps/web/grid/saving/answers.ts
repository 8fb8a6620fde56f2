import { clash, confirm, refuse, type Cell } from '../model/cell.ts'
import { mergeDraft, type Draft } from '../model/draft.ts'
import { keyOf, type Place } from '../model/sheet.ts'
import { changeCells, type Table } from '../model/table.ts'
import type { Batch, Outcome, SentCell } from './batch.ts'

/** The cells that wait to be sent, with what this person saw before. */
export const listUnsent = ({ rows }: Table): readonly SentCell[] =>
  rows.flatMap(({ student: { studentCode }, cells }) =>
    [...cells].flatMap(([path, { state, mine, version }]) =>
      state === 'unsent' && mine !== undefined
        ? [{ studentCode, path, value: mine.value, seenVersion: version }]
        : [],
    ),
  )

const answer = (cell: Cell, { outcome, value, version, byName, at, message }: Outcome): Cell => {
  const written = { value, version, byName, at }
  if (outcome === 'saved') return confirm(cell, written)
  return outcome === 'conflict' ? clash(cell, written) : refuse(cell, message ?? '')
}

/** Brings the server's answers into the cells. */
export const applyOutcomes = (table: Table, outcomes: readonly Outcome[]): Table =>
  changeCells(table, outcomes, answer)

/** The server took none of a batch, for one reason. */
export const refuseBatch = (table: Table, { cells }: Batch, message: string): Table =>
  changeCells(table, cells, (cell) => refuse(cell, message))

/**
 * Brings drafts back. What a batch of the earlier page is now known to have saved needs no draft any more; a draft
 * typed after that batch rests on what the batch saved, not on what was there before.
 */
export const restoreDrafts = (
  table: Table,
  drafts: readonly Draft[],
  answers: readonly Outcome[],
): { readonly table: Table; readonly left: readonly Draft[] } => {
  const saved = new Map(
    answers.filter(({ outcome }) => outcome === 'saved').map((outcome) => [keyOf(outcome), outcome] as const),
  )
  const left = drafts.filter((draft) => {
    const outcome = saved.get(keyOf(draft))
    return outcome === undefined || draft.fault !== undefined || outcome.value !== draft.value
  })
  const rebased = left.map((draft) => rebase(draft, saved.get(keyOf(draft))))
  return { table: changeCells(takeNewer(table, [...saved.values()]), rebased, mergeDraft), left }
}

const rebase = (draft: Draft, saved: Outcome | undefined): Draft =>
  saved === undefined ? draft : { ...draft, base: saved.value, baseVersion: saved.version }

// The sheet may have been read before the batch was answered.
const takeNewer = (table: Table, outcomes: readonly Outcome[]): Table =>
  changeCells(table, outcomes, (cell, { value, version, byName, at }) =>
    version > cell.version ? { ...cell, value, version, byName, at } : cell,
  )

/** The places of some cells, each once. */
export const placesOf = (places: readonly Place[]): readonly Place[] =>
  places.map(({ studentCode, path }) => ({ studentCode, path }))
