import { randomUUID } from 'node:crypto'
import { link, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { Refusal } from '../../../shared/refusal.ts'
import { errorCode, findError } from '../../file-store/file-errors.ts'

/** A program in the act of starting or stopping the server, which only one may do at a time. */
interface Holder {
  readonly pid: number
  /** Tells a process from a later one with the same pid, where the system says when processes began. */
  readonly began: string
}

const longestWait = 150_000
/** Where processes cannot be told apart, a lock this old belongs to nobody: starting and stopping never take as long. */
const oldest = 120_000

/** When a process began, in the system's own count; the empty text where that is not known or it is gone. */
const beganAt = async (pid: number): Promise<string> => {
  const line = await readFile(`/proc/${pid}/stat`, 'latin1').catch(() => '')
  return line === '' ? '' : (line.slice(line.lastIndexOf(')') + 2).split(' ')[19] ?? '')
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return errorCode(error) === 'EPERM'
  }
}

/** Who holds the lock; undefined where a loss of power left a file without its content. */
const readHolder = (text: string): Holder | undefined => {
  const [, pid = '', began = ''] = /^(\d+) (\d*) /.exec(text) ?? []
  return pid === '' ? undefined : { pid: Number(pid), began }
}

const isHeld = async (file: string, text: string): Promise<boolean> => {
  const holder = readHolder(text)
  if (holder === undefined || !isAlive(holder.pid)) return false
  if (holder.began !== '') return holder.began === (await beganAt(holder.pid))
  const written = await stat(file).catch(findError('ENOENT'))
  return written !== undefined && Date.now() - written.mtimeMs < oldest
}

/** Takes away a lock whose holder is gone; if another came first, theirs is put back. */
const breakLock = async (file: string, text: string): Promise<void> => {
  const aside = `${file}.${randomUUID()}`
  try {
    await rename(file, aside)
  } catch (error) {
    findError('ENOENT')(error)
    return
  }
  if ((await readFile(aside, 'utf8')) !== text) await link(aside, file).catch(findError('EEXIST'))
  await rm(aside, { force: true })
}

const tryToTake = async (file: string, own: string): Promise<boolean> => {
  const draft = `${file}.${randomUUID()}`
  await writeFile(draft, own, { mode: 0o600 })
  try {
    await link(draft, file)
    return true
  } catch (error) {
    findError('EEXIST')(error)
  } finally {
    await rm(draft, { force: true })
  }
  const text = await readFile(file, 'utf8').catch(findError('ENOENT'))
  if (text !== undefined && !(await isHeld(file, text))) await breakLock(file, text)
  return false
}

/**
 * Does something while no other process on this machine does: two that start on one data folder at the same moment
 * come one after the other. The lock of a killed process is recognised and taken over.
 */
export const whileAlone = async <T>(file: string, work: () => Promise<T>): Promise<T> => {
  const own = `${process.pid} ${await beganAt(process.pid)} ${randomUUID()}\n`
  const giveUp = Date.now() + longestWait
  while (!(await tryToTake(file, own))) {
    if (Date.now() > giveUp)
      throw new Refusal(
        'database-not-available',
        `Một chương trình khác đang khởi động hoặc dừng cơ sở dữ liệu này. Nếu không phải vậy, hãy xóa ${file}.`,
      )
    await pause(20)
  }
  try {
    return await work()
  } finally {
    if ((await readFile(file, 'utf8').catch(findError('ENOENT'))) === own) await rm(file, { force: true })
  }
}
