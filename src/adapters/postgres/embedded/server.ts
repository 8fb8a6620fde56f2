import { spawn } from 'node:child_process'
import { open, readFile, rename, stat } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { Refusal } from '../../../shared/refusal.ts'
import { writeAtOnce } from '../../file-store/write-at-once.ts'
import { findError } from '../../file-store/file-errors.ts'
import type { ClusterPlace } from './place.ts'
import { choosePort, loopback } from './port.ts'
import { findProcessState, readPostmasterFile, removeStalePidFile, waitForEnd } from './postmaster.ts'
import type { PostgresProgram } from './program.ts'
import { programSurroundings, run } from './run-as.ts'

/** A server that accepts connections. */
export interface RunningServer {
  readonly pid: number
  readonly port: number
  /** It was already there: left by a killed process, or started by another one that still uses it. */
  readonly isFound: boolean
}

const attempts = 6
const longestStart = 120_000
const longestStop = 60_000

/** The server of these data if one is alive, once it is ready; one that is stopping is waited for. */
const findServer = async ({ data }: ClusterPlace): Promise<RunningServer | undefined> => {
  const giveUp = Date.now() + longestStart
  while (Date.now() < giveUp) {
    const found = await readPostmasterFile(data)
    if (found === undefined || (await findProcessState(found.pid, data)) !== 'postgres') return undefined
    if (found.status === 'ready') return { pid: found.pid, port: found.port, isFound: true }
    await pause(10)
  }
  return undefined
}

/**
 * Finds the server that a killed process left running, or starts one. A start that fails is tried again, because what
 * stood in its way (children of a killed server, another program on the port) passes.
 */
export const startServer = async (place: ClusterPlace, program: PostgresProgram): Promise<RunningServer> => {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    await pause(attempt === 0 ? 0 : 100 * 2 ** attempt)
    const found = await findServer(place)
    if (found !== undefined) return found
    await removeStalePidFile(place.data)
    const port = await choosePort(place.port)
    const started = await tryToStart(place, program, port)
    if (started === undefined) continue
    await writeAtOnce(place.port, `${port}\n`, { mode: 0o644 })
    return started
  }
  throw new Refusal(
    'database-not-available',
    `PostgreSQL đi kèm không khởi động được. Nhật ký ${place.log} kết thúc bằng:\n${await readTail(place.log)}`,
  )
}

const tryToStart = async (
  place: ClusterPlace,
  program: PostgresProgram,
  port: number,
): Promise<RunningServer | undefined> => {
  const launched = await launch(place, program, port)
  const giveUp = Date.now() + longestStart
  while (!launched.hasEnded() && Date.now() < giveUp) {
    const found = await readPostmasterFile(place.data)
    if (found?.status === 'ready' && (found.pid === launched.pid || launched.pid === undefined))
      return { pid: found.pid, port, isFound: false }
    await pause(5)
  }
  return undefined
}

interface Launched {
  readonly pid: number | undefined
  hasEnded(): boolean
}

/**
 * The server gets a session of its own, so that Ctrl-C in the terminal reaches it only through us, and a file for its
 * log, so that it outlives us without harm.
 */
const launch = async (place: ClusterPlace, program: PostgresProgram, port: number): Promise<Launched> => {
  await turnLogOver(place.log)
  if (process.platform === 'win32') return launchOnWindows(place, program, port)
  const log = await open(place.log, 'a', 0o600)
  try {
    let ended = false
    const child = spawn(program.postgres, ['-D', place.data, ...settings(port)], {
      ...place.runAs,
      ...programSurroundings(),
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
    })
    const end = (): void => {
      ended = true
    }
    child.once('error', end).once('exit', end)
    child.unref()
    return { pid: child.pid, hasEnded: () => ended }
  } finally {
    await log.close()
  }
}

/** Windows: only pg_ctl gives up an administrator's rights before it starts the server. */
const launchOnWindows = async (
  { data, log }: ClusterPlace,
  { control }: PostgresProgram,
  port: number,
): Promise<Launched> => {
  const options = settings(port).join(' ')
  const { ok } = await run(control, ['start', '-w', '-D', data, '-l', log, '-o', options], {})
  return { pid: undefined, hasEnded: () => !ok }
}

const settings = (port: number): readonly string[] =>
  [
    `listen_addresses=${loopback}`,
    `port=${port}`,
    'unix_socket_directories=',
    'ssl=off',
    'timezone=UTC',
    'log_timezone=UTC',
    'log_checkpoints=off',
    'cluster_name=hoc-ba-so',
  ].flatMap((setting) => ['-c', setting])

const largestLog = 5_000_000

const turnLogOver = async (log: string): Promise<void> => {
  const { size } = (await stat(log).catch(findError('ENOENT'))) ?? { size: 0 }
  if (size > largestLog) await rename(log, `${log}.1`)
}

const readTail = async (log: string): Promise<string> =>
  ((await readFile(log, 'utf8').catch(findError('ENOENT'))) ?? '').trimEnd().split('\n').slice(-5).join('\n')

/** Stops a server cleanly ("fast": open transactions are undone, everything is written to disk). */
export const stopServer = async (
  { data }: ClusterPlace,
  { control }: PostgresProgram,
  { pid }: RunningServer,
): Promise<void> => {
  if (process.platform === 'win32') await run(control, ['stop', '-m', 'fast', '-w', '-D', data], {})
  else if ((await findProcessState(pid, data)) === 'postgres') process.kill(pid, 'SIGINT')
  if (!(await waitForEnd(data, pid, longestStop)))
    throw new Error(`the database server ${pid} did not stop within ${longestStop} ms`)
}
