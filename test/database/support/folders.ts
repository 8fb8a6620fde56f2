import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach } from 'vitest'
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../../src/adapters/postgres/embedded.ts'
import { withClient } from '../../../src/adapters/postgres/session.ts'

const undo: (() => unknown)[] = []
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step()
})

/** Does something after the present test, the last one first. */
export const afterwards = (step: () => unknown): void => {
  undo.push(step)
}

/** Also the user `nobody` may enter it, as whom the server runs where tests run as root. */
const makeReachable = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'hocba-embedded-'))
  chmodSync(folder, 0o711)
  return folder
}

/** An empty folder that is gone after the test. */
export const makeFolder = (): string => {
  const folder = makeReachable()
  afterwards(() => {
    rmSync(folder, { recursive: true, force: true })
  })
  return folder
}

/** A database that was started and stopped once, made by the first test that asks. */
let original: Promise<string> | undefined
afterAll(async () => {
  if (original !== undefined) rmSync(await original, { recursive: true, force: true })
})

const makeOriginal = async (): Promise<string> => {
  const dataFolder = makeReachable()
  await (await startEmbeddedPostgres({ dataFolder, log: () => undefined })).stop()
  return dataFolder
}

/** A folder with data in it, as a program leaves it that was stopped. */
export const makeUsedFolder = async (): Promise<string> => {
  const folder = makeFolder()
  execFileSync('cp', ['-a', join(await (original ??= makeOriginal()), 'postgres'), folder])
  return folder
}

/** The embedded database with what it said while it was started. */
export interface Started extends EmbeddedPostgres {
  readonly log: readonly string[]
}

/** Starts the embedded database; it is stopped after the test. */
export const start = async (dataFolder: string, options = {}): Promise<Started> => {
  const log: string[] = []
  const server = await startEmbeddedPostgres({ dataFolder, log: (line) => log.push(line), ...options })
  afterwards(server.stop)
  return { ...server, log }
}

/** The value of one SQL expression. */
export const ask = (url: string, expression: string): Promise<unknown> =>
  withClient(url, async (client) => {
    const { rows } = await client.query<{ answer: unknown }>(`select (${expression}) as answer`)
    return rows[0]?.answer
  })

/** Runs one SQL statement. */
export const write = async (url: string, statement: string): Promise<void> => {
  await withClient(url, (client) => client.query(statement))
}

export const portOf = (url: string): number => Number(new URL(url).port)
