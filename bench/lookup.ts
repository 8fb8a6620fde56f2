import { once } from 'node:events'
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import fastify from 'fastify'
import { Pool } from 'pg'
import { connect } from '../src/adapters/postgres/connect.ts'
import { startEmbeddedPostgres } from '../src/adapters/postgres/embedded.ts'
import { superuserName } from '../src/adapters/postgres/embedded/initialise.ts'
import { migrate } from '../src/adapters/postgres/migrate.ts'
import { createRegistryStore } from '../src/adapters/postgres/registry.ts'
import { withClient } from '../src/adapters/postgres/session.ts'
import { createServer } from '../src/apps/server/create-server.ts'
import { usualLimits } from '../src/apps/server/settings.ts'
import { sha256Hex } from '../src/crypto/digest.ts'
import { createBookMemory } from '../src/lookup/index.ts'
import { examineDocument } from '../src/verification/index.ts'
import { issueReport, now, openOffice } from '../test/builders/issuing.ts'
import { secondaryReport } from '../test/builders/reports.ts'
import { fillRegistry } from '../test/database/support/fill.ts'
import type { Questions } from './ask-many.ts'
import { headlined, spread, times, type Benchmark, type Figure } from './figure.ts'
import { interleave, type Ratio, type Timing, type Work } from './measure.ts'

const sizes = [10_000, 1_000_000] as const
const connections = 16
const lookups = 1_600

/** One registry of a size behind the real server, and the bare route beside it. */
interface Scene {
  readonly pupils: number
  readonly address: string
  readonly bare: string
  close(): Promise<unknown>
}

const openBook = async () => {
  const office = await openOffice()
  const { bytes } = await issueReport(secondaryReport(), office)
  return { office, bytes, sha256: sha256Hex(bytes) }
}

type Book = Awaited<ReturnType<typeof openBook>>

/**
 * The code of pupil n is their number in hexadecimal digits. Every row leads to the same sealed file, so that what a
 * lookup finds has been verified already: what is measured is finding, judging and answering, not verifying.
 */
const giveCodes = (url: string, pupils: number, { sha256, bytes }: Book): Promise<unknown> =>
  withClient(url, (client) =>
    client.query(`
      truncate registry.lookup;
      insert into registry.lookup
        select sha256(convert_to(lpad(to_hex(n), 32, '0'), 'UTF8')), sha256(('year ' || n)::bytea), 1 + n / 500
        from generate_series(1, ${pupils}) n;
      update registry.version set xml_sha256 = decode('${sha256}', 'hex'), xml_size = ${bytes.length};
      analyze registry.lookup;`),
  )

/** The server as it runs in the field, on a registry of that size; limits by address are out of the way. */
const openServer = async (app: string, { office, bytes }: Book) => {
  const registry = await connect(app, 'registry', { connections })
  const server = createServer({
    lookup: {
      years: createRegistryStore(registry),
      files: { read: () => Promise.resolve(bytes) },
      standIn: { find: () => Promise.resolve(undefined) },
      verify: (file, { now }) => examineDocument(file, { ...office.context, now }),
      memory: createBookMemory({ mostBooks: 500, keepFor: 3_600_000 }),
    },
    settings: {
      secondDatum: 'birth-date-and-last-four',
      demonstration: false,
      trustProxy: false,
      linkKey: Buffer.alloc(32, 7),
      limits: { ...usualLimits, requestsPerMinute: Number.MAX_SAFE_INTEGER },
    },
    clock: () => now,
    report: (_instance, _route, error) => {
      throw error
    },
  })
  const address = await server.listen({ host: '127.0.0.1', port: 0 })
  return {
    address: `${address}/api/v1/lookups`,
    close: () => Promise.all([server.close(), registry.destroy()]),
  }
}

type Statement = Readonly<{ name: string; text: string; values: (key: Buffer, pupil: number) => unknown[] }>

const sameStatement: Statement = {
  name: 'bare-find',
  text: 'select * from registry.find($1)',
  values: (key) => [[key]],
}
const rowByKey: Statement = {
  name: 'bare-row',
  text: 'select * from registry.year where tenant_id = $1 and year_key = $2',
  values: (_, pupil) => [1 + Math.floor(pupil / 500), Buffer.from(sha256Hex(`year ${pupil}`), 'hex')],
}

/** A route that takes the same question, runs one prepared statement and answers with what it gave. */
const openBare = async (url: string): Promise<{ readonly address: string; close(): Promise<unknown> }> => {
  const pool = new Pool({ connectionString: url, max: connections })
  const server = fastify()
  for (const { name, text, values } of [sameStatement, rowByKey])
    server.post<{ Body: { readonly code: string } }>(`/${name}`, async ({ body: { code } }) => {
      const key = Buffer.from(sha256Hex(code), 'hex')
      const { rows } = await pool.query<object>({ name, text, values: values(key, Number(`0x${code}`)) })
      if (rows.length !== 1) throw new Error('a code led nowhere')
      return rows
    })
  const address = await server.listen({ host: '127.0.0.1', port: 0 })
  return { address, close: () => Promise.all([server.close(), pool.end()]) }
}

