import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openFileStore } from '../src/adapters/file-store/open-file-store.ts'
import { beginSitting } from '../src/adapters/postgres/books/begin-sitting.ts'
import { planSitting, type SittingKind } from '../src/adapters/postgres/books/plan-sitting.ts'
import { runSitting } from '../src/adapters/postgres/books/run-sitting.ts'
import { connect, type Database } from '../src/adapters/postgres/connect.ts'
import { createRegistryStore } from '../src/adapters/postgres/registry.ts'
import type { Signer, TimestampAuthority } from '../src/crypto/ports.ts'
import { createTypesettingThread } from '../src/adapters/typesetting-thread.ts'
import { createDemoAuthority, createDemoDesk, setUpOffice, type DemoOffice } from '../src/demo/index.ts'
import { certificatesFrom } from '../src/demo/key-choice.ts'
import type { SigningDesk } from '../src/issuing/index.ts'
import { createRenderer, type RenditionInput, type Renderer } from '../src/rendition/index.ts'
import { colleagues, yearEnd, type Colleague } from '../test/database/support/planned-class.ts'
import { schoolYear } from '../test/database/support/empty-class.ts'
import { fromRoot } from './paths.ts'
import { withEmbedded, type Embedded } from './embedded.ts'
import { headlined, milliseconds, times, type Benchmark, type Figure } from './figure.ts'

const books = Number(process.env['HOCBA_BENCH_BOOKS'] ?? 1200)
const level = 'lower-secondary'
const clock = (): Date => yearEnd
const verificationUrl = 'https://tracuu.example/'

/** What nobody can spare: what was asked of a key, of the timestamps, of the typesetter. The first are kept. */
interface Asked<T> {
  count: number
  readonly kept: T[]
}

interface Parts {
  readonly keys: Asked<{ readonly signer: Signer; readonly message: Uint8Array }>
  readonly timestamps: Asked<{ readonly stamps: TimestampAuthority; readonly imprint: Uint8Array }>
  readonly pages: Asked<RenditionInput>
}

const mostKept = 100

const keep = <T>(asked: Asked<T>, what: readonly T[]): void => {
  asked.count += what.length
  asked.kept.push(...what.slice(0, mostKept - asked.kept.length))
}

const nothing = (): Parts => ({
  keys: { count: 0, kept: [] },
  timestamps: { count: 0, kept: [] },
  pages: { count: 0, kept: [] },
})

/** What all that was asked for takes by itself, one after the other and with nothing beside it, in milliseconds. */
const bare = async <T>({ count, kept }: Asked<T>, work: (one: T) => Promise<unknown>): Promise<number> => {
  const before = performance.now()
  for (const one of kept) await work(one)
  return kept.length === 0 ? 0 : ((performance.now() - before) * count) / kept.length
}

interface BareParts {
  readonly keys: number
  readonly timestamps: number
  readonly pages: number
}

const measureParts = async (
  { keys, timestamps, pages }: Parts,
  typesetter: Renderer,
): Promise<BareParts> => ({
  keys: await bare(keys, ({ signer, message }) => signer.sign([message])),
  timestamps: await bare(timestamps, ({ stamps, imprint }) => stamps.timestamp([imprint])),
  pages: await bare(pages, (page) => typesetter.renderForSealing(page)),
})

/** The parts of the sitting that is under way. */
interface Watch {
  parts: Parts
}

const watchedSigner = (signer: Signer, watch: Watch): Signer => ({
  ...signer,
  sign: (messages) => {
    keep(
      watch.parts.keys,
      messages.map((message) => ({ signer, message })),
    )
    return signer.sign(messages)
  },
})

/** The office, with what is asked of its keys and timestamps written down. */
const watchedOffice = (office: DemoOffice, watch: Watch): DemoOffice => ({
  ...office,
  keys: {
    ...office.keys,
    findSigner: async (person) => watchedSigner(await office.keys.findSigner(person), watch),
    findSeal: async (school) => watchedSigner(await office.keys.findSeal(school), watch),
  },
  timestampsBy: (by) => {
    const stamps = office.timestampsBy(by)
    return {
      timestamp: (imprints) => {
        keep(
          watch.parts.timestamps,
          imprints.map((imprint) => ({ stamps, imprint })),
        )
        return stamps.timestamp(imprints)
      },
    }
  },
})

const watchedTypesetter = (typesetter: Renderer, watch: Watch): Renderer => ({
  ...typesetter,
  renderForSealing: (page) => {
    keep(watch.parts.pages, [page])
    return typesetter.renderForSealing(page)
  },
})

const openDesk = async (url: string, folder: string, watch: Watch): Promise<SigningDesk> => {
  const store = createRegistryStore(await connect(url, 'registry'))
  const files = await openFileStore(folder)
  const authority = await createDemoAuthority({
    now: certificatesFrom,
    validUntil: new Date('2046-01-01T00:00:00+07:00'),
  })
  // A school's seal and most teachers' keys are RSA-2048.
  const office = await setUpOffice(authority, { now: clock(), algorithmOf: () => 'rsa-pkcs1-sha256' })
  return createDemoDesk(watchedOffice(office, watch), {
    registry: { years: store, entries: store, files },
    verificationUrl,
    clock,
    typesetter: watchedTypesetter(createTypesettingThread(), watch),
  })
}

