import { hear } from './model/cell.ts'
import { noHistory, note, redo, undo, type History, type Patch } from './model/history.ts'
import { keyOf, type Place, type SheetCell } from './model/sheet.ts'
import { applyPatch, changeCells, type Table } from './model/table.ts'

/** How cells came to be written. */
export type EditSource = 'typed' | 'pasted' | 'file' | 'undo'

/** The table and what can be undone in it, at one moment. */
export interface SheetMoment {
  readonly table: Table
  readonly history: History
}

/** The sheet as the page holds it: one place where edits, answers and other people's changes meet. */
export interface SheetStore {
  readonly getMoment: () => SheetMoment
  readonly subscribe: (listener: () => void) => () => void
  /** Told of the cells that a person changed, before anything else sees them. */
  readonly onEdit: (listener: (places: readonly Place[], source: EditSource) => void) => () => void
  readonly edit: (patch: Patch, source: EditSource) => void
  readonly undo: () => Patch | undefined
  readonly redo: () => Patch | undefined
  /** A change that is no person's edit here: an answer of the server, a draft brought back. */
  readonly change: (change: (table: Table) => Table) => void
  /** What others wrote. The cell that is being typed into waits until the typing ends. */
  readonly hear: (cells: readonly SheetCell[]) => void
  readonly setTyping: (place: Place | undefined) => void
}

type Listener = () => void
type EditListener = (places: readonly Place[], source: EditSource) => void

/** Opens a store over a table. */
export const createSheetStore = (table: Table): SheetStore => {
  let moment: SheetMoment = { table, history: noHistory }
  let typing: string | undefined
  let waiting: readonly SheetCell[] = []
  const listeners = new Set<Listener>()
  const editListeners = new Set<EditListener>()

  const set = (next: Partial<SheetMoment>): void => {
    moment = { ...moment, ...next }
    for (const listener of listeners) listener()
  }
  const write = (patch: Patch, history: History, source: EditSource): void => {
    moment = { table: applyPatch(moment.table, patch), history }
    for (const listener of editListeners) listener(patch, source)
    for (const listener of listeners) listener()
  }
  const hearAll = (cells: readonly SheetCell[]): void => {
    const now = cells.filter((cell) => keyOf(cell) !== typing)
    waiting = [...waiting, ...cells.filter((cell) => keyOf(cell) === typing)]
    if (now.length > 0) set({ table: changeCells(moment.table, now, hear) })
  }
  const turn = (found: ReturnType<typeof undo>): Patch | undefined => {
    if (found !== undefined) write(found.patch, found.history, 'undo')
    return found?.patch
  }

  return {
    getMoment: () => moment,
    subscribe: (listener) => subscribeTo(listeners, listener),
    onEdit: (listener) => subscribeTo(editListeners, listener),
    edit: (patch, source) => {
      if (patch.length > 0) write(patch, note(moment.history, patch), source)
    },
    undo: () => turn(undo(moment.history)),
    redo: () => turn(redo(moment.history)),
    change: (change) => {
      set({ table: change(moment.table) })
    },
    hear: hearAll,
    setTyping: (place) => {
      typing = place === undefined ? undefined : keyOf(place)
      const heard = waiting.filter((cell) => keyOf(cell) !== typing)
      waiting = waiting.filter((cell) => keyOf(cell) === typing)
      if (heard.length > 0) hearAll(heard)
    },
  }
}

const subscribeTo = <One>(listeners: Set<One>, listener: One): (() => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}
