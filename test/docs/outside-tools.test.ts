import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { fencedBlocks, readDocument, root } from './documents.ts'

const folder = mkdtempSync(join(tmpdir(), 'hocba-docs-'))
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

const heading = '## Kiểm tra bằng công cụ ngoài'

/** The shell lines that docs/format.md gives a stranger, in their order. */
const commandsOfFormat = (): string => {
  const section = readDocument('docs/format.md').split(heading)[1] ?? ''
  return fencedBlocks(section, 'sh').join('\n')
}

/** A book in which each of the three algorithms occurs, so that every line of the page has something to do. */
const findVariedBook = (xml: string): string | undefined =>
  readdirSync(xml)
    .map((name) => join(xml, name))
    .find((file) => {
      const text = readFileSync(file, 'latin1')
      return ['#sha256-rsa-MGF1"', '#rsa-sha256"', '#ecdsa-sha256"'].every((method) => text.includes(method))
    })

it('docs/format.md gives commands that check an issued book with xmllint, xmlsec1 and openssl', () => {
  const issued = join(folder, 'issued')
  const demo = ['bin/hocba.js', 'demo', '--out', issued, '--students', '60', '--no-pdf']
  execFileSync(process.execPath, demo, { cwd: root })
  const book = findVariedBook(join(issued, 'xml'))
  expect(book).toBeDefined()
  const script = commandsOfFormat()
    .replace('D=ket-qua', () => `D='${issued}'`)
    .replace(/^F=.*$/m, () => `F='${book ?? ''}'`)
  expect(script).toContain(`D='${issued}'\nF='${book ?? ''}'`)
  const run = spawnSync('bash', ['-euo', 'pipefail', '-c', script], { cwd: root, encoding: 'utf8' })
  expect(run.status, run.stderr + run.stdout).toBe(0)
  for (const said of ['validates', 'Verified OK', 'Verification: OK', 'certificate: OK'])
    expect(run.stdout + run.stderr).toContain(said)
})
