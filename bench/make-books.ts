import { mkdirSync, writeFileSync } from 'node:fs'
import { writeBook } from '../src/bookfile/index.ts'
import type { SignatureAlgorithm } from '../src/crypto/ports.ts'
import { openSheet, signatureTexts } from '../src/signing/index.ts'
import { fromRoot, runScript, temporary } from './paths.ts'
import { setScene, shapes, writeAfresh } from './scene.ts'
import { sealBooks, signSheets, withoutValueReferences } from './sitting.ts'

/**
 * A class's sealed books of 15 signatures (the cover under the homeroom teacher's) in a folder of their own, with
 * `trust` beside them; `variant.xml` is the first without references to signature values. Made in another process:
 * whoever verifies has not built what it verifies, and its heap shows no trace of it.
 */
export const bookFolder = (algorithm: SignatureAlgorithm): string => {
  const folder = temporary(`books-${algorithm}`)
  runScript(fromRoot('bench/make-books.ts'), [algorithm, folder])
  return folder
}

/** How the books of such a folder are named, by their place in the class. */
export const bookName = (index: number): string => `${String(index + 1).padStart(2, '0')}.xml`

const makeBooks = async (algorithm: SignatureAlgorithm, folder: string): Promise<void> => {
  const { shape, reports, office } = await setScene(shapes.coverWithin, algorithm)
  mkdirSync(`${folder}/trust`, { recursive: true })
  for (const [name, bytes] of office.trustFiles) writeFileSync(`${folder}/trust/${name}`, bytes)
  const sealed = await sealBooks(writeAfresh(reports), office, shape)
  for (const [index, { bytes }] of sealed.entries()) writeFileSync(`${folder}/${bookName(index)}`, bytes)
  const opened = writeAfresh(reports.slice(0, 1)).map((data) =>
    withoutValueReferences(openSheet(data, shape)),
  )
  for (const sheet of await signSheets(opened, office))
    writeFileSync(`${folder}/variant.xml`, writeBook(sheet.data, signatureTexts(sheet)))
}

if (import.meta.main) {
  const [, , algorithm = '', folder = ''] = process.argv
  await makeBooks(algorithm as SignatureAlgorithm, folder)
}
