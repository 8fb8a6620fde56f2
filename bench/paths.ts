import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Where benchmarks put what they make on the way; not kept. */
export const temporary = (name: string): string => {
  const folder = fileURLToPath(new URL(`./tmp/${name}`, import.meta.url))
  mkdirSync(folder, { recursive: true })
  return folder
}

/** A file of the repository, from its root. */
export const fromRoot = (name: string): string => fileURLToPath(new URL(`../${name}`, import.meta.url))

/** Runs a script in a process of its own, on the same Node; gives what it wrote. */
export const runScript = (script: string, args: readonly string[]): string => {
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [script, ...args], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`${args.join(' ')}: ${stderr}`, { cause: error })
  return stdout
}
