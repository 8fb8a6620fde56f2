import { randomInt } from 'node:crypto'
import { Agent, request } from 'node:http'
import { parentPort } from 'node:worker_threads'

/** So many questions to one address, on connections that are kept. */
export interface Questions {
  readonly address: string
  readonly connections: number
  readonly count: number
  /** Codes are drawn from 1 to this, as 32 hexadecimal digits. */
  readonly pupils: number
}

const agents = new Map<string, Agent>()

const agentOf = ({ address, connections }: Questions): Agent => {
  const agent = agents.get(address) ?? new Agent({ keepAlive: true, maxSockets: connections })
  agents.set(address, agent)
  return agent
}

/** Sends one code and reads the whole answer; anything but 200 ends the benchmark. */
const ask = (questions: Questions): Promise<void> =>
  new Promise((resolve, reject) => {
    const code = randomInt(1, questions.pupils + 1)
      .toString(16)
      .padStart(32, '0')
    const body = JSON.stringify({ code })
    const headers = { 'content-type': 'application/json', 'content-length': body.length }
    const sent = request(
      questions.address,
      { method: 'POST', headers, agent: agentOf(questions) },
      (reply) => {
        reply.resume()
        reply.on('end', () => {
          if (reply.statusCode === 200) resolve()
          else reject(new Error(`${questions.address} answered ${String(reply.statusCode)}`))
        })
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })

const askMany = async (questions: Questions): Promise<void> => {
  const one = async (): Promise<void> => {
    for (let n = 0; n < questions.count / questions.connections; n += 1) await ask(questions)
  }
  await Promise.all(Array.from({ length: questions.connections }, one))
}

// Runs in a thread of its own, so that asking does not take the time of answering.
parentPort?.on('message', (questions: Questions) => {
  void askMany(questions).then(
    () => parentPort?.postMessage(undefined),
    (error: unknown) => parentPort?.postMessage(String(error)),
  )
})
