import { writeFile } from 'node:fs/promises'
import { listGeneratedFiles } from './generated-files.ts'

/** Writes the generated files anew. */
for (const [path, text] of listGeneratedFiles()) {
  await writeFile(path, text)
  process.stdout.write(`${path}\n`)
}
