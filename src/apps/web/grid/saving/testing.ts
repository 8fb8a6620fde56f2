import type { Draft } from '../model/draft.ts'
import { keyOf, type Place, type SheetCell } from '../model/sheet.ts'
import type { Batch, Failure, Outcome } from './batch.ts'
import type { DraftStore } from './drafts.ts'
import type { SaverPorts } from './saver-ports.ts'

/** A server that keeps versions, remembers batches, and can be cut off, before it writes or after. */
export interface PretendServer {
  cut: 'no' | 'before' | 'after'
  failure: Failure
  readonly batches: Batch[]
  readonly cells: Map<string, SheetCell>
  readonly save: (batch: Batch) => Promise<readonly Outcome[]>
  readonly writeAs: (place: Place, value: string | null, byName: string) => void
  news: readonly SheetCell[]
}

export const openPretendServer = (cells: readonly SheetCell[]): PretendServer => {
  const answered = new Map<string, readonly Outcome[]>()
  const server: PretendServer = {
    cut: 'no',
    failure: { kind: 'unreachable' },
    batches: [],
    cells: new Map(cells.map((cell) => [keyOf(cell), cell])),
    news: [],
    writeAs: (place, value, byName) => {
      const version = (server.cells.get(keyOf(place))?.version ?? 0) + 1
      const { studentCode, path } = place
      server.cells.set(keyOf(place), {
        studentCode,
        path,
        value,
        version,
        byName,
        at: '2026-11-23T08:00:00Z',
      })
    },
    save: async (batch) => {
      await Promise.resolve()
      if (server.cut === 'before') throw new Error('cut')
      const outcomes = answered.get(batch.saveId) ?? batch.cells.map((cell) => write(server, cell))
      answered.set(batch.saveId, outcomes)
      server.batches.push(batch)
      if (server.cut === 'after') throw new Error('cut')
      return outcomes
    },
  }
  return server
}

const write = (
  server: PretendServer,
  { studentCode, path, value, seenVersion }: Batch['cells'][number],
): Outcome => {
  const place = { studentCode, path }
  const before = server.cells.get(keyOf(place))
  const isSeen = (before?.version ?? 0) === seenVersion
  if (isSeen) server.writeAs(place, value, 'Lê Thu Hiền')
  const { value: kept = null, version = 0, byName = null, at = null } = server.cells.get(keyOf(place)) ?? {}
  return { ...place, value: kept, version, byName, at, outcome: isSeen ? 'saved' : 'conflict', message: null }
}

/** Drafts in memory, as they lie on a disk that outlives its page. */
export const openPretendDisk = () => {
  const drafts = new Map<string, Draft>()
  const batches = new Map<string, Batch>()
  const store: DraftStore = {
    keep: (kept, settled) => {
      for (const draft of kept) drafts.set(keyOf(draft), draft)
      for (const place of settled) drafts.delete(keyOf(place))
      return Promise.resolve()
    },
    keepBatch: (batch) => {
      batches.set(batch.saveId, batch)
      return Promise.resolve()
    },
    dropBatch: (saveId) => {
      batches.delete(saveId)
      return Promise.resolve()
    },
    adopt: () => Promise.resolve({ drafts: [...drafts.values()], batches: [...batches.values()] }),
  }
  return { drafts, batches, store }
}

/** A clock that stands still until it is told to go on. */
export const openPretendClock = () => {
  let now = 0
  let timers: readonly { readonly at: number; readonly act: () => void }[] = []
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 50; turn += 1) await Promise.resolve()
  }
  return {
    now: () => now,
    later: (act: () => void, milliseconds: number) => {
      const timer = { at: now + milliseconds, act }
      timers = [...timers, timer]
      return () => {
        timers = timers.filter((one) => one !== timer)
      }
    },
    pass: async (milliseconds: number): Promise<void> => {
      const end = now + milliseconds
      for (;;) {
        await settle()
        const next = timers.filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at)[0]
        if (next === undefined) break
        timers = timers.filter((one) => one !== next)
        now = next.at
        next.act()
      }
      now = end
      await settle()
    },
  }
}

/** The ports of a saver over pretended ones. */
export const pretendPorts = (
  server: PretendServer,
  disk: ReturnType<typeof openPretendDisk>,
  clock: ReturnType<typeof openPretendClock>,
): SaverPorts => {
  let drawn = 0
  return {
    save: server.save,
    listChanges: () =>
      server.cut === 'no'
        ? Promise.resolve({ cells: server.news, asOf: '2026-11-23T08:00:00Z' })
        : Promise.reject(new Error('cut')),
    toFailure: () => server.failure,
    drafts: disk.store,
    tell: () => undefined,
    newId: () => `${clock.now()}-${++drawn}`,
    now: clock.now,
    later: clock.later,
  }
}
