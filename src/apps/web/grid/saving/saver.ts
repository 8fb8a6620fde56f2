import { send } from '../model/cell.ts'
import { draftOf } from '../model/draft.ts'
import { keyOf, type Place } from '../model/sheet.ts'
import { cellAt, changeCells, type Table } from '../model/table.ts'
import type { EditSource, SheetStore } from '../sheet-store.ts'
import { applyOutcomes, listUnsent, placesOf, refuseBatch, restoreDrafts } from './answers.ts'
import type { Batch, Outcome } from './batch.ts'
import {
  backOff,
  enough,
  longestWait,
  mostPerBatch,
  pause,
  pollEvery,
  type SaverPorts,
} from './saver-ports.ts'
import { countStates, type SavingPhase, type SavingStatus } from './saving-status.ts'

/** Bộ lưu: brings what is typed to the server in the background; typing never waits for it. */
export interface Saver {
  /** Brings back what an earlier page left, then listens to edits and to others' changes; tells how many came back. */
  readonly start: () => Promise<number>
  readonly stop: () => void
  readonly getStatus: () => SavingStatus
  readonly subscribe: (listener: () => void) => () => void
  /** Tries at once what waits: the network is back, or somebody signed in again. */
  readonly resume: () => void
  /** Done when everything that can be sent is answered, or nothing can be sent now. */
  readonly settle: () => Promise<void>
  /** Cells were changed by other means than an edit: a conflict that was resolved, a text given up. */
  readonly noteChange: (places: readonly Place[]) => void
}

/** One saver at work. */
interface Run {
  readonly store: SheetStore
  readonly ports: SaverPorts
  readonly listeners: Set<() => void>
  readonly sources: Map<string, EditSource>
  phase: SavingPhase
  savedAt: number | null
  keepsDrafts: boolean
  /** The last writing of drafts; they are written one after the other. */
  kept: Promise<void>
  /** Sent, and not answered yet: tried again as the same batch. */
  pending: Batch | undefined
  flushing: Promise<void> | undefined
  isStopped: boolean
  /** Nothing is sent until the network is tried again, or somebody signed in again. */
  isHeld: boolean
  attempts: number
  unsentSince: number | undefined
  heardUntil: string
  readonly callOff: { flush: () => void; poll: () => void; edits: () => void }
  status: SavingStatus | undefined
}

const nothing = (): void => undefined

const openRun = (store: SheetStore, ports: SaverPorts, heardUntil: string): Run => ({
  store,
  ports,
  listeners: new Set(),
  sources: new Map(),
  phase: 'quiet',
  savedAt: null,
  keepsDrafts: true,
  kept: Promise.resolve(),
  pending: undefined,
  flushing: undefined,
  isStopped: false,
  isHeld: false,
  attempts: 0,
  unsentSince: undefined,
  heardUntil,
  callOff: { flush: nothing, poll: nothing, edits: nothing },
  status: undefined,
})

const tableOf = ({ store }: Run): Table => store.getMoment().table

const publish = (run: Run): void => {
  run.status = undefined
  for (const listener of run.listeners) listener()
}

/** One after the other: a later draft of a cell never falls behind an earlier one. */
const keepInOrder = (run: Run, act: () => Promise<void>): void => {
  run.kept = run.kept.then(act).catch(() => {
    run.keepsDrafts = false
    publish(run)
  })
}

const keepDrafts = (run: Run, places: readonly Place[]): void => {
  const table = tableOf(run)
  const found = placesOf(places).map((place) => ({
    place,
    draft: draftOf(place.studentCode, place.path, cellAt(table, place)),
  }))
  const drafts = found.flatMap(({ draft }) => draft ?? [])
  const settled = found.filter(({ draft }) => draft === undefined).map(({ place }) => place)
  keepInOrder(run, () => run.ports.drafts.keep(drafts, settled))
}

const schedule = (run: Run, milliseconds: number): void => {
  run.callOff.flush()
  run.callOff.flush = run.ports.later(() => void flush(run), milliseconds)
}

const scheduleAfterEdit = (run: Run): void => {
  const { unsent } = countStates(tableOf(run))
  if (run.flushing !== undefined || run.isHeld || unsent === 0) return
  const now = run.ports.now()
  run.unsentSince ??= now
  const rest = run.unsentSince + longestWait - now
  schedule(run, unsent >= enough ? 0 : Math.max(0, Math.min(pause, rest)))
}

const nextBatch = ({ store, sources, ports }: Run): Batch | undefined => {
  const unsent = listUnsent(store.getMoment().table)
  const [first] = unsent
  if (first === undefined) return undefined
  const sourceOf = (place: Place): EditSource => sources.get(keyOf(place)) ?? 'typed'
  const source = sourceOf(first)
  const cells = unsent.filter((cell) => sourceOf(cell) === source).slice(0, mostPerBatch)
  return { saveId: ports.newId(), source, cells }
}

/** Sends all that waits, batch by batch, until an answer says to wait. */
const flush = (run: Run): Promise<void> => {
  run.flushing ??= sendAll(run).finally(() => {
    run.flushing = undefined
    publish(run)
  })
  return run.flushing
}

const sendAll = async (run: Run): Promise<void> => {
  run.callOff.flush()
  if (run.phase !== 'signed-out') run.isHeld = false
  for (let batch = begin(run); batch !== undefined; batch = begin(run)) {
    await run.kept
    await sendOne(run, batch)
  }
}

