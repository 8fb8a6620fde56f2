import { parentPort, Worker } from 'node:worker_threads'
import { Refusal, type RefusalCode } from '../shared/refusal.ts'

/** What a thread is asked, and what it answers; both are copied from one side to the other. */
export interface ThreadWork {
  readonly question: unknown
  readonly answer: unknown
}

interface Job<Work extends ThreadWork> {
  readonly job: number
  readonly question: Work['question']
}

type Answered<Work extends ThreadWork> =
  | { readonly job: number; readonly answer: Work['answer'] }
  | { readonly job: number; readonly refusal: { readonly code: RefusalCode; readonly message: string } }
  | { readonly job: number; readonly error: string }

interface Waiting<Work extends ThreadWork> {
  readonly resolve: (answer: Work['answer']) => void
  readonly reject: (error: Error) => void
}

const errorOf = (answered: Exclude<Answered<ThreadWork>, { readonly answer: unknown }>): Error =>
  'refusal' in answered
    ? new Refusal(answered.refusal.code, answered.refusal.message)
    : new Error(`a thread failed: ${answered.error}`)

/**
 * Work beside the server's own thread: questions are answered one after the other by the script, which calls
 * `answerInThread`. The thread starts with the first question, and again after it has failed; it keeps no process
 * alive once all is answered.
 */
export const createThread = <Work extends ThreadWork>(
  script: URL,
): ((question: Work['question']) => Promise<Work['answer']>) => {
  const waiting = new Map<number, Waiting<Work>>()
  let worker: Worker | undefined
  let jobs = 0
  const failAll = (error: Error): void => {
    worker = undefined
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  const start = (): Worker => {
    const started = new Worker(script)
    started.on('message', (answered: Answered<Work>) => {
      const one = waiting.get(answered.job)
      waiting.delete(answered.job)
      if ('answer' in answered) one?.resolve(answered.answer)
      else one?.reject(errorOf(answered))
      if (waiting.size === 0) started.unref()
    })
    started.on('error', failAll)
    started.on('exit', () => {
      if (worker === started) failAll(new Error('a thread stopped'))
    })
    return started
  }
  return (question) =>
    new Promise((resolve, reject) => {
      worker ??= start()
      const job = ++jobs
      waiting.set(job, { resolve, reject })
      worker.ref()
      worker.postMessage({ job, question } satisfies Job<Work>)
    })
}

/** In the thread's script: gives the answer to each question; a refusal stays one on the other side. */
export const answerInThread = <Work extends ThreadWork>(
  answer: (question: Work['question']) => Promise<Work['answer']>,
): void => {
  const answered = async ({ job, question }: Job<Work>): Promise<Answered<Work>> => {
    try {
      return { job, answer: await answer(question) }
    } catch (error) {
      if (error instanceof Refusal) return { job, refusal: { code: error.code, message: error.message } }
      return { job, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }
    }
  }
  // One after the other: an engine gives its memory back between two answers.
  let last: Promise<unknown> = Promise.resolve()
  parentPort?.on('message', (job: Job<Work>) => {
    last = last.then(async () => parentPort?.postMessage(await answered(job)))
  })
}
