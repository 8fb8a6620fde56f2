import { randomInt, randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { parentPort } from 'node:worker_threads'

/** One who saves on one sheet. */
export interface Saver {
  /** The sheet's address. */
  readonly address: string
  readonly headers: Readonly<Record<string, string>>
  readonly studentCodes: readonly string[]
}

/** Everybody saves once a second, for so long. */
export interface Task {
  readonly savers: readonly Saver[]
  readonly seconds: number
}

/** What came of it: how long each save took, what went wrong, and whether every acknowledged cell is there. */
export interface Outcome {
  readonly latencies: readonly number[]
  readonly errors: readonly string[]
  /** Saves whose answer was lost with the connection, sent again as the page does. */
  readonly resent: number
  readonly acknowledged: number
  readonly lost: number
}

const agent = new Agent({ keepAlive: true, maxSockets: 256 })

const call = (method: 'GET' | 'POST', url: string, { headers }: Saver, body?: object): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const sent = body === undefined ? undefined : JSON.stringify(body)
    const asked = request(
      url,
      {
        method,
        agent,
        headers: { ...headers, ...(sent === undefined ? {} : { 'content-type': 'application/json' }) },
      },
      (answer) => {
        const parts: Buffer[] = []
        answer.on('data', (part: Buffer) => parts.push(part))
        answer.on('end', () => {
          const text = Buffer.concat(parts).toString()
          if (answer.statusCode === 200) resolve(JSON.parse(text))
          else reject(new Error(`${answer.statusCode ?? 0} ${text}`))
        })
        answer.on('error', reject)
      },
    )
    asked.on('error', reject)
    asked.end(sent)
  })

/** An idle connection may be closed in the very moment it is used again: the same save is then sent once more. */
const send = async (saver: Saver, save: object, onResent: () => void): Promise<unknown> => {
  try {
    return await call('POST', `${saver.address}/cells`, saver, save)
  } catch (error) {
    if ((error as { readonly code?: unknown }).code !== 'ECONNRESET') throw error
    onResent()
    return call('POST', `${saver.address}/cells`, saver, save)
  }
}

const paths = ['terms.1.regularMarks.0', 'terms.1.regularMarks.1', 'terms.1.midtermMark', 'terms.1.finalMark']

interface Known {
  readonly value: string
  readonly version: number
}

interface Answer {
  readonly outcomes: readonly {
    readonly studentCode: string
    readonly path: string
    readonly outcome: string
    readonly value: string | null
    readonly version: number
  }[]
}

/** One to four cells of one path, one below the other, as somebody types them. */
const drawCells = ({ studentCodes }: Saver, known: ReadonlyMap<string, Known>) => {
  const path = paths[randomInt(paths.length)] ?? ''
  const first = randomInt(studentCodes.length - 4)
  return studentCodes.slice(first, first + 1 + randomInt(4)).map((studentCode) => ({
    studentCode,
    path,
    value: String(randomInt(101) / 10),
    seenVersion: known.get(`${studentCode} ${path}`)?.version ?? 0,
  }))
}

const work = async (saver: Saver, seconds: number) => {
  const known = new Map<string, Known>()
  const latencies: number[] = []
  const errors: string[] = []
  let resent = 0
  // Nobody waits for anybody: each begins at a moment of their own, and keeps to it.
  const start = performance.now() + randomInt(1000)
  for (let second = 0; second < seconds; second++) {
    await sleep(Math.max(0, start + second * 1000 - performance.now()))
    const from = performance.now()
    try {
      const cells = drawCells(saver, known)
      const answer = (await send(saver, { saveId: randomUUID(), cells }, () => {
        resent += 1
      })) as Answer
      latencies.push(performance.now() - from)
      for (const { studentCode, path, outcome, value, version } of answer.outcomes)
        if (outcome === 'saved' && value !== null) known.set(`${studentCode} ${path}`, { value, version })
        else errors.push(`${outcome} at ${path}`)
    } catch (error) {
      errors.push(String(error))
    }
  }
  return { known, latencies, errors, resent }
}

interface Sheet {
  readonly cells: readonly {
    readonly studentCode: string
    readonly path: string
    readonly value: string | null
    readonly version: number
  }[]
}

const countLost = async (saver: Saver, known: ReadonlyMap<string, Known>): Promise<number> => {
  const { cells } = (await call('GET', saver.address, saver)) as Sheet
  const there = new Map(cells.map((cell) => [`${cell.studentCode} ${cell.path}`, cell]))
  return [...known].filter(([key, { value, version }]) => {
    const cell = there.get(key)
    return cell?.value !== value || cell.version !== version
  }).length
}

const run = async ({ savers, seconds }: Task): Promise<Outcome> => {
  const results = await Promise.all(savers.map((saver) => work(saver, seconds)))
  let lost = 0
  for (const [index, saver] of savers.entries())
    lost += await countLost(saver, results[index]?.known ?? new Map())
  return {
    latencies: results.flatMap(({ latencies }) => latencies),
    errors: results.flatMap(({ errors }) => errors),
    resent: results.reduce((sum, { resent }) => sum + resent, 0),
    acknowledged: results.reduce((sum, { known }) => sum + known.size, 0),
    lost,
  }
}

parentPort?.on('message', (task: Task) => {
  void run(task).then(
    (outcome) => parentPort?.postMessage(outcome),
    (error: unknown) =>
      parentPort?.postMessage({
        latencies: [],
        errors: [String(error)],
        resent: 0,
        acknowledged: 0,
        lost: 0,
      }),
  )
})
