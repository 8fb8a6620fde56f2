import type { SigningDesk } from '../../../issuing/index.ts'
import { Refusal } from '../../../shared/refusal.ts'
import { errorCode } from '../../file-store/file-errors.ts'
import { withTenant, type Database } from '../connect.ts'
import type { SchoolTransaction } from '../school/enter-school.ts'
import { sealBatch } from './seal-batch.ts'
import { signBatch } from './sign-batch.ts'
import { endSitting, getSitting, holdClassesOf, takeItems, writeOutcomes } from './sitting-items.ts'
import { sortItems } from './sort-items.ts'
import { pauseSitting, type SittingKey } from './sittings.ts'

/** Which sitting is run, and how. */
export interface SittingRun extends SittingKey {
  readonly clock: () => Date
  /** How many reports are signed at a time. */
  readonly batch?: number
  /** Asked between batches: whoever runs it is about to stop. */
  readonly isStopping?: () => boolean
  /** Told after each batch. */
  readonly onBatch?: () => void
}

/** How a run ended: 'busy' where another server is at what is left, 'stopped' where it is to go on later. */
export type RunEnd = 'ended' | 'paused' | 'busy' | 'stopped'

/** Pages are set one by one, and the server answers others between two batches. */
const usualBatch = { sign: 25, seal: 6 } as const

/** While the pages of one batch are set on their own thread, another is verified and written down. */
const batchesAtOnce = { sign: 1, seal: 2 } as const

/**
 * Runs a sitting (phiên kí) to its end, batch by batch. Each batch is one transaction, in which a signature and what is
 * written down of it stand or fall together: killed at any moment, by whichever server it is run again, it goes on
 * where it was. A report that fails leaves the others; a key that fails pauses the sitting, with the reason.
 */
export const runSitting = async (
  database: Database<'school'>,
  desk: SigningDesk,
  run: SittingRun,
): Promise<RunEnd> => {
  const { kind } = await withTenant(database, run.tenant, (transaction) => getSitting(transaction, run))
  const lanes = Array.from({ length: batchesAtOnce[kind] }, () => runBatches(database, desk, run))
  return endOf(await Promise.allSettled(lanes))
}

/** The strongest end of several: the lane that finds nothing left ends the sitting, the other finds it busy. */
const byStrength = ['ended', 'paused', 'stopped', 'busy'] as const satisfies readonly RunEnd[]

const endOf = (lanes: readonly PromiseSettledResult<RunEnd>[]): RunEnd => {
  const ends = new Set(lanes.flatMap((lane) => (lane.status === 'fulfilled' ? [lane.value] : [])))
  for (const lane of lanes)
    if (lane.status === 'rejected' && !(ends.has('paused') && lane.reason instanceof Refusal))
      throw lane.reason
  return byStrength.find((end) => ends.has(end)) ?? 'busy'
}

const runBatches = async (
  database: Database<'school'>,
  desk: SigningDesk,
  run: SittingRun,
): Promise<RunEnd> => {
  for (;;) {
    if (run.isStopping?.() === true) return 'stopped'
    const end = await runBatchSafely(database, desk, run)
    if (end !== undefined) return end
    run.onBatch?.()
  }
}

const mostAttempts = 5

/** serialization_failure, deadlock_detected: PostgreSQL ends one of two that wait for each other; it is done again. */
const again = new Set<unknown>(['40001', '40P01'])

const runBatchSafely = async (
  database: Database<'school'>,
  desk: SigningDesk,
  run: SittingRun,
): Promise<RunEnd | undefined> => {
  for (let attempt = 1; ; attempt++)
    try {
      return await withTenant(database, run.tenant, (transaction) => runBatch(transaction, desk, run))
    } catch (error) {
      if (attempt < mostAttempts && again.has(errorCode(error))) continue
      // Where the database itself is gone the sitting still runs, and is found again.
      const isPaused = await pauseSitting(database, run, messageOf(error)).catch(() => false)
      if (error instanceof Refusal && isPaused) return 'paused'
      throw error
    }
}

/** A bug's own words are for the log alone. */
const messageOf = (error: unknown): string =>
  error instanceof Refusal
    ? error.message
    : 'Máy chủ gặp lỗi ngoài dự kiến nên phiên dừng lại; những học bạ đã xong vẫn giữ. Hãy thử tiếp tục, nếu vẫn dừng thì báo người quản trị.'

const runBatch = async (
  transaction: SchoolTransaction,
  desk: SigningDesk,
  run: SittingRun,
): Promise<RunEnd | undefined> => {
  const sitting = await getSitting(transaction, run)
  if (sitting.state !== 'running') return sitting.state
  const items = await takeItems(transaction, sitting, run.batch ?? usualBatch[sitting.kind])
  if (items.length === 0) return (await endSitting(transaction, sitting, run.clock())) ? 'ended' : 'busy'
  await holdClassesOf(transaction, sitting, items)
  const { turns, held, dropped } = await sortItems(transaction, sitting, items, run.clock())
  const work = sitting.kind === 'seal' ? sealBatch : signBatch
  const outcomes = await work(transaction, desk, { sitting, items: turns, held, clock: run.clock })
  await writeOutcomes(transaction, sitting, [...dropped, ...outcomes], run.clock())
  return undefined
}