/** The next batch, marked as being sent and kept on this machine; undefined where nothing is to be sent now. */
const begin = (run: Run): Batch | undefined => {
  if (run.isStopped || run.isHeld) return undefined
  const batch = run.pending ?? nextBatch(run)
  run.unsentSince = undefined
  // A cut is over when an answer comes, not when it is tried again.
  if (run.phase !== 'unreachable') run.phase = batch === undefined ? 'quiet' : 'sending'
  if (batch !== undefined && batch !== run.pending) {
    run.pending = batch
    run.store.change((table) => changeCells(table, batch.cells, send))
    keepInOrder(run, () => run.ports.drafts.keepBatch(batch))
  }
  publish(run)
  return batch
}

const sendOne = async (run: Run, batch: Batch): Promise<void> => {
  try {
    const outcomes = await run.ports.save(batch)
    run.attempts = 0
    run.phase = 'sending'
    settleBatch(run, batch, (table) => applyOutcomes(table, outcomes))
    tellSaved(run, outcomes)
  } catch (error) {
    fail(run, batch, error)
  }
}

const settleBatch = (run: Run, batch: Batch, change: (table: Table) => Table): void => {
  run.pending = undefined
  run.store.change(change)
  keepDrafts(run, batch.cells)
  keepInOrder(run, () => run.ports.drafts.dropBatch(batch.saveId))
}

const tellSaved = (run: Run, outcomes: readonly Outcome[]): void => {
  const saved = outcomes.filter(({ outcome }) => outcome === 'saved')
  if (saved.length === 0) return
  run.savedAt = run.ports.now()
  run.ports.tell(saved)
}

const fail = (run: Run, batch: Batch, error: unknown): void => {
  const failure = run.ports.toFailure(error)
  if (failure.kind === 'refused') {
    settleBatch(run, batch, (table) => refuseBatch(table, batch, failure.message))
    return
  }
  run.phase = failure.kind
  run.isHeld = true
  if (failure.kind === 'unreachable')
    schedule(run, backOff[Math.min(run.attempts, backOff.length - 1)] ?? pollEvery)
  run.attempts += 1
}

const resume = (run: Run): void => {
  if (run.phase === 'unreachable' || run.phase === 'signed-out') run.phase = 'quiet'
  run.isHeld = false
  publish(run)
  schedule(run, 0)
}

const poll = async (run: Run): Promise<void> => {
  try {
    const { cells, asOf } = await run.ports.listChanges(run.heardUntil)
    run.heardUntil = asOf
    run.store.hear(cells)
    if (run.phase === 'unreachable' || run.phase === 'signed-out') resume(run)
  } catch (error) {
    const { kind } = run.ports.toFailure(error)
    if (kind !== 'refused' && run.phase === 'quiet') run.phase = kind
    if (run.phase === 'signed-out') run.isHeld = true
    publish(run)
  }
  schedulePoll(run)
}

const schedulePoll = (run: Run): void => {
  if (!run.isStopped) run.callOff.poll = run.ports.later(() => void poll(run), pollEvery)
}

/** Sends an earlier page's batches again, under their own ids: written or not, the answer is the same. */
const resend = async ({ ports }: Run, batches: readonly Batch[]): Promise<readonly Outcome[]> => {
  const answers: Outcome[] = []
  for (const batch of batches) {
    try {
      answers.push(...(await ports.save(batch)))
      await ports.drafts.dropBatch(batch.saveId)
    } catch (error) {
      if (ports.toFailure(error).kind === 'refused') await ports.drafts.dropBatch(batch.saveId)
    }
  }
  return answers
}

const restore = async (run: Run): Promise<number> => {
  try {
    const { drafts, batches } = await run.ports.drafts.adopt()
    const answers = await resend(run, batches)
    const { table, left } = restoreDrafts(tableOf(run), drafts, answers)
    run.store.change(() => table)
    keepDrafts(run, drafts)
    return left.length
  } catch {
    run.keepsDrafts = false
    return 0
  }
}

const start = async (run: Run): Promise<number> => {
  const restored = await restore(run)
  if (run.isStopped) return restored
  run.callOff.edits = run.store.onEdit((places, source) => {
    for (const place of places) run.sources.set(keyOf(place), source)
    noteChange(run, places)
  })
  schedule(run, 0)
  schedulePoll(run)
  publish(run)
  return restored
}

const noteChange = (run: Run, places: readonly Place[]): void => {
  keepDrafts(run, places)
  scheduleAfterEdit(run)
  publish(run)
}

const stop = (run: Run): void => {
  run.isStopped = true
  run.callOff.edits()
  run.callOff.flush()
  run.callOff.poll()
}

const subscribe = (run: Run, listener: () => void): (() => void) => {
  run.listeners.add(listener)
  const leave = run.store.subscribe(() => {
    run.status = undefined
    listener()
  })
  return () => {
    run.listeners.delete(listener)
    leave()
  }
}

const statusOf = ({ phase, savedAt, keepsDrafts, store }: Run): SavingStatus => ({
  phase,
  counts: countStates(store.getMoment().table),
  savedAt,
  keepsDrafts,
})

/** Makes the saver of one open sheet; `heardUntil` is the moment its cells were read. */
export const createSaver = (store: SheetStore, ports: SaverPorts, heardUntil: string): Saver => {
  const run = openRun(store, ports, heardUntil)
  return {
    start: () => start(run),
    stop: () => {
      stop(run)
    },
    getStatus: () => (run.status ??= statusOf(run)),
    subscribe: (listener) => subscribe(run, listener),
    resume: () => {
      resume(run)
    },
    settle: async () => {
      await flush(run)
      await run.kept
    },
    noteChange: (places) => {
      noteChange(run, places)
    },
  }
}
