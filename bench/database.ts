import { randomInt } from 'node:crypto'
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Pool } from 'pg'
import { connect, type Database } from '../src/adapters/postgres/connect.ts'
import { startEmbeddedPostgres } from '../src/adapters/postgres/embedded.ts'
import { superuserName } from '../src/adapters/postgres/embedded/initialise.ts'
import { migrate } from '../src/adapters/postgres/migrate.ts'
import { createRegistryStore } from '../src/adapters/postgres/registry.ts'
import { withClient } from '../src/adapters/postgres/session.ts'
import { sha256Hex } from '../src/crypto/digest.ts'
import { fillRegistry } from '../test/database/support/fill.ts'
import { milliseconds, spread, times, type Benchmark, type Figure } from './figure.ts'
import { interleave, median, type Ratio, type Timing, type Work } from './measure.ts'

const sizes = [10_000, 1_000_000] as const
const connections = 8
const lookups = 2_000

const start = (dataFolder: string) => startEmbeddedPostgres({ dataFolder, log: () => undefined })

const timeStart = async (dataFolder: string): Promise<number> => {
  const began = performance.now()
  const { stop } = await start(dataFolder)
  const taken = performance.now() - began
  await stop()
  return taken
}

const superuserUrlOf = async (dataFolder: string, url: string): Promise<string> => {
  const secrets = await readFile(join(dataFolder, 'postgres', 'secrets.json'), 'utf8')
  const address = new URL(url)
  address.username = superuserName
  address.password = (JSON.parse(secrets) as { readonly superuser: string }).superuser
  return address.href
}

/** So many lookups, several at a time as strangers come, each of a pupil drawn at random. */
const lookUpMany = async (pupils: number, lookUp: (pupil: number) => Promise<unknown>): Promise<void> => {
  const one = async (): Promise<void> => {
    for (let n = 0; n < lookups / connections; n += 1) await lookUp(randomInt(1, pupils + 1))
  }
  await Promise.all(Array.from({ length: connections }, one))
}

const keyOf = (pupil: number): Buffer => Buffer.from(sha256Hex(`year ${pupil}`), 'hex')

/** One registry of a size, and how a bare program would ask it. */
interface Scene {
  readonly registry: Database<'registry'>
  readonly bare: Pool
  readonly pupils: number
  readonly close: () => Promise<unknown>
}

const prepareScene = async (
  admin: string,
  app: string,
  superuser: string,
  pupils: number,
): Promise<Scene> => {
  const name = `pupils_${pupils}`
  const on = (url: string): string => Object.assign(new URL(url), { pathname: `/${name}` }).href
  await withClient(superuser, (client) => client.query(`create database ${name} owner hb_owner`))
  await migrate(on(admin))
  await fillRegistry(on(superuser), pupils)
  // What the filling left to do is done now, and not while the lookups are timed.
  await withClient(on(superuser), (client) => client.query('vacuum analyze'))
  await withClient(on(superuser), (client) => client.query('checkpoint'))
  const registry = await connect(on(app), 'registry', { connections })
  const bare = new Pool({ connectionString: on(superuser), max: connections })
  return { registry, bare, pupils, close: () => Promise.all([registry.destroy(), bare.end()]) }
}

/** By the store; the same statement with nothing around it; and the least a lookup could be: one row by its key. */
const worksOf = ({ registry, bare, pupils }: Scene) => {
  const store = createRegistryStore(registry)
  const work = (lookUp: (pupil: number) => Promise<unknown>): Work => ({
    runs: 1,
    once: () => lookUpMany(pupils, lookUp),
  })
  return {
    store: work((pupil) => store.list([sha256Hex(`year ${pupil}`)])),
    statement: work((pupil) =>
      bare.query({ name: 'bare-find', text: 'select * from registry.find($1)', values: [[keyOf(pupil)]] }),
    ),
    row: work((pupil) =>
      bare.query({
        name: 'bare-row',
        text: 'select * from registry.year where tenant_id = $1 and year_key = $2',
        values: [1 + Math.floor(pupil / 500), keyOf(pupil)],
      }),
    ),
  }
}

const perSecond = ({ wall }: Timing): string => `${Math.round((lookups / wall) * 1000)}/s`

const figureOf = (what: string, store: Timing, statement: Timing, row: Timing, ratio: Ratio): Figure => ({
  what: `${what}, ${connections} at a time`,
  measured: perSecond(store),
  beside: `the bare statement: ${perSecond(statement)}; one row by its key: ${perSecond(row)}`,
  ratio: `${times(ratio.wall)} (${spread(ratio.quartiles)})`,
  target: '≥ 0.6×',
  reached: ratio.wall >= 0.6,
})

/** Both sizes by turns in one server, so that the noise of the machine is in both. */
const measureLookups = async (): Promise<readonly Figure[]> => {
  const dataFolder = await makeFolder()
  const { url, adminUrl, stop } = await start(dataFolder)
  try {
    const superuser = await superuserUrlOf(dataFolder, url)
    const [few, many] = [
      await prepareScene(adminUrl, url, superuser, sizes[0]),
      await prepareScene(adminUrl, url, superuser, sizes[1]),
    ]
    const [small, large] = [worksOf(few), worksOf(many)]
    const { timings, ratio } = await interleave(
      {
        store: small.store,
        statement: small.statement,
        row: small.row,
        largeStore: large.store,
        largeStatement: large.statement,
        largeRow: large.row,
      },
      { rounds: 15, warmUp: 3 },
    )
    await Promise.all([few.close(), many.close()])
    const growth = ratio('store', 'largeStore')
    return [
      figureOf(
        'Look up by code among 10⁴',
        timings.store,
        timings.statement,
        timings.row,
        ratio('statement', 'store'),
      ),
      figureOf(
        '… among 10⁶',
        timings.largeStore,
        timings.largeStatement,
        timings.largeRow,
        ratio('largeStatement', 'largeStore'),
      ),
      {
        what: '… among 10⁶ beside 10⁴',
        measured: perSecond(timings.largeStore),
        beside: perSecond(timings.store),
        ratio: `${times(growth.wall)} (${spread(growth.quartiles)})`,
        target: 'the same',
        reached: growth.wall >= 0.8,
      },
    ]
  } finally {
    await stop()
    await rm(dataFolder, { recursive: true })
  }
}

/** Also for the user `nobody`, as whom the server runs where root measures. */
const makeFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'hocba-bench-'))
  await chmod(folder, 0o711)
  return folder
}

const measureStarts = async (): Promise<readonly Figure[]> => {
  const dataFolder = await makeFolder()
  try {
    const first = await timeStart(dataFolder)
    const again: number[] = []
    for (let round = 0; round < 7; round += 1) again.push(await timeStart(dataFolder))
    return [
      {
        what: 'Start the embedded database, first time',
        measured: milliseconds(first),
        beside: '',
        ratio: '',
        target: '',
      },
      {
        what: '… where data are there',
        measured: milliseconds(median(again)),
        beside: '',
        ratio: '',
        target: '< 300 ms',
        reached: median(again) < 300,
      },
    ]
  } finally {
    await rm(dataFolder, { recursive: true })
  }
}

/** How long the embedded database takes to start, and how fast a code is looked up in a small and a large registry. */
export const run: Benchmark = async () => [...(await measureStarts()), ...(await measureLookups())]

if (import.meta.main) console.table(await run())
