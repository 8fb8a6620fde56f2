import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { errorCode, findError } from '../../file-store/file-errors.ts'
import { run } from './run-as.ts'

/** What a running server writes about itself into postmaster.pid (PostgreSQL, miscadmin.h, LOCK_FILE_LINE_*). */
export interface PostmasterFile {
  readonly pid: number
  readonly port: number
  /** 'starting', 'stopping', 'ready' or 'standby'; empty while the file is being written. */
  readonly status: string
  /** Key and id of the shared memory by which a server knows that children of an earlier one still live. */
  readonly sharedMemory: string
}

/** Reads postmaster.pid; undefined where there is none. */
export const readPostmasterFile = async (data: string): Promise<PostmasterFile | undefined> => {
  const text = await readFile(join(data, 'postmaster.pid'), 'utf8').catch(findError('ENOENT'))
  if (text === undefined) return undefined
  const lines = text.split('\n').map((line) => line.trim())
  return {
    pid: Number(lines[0]),
    port: Number(lines[3]),
    status: lines[7] ?? '',
    sharedMemory: lines[6] ?? '',
  }
}

/** What a process is: gone, ending, dead but not yet buried by its parent, the server of these data, or another one. */
export type ProcessState = 'gone' | 'ending' | 'zombie' | 'postgres' | 'other'

const isThere = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return errorCode(error) === 'EPERM'
  }
}

const psSays = async (pid: number): Promise<ProcessState> => {
  const { ok, output } = await run('/bin/ps', ['-o', 'stat=,comm=', '-p', String(pid)], {})
  if (!ok) return 'gone'
  if (output.trim().startsWith('Z')) return 'zombie'
  return output.trim().endsWith('postgres') ? 'postgres' : 'other'
}

const procSays = async (pid: number, data: string): Promise<ProcessState> => {
  const line = await readFile(`/proc/${pid}/stat`, 'latin1').catch(() => undefined)
  if (line === undefined) return 'gone'
  if (line.slice(line.lastIndexOf(')') + 2).startsWith('Z')) return 'zombie'
  // A process on its way out has given up its memory, and its command line with it.
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
  if (command === '') return 'ending'
  return command.split('\0').includes(data) ? 'postgres' : 'other'
}

/** Looks up the process that a postmaster.pid names; Windows only says whether it is there. */
export const findProcessState = async (pid: number, data: string): Promise<ProcessState> => {
  if (!Number.isSafeInteger(pid) || pid <= 0 || !isThere(pid)) return 'gone'
  if (process.platform === 'win32') return 'postgres'
  return process.platform === 'linux' ? procSays(pid, data) : psSays(pid)
}

/** How many processes still use the shared memory of a dead server: its children may outlive it for a moment. */
const countUsers = async (sharedMemory: string): Promise<number> => {
  const [key = '', id = ''] = sharedMemory.split(/\s+/)
  const table = await readFile('/proc/sysvipc/shm', 'utf8').catch(() => '')
  const row = table
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .find((cells) => cells[0] === key && cells[1] === id)
  return Number(row?.[6] ?? 0)
}

const longestBurial = 15_000

/**
 * Removes a postmaster.pid behind which no server stands. PostgreSQL does so itself where the pid is gone; it is
 * deceived by a dead process that nobody buried (kill -9 of the tree, and containers whose first process buries
 * nobody) and by an unrelated one that was given the same pid. Only once no child uses the old shared memory.
 */
export const removeStalePidFile = async (data: string): Promise<void> => {
  const giveUp = Date.now() + longestBurial
  for (;;) {
    const found = await readPostmasterFile(data)
    if (found === undefined) return
    const state = await findProcessState(found.pid, data)
    if (state === 'gone' || state === 'postgres') return
    if (state !== 'ending' && (await countUsers(found.sharedMemory)) === 0) {
      await rm(join(data, 'postmaster.pid'), { force: true })
      return
    }
    if (Date.now() > giveUp) return
    await pause(50)
  }
}

/** Waits until a server has ended; false if it still lives after that time. */
export const waitForEnd = async (data: string, pid: number, milliseconds: number): Promise<boolean> => {
  const giveUp = Date.now() + milliseconds
  while (['postgres', 'ending'].includes(await findProcessState(pid, data))) {
    if (Date.now() > giveUp) return false
    await pause(5)
  }
  return true
}