/** In a process of its own, so that making up a school does not count as memory of the sittings. */
const layApart = (url: string): number => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [fromRoot('bench/lay-books.ts'), url, String(books)],
    { encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(`the books could not be laid ready: ${stderr}`)
  return Number(stdout)
}

interface Sitting {
  readonly planned: number
  readonly begun: number
  readonly ran: number
  /** The most memory that the process held between two batches, in megabytes. */
  readonly peak: number
}

interface Scene {
  readonly database: Database<'school'>
  readonly desk: SigningDesk
  readonly tenant: number
}

const sit = async (
  { database, desk, tenant }: Scene,
  who: Colleague,
  kind: SittingKind,
): Promise<Sitting> => {
  const request = { tenant, schoolYear, level, staffCode: who.staffCode, kind, now: clock() } as const
  const start = performance.now()
  const { digest, eligible } = await planSitting(database, request)
  if (eligible !== books) throw new Error(`${eligible} books are ready for ${who.fullName}`)
  const planned = performance.now()
  const sittingId = randomUUID()
  const account = { accountId: who.accountId, fullName: who.fullName }
  await beginSitting(database, { ...request, sittingId, account, digest, classIds: null, leaveOut: [] })
  const begun = performance.now()
  let peak = 0
  const onBatch = (): void => {
    peak = Math.max(peak, process.memoryUsage.rss() / 1e6)
  }
  const end = await runSitting(database, desk, { tenant, sittingId, clock, onBatch })
  if (end !== 'ended') throw new Error(`the sitting of ${who.fullName} is ${end}`)
  return { planned: planned - start, begun: begun - planned, ran: performance.now() - begun, peak }
}

const preparing = ({ planned, begun }: Sitting): Figure => ({
  what: `Prepare ${books} books for one signer: the plan, then the sitting`,
  measured: milliseconds(planned + begun),
  beside: `${milliseconds(planned)} and ${milliseconds(begun)}`,
  ratio: '',
  target: '< 5 s',
  reached: planned + begun < 5000,
})

const signing = ({ ran }: Sitting, { keys }: BareParts): Figure => ({
  what: `… the principal signs them, RSA-2048, each signature kept as it is made`,
  measured: milliseconds(ran),
  beside: `the key’s own operations: ${milliseconds(keys)}`,
  ratio: times(ran / keys),
  target: '',
})

const sumOf = ({ keys, timestamps, pages }: BareParts): number => keys + timestamps + pages

const sealing = ({ ran }: Sitting, asked: Parts, parts: BareParts): Figure => ({
  what: `… the clerk seals and issues them, data and page: signed, stamped, set, verified, put on record`,
  measured: `${milliseconds(ran)}, ${milliseconds(ran / books)} a book`,
  beside:
    `alone, one after the other: ${asked.keys.count} key operations ${milliseconds(parts.keys)}, ` +
    `${asked.timestamps.count} timestamps ${milliseconds(parts.timestamps)}, ` +
    `${asked.pages.count} renderings ${milliseconds(parts.pages)}`,
  ratio: times(ran / sumOf(parts)),
  target: '≤ 1.3×',
  reached: ran / sumOf(parts) <= 1.3,
})

const memory = ({ peak }: Sitting): Figure => ({
  what: '… memory meanwhile',
  measured: `${peak.toFixed(0)} MB`,
  beside: '',
  ratio: '',
  target: '< 600 MB',
  reached: peak < 600,
})

const measure = async ({ url }: Embedded): Promise<readonly Figure[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'hocba-bench-files-'))
  const database = await connect(url, 'school')
  const watch: Watch = { parts: nothing() }
  try {
    const scene = { database, desk: await openDesk(url, folder, watch), tenant: layApart(url) }
    const { subjectTeacher, artsTeacher, homeroomTeacher, principal, clerk } = colleagues
    for (const who of [subjectTeacher, artsTeacher, homeroomTeacher]) await sit(scene, who, 'sign')
    const asked = { signing: nothing(), sealing: nothing() }
    watch.parts = asked.signing
    const signed = await sit(scene, principal, 'sign')
    watch.parts = asked.sealing
    const sealed = await sit(scene, clerk, 'seal')
    const typesetter = await createRenderer()
    const parts = await measureParts(asked.sealing, typesetter)
    return [
      headlined(preparing(signed), 'sitting-plan', milliseconds(signed.planned + signed.begun)),
      signing(signed, await measureParts(asked.signing, typesetter)),
      headlined(sealing(sealed, asked.sealing, parts), 'sitting-seal', times(sealed.ran / sumOf(parts))),
      headlined(memory(sealed), 'sitting-memory', `${sealed.peak.toFixed(0)} MB`),
    ]
  } finally {
    await database.destroy()
    await rm(folder, { recursive: true })
  }
}

/** A school's books in the sittings of its people, on the program's own database: preparing, signing, sealing. */
export const run: Benchmark = () => withEmbedded(measure)

if (import.meta.main) console.table(await run())
