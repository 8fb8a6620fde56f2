import { EventEmitter, once } from 'node:events'
import type { Database } from '../../../../adapters/postgres/connect.ts'
import { runSitting, type RunEnd } from '../../../../adapters/postgres/books/run-sitting.ts'
import { listRunningSittings } from '../../../../adapters/postgres/books/running-sittings.ts'
import type { SittingKey } from '../../../../adapters/postgres/books/sittings.ts'
import type { SigningDesk } from '../../../../issuing/index.ts'

/** Runs sittings in the background of the server: of one school one sitting at a time, of several side by side. */
export interface SittingRunner {
  /** Sees to it that a sitting is run. */
  readonly start: (key: SittingKey) => void
  /** Kept when something of a sitting has changed here; ended early by the signal. */
  readonly changed: (sittingId: string, signal: AbortSignal) => Promise<void>
  /** Looks for sittings that run and that nobody is at: after a start, and where another server has died. */
  readonly look: () => Promise<void>
  /** Finishes the batches that are under way, and begins no other. */
  readonly close: () => Promise<void>
}

/** What a runner is joined to. */
export interface SittingRunnerParts {
  readonly school: Database<'school'>
  readonly desk: SigningDesk
  readonly clock: () => Date
  /** Hears of bugs. */
  readonly report: (error: unknown) => void
}

/** How often sittings are looked for that another server has left, in milliseconds. */
const lookEvery = 30_000

/** After so many batches another sitting of the school has its turn: 48 books sealed, about a second. */
const batchesInTurn = 8

export const createSittingRunner = ({ school, desk, clock, report }: SittingRunnerParts): SittingRunner => {
  const waiting = new Map<number, Set<string>>()
  const loops = new Map<number, Promise<void>>()
  const changes = new EventEmitter().setMaxListeners(0)
  let isClosing = false

  /** A few batches: those of other sittings of the school come in between. */
  const step = (key: SittingKey): Promise<RunEnd> => {
    let batches = 0
    const tell = (): void => {
      batches += 1
      changes.emit(key.sittingId)
    }
    const run = { ...key, clock, onBatch: tell, isStopping: () => isClosing || batches >= batchesInTurn }
    return runSitting(school, desk, run).finally(() => changes.emit(key.sittingId))
  }
  const loop = async (tenant: number, sittings: Set<string>): Promise<void> => {
    while (sittings.size > 0 && !isClosing)
      for (const sittingId of [...sittings]) {
        const end = await step({ tenant, sittingId }).catch((error: unknown) => {
          report(error)
          return 'busy' as const
        })
        if (end !== 'stopped') sittings.delete(sittingId)
      }
    loops.delete(tenant)
  }
  const start = ({ tenant, sittingId }: SittingKey): void => {
    if (isClosing) return
    const sittings = waiting.get(tenant) ?? new Set()
    waiting.set(tenant, sittings.add(sittingId))
    if (!loops.has(tenant)) loops.set(tenant, loop(tenant, sittings))
  }
  const look = async (): Promise<void> => {
    for (const key of await listRunningSittings(school)) start(key)
  }
  const timer = setInterval(() => void look().catch(report), lookEvery)
  timer.unref()
  return {
    start,
    look,
    changed: async (sittingId, signal) => {
      await once(changes, sittingId, { signal }).catch(() => undefined)
    },
    close: async () => {
      isClosing = true
      clearInterval(timer)
      await Promise.all(loops.values())
    },
  }
}
