import { Worker } from 'node:worker_threads'
import { spread, times, type Figure } from './figure.ts'
import { median, quartilesOf } from './measure.ts'
import { fromRoot } from './paths.ts'
import type { ThreadTask } from './verify-thread.ts'

interface Thread {
  readonly worker: Worker
  do(task: ThreadTask): Promise<void>
}

const answer = (worker: Worker): Promise<void> =>
  new Promise((resolve, reject) => {
    worker.once('message', () => {
      worker.off('error', reject)
      resolve()
    })
    worker.once('error', reject)
  })

const startThread = async (folder: string): Promise<Thread> => {
  const worker = new Worker(fromRoot('bench/verify-thread.ts'), { workerData: folder })
  await answer(worker)
  const work = (task: ThreadTask): Promise<void> => {
    const done = answer(worker)
    worker.postMessage(task)
    return done
  }
  return { worker, do: work }
}

const target = 1.7
const rounds = 15
const warmUp = 3
const booksPerRound = { whole: 350, limit: 800 }

const timeThreads = async (threads: readonly Thread[], task: ThreadTask): Promise<number> => {
  const before = performance.now()
  await Promise.all(threads.map((thread) => thread.do(task)))
  return performance.now() - before
}

/** How much more two threads do than one in the same time, round by round. */
const gains = async (threads: readonly Thread[], what: ThreadTask['what']): Promise<readonly number[]> => {
  const task = { what, books: booksPerRound[what] }
  const gained: number[] = []
  for (let round = 0; round < warmUp + rounds; round++) {
    const one = await timeThreads(threads.slice(0, 1), task)
    const two = await timeThreads(threads, task)
    if (round >= warmUp) gained.push((threads.length * one) / two)
  }
  return gained
}

/** Whole verdicts on two worker threads beside one; and the bare arithmetic likewise, which tells what the machine has to give. */
export const measureThreads = async (folder: string): Promise<Figure> => {
  const threads = await Promise.all([startThread(folder), startThread(folder)])
  const whole = await gains(threads, 'whole')
  const limit = await gains(threads, 'limit')
  await Promise.all(threads.map(({ worker }) => worker.terminate()))
  const gain = median(whole)
  return {
    what: 'Verdicts on two threads beside one',
    measured: `${times(gain)} as many`,
    beside: `the bare verifies and SHA-256: ${times(median(limit))} (${spread(quartilesOf(limit))})`,
    ratio: `${times(gain)} (${spread(quartilesOf(whole))})`,
    target: `≥ ${target}×`,
    reached: gain >= target,
    headline: { key: 'threads', short: times(gain) },
  }
}