const openScene = async (given: Urls, pupils: number, book: Book): Promise<Scene> => {
  const name = `pupils_${pupils}`
  const on = (url: string): string => Object.assign(new URL(url), { pathname: `/${name}` }).href
  const superuser = on(given.superuser)
  await withClient(given.superuser, (client) => client.query(`create database ${name} owner hb_owner`))
  await migrate(on(given.admin))
  await fillRegistry(superuser, pupils)
  await giveCodes(superuser, pupils, book)
  // What the filling left to do is done now, and not while the lookups are timed.
  await withClient(superuser, (client) => client.query('vacuum analyze'))
  await withClient(superuser, (client) => client.query('checkpoint'))
  const [server, bare] = [await openServer(on(given.app), book), await openBare(superuser)]
  const close = (): Promise<unknown> => Promise.all([server.close(), bare.close()])
  return { pupils, address: server.address, bare: bare.address, close }
}

interface Urls {
  readonly app: string
  readonly admin: string
  readonly superuser: string
}

/** Also for the user `nobody`, as whom the database runs where root measures. */
const makeFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'hocba-bench-'))
  await chmod(folder, 0o711)
  return folder
}

const superuserUrlOf = async (folder: string, url: string): Promise<string> => {
  const secrets = await readFile(join(folder, 'postgres', 'secrets.json'), 'utf8')
  const address = new URL(url)
  address.username = superuserName
  address.password = (JSON.parse(secrets) as { readonly superuser: string }).superuser
  return address.href
}

type AskMany = (address: string, pupils: number) => Promise<void>

const askWith =
  (worker: Worker): AskMany =>
  async (address, pupils) => {
    worker.postMessage({ address, pupils, connections, count: lookups } satisfies Questions)
    const [problem] = (await once(worker, 'message')) as [string | undefined]
    if (problem !== undefined) throw new Error(problem)
  }

const worksOf = ({ address, bare, pupils }: Scene, askMany: AskMany) => {
  const work = (to: string): Work => ({ runs: 1, once: () => askMany(to, pupils) })
  return {
    server: work(address),
    statement: work(`${bare}/${sameStatement.name}`),
    row: work(`${bare}/${rowByKey.name}`),
  }
}

const perSecond = ({ wall }: Timing): string => `${Math.round((lookups / wall) * 1000)}/s`

const figureOf = (
  what: string,
  server: Timing,
  [name, bare]: readonly [string, Timing],
  ratio: Ratio,
): Figure => ({
  what,
  measured: perSecond(server),
  beside: `a route with ${name}: ${perSecond(bare)}`,
  ratio: `${times(ratio.wall)} (${spread(ratio.quartiles)})`,
  target: '≥ 0.6×',
  reached: ratio.wall >= 0.6,
})

/** A lookup reads a year's whole history and not one row: told for the reader's sake, without a target. */
const onlyToldOf = (...figure: Parameters<typeof figureOf>): Figure => {
  const { what, measured, beside, ratio } = figureOf(...figure)
  return { what, measured, beside, ratio, target: '' }
}

const same = 'the same prepared statement'
const row = 'one prepared statement, one row by its key'

/** Both sizes and both routes by turns, so that the noise of the machine is in all of them. */
const measure = async (few: Scene, many: Scene, askMany: AskMany): Promise<readonly Figure[]> => {
  const [small, large] = [worksOf(few, askMany), worksOf(many, askMany)]
  const works = { ...small, manyServer: large.server, manyStatement: large.statement, manyRow: large.row }
  const { timings: t, ratio } = await interleave(works, { rounds: 11, warmUp: 3 })
  const first = `Look up by code over HTTP among 10⁴, masked, ${connections} at a time`
  const growth = ratio('server', 'manyServer')
  const [beside, besideMany] = [ratio('statement', 'server'), ratio('manyStatement', 'manyServer')]
  return [
    headlined(figureOf(first, t.server, [same, t.statement], beside), 'lookup', times(beside.wall)),
    headlined(
      figureOf('… among 10⁶', t.manyServer, [same, t.manyStatement], besideMany),
      'lookup-many',
      times(besideMany.wall),
    ),
    onlyToldOf('… among 10⁴', t.server, [row, t.row], ratio('row', 'server')),
    onlyToldOf('… among 10⁶', t.manyServer, [row, t.manyRow], ratio('manyRow', 'manyServer')),
    {
      what: '… among 10⁶ beside 10⁴',
      measured: perSecond(t.manyServer),
      beside: perSecond(t.server),
      ratio: `${times(growth.wall)} (${spread(growth.quartiles)})`,
      target: 'the same',
      reached: growth.wall >= 0.8,
    },
  ]
}

/** A masked lookup through the whole server beside a route that asks the database and nothing else. */
export const run: Benchmark = async () => {
  const folder = await makeFolder()
  const { url, adminUrl, stop } = await startEmbeddedPostgres({ dataFolder: folder, log: () => undefined })
  const worker = new Worker(new URL('./ask-many.ts', import.meta.url))
  try {
    const urls = { app: url, admin: adminUrl, superuser: await superuserUrlOf(folder, url) }
    const book = await openBook()
    const few = await openScene(urls, sizes[0], book)
    const many = await openScene(urls, sizes[1], book)
    const figures = await measure(few, many, askWith(worker))
    await Promise.all([few.close(), many.close()])
    return figures
  } finally {
    await worker.terminate()
    await stop()
    await rm(folder, { recursive: true })
  }
}

if (import.meta.main) console.table(await run())
