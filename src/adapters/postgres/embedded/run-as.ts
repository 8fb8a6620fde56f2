import { spawn } from 'node:child_process'
import { readFile, stat } from 'node:fs/promises'
import { findError } from '../../file-store/file-errors.ts'

/** Whom the database server runs as; empty for the user of this process. */
export interface RunAs {
  readonly uid?: number
  readonly gid?: number
}

const unprivileged = { uid: 65534, gid: 65534 }

/** The user `nobody`, which nearly every Unix has. */
const findNobody = async (): Promise<RunAs> => {
  const entry = /^nobody:[^:]*:(-?\d+):(-?\d+):/m.exec(await readFile('/etc/passwd', 'utf8').catch(() => ''))
  return entry === null ? unprivileged : { uid: Number(entry[1]), gid: Number(entry[2]) }
}

/**
 * Root may not run PostgreSQL: then the owner of the data does, and `nobody` where there is no data yet. Any other
 * user runs it as themselves.
 */
export const chooseRunAs = async (
  data: string,
  uid: number | undefined = process.getuid?.(),
): Promise<RunAs> => {
  if (uid !== 0) return {}
  const owner = await stat(data).catch(findError('ENOENT', 'EACCES'))
  return owner === undefined || owner.uid === 0 ? findNobody() : { uid: owner.uid, gid: owner.gid }
}

/** How a program ended, and what it said. */
export interface RunResult {
  readonly ok: boolean
  readonly output: string
}

/** Runs a program to its end. One that cannot even be started is a result like any other. */
export const run = (file: string, args: readonly string[], as: RunAs): Promise<RunResult> =>
  new Promise((resolve) => {
    const child = spawn(file, args, {
      ...as,
      ...programSurroundings(),
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    })
    const parts: string[] = []
    const keep = (part: Buffer): number => parts.push(part.toString('utf8'))
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.on('error', (error) => {
      resolve({ ok: false, output: error.message })
    })
    child.on('close', (code) => {
      resolve({ ok: code === 0, output: parts.join('') })
    })
  })

/** Nothing of the caller's environment (PGDATA, LANG, LD_PRELOAD …) reaches the server; Windows needs its own. */
export const programSurroundings = (): { readonly cwd?: string; readonly env?: Record<string, string> } =>
  process.platform === 'win32'
    ? {}
    : { cwd: '/', env: { PATH: '/usr/local/bin:/usr/bin:/bin', LANG: 'C', LC_ALL: 'C', TZ: 'UTC' } }

/** May this user enter the folder, through every folder above it? Tried rather than computed. */
export const canEnter = async (folder: string, as: RunAs): Promise<boolean> =>
  as.uid === undefined || (await run('/bin/sh', ['-c', 'cd -- "$0"', folder], as)).ok
