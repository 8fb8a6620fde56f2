import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createEngine } from '../engine.ts'
import { coverageOf, readFaces, type Coverage } from '../face.ts'
import { receiptsContent } from '../issue-receipts/receipts-content.ts'
import type { ReceiptSheets } from '../issue-receipts/receipts.ts'
import type { Printable } from '../printable.ts'
import { paperContent } from './paper-content.ts'
import type { PrintedPaper, Printing } from './paper.ts'

/** Prints a paper of a class, or its receipts, as tagged PDF/A; equal input gives equal bytes. */
export type PaperPress = (paper: PrintedPaper | ReceiptSheets, printing: Printing) => Uint8Array

const workspace = fileURLToPath(new URL('../templates', import.meta.url))

interface Job {
  readonly template: string
  readonly content: Printable
}

const jobOf = (paper: PrintedPaper | ReceiptSheets, printing: Printing, has: Coverage): Job =>
  'receipts' in paper
    ? { template: 'issue-receipt/1', content: receiptsContent(paper, printing, has) }
    : { template: 'class-papers/1', content: paperContent(paper, printing, has) }

/** Starts a press: about 50 ms, 60 MB. One is enough for a process; a whole book takes it about a second. */
export const createPaperPress = async (): Promise<PaperPress> => {
  const faces = await readFaces()
  const [regular] = faces
  if (regular === undefined) throw new Error('the type is missing')
  const has = coverageOf(regular)
  const compiler = createEngine({ workspace, fontArgs: [{ fontBlobs: [...faces] }] })
  return (paper, printing) => {
    const { template, content } = jobOf(paper, printing, has)
    compiler.mapShadow(join(workspace, 'paper.json'), Buffer.from(JSON.stringify(content), 'utf8'))
    try {
      const compiled = compiler.compile({ mainFilePath: join(workspace, template, 'main.typ') })
      if (compiled.result === null)
        throw new Error(`${template} failed: ${JSON.stringify(compiled.takeError()?.shortDiagnostics)}`)
      return compiler.pdf(compiled.result, { pdfStandard: 'a-3a', pdfTags: true })
    } finally {
      // Papers have little in common: what one was laid out with is forgotten with it.
      compiler.evictCache(0)
    }
  }
}
