import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'

/** Held shared by every process that uses the server, exclusively by the one that may stop it. */
const presenceKey = 4_710_482_110

/** A sign, kept by the server itself, that this process uses it: it goes away even when the process is killed. */
export interface Presence {
  /** Takes the sign back and tells whether this was the last process; ends the connection. */
  leave(): Promise<{ readonly isLast: boolean }>
}

const tryLock = async (client: Client, mode: '' | '_shared'): Promise<boolean> => {
  const { rows } = await client.query<{ locked: boolean }>(
    `select pg_try_advisory_lock${mode}(${presenceKey}) as locked`,
  )
  return rows[0]?.locked === true
}

/** What pg has and its types leave out. */
type HoldingClient = Client & { ref(): void; unref(): void }

/** The connection alone keeps no process from ending: one that ends without leaving is like one that was killed. */
const holdSign = async (url: string, onLoss: () => void): Promise<HoldingClient> => {
  const client = new Client({
    connectionString: url,
    ssl: false,
    application_name: 'hoc-ba-so presence',
  }) as HoldingClient
  client.once('error', onLoss).on('error', () => undefined)
  await client.connect()
  await tryLock(client, '_shared')
  client.unref()
  return client
}

const triesAfterLoss = 20
const longestWait = 3_000

/** After a crash of one backend PostgreSQL ends every connection and goes on: then the sign is set up again. */
const holdSignAgain = async (url: string, onLoss: () => void): Promise<HoldingClient | undefined> => {
  for (let attempt = 0; attempt < triesAfterLoss; attempt += 1) {
    await pause(100 * (attempt + 1), undefined, { ref: false })
    const client = await holdSign(url, onLoss).catch(() => undefined)
    if (client !== undefined) return client
  }
  return undefined
}

const takeBack = async (client: HoldingClient): Promise<boolean> => {
  client.ref()
  try {
    await client.query(`select pg_advisory_unlock_shared(${presenceKey})`)
    return await tryLock(client, '')
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Tells the server that this process uses it. */
export const announcePresence = async (url: string): Promise<Presence> => {
  const onLoss = (): void => {
    current = holdSignAgain(url, onLoss)
  }
  let current: Promise<HoldingClient | undefined> = Promise.resolve(await holdSign(url, onLoss))
  return {
    // Who cannot tell does not stop it: a server left behind is joined by the next start, one stopped under others is not.
    leave: async () => {
      const client = await Promise.race([current, pause(longestWait)])
      return { isLast: client !== undefined && (await takeBack(client).catch(() => false)) }
    },
  }
}
