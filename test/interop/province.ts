import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The root of the repository. */
export const root = join(import.meta.dirname, '..', '..')

/** What the command said and how it ended. */
export interface Ending {
  readonly status: number | null
  readonly out: string
  readonly err: string
}

/** Runs the `hocba` command as a person does, in a process of its own. */
export const hocba = (...args: readonly string[]): Ending => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'bin/hocba.js'), ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 27,
  })
  return { status, out: stdout, err: stderr }
}

/** A folder for one test file, to be removed by its `remove`. */
export const makeTemporaryFolder = (): { readonly path: string; readonly remove: () => void } => {
  const path = mkdtempSync(join(tmpdir(), 'hocba-test-'))
  return {
    path,
    remove: () => {
      rmSync(path, { recursive: true, force: true })
    },
  }
}

/** One issued file with its text. */
export interface IssuedBook {
  readonly path: string
  readonly name: string
  readonly text: string
}

/** The issued files of a run, by name. */
export const listBooks = (folder: string): readonly IssuedBook[] =>
  readdirSync(join(folder, 'xml'))
    .toSorted()
    .map((name) => {
      const path = join(folder, 'xml', name)
      return { path, name, text: readFileSync(path, 'utf8') }
    })
