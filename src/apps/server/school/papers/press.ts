import { Worker } from 'node:worker_threads'
import type { PrintedPaper, Printing, ReceiptSheets } from '../../../../rendition/index.ts'
import { createGate } from '../../limits/gate.ts'
import type { PressAnswer } from './press-worker.ts'

/** Prints a paper as PDF beside the server's own thread: a whole book takes it half a second. */
export type Press = (paper: PrintedPaper | ReceiptSheets, printing: Printing) => Promise<Uint8Array>

interface Waiting {
  readonly resolve: (pdf: Uint8Array) => void
  readonly reject: (error: Error) => void
}

const atOnce = 2
const inLine = 24

/** Makes the press; its thread starts with the first paper, and again after it has failed. */
export const createPress = (): Press => {
  const gate = createGate(atOnce, inLine, 'Máy chủ đang dựng quá nhiều bản in')
  const waiting = new Map<number, Waiting>()
  let worker: Worker | undefined
  let jobs = 0
  const failAll = (error: Error): void => {
    worker = undefined
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  const start = (): Worker => {
    const started = new Worker(new URL('./press-worker.ts', import.meta.url))
    started.on('message', (answer: PressAnswer) => {
      const one = waiting.get(answer.job)
      waiting.delete(answer.job)
      if ('pdf' in answer) one?.resolve(answer.pdf)
      else one?.reject(new Error(`could not print a paper: ${answer.error}`))
      if (waiting.size === 0) started.unref()
    })
    started.on('error', failAll)
    started.on('exit', () => {
      if (worker === started) failAll(new Error('the press stopped'))
    })
    return started
  }
  return (paper, printing) =>
    gate(
      () =>
        new Promise<Uint8Array>((resolve, reject) => {
          worker ??= start()
          const job = ++jobs
          waiting.set(job, { resolve, reject })
          worker.ref()
          worker.postMessage({ job, paper, printing })
        }),
    )
}
