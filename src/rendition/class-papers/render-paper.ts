import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createEngine } from '../engine.ts'
import { coverageOf, readFaces } from '../face.ts'
import { paperContent } from './paper-content.ts'
import type { PrintedPaper, Printing } from './paper.ts'

/** Prints a paper of a class as tagged PDF/A; equal input gives equal bytes. */
export type PaperPress = (paper: PrintedPaper, printing: Printing) => Uint8Array

const workspace = fileURLToPath(new URL('../templates', import.meta.url))
const template = join(workspace, 'class-papers', '1', 'main.typ')

/** Starts a press: about 50 ms, 60 MB. One is enough for a process; a whole book takes it about a second. */
export const createPaperPress = async (): Promise<PaperPress> => {
  const faces = await readFaces()
  const [regular] = faces
  if (regular === undefined) throw new Error('the type is missing')
  const has = coverageOf(regular)
  const compiler = createEngine({ workspace, fontArgs: [{ fontBlobs: [...faces] }] })
  return (paper, printing) => {
    const content = JSON.stringify(paperContent(paper, printing, has))
    compiler.mapShadow(join(workspace, 'paper.json'), Buffer.from(content, 'utf8'))
    try {
      const compiled = compiler.compile({ mainFilePath: template })
      if (compiled.result === null)
        throw new Error(`the template failed: ${JSON.stringify(compiled.takeError()?.shortDiagnostics)}`)
      return compiler.pdf(compiled.result, { pdfStandard: 'a-3a', pdfTags: true })
    } finally {
      // Papers have little in common: what one was laid out with is forgotten with it.
      compiler.evictCache(0)
    }
  }
}
