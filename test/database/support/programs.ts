import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** What the program of `serve.ts` said about the database it uses. */
export interface Said {
  readonly url: string
  readonly adminUrl: string
  readonly log: readonly string[]
  readonly milliseconds: number
}

/** A process of its own that uses the embedded database. */
export interface Program extends Said {
  readonly child: ChildProcess
  /** Lets it stop the database as it should. */
  end(): Promise<void>
  /** kill -9 of this process alone. */
  kill(): Promise<void>
}

const script = fileURLToPath(new URL('serve.ts', import.meta.url))

/** Starts such a process and waits until it has its database. */
export const startProgram = async (dataFolder: string, environment = {}): Promise<Program> => {
  const child = spawn(process.execPath, [script, dataFolder], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, ...environment },
  })
  const ended = once(child, 'exit')
  const lines = createInterface({ input: child.stdout })
  const first = await Promise.race([once(lines, 'line'), ended.then(() => undefined)])
  if (first === undefined) throw new Error('the program ended before it had its database')
  return {
    ...(JSON.parse(String(first[0])) as Said),
    child,
    end: async () => {
      child.stdin.end()
      await ended
    },
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
  }
}

/** The pid of the server of a data folder, from its own note. */
export const serverOf = (dataFolder: string): number =>
  Number(readFileSync(join(dataFolder, 'postgres', 'data', 'postmaster.pid'), 'utf8').split('\n')[0])

/** Field of /proc/PID/stat after the name: 0 is the state, 1 the parent. */
const statOf = (pid: number): readonly string[] => {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'latin1')
    return line.slice(line.lastIndexOf(')') + 2).split(' ')
  } catch {
    return []
  }
}

export const isRunning = (pid: number): boolean => !['', 'Z'].includes(statOf(pid)[0] ?? '')

export const isZombie = (pid: number): boolean => statOf(pid)[0] === 'Z'

/** A process and all its children, as they are now. */
export const treeOf = (pid: number): readonly number[] => {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
  const children = all.filter((one) => Number(statOf(one)[1]) === pid)
  return [pid, ...children.flatMap(treeOf)]
}

/** kill -9 of processes at one stroke: stopped first, so that none of them notices the others' end. */
export const killTree = (pids: readonly number[]): void => {
  for (const signal of ['SIGSTOP', 'SIGKILL'] as const)
    for (const pid of pids) if (isRunning(pid)) process.kill(pid, signal)
}

/** As if the pid of a dead server had been given to another process. */
export const givePidTo = (dataFolder: string, pid: number): void => {
  const note = join(dataFolder, 'postgres', 'data', 'postmaster.pid')
  const [, ...lines] = readFileSync(note, 'utf8').split('\n')
  writeFileSync(note, [pid, ...lines].join('\n'))
}

/** As if a program with this pid had been killed while it started or stopped the server. */
export const leaveLock = (dataFolder: string, pid: number): void => {
  writeFileSync(join(dataFolder, 'postgres', 'launch.lock'), `${pid} ${statOf(pid)[19] ?? ''} left\n`)
}
