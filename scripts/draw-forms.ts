import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createRenderer, type RenditionInput } from '../src/rendition/index.ts'
import { longest, special } from '../src/rendition/testing/cases.ts'
import { sampleReport } from '../src/rendition/testing/reports.ts'
import { sealedYear } from '../src/rendition/testing/years.ts'
import { encodePalettePng } from './palette-png.ts'

/*
 * Draws the pages that the checklist of the forms shows, from invented reports that never change; by poppler's
 * pdftoppm (Debian: apt-get install poppler-utils).
 */
const dotsPerInch = 100
const folder = fileURLToPath(new URL('../docs/forms/', import.meta.url))

const primary = sealedYear(special(sampleReport('primary')))
const lower = sealedYear(special(sampleReport('lower-secondary')))
const upper = sealedYear(sampleReport('upper-secondary'))
const long = sealedYear(longest(sampleReport('lower-secondary')))

/** Each drawn page: its file, the book, the page's number in it. */
const drawings: readonly (readonly [name: string, book: RenditionInput, page: number])[] = [
  ['primary-cover', primary, 1],
  ['primary-profile', primary, 3],
  ['primary-subjects', primary, 4],
  ['primary-traits', primary, 5],
  ['primary-results', primary, 6],
  ['lower-cover', lower, 1],
  ['lower-profile', lower, 3],
  ['lower-subjects', lower, 4],
  ['lower-summary', lower, 6],
  ['upper-subjects', upper, 4],
  ['upper-summary', upper, 6],
  ['longest-cover', long, 1],
  ['annex', primary, 8],
]

const drawPage = (pdf: string, page: number): Uint8Array => {
  const { status, stdout, stderr } = spawnSync(
    'pdftoppm',
    ['-r', `${dotsPerInch}`, '-f', `${page}`, '-l', `${page}`, pdf],
    { maxBuffer: 1 << 26 },
  )
  if (status !== 0) throw new Error(`pdftoppm: ${stderr.toString()}`)
  return encodePalettePng(stdout)
}

const temporary = mkdtempSync(join(tmpdir(), 'forms-'))
try {
  const renderer = await createRenderer()
  for (const [name, book, page] of drawings) {
    const pdf = join(temporary, 'book.pdf')
    writeFileSync(pdf, await renderer.render(book))
    const path = join(folder, `${name}.png`)
    writeFileSync(path, drawPage(pdf, page))
    process.stdout.write(`${path} ${Math.ceil(readFileSync(path).length / 1000)} KB\n`)
  }
} finally {
  rmSync(temporary, { recursive: true })
}
