import { createThread } from '../../../../adapters/thread.ts'
import type { PrintedPaper, Printing, ReceiptSheets } from '../../../../rendition/index.ts'
import { createGate } from '../../limits/gate.ts'

/** Prints a paper as PDF beside the server's own thread: a whole book takes it half a second. */
export type Press = (paper: PrintedPaper | ReceiptSheets, printing: Printing) => Promise<Uint8Array>

/** What the press's thread is asked for. */
export interface PressWork {
  readonly question: { readonly paper: PrintedPaper | ReceiptSheets; readonly printing: Printing }
  readonly answer: Uint8Array
}

const atOnce = 2
const inLine = 24

/** Makes the press; its thread starts with the first paper. */
export const createPress = (): Press => {
  const gate = createGate(atOnce, inLine, 'Máy chủ đang dựng quá nhiều bản in')
  const ask = createThread<PressWork>(new URL('./press-worker.ts', import.meta.url))
  return (paper, printing) => gate(() => ask({ paper, printing }))
}
