import { parentPort } from 'node:worker_threads'
import {
  createPaperPress,
  type PrintedPaper,
  type Printing,
  type ReceiptSheets,
} from '../../../../rendition/index.ts'

/** One paper to print, and its answer. */
export interface PressJob {
  readonly job: number
  readonly paper: PrintedPaper | ReceiptSheets
  readonly printing: Printing
}
export type PressAnswer =
  { readonly job: number; readonly pdf: Uint8Array } | { readonly job: number; readonly error: string }

const press = createPaperPress()

parentPort?.on('message', ({ job, paper, printing }: PressJob) => {
  void press.then(
    (print) => {
      parentPort?.postMessage(printed(job, () => print(paper, printing)))
    },
    (error: unknown) => {
      parentPort?.postMessage({ job, error: String(error) } satisfies PressAnswer)
    },
  )
})

const printed = (job: number, print: () => Uint8Array): PressAnswer => {
  try {
    return { job, pdf: print() }
  } catch (error) {
    return { job, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}
